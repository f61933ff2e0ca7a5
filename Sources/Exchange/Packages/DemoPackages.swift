import Domain
import Persian

/// The invented campaigns: 900 packages of the decade of dignity, and the 17,000 of the Velayat decade of 1401 with some
/// 17,000 households through six bases, as it stands a fortnight later: what was damaged, missing, handed out again with a
/// reason, who was not met, who is still without, and which households may be one.
struct DemoPackages {
    private var random: DemoRandom
    private var households: DemoHouseholds
    private var commands: [(at: DemoMoment, command: DemoCommand)] = []

    /// 10 to 18 Dhu al-Hijja 1443.
    private static let days = day("1401/04/19")...day("1401/04/27")
    static let code = "RM-1401"
    static let earlier = "RM-1401-K"
    private static let earlierDays = day("1401/03/12")...day("1401/03/21")
    /// How many households of a hundred each day brings.
    private static let pace = [8, 12, 13, 14, 13, 12, 11, 10, 7]

    init(seed: UInt64) {
        random = DemoRandom(seed: seed &+ 17_000)
        households = DemoHouseholds(seed: seed, using: random)
        // Its own stretch of the same numbers.
        random = DemoRandom(seed: seed &+ 17_001)
    }

    /// All commands about packages, in the order of time.
    mutating func all() -> [DemoCommand] {
        households.invent()
        holdEarlier()
        open()
        let plan = serve()
        close(plan)
        return commands.enumerated().sorted { ($0.1.at, $0.0) < ($1.1.at, $1.0) }.map { item in
            let (at, command) = item.1
            return DemoCommand(name: command.name, fields: command.fields + [.init("at", .string(at.text))])
        }
    }

    private static func day(_ text: String) -> Day {
        // Every text is one of this file's.
        guard let day = try? Day(parsing: text) else { preconditionFailure("\(text) is no day") }
        return day
    }

    private mutating func add(_ name: String, _ at: DemoMoment, _ fields: [JSON.Member]) {
        commands.append((at, DemoCommand(name: name, fields: fields)))
    }

    private static func text(_ day: Day) -> JSON { .string(JalaliDate(day).text) }

    private mutating func move(
        _ move: String, _ campaign: String, _ base: String?, _ quantity: Int, _ at: DemoMoment,
        from institution: String? = nil
    ) {
        var fields: [JSON.Member] = [.init("campaign", .string(campaign))]
        if let base { fields.append(.init("base", .string(base))) }
        if let institution { fields.append(.init("institution", .string(institution))) }
        fields += [.init("quantity", .integer(quantity)), .init("on", Self.text(at.day))]
        add("campaign.\(move)", at, fields)
    }

    private mutating func record(_ household: DemoHousehold, _ at: DemoMoment) {
        add("household.record", at, household.fields)
    }

    private mutating func deliver(
        _ household: DemoHousehold, _ campaign: String, _ at: DemoMoment, by group: String? = nil,
        collectedBy: String? = nil, reason: String? = nil
    ) {
        var fields: [JSON.Member] = [
            .init("campaign", .string(campaign)), .init("base", .string(DemoCampaignBase.all[household.base].code)),
            .init("household", .string(household.code)), .init("quantity", .integer(1)),
            .init("on", Self.text(at.day)),
        ]
        if let group { fields.append(.init("by", .string(group))) }
        if let collectedBy { fields.append(.init("collectedBy", .string(collectedBy))) }
        if let reason { fields += [.init("reason", .string(reason)), .init("as", .string("h.karimi"))] }
        add("campaign.deliver", at, fields)
    }

    private mutating func miss(_ household: DemoHousehold, _ at: DemoMoment, _ reason: String) {
        add(
            "campaign.miss", at,
            [
                .init("campaign", .string(Self.code)),
                .init("base", .string(DemoCampaignBase.all[household.base].code)),
                .init("household", .string(household.code)), .init("reason", .string(reason)),
                .init("on", Self.text(at.day)),
            ])
    }

