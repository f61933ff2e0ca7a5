import Persian

/// A door of the congress without a network: it knows who is invited, and checks them in and out.
///
/// Several packs may be at as many doors at once; a guest whom two of them let in came in once, at the first of them.
/// Who is invited, and who no longer, stays with the office.
public enum DoorPack: PackKind {
    public static let name = "door"
    public static let title = Phrase(fa: "در کنگره", en: "congress door")
    public static let subject = Congress.kind
    public static let commands: [any Command.Type] = [GuestCheckIn.self, GuestCheckOut.self]
    public static let fills = [Congress.kind, Guest.kind]

    /// - Throws: `not-found`.
    public static func check(_ about: PackSubject, in registry: some Registry) throws(DecideError) {
        _ = try registry.existing(Congress.self, about.key, field: "about")
    }

    /// - Throws: `not-found`.
    public static func gather(
        _ about: PackSubject, into contents: inout PackContents, from registry: some Registry
    ) throws(DecideError) {
        let congress = try registry.existing(Congress.self, about.key, field: "about")
        try contents.take(congress, from: registry)
        try contents.take(try registry.all(Hall.self, referringTo: congress), from: registry)
        try contents.take(try registry.all(Guest.self, referringTo: congress), from: registry)
    }

    /// - Throws: nothing.
    public static func covers(
        _ record: any Record, of about: PackSubject, in registry: some Registry
    ) throws(DecideError) -> Bool {
        (record as? Guest)?.congress == about.key
    }
}
