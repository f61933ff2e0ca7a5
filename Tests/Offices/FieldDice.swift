import Domain
import Persian

/// Throws the fields of one command.
struct FieldDice {
    var dice: OfficeDice
    let office: MemoryRegistry
    let command: any Command.Type

    mutating func members(of uses: [ParameterUse]) -> [JSON.Member] {
        var members: [JSON.Member] = []
        for use in uses {
            let often = use.presence == .required ? 99 : use.presence == .kept ? 70 : 45
            guard dice.happens(often) else { continue }
            let clears = use.presence == .clearable && dice.happens(10)
            members.append(.init(use.name, clears ? .null : value(of: use)))
        }
        if dice.happens(1) { members.append(.init("colour", .string("سبز"))) }
        return inOrder(fitting(members))
    }

    // MARK: What belongs together

    /// An end that is no sooner than its beginning, most of the time, and of what lasts as long.
    private mutating func inOrder(_ members: [JSON.Member]) -> [JSON.Member] {
        guard let start = members.firstIndex(where: { $0.name == "from" }),
            let end = members.firstIndex(where: { $0.name == "to" }), dice.happens(93),
            let from = members[start].value.string, let to = members[end].value.string
        else { return members }
        var members = members
        if let day = from.split(separator: "T").first, from.contains("T"), dice.happens(85) {
            // Most of what has hours ends on its day.
            members[end] = .init("to", .string("\(day)T\(dice.two(12 + dice.roll(12))):00"))
        } else if from > to, from.prefix(4) == to.prefix(4) {
            members[start] = .init("from", .string(to))
            members[end] = .init("to", .string(from))
        }
        return members
    }

    /// Those in a report who are named apart add up, most of the time; a village camp is long and another short.
    private mutating func fitting(_ members: [JSON.Member]) -> [JSON.Member] {
        guard dice.happens(90) else { return members }
        func number(_ name: String) -> Int? { members.first { $0.name == name }?.value.integer }
        var members = members
        if let sisters = number("sisters"), let present = number("present") {
            members.removeAll { $0.name == "sisters" || $0.name == "brothers" }
            if sisters <= present {
                members += [.init("sisters", .integer(sisters)), .init("brothers", .integer(present - sisters))]
            }
        }
        if command.name.hasPrefix("story.") { members.removeAll { $0.name == "pictures" } }
        if command == TallyCount.self { members.removeAll { $0.name == "men" || $0.name == "women" } }
        if command == CampaignDeliver.self, members.contains(where: { $0.name == "household" }) {
            members.removeAll { $0.name == "nationalID" }
        }
        return members
    }

    // MARK: Values

    private mutating func value(of use: ParameterUse) -> JSON {
        if dice.happens(1) {
            return dice.one([.null, .integer(-7), .string(""), .list([]), .bool(false), .object([])])
        }
        switch use.kind {
        case .number(let range), .numeral(let range): return number(use.name, range)
        case .quantity: return dice.one([.integer(dice.roll(9)), .string("7/5"), .string("۲٫۵"), .string("1.2345")])
        case .date: return dice.day(days: OfficeDice.days)
        case .time: return dice.time(days: OfficeDice.days)
        case .code: return code(use)
        case .nationalID: return nationalID()
        case .mobile: return .string(dice.one(["09120000018", "+98 912 000 0026", "۰۹۱۲۰۰۰۰۰۳۴", "912"]))
        case .flag: return dice.one([.bool(true), .bool(true), .bool(false), .string("بله")])
        case .choice(let choices):
            if command == TallyCount.self, dice.happens(70) { return .string(dice.one(["food", "water"])) }
            return choice(choices)
        case .choices(let choices): return .list([choice(choices)] + (dice.happens(30) ? [choice(choices)] : []))
        case .record:
            return use.name == "session" && command == CourseAttend.self ? code(use) : key(use.kind.lookedUp ?? [])
        case .subject(let kinds): return subject(kinds)
        case .records(let kinds): return .list((0...dice.roll(3)).map { _ in key(kinds) })
        case .rows(let uses): return .list((0..<1 + dice.roll(3)).map { _ in .object(members(of: uses)) })
        case .list: return list(use.name)
        case .nationalIDs: return .list((0..<dice.roll(4)).map { _ in nationalID() })
        case .text, .privateText, .longText, .anything: return text(use.name)
        }
    }

    private mutating func choice(_ choices: [ParameterChoice]) -> JSON {
        let choice = dice.one(choices)
        return .string(dice.happens(2) ? "هیچ" : dice.happens(15) ? choice.phrase.fa : choice.value)
    }

