import Persian

/// A kind of pack: what it takes along, and which commands it may hold. A part of the office that travels declares its own
/// in one file, and names it in its ``Part``.
public protocol PackKind: Sendable {
    /// As the command line names it: "camp".
    static var name: String { get }
    static var title: Phrase { get }
    /// What sort of record a pack of this kind is about.
    static var subject: RecordKind { get }
    /// What may be sent in it, beside taking one's own commands back.
    static var commands: [any Command.Type] { get }
    /// The kinds of record that it holds enough of to fill their screen.
    static var fills: [RecordKind] { get }

    /// Whether it serves in one campaign, which has to be named.
    static var isOfCampaign: Bool { get }

    /// Refuses what cannot be taken along now.
    static func check(_ about: PackSubject, in registry: some Registry) throws(DecideError)
    /// Gathers what is taken along. What the records refer to comes by itself.
    static func gather(
        _ about: PackSubject, into contents: inout PackContents, from registry: some Registry
    ) throws(DecideError)
    /// Whether a pack about that record may change this one.
    static func covers(_ record: any Record, of about: PackSubject, in registry: some Registry) throws(DecideError)
        -> Bool
}

/// What a pack is about: a record of its kind's sort and, of a base, the campaign.
public struct PackSubject: Hashable, Sendable {
    public let key: String
    public let campaign: String?

    public init(key: String, campaign: String? = nil) {
        self.key = key
        self.campaign = campaign
    }
}

extension PackKind {
    public static var isOfCampaign: Bool { false }

    public static func permits(_ command: any Command.Type) -> Bool {
        command == LedgerUndo.self || commands.contains { $0 == command }
    }
}

/// What a pack takes along: records, each after those it refers to, and where its people are on its days without it.
public struct PackContents: Sendable {
    /// A person who is at another camp that day: all that the rule about two camps needs to know of that camp.
    public struct Elsewhere: Hashable, Sendable {
        public let person: String
        public let day: Day
        public let camp: String
    }

    public private(set) var records: [any Record] = []
    public var elsewhere: [Elsewhere] = []

    /// A person who got a package of a campaign from somebody else. Packs hold no more of it than a keyed hash.
    public struct Served: Hashable, Sendable {
        public let person: String
        public let campaign: String
    }
    public var served: [Served] = []
    private var taken: Set<[String]> = []

    /// The people among the records.
    var people: [Person] { records.compactMap { $0 as? Person } }

    /// Takes a record and, before it, what it refers to.
    mutating func take<R: Record>(_ record: R, from registry: some Registry) throws(DecideError) {
        guard taken.insert([R.kind.name, record.key]).inserted else { return }
        for column in R.columns where !column.refersTo.isEmpty {
            for key in column.keys(record) {
                for kind in column.refersTo { try take(kind, key, from: registry) }
            }
        }
        records.append(record)
    }

    mutating func take<R: Record>(_ records: [R], from registry: some Registry) throws(DecideError) {
        for record in records { try take(record, from: registry) }
    }

    private mutating func take(_ kind: RecordKind, _ key: String, from registry: some Registry) throws(DecideError) {
        guard let type = RecordKind.type(named: kind.name) else { return }
        try take(type, key, from: registry)
    }

    private mutating func take<R: Record>(
        _ type: R.Type, _ key: String, from registry: some Registry
    ) throws(DecideError) {
        if let record = try registry.find(type, key: key) { try take(record, from: registry) }
    }
}

extension Pack {
    /// What its file holds: what its kind gathers, the account it was made for, and what the office set.
    ///
    /// - Throws: `not-found` for the account, and for what its kind gathers.
    public func contents(from registry: some Registry) throws(DecideError) -> PackContents {
        var contents = PackContents()
        guard let declaration else { return contents }
        let staff = try registry.existing(Staff.self, account, field: "account")
        try contents.take(staff, from: registry)
        for definition in SettingDefinition.all {
            if let setting = try registry.find(Setting.self, key: definition.name) {
                try contents.take(setting, from: registry)
            }
        }
        try declaration.gather(subject, into: &contents, from: registry)
        try contents.take(self, from: registry)
        return contents
    }
}

extension Registry {
    /// The records of a type that refer to this one.
    func all<R: Record>(_ type: R.Type, referringTo record: any Record) throws(DecideError) -> [R] {
        try references(to: record, .all, limit: .max).compactMap { $0 as? R }
    }
}
