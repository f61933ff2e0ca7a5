import Domain
import Persian

/// An invented Qom: 6 councils, 12 bases, 780 groups, about 10,000 people, and their camps of a year up to the morning
/// of 10 Mordad 1401, as commands that the rules accept in the order given.
///
///     let commands = Array(DemoProvince().commands())
///     commands[0].name        // "staff.add"
///     commands[0]["account"]  // .string("f.sharifi")
///
/// The same seed gives the same province. All national IDs begin with 999, which belongs to nobody.
public struct DemoProvince: Sendable {
    private let seed: UInt64

    public init(seed: UInt64 = 1401) {
        self.seed = seed
    }

    /// All commands, references after what they name.
    public func commands() -> some Sequence<DemoCommand> {
        var founding = DemoFounding(seed: seed)
        founding.foundCouncilsAndBases()
        founding.registerGroups()
        founding.succeedHeadsOfCouncils()
        founding.suspendAndDissolve()
        let all = founding.commands + founding.work()
        return DemoStaff.commands + all.enumerated().map { DemoStaff.signed($1, number: $0) }
    }

    /// The campaigns of packages, and the stories that are told of the summer, to be sent after the province: 35,000
    /// commands.
    public func campaigns() -> [DemoCommand] {
        var packages = DemoPackages(seed: seed)
        var stories = DemoStories()
        return packages.all().enumerated().map { DemoStaff.signed($1, number: $0) } + stories.all()
    }
}

/// The province while it is being invented.
private struct DemoFounding {
    private(set) var commands: [DemoCommand] = []
    private var random: DemoRandom
    private var people: DemoPeople
    private var names = DemoGroupNames()
    private var groups: [DemoGroup] = []
    /// Who heads each council and base now.
    private var heads: [String: String] = [:]

    private static let groupCount = 780
    /// 15 Farvardin 1390 to 30 Khordad 1401.
    private static let registrationDays = 15_068...19_163

    init(seed: UInt64) {
        random = DemoRandom(seed: seed)
        people = DemoPeople(using: &random)
    }

    private mutating func add(_ name: String, _ fields: [JSON.Member]) {
        commands.append(DemoCommand(name: name, fields: fields))
    }

    private mutating func recordPerson(isWoman: Bool, fields: [DemoField]) -> DemoPerson {
        let (command, person) = people.next(isWoman: isWoman, fields: fields, using: &random)
        commands.append(command)
        return person
    }

    // MARK: Councils and bases

    private static func councilCode(_ area: Int) -> String { "SH-0\(area + 1)" }

    private static func baseCode(_ area: Int, _ base: Int) -> String {
        let number = area * 2 + base + 1
        return number < 10 ? "B-0\(number)" : "B-\(number)"
    }

    /// Councils and bases with their heads.
    mutating func foundCouncilsAndBases() {
        for (index, area) in DemoArea.all.enumerated() {
            let code = Self.councilCode(index)
            add("council.found", [.init("code", .string(code)), .init("name", .string(area.council))])
            appointNewHead(of: code, from: .string("1394/0\(index + 1)/15"))
        }
        for (index, area) in DemoArea.all.enumerated() {
            for (number, name) in area.bases.enumerated() {
                let code = Self.baseCode(index, number)
                let council = JSON.string(Self.councilCode(index))
                add(
                    "base.found",
                    [.init("code", .string(code)), .init("name", .string(name)), .init("council", council)])
                appointNewHead(of: code, from: .string("139\(5 + number)/0\(index + 1)/01"))
            }
        }
    }

    /// Two councils have had a second head.
    mutating func succeedHeadsOfCouncils() {
        for index in [1, 4] {
            appointNewHead(of: Self.councilCode(index), from: .string("1399/07/01"), succeeding: true)
        }
    }

