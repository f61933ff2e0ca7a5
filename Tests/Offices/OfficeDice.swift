import Domain
import Persian

/// One command that a random office is sent: a line of a script, and where it comes from when it was given elsewhere.
public struct RandomLine {
    public let json: JSON
    public var origin: Origin?

    public init(_ json: JSON, from origin: Origin? = nil) { (self.json, self.origin) = (json, origin) }

    public var text: String { json.text + (origin.map { " from \($0.station)" } ?? "") }
}

/// Random commands about a few codes, people and days, so that they meet; the same for the same seed.
///
/// What may be sent is read off the commands themselves: each field gets a value of its kind, mostly one that fits, at times
/// one that nearly does, and at times nonsense. A command that is added is thrown as well.
public struct OfficeDice: RandomNumberGenerator {
    private var state: UInt64
    /// The commands that this office is mostly about.
    private var focus: [any Command.Type] = []
    /// How many lines were thrown: their ids.
    private var thrown = 0

    public init(seed: UInt64) {
        state = seed &* 0x2545_F491_4F6C_DD1D
        for _ in 0..<2 {
            let topic = Self.topics[roll(Self.topics.count)]
            focus += Commands.all.filter { topic.contains(String($0.name.prefix { $0 != "." })) }
        }
    }

    /// What an office may be about: the commands whose names begin so.
    private static let topics: [Set<String>] = [
        ["group", "membership", "office", "council", "base", "person"], ["camp", "need", "incident"],
        ["course"], ["congress", "hall", "session"], ["guest"], ["martyr", "incident"],
        ["season", "point", "shift"], ["supply", "tally", "point"], ["pack", "camp", "guest"], ["staff", "setting"],
        ["institution", "support", "pledge"], ["support", "need", "pledge", "pack"],
        ["campaign", "household"], ["campaign", "household", "pack"], ["campaign"],
    ]

    /// SplitMix64.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    public mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }
    /// Whether something happens that happens so often in a hundred.
    public mutating func happens(_ percent: Int) -> Bool { roll(100) < percent }
    public mutating func one<T>(_ items: [T]) -> T { items[roll(items.count)] }

    // MARK: Lines

    /// The next line, about what the office holds.
    public mutating func line(in office: MemoryRegistry) -> RandomLine {
        thrown += 1
        let pack = happens(12) ? office.all(Pack.self).randomElement(using: &self) : nil
        if let pack { return packedLine(pack, office) }
        let command = command(office)
        var members = [JSON.Member("command", .string(command.name))] + fields(of: command, office)
        members.append(.init("id", .string(id(office))))
        members += envelope(command, members, office)
        return RandomLine(.object(members))
    }

    private mutating func command(_ office: MemoryRegistry) -> any Command.Type {
        switch roll(100) {
        case 0..<14 where !office.ledger.isEmpty: LedgerUndo.self
        case 14..<20: RecordVoid.self
        case 20..<28: one(Commands.all)
        case 28..<30 where !office.all(Pack.self).isEmpty: PackReceive.self
        default: one(focus)
        }
    }

    /// A command as it comes home from a pack, as its account and from its station.
    private mutating func packedLine(_ pack: Pack, _ office: MemoryRegistry) -> RandomLine {
        let own = pack.declaration?.commands ?? []
        let command: any Command.Type = happens(15) || own.isEmpty ? LedgerUndo.self : one(own)
        var members = [JSON.Member("command", .string(command.name))] + fields(of: command, office)
        members.append(.init("id", .string(id(office))))
        members.append(.init("as", .string(happens(95) ? pack.account : "operator1")))
        members.append(.init("station", .string(pack.code)))
        members.append(.init("at", time(days: Self.days)))
        let made = office.ledger.first { $0.changes.contains { $0.record.id == pack.id } }?.number ?? 1
        let seen = happens(70) ? made : roll(office.ledger.count) + 1
        return RandomLine(.object(members), from: Origin(pack, seen: seen))
    }

    /// An id of its own, at times one that was used.
    private mutating func id(_ office: MemoryRegistry) -> String {
        if happens(3), let used = office.ledger.randomElement(using: &self), used.refusal == nil { return used.id }
        let digits = String(thrown)
        let own = "01890000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        return happens(2) ? own.uppercased() : own
    }

