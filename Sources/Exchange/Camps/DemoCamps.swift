import Domain
import Persian

/// A group of the invented province, as its camps need to know it.
struct DemoGroup: Sendable {
    let code: String
    let fields: [DemoField]
    let size: Int
    let registeredOn: Day
    let head: String
    let liaison: String?
    let localities: [String]
}

/// The invented camps: a year of days in the neighbourhoods that make some 400 groups continuously active, then the
/// summer of 1401 with its hundred camps as they stand on the morning of 10 Mordad.
///
/// Each command bears the moment at which somebody would have sent it, by which ``DemoProvince`` puts them in order.
struct DemoCamps {
    /// The morning on which the demo opens.
    static let now = DemoMoment(Day(number: 19_205), 10, 0)

    private var random: DemoRandom
    private let groups: [DemoGroup]
    private var commands: [(at: DemoMoment, command: DemoCommand)] = []
    private var count = 0
    private var needs = 0

    /// - Parameter groups: those that are registered today.
    init(of groups: [DemoGroup], using random: DemoRandom) {
        self.groups = groups
        self.random = random
    }

    /// All commands about camps.
    mutating func all() -> [(at: DemoMoment, command: DemoCommand)] {
        recordPastYear()
        recordSummer()
        return commands
    }

    private mutating func add(_ name: String, at: DemoMoment, _ fields: [JSON.Member]) {
        commands.append((at, DemoCommand(name: name, fields: fields)))
    }

    // MARK: The year before

    /// Mordad 1400 to Khordad 1401, the whole months that activity is judged by, but for Tir, which belongs to summer.
    private mutating func recordPastYear() {
        let first = JalaliDate(Self.now.day).monthStart.adding(months: -12)
        let months = (0..<11).map { first.adding(months: $0) }
        let steady = Set(random.sample(groups.map(\.code), 412))
        let seldom = Set(random.sample(groups.map(\.code).filter { !steady.contains($0) }, 200))
        var outings: [[DemoGroup]] = Array(repeating: [], count: months.count)
        for group in groups {
            let count = steady.contains(group.code) ? random.number(4...6) : seldom.contains(group.code) ? 2 : 0
            let open = months.indices.filter { months[$0].asDay > group.registeredOn }
            for month in random.sample(open, count) { outings[month].append(group) }
        }
        for (month, groups) in zip(months, outings) { recordOutings(of: groups, in: month) }
    }

    /// Groups go out a dozen at a time, each dozen on a day of its own.
    private mutating func recordOutings(of groups: [DemoGroup], in month: JalaliDate) {
        let together = 12
        for start in stride(from: 0, to: groups.count, by: together) {
            let some = Array(groups[start..<min(start + together, groups.count)])
            let day = month.asDay.advanced(by: random.number(0...27))
            hold(plan(some, isVillage: false, from: day, to: day))
        }
    }

    // MARK: The summer

    private mutating func recordSummer() {
        let today = Self.now.day
        let days = summerDays(around: today)
        let chosen = random.sample(groups.filter { $0.registeredOn < days[0].lowerBound }, days.count)
        var running = 0
        for (group, days) in zip(chosen, days) {
            let isVillage = days.count > 1
            let camp = plan([group], isVillage: isVillage, from: days.lowerBound, to: days.upperBound)
            if days.contains(today) {
                run(camp, number: running)
                running += 1
            } else if days.upperBound < today {
                hold(camp)
                if isVillage { meetNeeds(of: camp) }
            } else if days.lowerBound - today < 9 {
                approve(camp)
            }
        }
    }