    /// A time at which desks work.
    private mutating func deskTime(_ day: Day) -> DemoMoment {
        DemoMoment(day, random.number(8...17), random.number(0...59))
    }

    // MARK: The decade of dignity

    private static let earlierBases = [2, 3, 4]
    private static let earlierCount = 880

    /// The households that were served then: those of three bases that were recorded first.
    private var earlierHouseholds: [DemoHousehold] {
        let second = Set(households.suspects.map(\.second))
        let all = households.all.indices.filter {
            Self.earlierBases.contains(households.all[$0].base) && !second.contains($0)
        }
        return all.prefix(Self.earlierCount).map { households.all[$0] }
    }

    /// 900 packages through three bases, reconciled and closed. Those who got theirs on its last day are served again
    /// within thirty days.
    private mutating func holdEarlier() {
        let (first, last) = (Self.earlierDays.lowerBound, Self.earlierDays.upperBound)
        add(
            "campaign.open", DemoMoment(first.advanced(by: -5), 9, 0),
            [
                .init("code", .string(Self.earlier)), .init("title", .string("رزمایش همدلی دهه کرامت")),
                .init("from", Self.text(first)), .init("to", Self.text(last)), .init("target", .integer(900)),
                .init("contents", .string("برنج، روغن، حبوبات")), .init("worth", .integer(4_200_000)),
            ])
        move("receive", Self.earlier, nil, 900, DemoMoment(first.advanced(by: -1), 10, 0), from: "SETAD")
        let served = earlierHouseholds
        for base in Self.earlierBases {
            let count = served.count { $0.base == base }
            let code = DemoCampaignBase.all[base].code
            move("allocate", Self.earlier, code, count + 5, DemoMoment(first.advanced(by: -1), 12, base))
            move("damage", Self.earlier, code, 2, DemoMoment(last, 18, base))
            move("return", Self.earlier, code, 3, DemoMoment(last, 19, base))
        }
        for (index, household) in served.enumerated() {
            record(household, DemoMoment(first.advanced(by: -3), 8 + index % 9, index % 60))
            let day = index % 4 == 0 ? last : first.advanced(by: random.number(0...8))
            deliver(household, Self.earlier, deskTime(day))
        }
        let close = last.advanced(by: 3)
        add("campaign.reconcile", DemoMoment(close, 10, 0), [.init("code", .string(Self.earlier))])
        add("campaign.close", DemoMoment(close, 10, 20), [.init("code", .string(Self.earlier))])
    }

    // MARK: The Velayat decade

    private mutating func open() {
        let (first, last) = (Self.days.lowerBound, Self.days.upperBound)
        let eve = first.advanced(by: -1)
        add(
            "campaign.open", DemoMoment(first.advanced(by: -10), 9, 0),
            [
                .init("code", .string(Self.code)), .init("title", .string("رزمایش مؤمنانه دهه ولایت")),
                .init("from", Self.text(first)), .init("to", Self.text(last)), .init("target", .integer(17_000)),
                .init("contents", .string("برنج ۱۰ کیلو\nروغن ۲ لیتر\nرب، ماکارونی، حبوبات و قند")),
                .init("worth", .integer(5_800_000)),
            ])
        for (number, (institution, quantity)) in [("SETAD", 9_000), ("HOWZEH", 3_000), ("SEPAH", 5_000)].enumerated() {
            move(
                "receive", Self.code, nil, quantity, DemoMoment(eve.advanced(by: number - 2), 10, 30), from: institution
            )
        }
        for (number, base) in DemoCampaignBase.all.enumerated() {
            move("allocate", Self.code, base.code, base.allocated.0, DemoMoment(eve, 15, number * 7))
            move("allocate", Self.code, base.code, base.allocated.1, DemoMoment(first.advanced(by: 3), 7, number * 7))
        }
        move("damage", Self.code, nil, 6, DemoMoment(first.advanced(by: 1), 18, 30))
    }

