import Domain

/// Every screen there is, in the order of the menu. The menu, the number keys, help and `khedmat snapshot` read
/// this list.
@MainActor
enum Screens {
    ///
    /// - Parameter pack: that the file is; only what it can fill is there then.
    static func all(in pack: Pack? = nil) -> [any RunningScreen] {
        guard let pack else { return types.map { $0.running() } }
        guard let kind = pack.declaration else { return [ledger.running()] }
        return types.filter { $0.isFilled(by: kind) }.map { $0.running() }
    }

    /// The overview, the screens of the parts by their digits, their plain lists, and the ledger below all.
    private static let types: [any Screen.Type] = {
        let worked = ShownParts.all.map(\.screens).filter { !$0.isEmpty }.enumerated().sorted { one, other in
            (digit(one.element), one.offset) < (digit(other.element), other.offset)
        }
        return [OverviewScreen.self] + worked.flatMap(\.element) + ShownParts.all.flatMap(\.registers) + [ledger]
    }()

    private static let ledger: any Screen.Type = RecordScreen<LedgerList>.self

    private static func digit(_ screens: [any Screen.Type]) -> Int { screens.compactMap { $0.number }.min() ?? .max }

    /// The screen that a person begins with: those who work in the register with the register, trainers with the
    /// courses, those who look with the overview; at a door without a network it is the door.
    ///
    /// - Parameter pack: that the file is.
    static func first(for role: Role, in pack: Pack? = nil) -> String {
        for part in ShownParts.all {
            if let first = part.first(role, pack) { return first.id }
        }
        return OverviewScreen.id
    }
}

extension Screen {
    fileprivate static func running() -> any RunningScreen { ScreenHost<Self>() }
}
