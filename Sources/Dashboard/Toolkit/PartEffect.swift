import Domain
import Persian
import Store

/// What a part asks of the shell that only the part can do.
///
///     private struct Unpack: PartEffect {
///         func carryOut(in dashboard: Dashboard) { dashboard.modals.append(UnpackModal(dashboard)) }
///     }
///     extension Effect { static var unpack: Effect { .of(Unpack()) } }
protocol PartEffect: Hashable, Sendable {
    @MainActor func carryOut(in dashboard: Dashboard) throws(DecideError)
    /// Why the rules forbid what it leads to; nil when they do not.
    @MainActor func obstacle(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> Phrase?
}

extension PartEffect {
    @MainActor func obstacle(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> Phrase? { nil }
}

/// A part's effect, equal to one that asks for the same.
public struct AnyPartEffect: Hashable, Sendable {
    let base: any PartEffect

    public static func == (one: Self, other: Self) -> Bool { AnyHashable(one.base) == AnyHashable(other.base) }
    public func hash(into hasher: inout Hasher) { base.hash(into: &hasher) }
}

extension Effect {
    static func of(_ effect: some PartEffect) -> Effect { .part(AnyPartEffect(base: effect)) }
}