    /// Who sends it, when and why, and what they were looking at: most of the time an administrator, now.
    private mutating func envelope(
        _ command: any Command.Type, _ fields: [JSON.Member], _ office: MemoryRegistry
    ) -> [JSON.Member] {
        var members: [JSON.Member] = []
        let hasReason = fields.contains { $0.name == "reason" }
        if happens(15), !hasReason { members.append(.init("reason", .string(one(["لازم بود", "پیش آمد"])))) }
        if happens(20) {
            let known = office.keys(of: Staff.kind.name).sorted()
            members.append(.init("as", .string(one(happens(10) || known.isEmpty ? Self.accounts : known))))
        }
        if happens(12) { members.append(.init("version", .integer(1 + roll(4)))) }
        if happens(6) { members.append(.init("at", time(days: Self.days))) }
        if happens(3) { members.append(.init("station", .string(one(["QOM-2", "PK-001", "رایانه"])))) }
        return members
    }

    static let accounts = [
        "operator1", "operator1", "operator2", "supervisor1", "supervisor1", "trainer1", "admin2", "other1",
    ]

    // MARK: Fields

    private mutating func fields(of command: any Command.Type, _ office: MemoryRegistry) -> [JSON.Member] {
        if command == LedgerUndo.self { return [.init("undo", .string(undone(office)))] }
        if command == RecordVoid.self { return voided(office) }
        if command == SettingChange.self { return setting() }
        var thrower = FieldDice(dice: self, office: office, command: command)
        let members = thrower.members(of: command.parameters)
        self = thrower.dice
        return members
    }

    /// The id of one of the last commands, an undo among them.
    private mutating func undone(_ office: MemoryRegistry) -> String {
        let last = office.ledger.filter { $0.refusal == nil }.suffix(happens(70) ? 4 : 60)
        return last.isEmpty || happens(2) ? "01890000-0000-7000-8000-999999999999" : one(Array(last)).id
    }

    private mutating func voided(_ office: MemoryRegistry) -> [JSON.Member] {
        let records = office.records.values.filter { !($0 is Staff) }.sorted { $0.id < $1.id }
        guard let record = records.randomElement(using: &self), !happens(3) else {
            return [.init("kind", .string("group")), .init("code", .string("Q-9")), .init("reason", .string("نبود"))]
        }
        return [
            .init("kind", .string(type(of: record).kind.name)), .init("code", .string(record.key)),
            .init("reason", .string("اشتباه بود")),
        ]
    }

    private mutating func setting() -> [JSON.Member] {
        let name = one(SettingDefinition.all).name
        let values: [JSON] =
            switch name {
            case "office.name": [.string("قم"), .string("کهک")]
            case "report.due": [.string("21:00"), .string("20:30"), .string("24:00"), .string("نه شب")]
            default: [.integer(roll(13)), .integer(roll(13)), .integer(roll(200)), .integer(-1), .string("۴")]
            }
        return [.init("name", .string(name)), .init("value", one(values))]
    }

    // MARK: Days

    /// The days that most of it happens on, beside today.
    static let days = 1...13

    mutating func day(days: ClosedRange<Int>) -> JSON {
        switch roll(100) {
        case 0..<80: .string("1401/05/\(two(Int.random(in: days, using: &self)))")
        case 80..<86: .string("2022-0\(7 + roll(2))-\(two(1 + roll(28)))")
        case 86..<91: .string("140\(roll(2))/\(two(1 + roll(12)))/\(two(1 + roll(29)))")
        case 91..<94: .string(one(["1401/06/29", "1401/06/30", "1401/06/31", "1401/01/01"]))
        case 94..<96: .string("۱۴۰۱/۰۵/\(two(1 + roll(28)))")
        case 96: .string(one(["1301/05/15", "1250/01/01", "1600/12/29"]))
        case 97: .string(one(["1401/07/31", "1401/13/01", "2022-02-30"]))
        default: one([.string("فردا"), .integer(14_010_510), .null, .string(""), .bool(true)])
        }
    }

    mutating func time(days: ClosedRange<Int>) -> JSON {
        guard let day = day(days: days).string, !happens(1) else { return .string("10:00") }
        let hour = ["T\(two(7 + roll(14))):00", "T\(two(7 + roll(14))):30", "T\(two(roll(24))):\(two(roll(60)))"]
        let rare = ["T24:00", "T00:00", "T23:30+03:30", "T23:00+04:30", " 9:5", "T25:00", ""]
        return .string(day + (happens(92) ? one(hour) : one(rare)))
    }

    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