    /// Those who come for a package of others.
    private static let collectors = ["همسایه، آقای رضایی", "دهیار روستا", "مسئول خیریه محل", "خواهر سرپرست خانوار"]
    private static let reasons = [
        "absent", "absent", "absent", "absent", "moved", "refused", "unknownAddress", "unknownAddress", "other",
    ]

    /// Records and serves all but some six hundred.
    ///
    /// - Returns: what each base handed out.
    private mutating func serve() -> [Int] {
        let early = Set(earlierHouseholds.map(\.code))
        let second = Set(households.suspects.map(\.second))
        var handedOut = Array(repeating: 0, count: DemoCampaignBase.all.count)
        var lastServed: [DemoHousehold] = []
        for (index, household) in households.all.enumerated() {
            let day = Self.days.lowerBound.advanced(by: dayOfDecade(early.contains(household.code)))
            var at = deskTime(day)
            // One in twenty was recorded at the desk, all others before.
            if !early.contains(household.code) {
                let before = Self.days.lowerBound.advanced(by: -random.number(3...12))
                let isAtDesk = random.chance(5) && at.hour > 8
                record(household, isAtDesk ? DemoMoment(at.day, at.hour - 1, at.minute) : deskTime(before))
            }
            guard !second.contains(index), !random.chance(4) || index % 9 == 0 else {
                if !second.contains(index), random.chance(62) { miss(household, at, random.pick(Self.reasons)) }
                continue
            }
            if random.chance(2), day < Self.days.upperBound {
                miss(household, at, "absent")
                at = deskTime(day.advanced(by: 1))
            }
            let base = household.base
            handedOut[base] += 1
            deliver(
                household, Self.code, at, by: random.chance(35) ? group(of: base) : nil,
                collectedBy: random.chance(3) ? random.pick(Self.collectors) : nil)
            if index % 1_900 == 40 { lastServed.append(household) }
        }
        for household in lastServed {
            handedOut[household.base] += 1
            let at = DemoMoment(Self.days.upperBound, 18, random.number(0...59))
            deliver(household, Self.code, at, reason: "خانوار پرجمعیت؛ بسته دوم با نظر کمیته امداد")
        }
        return handedOut
    }

    /// Which day of the decade it is for a household; those who were served in Khordad come first.
    private mutating func dayOfDecade(_ isEarly: Bool) -> Int {
        if isEarly, random.chance(60) { return 0 }
        return random.pick(Self.pace.indices.map { ($0, weight: Self.pace[$0]) })
    }

    /// Four groups carry for each base.
    private mutating func group(of base: Int) -> String { Group.series.code(base * 40 + random.number(1...4) * 7) }

    /// What was damaged, came back and was missing in the end, and what was said of those that look alike.
    private mutating func close(_ handedOut: [Int]) {
        let last = Self.days.upperBound
        for (index, base) in DemoCampaignBase.all.enumerated() {
            let parts = [base.damaged / 2, base.damaged - base.damaged / 2]
            for (number, part) in parts.enumerated() {
                let day = last.advanced(by: number * 3 - 4)
                move("damage", Self.code, base.code, part, DemoMoment(day, 18, 10 + index))
            }
            move("return", Self.code, base.code, base.returned, DemoMoment(last.advanced(by: 1), 11, index))
            guard base.missing != 0 else { continue }
            let (first, second) = base.allocated
            let held = first + second - handedOut[index] - base.damaged - base.returned
            let found = held - base.missing
            add(
                "campaign.count", DemoMoment(last.advanced(by: 2), 10, index),
                [
                    .init("campaign", .string(Self.code)), .init("base", .string(base.code)),
                    .init("quantity", .integer(found)), .init("on", Self.text(last.advanced(by: 2))),
                ])
        }
        for (number, pair) in households.suspects.enumerated() where number % 5 < 2 {
            let (a, b) = (households.all[pair.first].code, households.all[pair.second].code)
            add(
                "household.judge", DemoMoment(last.advanced(by: 3), 9, number),
                [
                    .init("a", .string(a)), .init("b", .string(b)),
                    .init("verdict", .string(number % 5 == 0 ? "same" : "different")),
                ])
        }
    }
}
