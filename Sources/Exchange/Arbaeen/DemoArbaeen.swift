import Domain
import Persian

/// The first Arbaeen of the office: two points at the Mehran border crossing and two on the walking route. On the morning
/// on which the demo opens they are planned and nearly all licensed, and groups are being sent to their shifts.
struct DemoArbaeen {
    private let groups: [DemoGroup]
    private var random: DemoRandom
    private var commands: [(at: DemoMoment, command: DemoCommand)] = []
    /// Later with each command, so that they are sent in this order.
    private var sent = 0

    /// Groups that are large enough for a shift take turns at the four points.
    init(of groups: [DemoGroup], using random: DemoRandom) {
        var random = random
        self.groups = random.sample(groups.filter { $0.size >= 14 }, Self.points.count * Self.groupsOfPoint)
        self.random = random
    }

    private static let groupsOfPoint = 6
    private static let year = 1444
    /// From eight days before 20 Safar on, three shifts a day.
    private static let days = 12

    private static let points: [(name: String, kind: String, country: String, pole: Int?, services: [String])] = [
        ("موکب خادمان حضرت معصومه، پایانه مهران", "border", "IR", nil, ["food 6000", "water 20000", "medical 400"]),
        ("موکب شهدای جهادگر، ورودی مرز مهران", "border", "IR", nil, ["food 4000", "water 15000", "lostPersons 200"]),
        (
            "موکب کریمه اهل‌بیت، مسیر نجف به کربلا", "route", "IQ", 285,
            ["food 5000", "water 18000", "lodging 240 140 100"]
        ),
        (
            "موکب جهادگران قم، مسیر نجف به کربلا", "route", "IQ", 833,
            ["food 5000", "water 18000", "medical 600", "repair 150"]
        ),
    ]

    /// All commands about Arbaeen, in the order of time.
    mutating func all() -> [(at: DemoMoment, command: DemoCommand)] {
        for country in ["IR", "IQ"] {
            add(
                "season.announce",
                [
                    .init("year", .integer(Self.year)), .init("country", .string(country)),
                    .init("month", .string("safar")), .init("startsOn", .string("1401/06/07")),
                    .init("status", .string("provisional")),
                ])
        }
        for number in Self.points.indices { plan(number) }
        for number in Self.points.indices { planShifts(number) }
        for number in Self.points.indices { repeatShifts(number) }
        for number in Self.points.indices { send(number) }
        for number in Self.points.indices { stock(number) }
        return commands
    }

    private mutating func add(_ name: String, _ fields: [JSON.Member]) {
        // What raises needs comes last, so that their codes follow those of the camps.
        let isLate = name.hasPrefix("supply.") || name.hasPrefix("need.")
        let today = DemoCamps.now.day
        let at =
            isLate
            ? DemoMoment(today, 9, 58)
            : DemoMoment(today.advanced(by: sent / 60 - 6), 9 + sent % 60 / 10, sent % 10 * 5)
        commands.append((at, DemoCommand(name: name, fields: fields)))
        sent += 1
    }

    private static func code(_ number: Int) -> JSON { .string("AP-\(number + 1)") }

    private mutating func plan(_ number: Int) {
        let point = Self.points[number]
        var fields: [JSON.Member] = [
            .init("code", Self.code(number)), .init("name", .string(point.name)), .init("kind", .string(point.kind)),
            .init("country", .string(point.country)), .init("season", .integer(Self.year)),
            .init("services", .list(point.services.map { .string($0) })),
        ]
        if let pole = point.pole { fields.append(.init("pole", .integer(pole))) }
        add("point.plan", fields)
        // The last one still waits for its permit.
        guard number < 3 else { return }
        add(
            "point.license",
            [
                .init("code", Self.code(number)), .init("permit", .string("م/۱۴۰۱/\(persianDigits(112 + 7 * number))")),
                .init("validUntil", .string(number == 1 ? "1401/06/27" : "1401/07/05")),
            ])
    }

    // MARK: Shifts

    private static let hours = [("00:00", "08:00"), ("08:00", "16:00"), ("16:00", "24:00")]

    private mutating func planShifts(_ number: Int) {
        for (index, hours) in Self.hours.enumerated() {
            add(
                "shift.plan",
                [
                    .init("code", .string(Self.shift(number, index, day: 0))), .init("point", Self.code(number)),
                    .init("from", .string("1401/06/15T\(hours.0)")), .init("to", .string("1401/06/15T\(hours.1)")),
                    .init("roles", .list(Self.roles(number, isNight: index == 0).map { .string($0) })),
                ])
        }
    }

    private static func roles(_ number: Int, isNight: Bool) -> [String] {
        let kitchen = isNight ? ["server 4", "cook 2"] : ["server 7", "cook 3"]
        return kitchen + (number >= 2 ? ["physician 1", "nurse 1", "lostPersons 1"] : ["nurse 1", "guide 1"])
    }

    private mutating func repeatShifts(_ number: Int) {
        for index in Self.hours.indices {
            add(
                "shift.repeat",
                [
                    .init("shift", .string(Self.shift(number, index, day: 0))), .init("until", .string("1401/06/26")),
                    .init("everyHours", .integer(24)),
                ])
        }
    }

    /// The codes of the copies follow those of the shifts that were planned, one pattern after the other.
    private static func shift(_ number: Int, _ index: Int, day: Int) -> String {
        let pattern = number * hours.count + index
        let count = points.count * hours.count
        return Shift.series.code(day == 0 ? pattern + 1 : count + pattern * (days - 1) + day)
    }

    /// Groups take turns; the last days still lack people, and a shift here and there is short of some.
    private mutating func send(_ number: Int) {
        for day in 0..<Self.days {
            for index in Self.hours.indices where !random.chance(day < 8 ? 12 : 55) {
                let turn = (day * Self.hours.count + index) % Self.groupsOfPoint
                let group = groups[number * Self.groupsOfPoint + turn]
                let needed = Self.roles(number, isNight: index == 0).compactMap { Int($0.split(separator: " ")[1]) }
                    .reduce(0, +)
                let wanted = random.chance(25) ? needed - random.number(2...4) : needed
                add(
                    "shift.assign",
                    [
                        .init("shift", .string(Self.shift(number, index, day: day))),
                        .init("group", .string(group.code)),
                        .init("headcount", .integer(min(group.size, wanted))),
                    ])
            }
        }
    }

    // MARK: Stock

    private static let items: [(item: String, unit: String, quantity: Int, level: Int)] = [
        ("آب معدنی", "بطری", 24_000, 8_000), ("برنج", "کیلو", 1_800, 600), ("لیوان یک‌بارمصرف", "عدد", 40_000, 12_000),
        ("سرم نمکی", "عدد", 300, 120),
    ]

    /// Goods arrive early; of one item too little has come, and a need was raised by itself.
    private mutating func stock(_ number: Int) {
        for (index, item) in Self.items.enumerated() {
            let isShort = number == 1 && index == 1
            add(
                "supply.receive",
                [
                    .init("point", Self.code(number)), .init("item", .string(item.item)),
                    .init("unit", .string(item.unit)),
                    .init("quantity", .integer(isShort ? item.level / 2 : item.quantity / (1 + number % 2))),
                    .init("reorderLevel", .integer(item.level)),
                ])
        }
        guard number == 3 else { return }
        add(
            "need.raise",
            [
                .init("for", .object([.init("point", Self.code(number))])), .init("item", .string("چادر اسکان")),
                .init("quantity", .integer(12)), .init("unit", .string("تخته")), .init("urgency", .string("high")),
                .init("neededBy", .string("1401/06/10")),
            ])
    }
}
