import Persian

/// Every part of the office, in the order of lists and menus. A new one is told to the rules by a line here.
public enum Parts {
    public static let all: [Part] =
        [
            .groups, .people, .camps, .needs, .training, .congress, .arbaeen, .support, .packages, .stories, .staff,
            .packs,
        ] + trial

    /// What a test adds, in a process of its own, before anything has read the list.
    nonisolated(unsafe) static var trial: [Part] = []
}

/// Every command of the office. Decoding, `apply`, help and the role table read this list.
public enum Commands {
    /// Those of all parts, then those about the ledger itself.
    public static let all: [any Command.Type] =
        Parts.all.flatMap(\.commands) + [LedgerUndo.self, RecordVoid.self, LedgerRestore.self]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    public static func named(_ name: String) -> (any Command.Type)? { byName[name] }
}

extension RecordKind {
    public static let allTypes: [any Record.Type] = Parts.all.flatMap(\.records)

    private static let byName = Dictionary(uniqueKeysWithValues: allTypes.map { ($0.kind.name, $0) })

    /// The record type of a kind's JSON name: "group".
    public static func type(named name: String) -> (any Record.Type)? { byName[name] }
}

/// Every part of the office whose records are evidence of activity.
public enum ActivitySources {
    public static let all: [any ActivitySource.Type] = Parts.all.flatMap(\.evidence)
}

/// Every kind of pack.
public enum PackKinds {
    public static let all: [any PackKind.Type] = Parts.all.flatMap(\.packs)

    public static func named(_ name: String) -> (any PackKind.Type)? { all.first { $0.name == name } }

    static var subjects: [RecordKind] { all.map { $0.subject } }
    static var names: Phrase { all.map { $0.title }.listed() }
}

/// What needs can be raised for.
enum NeedBearers {
    static let all: [any NeedBearer.Type] = Parts.all.flatMap(\.needBearers)
}
