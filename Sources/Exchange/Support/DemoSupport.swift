import Domain
import Persian

/// The three custodians and nine invented bodies, what camps, points, groups and the congress lack on the morning on which
/// the demo opens, and who helps: kept, late and silent pledges, overlaps and the gaps they could go to, what nobody has
/// taken, and spiritual support with its outcomes.
struct DemoSupport {
    private let running: [DemoPlannedCamp]
    private let coming: [DemoPlannedCamp]
    private let past: [DemoPlannedCamp]
    private let groups: [DemoGroup]
    private var random: DemoRandom
    private var needs: Int
    private var pledges = 0
    private var commands: [(at: DemoMoment, command: DemoCommand)] = []

    /// - Parameter camps: all commands about camps.
    init(camps: [(at: DemoMoment, command: DemoCommand)], of groups: [DemoGroup], using random: DemoRandom) {
        let planned = DemoPlannedCamp.all(of: camps)
        running = planned.filter(\.isRunning)
        coming = planned.filter { $0.days.lowerBound > Self.today }
        past = planned.filter { $0.days.upperBound < Self.today }.suffix(20)
        needs = camps.count { $0.command.name == "need.raise" }
        var random = random
        self.groups = random.sample(groups, 12)
        self.random = random
    }

    private static let today = DemoCamps.now.day

    private static let custodians = [
        ("HOWZEH", "حوزه علمیه"), ("SETAD", "ستاد اجرایی فرمان امام"), ("SEPAH", "سپاه استان"),
    ]
    /// Nobody is called so.
    private static let others = [
        ("BARAN", "بنیاد خیریه باران نمونه"), ("YARI", "انجمن پزشکان یاری نمونه"), ("ARD", "کارخانه آرد نمونه"),
        ("ABSHAR", "مؤسسه آبشار نمونه"), ("SANG", "اتحادیه مصالح نمونه"), ("NAN", "خیریه نان و نمک نمونه"),
        ("QALAM", "کانون معلمان نمونه"), ("AFTAB", "پخش دارویی آفتاب نمونه"), ("HAMDEL", "هیئت همدلان نمونه"),
    ]
    private static let items: [(item: String, unit: String, most: Int)] = [
        ("پتو", "تخته", 120), ("سیمان", "کیسه", 200), ("آب معدنی", "بطری", 900), ("دارو", "بسته", 80),
        ("لوازم‌التحریر", "بسته", 150), ("تانکر آب", "دستگاه", 12), ("آرد", "کیسه", 90), ("چادر اسکان", "تخته", 40),
        ("کنسرو", "قوطی", 600), ("لباس کار", "دست", 160), ("میلگرد", "شاخه", 240), ("نهال", "اصله", 800),
    ]

    /// All commands about support, in no order.
    mutating func all() -> [(at: DemoMoment, command: DemoCommand)] {
        for (index, (code, name)) in (Self.custodians + Self.others).enumerated() {
            add(
                "institution.register", Self.ago(60), 9, index,
                [
                    .init("code", .string(code)), .init("name", .string(name)),
                    .init("custodian", .bool(index < Self.custodians.count)),
                ])
        }
        for cycle in Self.items.indices { raise(cycle) }
        giveSpirit()
        return commands
    }

    private static func ago(_ days: Int) -> Day { today.advanced(by: -days) }

    private mutating func add(_ name: String, _ day: Day, _ hour: Int, _ minute: Int, _ fields: [JSON.Member]) {
        commands.append((DemoMoment(day, hour, minute), DemoCommand(name: name, fields: fields)))
    }

    private func institution(_ number: Int) -> String {
        let all = Self.custodians + Self.others
        return all[number % all.count].0
    }

    private func camp(_ number: Int) -> JSON { Self.target("camp", running[number % running.count].code) }
    private static func target(_ kind: String, _ code: String) -> JSON { .object([.init(kind, .string(code))]) }

    // MARK: Needs

    /// Eight needs of one item, each as another one stands.
    private mutating func raise(_ cycle: Int) {
        let item = Self.items[cycle]
        func quantity(_ random: inout DemoRandom) -> Int { max(4, random.number(item.most / 3...item.most)) / 2 * 2 }
        leaveUntaken(cycle, quantity(&random))
        promiseTooMuch(cycle, quantity(&random))
        promiseTooLittle(cycle, quantity(&random))
        comeLate(cycle, quantity(&random))
        keep(cycle, quantity(&random))
        if cycle % 2 == 0 { fallSilent(cycle, quantity(&random)) } else { confirmLess(cycle, quantity(&random)) }
        sendSome(cycle, quantity(&random))
        decline(cycle, quantity(&random))
    }