    private mutating func appointNewHead(of body: String, from day: JSON, succeeding: Bool = false) {
        let head = recordPerson(isWoman: random.chance(25), fields: DemoField.all)
        appoint(head, as: "head", of: body, from: day, succeeding: succeeding)
        heads[body] = head.nationalID
    }

    private mutating func appoint(
        _ person: DemoPerson, as office: String, of body: String, from day: JSON, succeeding: Bool
    ) {
        var fields: [JSON.Member] = [
            .init("body", .string(body)), .init("office", .string(office)), .init("person", .string(person.nationalID)),
            .init("from", day),
        ]
        if succeeding { fields.append(.init("succeed", .bool(true))) }
        add("office.appoint", fields)
    }

    // MARK: Groups

    private static func groupCode(_ number: Int) -> String {
        let digits = String(number)
        return "Q-" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Groups in the order of their registration, each after its people.
    mutating func registerGroups() {
        let days = (0..<Self.groupCount).map { _ in random.number(Self.registrationDays) }.sorted()
        for (index, day) in days.enumerated() {
            registerGroup(Self.groupCode(index + 1), on: Day(number: day))
        }
    }

    private mutating func registerGroup(_ code: String, on day: Day) {
        let isSpecialised = random.chance(45)
        let fields = pickFields(isSpecialised ? 1 : random.pick([(1, weight: 2), (2, weight: 5), (3, weight: 3)]))
        let isWomens = random.chance(14)
        let area = random.pick(DemoArea.all.indices.map { ($0, weight: DemoArea.all[$0].weight) })
        let name = names.next(
            calling: isSpecialised ? fields[0].callings : nil, localities: DemoArea.all[area].localities,
            women: isWomens, using: &random)
        let members = recordMembers(of: fields, womenPercent: isWomens ? 100 : random.pick([0, 20, 40, 50]))
        let size = random.number(members.count...random.pick([20, 30, 45, 60]))

        var values: [JSON.Member] = [
            .init("code", .string(code)), .init("name", .string(name)),
            .init("kind", isSpecialised ? .string("specialised") : .string("general")),
            .init("fields", .list(fields.map { .string($0.code) })),
        ]
        values += home(in: area)
        values += [
            .init("size", .integer(size)),
            .init("registeredOn", jalali(day)),
            .init("head", .string(members[0].nationalID)),
        ]
        let liaison = random.chance(80) ? members[1].nationalID : nil
        if let liaison { values.append(.init("mediaLiaison", .string(liaison))) }
        if random.chance(15) { values.append(.init("note", .string(random.pick(Self.notes)))) }
        add("group.register", values)
        beginMemberships(members, in: code, since: day)
        groups.append(
            DemoGroup(
                code: code, fields: fields, size: size, registeredOn: day, head: members[0].nationalID,
                liaison: liaison, localities: DemoArea.all[area].localities))
        if random.chance(4) { succeedHead(of: code, by: members[2], since: day) }
    }

    private mutating func pickFields(_ count: Int) -> [DemoField] {
        var fields: [DemoField] = []
        while fields.count < count {
            let field = random.pick(DemoField.all.map { ($0, weight: $0.weight) })
            if !fields.contains(where: { $0.code == field.code }) { fields.append(field) }
        }
        return fields
    }

    /// Where a group belongs: one in twenty stands for itself, some have a council but no base.
    private mutating func home(in area: Int) -> [JSON.Member] {
        let county = JSON.Member("county", .string(random.pick(DemoArea.all[area].counties)))
        let council = JSON.Member("council", .string(Self.councilCode(area)))
        let base = JSON.Member("base", .string(Self.baseCode(area, random.number(0...1))))
        return switch random.number(1...100) {
        case ...5: [county]
        case ...15: [council, county]
        default: [council, base, county]
        }
    }

    /// 5 to 18 people, seldom fewer than 9.
    private mutating func recordMembers(of fields: [DemoField], womenPercent: Int) -> [DemoPerson] {
        let count = random.number(random.chance(10) ? 5...8 : 9...18)
        return (0..<count).map { _ in recordPerson(isWoman: random.chance(womenPercent), fields: fields) }
    }

    /// Two thirds were there from the first day, the head and the liaison among them; the others came later.
    private mutating func beginMemberships(_ members: [DemoPerson], in group: String, since day: Day) {
        for (index, member) in members.enumerated() {
            let joined = index < 3 || random.chance(60) ? day : laterDay(than: day)
            add(
                "membership.begin",
                [
                    .init("group", .string(group)), .init("person", .string(member.nationalID)),
                    .init("from", jalali(joined)),
                ])
        }
    }

    private mutating func succeedHead(of group: String, by member: DemoPerson, since day: Day) {
        let from = laterDay(than: day)
        if from > day { appoint(member, as: "head", of: group, from: jalali(from), succeeding: true) }
    }

    private mutating func laterDay(than day: Day) -> Day {
        Day(number: random.number(day.number...Self.registrationDays.upperBound))
    }

    private func jalali(_ day: Day) -> JSON {
        .string(JalaliDate(day).text)
    }

    private static let notes = [
        "سابقه اعزام به ایلام و لرستان", "نیازمند تجهیزات پزشکی", "گروه دانشجویی",
        "همکار کمیته امداد در توزیع بسته‌های معیشتی",
        "برگزیده جشنواره جهادگران استان", "وسیله نقلیه در اختیار دارد", "آماده اعزام در تابستان ۱۴۰۱",
        "دارای کارگاه خیاطی و نجاری",
    ]

    // MARK: Groups that rest or have ended

    /// Some groups are suspended, a few of them again at work, and some dissolved.
    mutating func suspendAndDissolve() {
        let chosen = random.sample(Array(1...Self.groupCount), 20).map(Self.groupCode)
        for code in chosen.prefix(14) {
            let reason = random.pick([
                "شش ماه بی‌گزارش", "به درخواست مسئول گروه", "نبود مسئول پس از جابه‌جایی", "تکمیل نشدن پرونده اعضا",
            ])
            add("group.suspend", [.init("code", .string(code)), .init("reason", .string(reason))])
        }
        for code in chosen.prefix(4) {
            add("group.reinstate", [.init("code", .string(code))])
        }
        // Those that rest or have ended hold no camps.
        groups.removeAll { chosen.dropFirst(4).contains($0.code) }
        for code in chosen.suffix(6) {
            let reason = random.pick(["ادغام در گروهی دیگر", "پایان فعالیت به درخواست گروه", "مهاجرت بیشتر اعضا"])
            add("group.dissolve", [.init("code", .string(code)), .init("reason", .string(reason))])
        }
    }

    // MARK: What they do

    /// The camps of the groups at work, and the courses and the congress of the summer, in the order of time.
    func work() -> [DemoCommand] {
        var camps = DemoCamps(of: groups, using: random)
        var training = DemoTraining(
            heads: heads.keys.sorted().compactMap { heads[$0] },
            people: groups.enumerated().filter { $0.offset % 10 == 3 }.map { $1.liaison ?? $1.head }, using: random)
        var congress = DemoCongress(
            people: groups.enumerated().filter { $0.offset % 10 == 6 }.map { $1.liaison ?? $1.head })
        var arbaeen = DemoArbaeen(of: groups, using: random)
        var guests = DemoGuests(using: random)
        var roll = DemoRoll(of: groups)
        let congresses = congress.all() + guests.all() + roll.all()
        let held = camps.all()
        var support = DemoSupport(camps: held, of: groups, using: random)
        let all = held + training.all() + congresses + arbaeen.all() + support.all()
        return all.enumerated().sorted { ($0.1.at, $0.0) < ($1.1.at, $1.0) }.map { item in
            let (at, command) = item.1
            return DemoCommand(name: command.name, fields: command.fields + [.init("at", .string(at.text))])
        }
    }
}
