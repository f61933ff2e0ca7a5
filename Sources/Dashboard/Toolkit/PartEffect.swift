import Domain

/// What a part asks of the shell that only the part can do.
///
///     private struct Unpack: PartEffect {
///         func carryOut(in dashboard: Dashboard) { dashboard.modals.append(UnpackModal(dashboard)) }
///     }
///     extension Effect { static var unpack: Effect { .of(Unpack()) } }
protocol PartEffect: Hashable, Sendable {
    @MainActor func carryOut(in dashboard: Dashboard) throws(DecideError)
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