    /// Raises a need and answers its code.
    ///
    /// - Parameters:
    ///   - day: when it was raised.
    ///   - needed: in how many days it is needed.
    private mutating func need(
        _ cycle: Int, _ quantity: Int, for target: JSON, on day: Day, _ hour: Int = 10, needed: Int
    ) -> String {
        needs += 1
        let code = Need.series.code(needs)
        let item = Self.items[cycle]
        add(
            "need.raise", day, hour, random.number(0...59),
            [
                .init("code", .string(code)), .init("for", target), .init("item", .string(item.item)),
                .init("quantity", .integer(quantity)), .init("unit", .string(item.unit)),
                .init("urgency", .string(random.pick(["low", "normal", "normal", "high"]))),
                .init("neededBy", .string(JalaliDate(Self.today.advanced(by: needed)).text)),
            ])
        return code
    }

    /// Nobody has promised anything; some of it is needed tomorrow.
    private mutating func leaveUntaken(_ cycle: Int, _ quantity: Int) {
        let camp = coming[cycle * 2 % coming.count]
        let isToday = camp.plannedOn.advanced(by: 1) >= Self.today
        _ = need(
            cycle, quantity, for: Self.target("camp", camp.code), on: isToday ? Self.today : Self.ago(1),
            isToday ? 9 : 10, needed: cycle % 4 == 0 ? 1 : random.number(3...9))
    }

    /// Three have promised more than is needed; of two nothing is sent yet.
    private mutating func promiseTooMuch(_ cycle: Int, _ quantity: Int) {
        let code = need(cycle, quantity, for: camp(cycle), on: Self.ago(6), needed: random.number(4...8))
        let first = pledge(code, institution(cycle), max(1, quantity / 2), on: Self.ago(5))
        say("dispatch", first, max(1, quantity / 2), on: Self.ago(3))
        _ = pledge(code, institution(cycle + 4), max(1, quantity * 6 / 10), on: Self.ago(4))
        _ = pledge(code, institution(cycle + 7), max(1, quantity * 3 / 10), on: Self.ago(2))
    }

    /// Half of it is promised: where an overlap of the same item could go.
    private mutating func promiseTooLittle(_ cycle: Int, _ quantity: Int) {
        let target =
            cycle % 3 == 0 ? Self.target("point", "AP-\(cycle % 4 + 1)") : camp(cycle + 5)
        let code = need(cycle, quantity, for: target, on: Self.ago(3), needed: random.number(2...6))
        _ = pledge(code, institution(cycle + 2), max(1, quantity / 2), on: Self.ago(2))
    }

    private mutating func comeLate(_ cycle: Int, _ quantity: Int) {
        let code = need(cycle, quantity, for: camp(cycle + 9), on: Self.ago(10), needed: -random.number(1...3))
        let late = pledge(code, institution(cycle + 1), max(1, quantity * 8 / 10), on: Self.ago(9))
        if cycle % 2 == 0 {
            say("dispatch", late, max(1, quantity * 4 / 10), on: Self.ago(5))
            say("deliver", late, max(1, quantity * 2 / 10), on: Self.ago(4))
        }
        guard cycle % 5 == 1 else { return }
        let withdrawn = pledge(code, institution(cycle + 6), max(1, quantity / 5), on: Self.ago(8))
        add(
            "support.withdraw", Self.ago(6), 12, random.number(0...59),
            [.init("pledge", .string(withdrawn)), .init("reason", .string("انبار خالی شد"))])
    }

    private mutating func keep(_ cycle: Int, _ quantity: Int) {
        let target = cycle % 4 == 3 ? Self.target("congress", DemoCongress.year) : camp(cycle + 13)
        let code = need(cycle, quantity, for: target, on: Self.ago(8), needed: random.number(1...5))
        let kept = pledge(code, institution(cycle), quantity, on: Self.ago(7))
        say("dispatch", kept, quantity, on: Self.ago(5))
        say("deliver", kept, quantity, on: Self.ago(4))
        say("confirm", kept, quantity, on: Self.ago(3))
    }

    /// Promised long ago, and nothing heard since.
    private mutating func fallSilent(_ cycle: Int, _ quantity: Int) {
        let group = Self.target("group", groups[cycle % groups.count].code)
        let code = need(cycle, quantity, for: group, on: Self.ago(24), needed: random.number(5...12))
        _ = pledge(code, institution(cycle + 8), max(1, quantity * 7 / 10), on: Self.ago(20))
    }

    /// The camp got less than was said to be handed over.
    private mutating func confirmLess(_ cycle: Int, _ quantity: Int) {
        let code = need(cycle, quantity, for: camp(cycle + 17), on: Self.ago(9), needed: random.number(1...3))
        let doubted = pledge(code, institution(cycle + 3), quantity, on: Self.ago(8))
        say("dispatch", doubted, quantity, on: Self.ago(6))
        say("deliver", doubted, quantity, on: Self.ago(5))
        say("confirm", doubted, quantity * 7 / 10, on: Self.ago(3), note: "بخشی از بار نرسید")
    }