    private mutating func number(_ name: String, _ range: ClosedRange<Int>) -> JSON {
        switch name {
        case "year" where command == SeasonAnnounce.self, "season": return .integer(1443 + dice.roll(3))
        case "year": return .integer(1400 + dice.roll(3))
        case "number" where command.name.hasPrefix("bulletin."): return .integer(1 + dice.roll(3))
        case "birthYear": return .integer(1340 + dice.roll(80))
        // By the books: mostly what a base has, or nearly.
        case "expected": return .integer(dice.roll(9))
        case "size" where command == HouseholdRecord.self: return .integer(1 + dice.roll(9))
        default: break
        }
        switch dice.roll(100) {
        case 0..<88: return .integer(min(range.upperBound, range.lowerBound + dice.roll(dice.happens(80) ? 12 : 60)))
        case 88..<91: return .integer(range.lowerBound - 1)
        case 91..<94: return .integer(dice.happens(50) ? range.upperBound : range.upperBound &+ 1)
        case 94..<98: return .string(persianDigits(range.lowerBound + dice.roll(9)))
        default: return dice.one([.string("x"), .string("3.5"), .string("یک"), .list([.integer(3)])])
        }
    }

    // MARK: Keys

    /// People whom a random office may know.
    private static let people = [
        "9990000018", "9990000026", "9990000034", "9990000042", "9990000050", "9990000069", "9990000077", "9990000085",
    ]
    /// People of households beside them: of the first three each is nearly another.
    private static let needy = ["9990000131", "9990000141", "9990000311", "9990000107", "9990000115", "9990000123"]

    private mutating func nationalID() -> JSON {
        let isNeedy = command.name.hasPrefix("household.") || command == CampaignDeliver.self
        return .string(
            dice.happens(4)
                ? dice.one(["1111111111", "999 000 0018", "999000001", "۹۹۹۰۰۰۰۰۲۶"])
                : dice.one(isNeedy && dice.happens(75) ? Self.needy : Self.people))
    }

    /// The code of a record: of a new one mostly none, of another mostly one that is there.
    private mutating func code(_ use: ParameterUse) -> JSON {
        if command == CourseAttend.self, dice.happens(90) { return .string(dice.one(["S-0", "S/1", "S-1"])) }
        let prefix = String(command.name.prefix { $0 != "." })
        guard use.presence != .required, let type = RecordKind.type(named: prefix) else {
            return key([RecordKind(prefix, Phrase(fa: prefix, en: prefix))])
        }
        if dice.happens(70) { return .null }
        let number = String(1 + dice.roll(12))
        let next = (type as? any Coded.Type).map { $0.series.code(1 + dice.roll(12)) } ?? number
        return .string(
            dice.one([next, next, next, "123/45", "A/\(number)", "ویژه-\(number)", "q-\(number)", "\(number)"]))
    }

    private mutating func key(_ kinds: [RecordKind]) -> JSON {
        if kinds == [Person.kind], dice.happens(20) { return nationalID() }
        let keys = office.keys(of: kinds)
        guard let key = keys.randomElement(using: &dice), !dice.happens(3) else {
            return .string(dice.one(["Q-0099", "C-9", "9990000093", "123/46"]))
        }
        return .string(dice.happens(6) ? key.lowercased() : key)
    }

    private mutating func subject(_ kinds: [RecordKind]) -> JSON {
        let kind = dice.one(kinds)
        return .object([.init(kind.name, key([kind]))])
    }

    // MARK: Texts and lists

    private mutating func list(_ name: String) -> JSON {
        guard name == "sessions" else { return .list((0..<dice.roll(3)).map { _ in text(name) }) }
        return .list(
            (0..<1 + dice.roll(3)).map { number in
                let day = "1401/05/\(dice.two(8 + dice.roll(6)))"
                let hour = 7 + dice.roll(10)
                return .object([
                    .init("code", .string(dice.happens(90) ? "S-\(number)" : "S/\(dice.roll(2))")),
                    .init("from", .string("\(day)T\(dice.two(hour)):00")),
                    .init("to", .string("\(day)T\(dice.two(hour + dice.roll(4))):\(dice.one(["00", "30"]))")),
                ])
            })
    }

    private mutating func text(_ name: String) -> JSON {
        switch name {
        case "account": return .string(dice.one(OfficeDice.accounts))
        case "seal" where command == PackReceive.self && dice.happens(80):
            return .string(office.all(Pack.self).randomElement(using: &dice)?.seal ?? "1")
        case "seal":
            return .string(String(repeating: dice.one(["1", "2", "a", "b", "x"]), count: dice.happens(90) ? 64 : 8))
        case "about": return key(dice.one([[Camp.kind], [Congress.kind], [Base.kind]]))
        case "headName",
            "place" where command.name.hasPrefix("household."):
            return .string(dice.one(["گل دره", "گل‌دره", "گلدره", "گل  درة", "صرم"]))
        case "item": return .string(dice.one(["آب معدنی", "پتو", "نان/لواش", "چای"]))
        case "unit": return .string(dice.one(["عدد", "بطری"]))
        default: break
        }
        if dice.happens(3) {
            return dice.one([.integer(5), .string(" "), .list([.string("الف")]), .string("\u{202E}الف\u{7}")])
        }
        return .string(dice.one(["باران", "بهار", "نسیم", "شهید ۵", "کوثر / مهر", "Ali", "ي‌ك"]))
    }
}

extension MemoryRegistry {
    /// The keys of all records of these kinds.
    func keys(of wanted: [RecordKind]) -> [String] { wanted.flatMap { keys(of: $0.name) }.sorted() }
}