    /// A hundred spans of days, the earliest first: two dozen run today, two of them for this day only.
    private mutating func summerDays(around today: Day) -> [ClosedRange<Day>] {
        var spans: [ClosedRange<Day>] = [today...today, today...today]
        func village(_ from: Day, _ length: Int) -> ClosedRange<Day> { from...from.advanced(by: length - 1) }
        for _ in 0..<22 {
            let length = random.number(7...14)
            spans.append(village(today.advanced(by: -random.number(1...(length - 1))), length))
        }
        for _ in 0..<20 { spans.append(village(today.advanced(by: -random.number(18...40)), random.number(7...14))) }
        for _ in 0..<16 { spans.append(village(today.advanced(by: -random.number(1...40)), 1)) }
        for _ in 0..<25 { spans.append(village(today.advanced(by: random.number(1...40)), random.number(7...14))) }
        for _ in 0..<15 { spans.append(village(today.advanced(by: random.number(1...50)), 1)) }
        return spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    // MARK: One camp

    /// Plans a camp and answers its code, days and people.
    private mutating func plan(_ groups: [DemoGroup], isVillage: Bool, from: Day, to: Day) -> DemoCamp {
        count += 1
        let number = String(count)
        let code = "C-" + String(repeating: "0", count: max(0, 3 - number.count)) + number
        let place = random.pick(DemoCampPlace.all.map { ($0, weight: $0.weight) })
        let field = random.pick(groups[0].fields)
        let sizes = groups.map { random.number(min(5, $0.size)...min(isVillage ? 40 : 12, $0.size)) }
        let title = (isVillage ? "اردوی " : "اردوی یک‌روزه ") + random.pick(DemoCampPlace.names)
        let county = isVillage ? place.county : "قم"
        let village = random.pick(isVillage ? place.villages : groups[0].localities)
        var fields: [JSON.Member] = [
            .init("code", .string(code)), .init("title", .string(title)),
            .init(
                "groups",
                .list(
                    zip(groups, sizes).map {
                        .object([.init("group", .string($0.code)), .init("headcount", .integer($1))])
                    })),
            .init("kind", .string(isVillage ? "village" : "neighbourhood")),
            .init("province", .string(isVillage ? place.province : "قم")), .init("county", .string(county)),
            .init("place", .string(village)), .init("fields", .list([.string(field.code)])),
            .init("from", .string(JalaliDate(from).text)), .init("to", .string(JalaliDate(to).text)),
        ]
        if isVillage { fields.append(.init("leader", .string(groups[0].head))) }
        let planned = min(from.advanced(by: -20), Self.now.day.advanced(by: -random.number(1...9)))
        add("camp.plan", at: DemoMoment(planned, 9, random.number(0...59)), fields)
        return DemoCamp(
            code: code, days: from...to, headcount: sizes.reduce(0, +), field: field, leader: groups[0].head)
    }

    private mutating func approve(_ camp: DemoCamp) {
        add(
            "camp.approve", at: DemoMoment(camp.days.lowerBound.advanced(by: -9), 11, random.number(0...59)), camp.named
        )
    }

    private mutating func start(_ camp: DemoCamp) {
        approve(camp)
        add("camp.start", at: DemoMoment(camp.days.lowerBound, 7, random.number(0...59)), camp.named)
    }

    /// A camp from its first day to its end.
    private mutating func hold(_ camp: DemoCamp) {
        start(camp)
        for day in camp.days { report(camp, on: day) }
        add("camp.close", at: DemoMoment(camp.days.upperBound, 22, random.number(0...59)), camp.named)
    }

    private mutating func report(_ camp: DemoCamp, on day: Day) {
        let present = camp.headcount - random.number(0...max(1, camp.headcount / 8))
        let work = random.pick(camp.field.works)
        let line: [JSON.Member] = [
            .init("field", .string(camp.field.code)), .init("what", .string(work.what)),
            .init("quantity", .integer(random.number(max(1, work.most / 3)...work.most))),
            .init("unit", .string(work.unit)),
        ]
        add(
            "camp.report", at: DemoMoment(day, 20, random.number(0...59)),
            [
                .init("camp", .string(camp.code)), .init("day", .string(JalaliDate(day).text)),
                .init("present", .integer(max(1, present))),
                .init("beneficiaries", .integer(random.number(20...160))), .init("work", .list([.object(line)])),
            ])
    }

    // MARK: What runs today

    /// Reports until last night; every fifth camp has yet to send yesterday's, one has a grave accident.
    private mutating func run(_ camp: DemoCamp, number: Int) {
        start(camp)
        let yesterday = Self.now.day.advanced(by: -1)
        let isLate = number % 5 == 2
        for day in camp.days where day < yesterday || day == yesterday && !isLate { report(camp, on: day) }
        if number % 3 == 1, camp.days.lowerBound <= yesterday {
            let need = raiseNeed(for: camp, on: yesterday)
            if number % 4 == 0 { settle(need, at: DemoMoment(Self.now.day, 8, random.number(0...59))) }
        }
        if number % 4 == 2, camp.days.lowerBound <= yesterday {
            befall(camp, "minor", "بریدگی دست هنگام کار", at: DemoMoment(yesterday, 11, random.number(0...59)))
        }
        if number == 9 {
            befall(camp, "serious", "سقوط از داربست هنگام دیوارچینی", at: DemoMoment(yesterday, 16, 40))
        }
    }

    /// What a camp lacked in its first days, and had some days later.
    private mutating func meetNeeds(of camp: DemoCamp) {
        for _ in 0..<random.number(0...2) {
            let day = camp.days.lowerBound.advanced(by: random.number(0...2))
            let need = raiseNeed(for: camp, on: day)
            settle(need, at: DemoMoment(day.advanced(by: random.number(1...3)), 17, random.number(0...59)))
        }
    }

    private mutating func settle(_ need: String, at: DemoMoment) {
        add(
            "need.settle", at: at,
            [.init("code", .string(need)), .init("outcome", .string(random.pick(["met", "met", "handedOver"])))])
    }

    /// Raises a need and answers its code.
    private mutating func raiseNeed(for camp: DemoCamp, on day: Day) -> String {
        needs += 1
        let code = (needs < 10 ? "N-00" : needs < 100 ? "N-0" : "N-") + String(needs)
        let (item, unit, most) = random.pick([
            ("پتو", "تخته", 60), ("دارو", "بسته", 40), ("سیمان", "کیسه", 120), ("آب آشامیدنی", "بطری", 400),
            ("لوازم‌التحریر", "بسته", 80),
        ])
        add(
            "need.raise", at: DemoMoment(day, 13, random.number(0...59)),
            [
                .init("code", .string(code)), .init("for", .object([.init("camp", .string(camp.code))])),
                .init("item", .string(item)),
                .init("quantity", .integer(random.number(10...most))), .init("unit", .string(unit)),
                .init("urgency", .string(random.pick(["low", "normal", "high"]))),
                .init("neededBy", .string(JalaliDate(day.advanced(by: 4)).text)),
            ])
        return code
    }

    private mutating func befall(_ camp: DemoCamp, _ severity: String, _ what: String, at: DemoMoment) {
        add(
            "incident.record", at: DemoMoment(at.day, at.hour + 1, at.minute),
            [
                .init("camp", .string(camp.code)), .init("when", .string(at.text)),
                .init("severity", .string(severity)), .init("what", .string(what)),
                .init("people", .list([.string(camp.leader)])),
            ])
    }
}

/// A camp that was planned.
private struct DemoCamp {
    let code: String
    let days: ClosedRange<Day>
    let headcount: Int
    let field: DemoField
    /// The national ID of whoever leads it.
    let leader: String

    /// What a command about it names it by.
    var named: [JSON.Member] { [.init("code", .string(code))] }
}

/// A moment on the office's clock.
struct DemoMoment: Comparable {
    let day: Day
    let hour: Int
    let minute: Int

    init(_ day: Day, _ hour: Int, _ minute: Int) {
        self.day = day
        self.hour = hour
        self.minute = minute
    }

    /// "1401/05/10T10:00", as commands and the command line read it.
    var text: String { "\(JalaliDate(day).text)T\(padded(hour)):\(padded(minute))" }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    static func < (one: Self, other: Self) -> Bool {
        (one.day, one.hour, one.minute) < (other.day, other.hour, other.minute)
    }
}