    private mutating func sendSome(_ cycle: Int, _ quantity: Int) {
        let code = need(cycle, quantity, for: camp(cycle + 21), on: Self.ago(5), needed: random.number(2...4))
        let sent = pledge(code, institution(cycle + 5), quantity / 2, on: Self.ago(4))
        say("dispatch", sent, quantity / 2, on: Self.ago(1))
        _ = pledge(code, institution(cycle + 10), quantity / 2, on: Self.ago(3))
    }

    private mutating func decline(_ cycle: Int, _ quantity: Int) {
        let group = Self.target("group", groups[(cycle + 5) % groups.count].code)
        let target = cycle % 2 == 0 ? Self.target("point", "AP-\(cycle % 3 + 1)") : group
        let code = need(cycle, quantity, for: target, on: Self.ago(4), needed: random.number(3...9))
        for (number, reason) in ["موجود نیست", "اعتبار این ماه تمام شده است"].enumerated() {
            add(
                "support.decline", Self.ago(3 - number), 11, random.number(0...59),
                [
                    .init("need", .string(code)), .init("institution", .string(institution(cycle + number * 3))),
                    .init("reason", .string(reason)),
                ])
        }
        if cycle % 3 == 1 { _ = pledge(code, institution(cycle + 9), max(1, quantity * 3 / 10), on: Self.ago(1)) }
    }

    // MARK: Pledges

    /// Records a pledge and answers its code.
    private mutating func pledge(_ need: String, _ institution: String, _ quantity: Int, on day: Day) -> String {
        pledges += 1
        let code = Pledge.series.code(pledges)
        add(
            "support.pledge", day, 11, random.number(0...59),
            [
                .init("code", .string(code)), .init("need", .string(need)),
                .init("institution", .string(institution)), .init("quantity", .integer(quantity)),
            ])
        return code
    }

    private mutating func say(_ step: String, _ pledge: String, _ quantity: Int, on day: Day, note: String? = nil) {
        add(
            "support.\(step)", day, 16, random.number(0...59),
            [
                .init("pledge", .string(pledge)), .init("quantity", .integer(quantity)),
                .init("on", .string(JalaliDate(day).text)),
            ] + (note.map { [.init("note", .string($0))] } ?? []))
    }

    // MARK: Spiritual support

    private static let spirit = [
        ("اعزام روحانی", "ده سخنرانی و برپایی نماز جماعت"), ("بازدید از اردو", "رفع دو مشکل اسکان"),
        ("نشست پرسش و پاسخ", "شصت نوجوان شرکت کردند"), ("برگزاری مراسم دعا", "استقبال اهالی روستا"),
        ("کارگاه مشاوره خانواده", "بیست و پنج خانواده"), ("تقدیر از خانواده‌های جهادگران", ""),
    ]

    private mutating func giveSpirit() {
        for (index, camp) in (running.prefix(14) + past.prefix(8)).enumerated() {
            let day = min(camp.days.lowerBound.advanced(by: 1), camp.days.upperBound, Self.ago(1))
            give(index, Self.target("camp", camp.code), on: max(day, camp.days.lowerBound), hour: 19)
        }
        for (index, group) in groups.prefix(4).enumerated() {
            give(index + 1, Self.target("group", group.code), on: Self.ago(12 + index), hour: 18)
        }
        give(2, Self.target("point", "AP-1"), on: Self.ago(2), hour: 17)
        give(5, Self.target("congress", DemoCongress.year), on: Self.ago(1), hour: 20)
    }

    private mutating func give(_ number: Int, _ target: JSON, on day: Day, hour: Int) {
        let (what, outcome) = Self.spirit[number % Self.spirit.count]
        // What is given today is told this morning.
        let isToday = day >= Self.today
        var fields: [JSON.Member] = [
            .init("institution", .string(institution(number % 5 == 4 ? 11 : number % 3))), .init("for", target),
            .init("nature", .string("spiritual")), .init("what", .string(what)),
            .init("on", .string(JalaliDate(day).text)),
        ]
        // Of some the outcome is still to come.
        if !outcome.isEmpty, !isToday { fields.append(.init("outcome", .string(outcome))) }
        add("support.record", day, isToday ? 9 : hour, random.number(0...49), fields)
    }
}

/// A camp that was planned, as its commands tell it.
private struct DemoPlannedCamp {
    let code: String
    let days: ClosedRange<Day>
    let plannedOn: Day
    let isRunning: Bool

    static func all(of commands: [(at: DemoMoment, command: DemoCommand)]) -> [DemoPlannedCamp] {
        func codes(_ name: String) -> Set<String> {
            Set(commands.filter { $0.command.name == name }.compactMap { $0.command["code"]?.string })
        }
        let running = codes("camp.start").subtracting(codes("camp.close"))
        return commands.compactMap { at, command in
            guard command.name == "camp.plan", let code = command["code"]?.string,
                let from = command["from"]?.string.flatMap({ try? Day(parsing: $0) }),
                let to = command["to"]?.string.flatMap({ try? Day(parsing: $0) })
            else { return nil }
            return DemoPlannedCamp(code: code, days: from...to, plannedOn: at.day, isRunning: running.contains(code))
        }
    }
}
