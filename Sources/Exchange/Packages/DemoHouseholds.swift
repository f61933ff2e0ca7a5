import Domain
import Persian

/// A household that is to be recorded.
struct DemoHousehold {
    let code: String
    /// The base that looks after it, by its place among those of the campaign.
    let base: Int
    let head: String
    var headName: String
    var members: [String]
    var size: Int
    let place: String
    let isVillage: Bool
    var mobile: String?

    var fields: [JSON.Member] {
        var fields: [JSON.Member] = [
            .init("code", .string(code)), .init("head", .string(head)), .init("headName", .string(headName)),
        ]
        if !members.isEmpty { fields.append(.init("members", .list(members.map { .string($0) }))) }
        fields += [
            .init("size", .integer(size)), .init("area", .string(isVillage ? "village" : "outskirts")),
            .init("place", .string(place)),
        ]
        if let mobile { fields.append(.init("mobile", .string(mobile))) }
        fields.append(.init("base", .string(DemoCampaignBase.all[base].code)))
        return fields
    }
}

/// A base of the campaign: where its households live, how many there are and what it gets.
struct DemoCampaignBase {
    let code: String
    let places: [String]
    let isVillage: Bool
    let households: Int
    /// How many packages it gets on the eve and on the fourth day.
    let allocated: (Int, Int)
    /// How many more than that were lost, by its count on the last day; below zero where more were found.
    let missing: Int
    let damaged: Int
    let returned: Int

    static let all = [
        DemoCampaignBase(
            code: "B-03", places: ["نیروگاه", "شهرک قائم", "شهرک فاطمیه", "دره‌بید", "شیخ‌آباد"], isVillage: false,
            households: 4_200, allocated: (2_900, 1_250), missing: 4, damaged: 17, returned: 40),
        DemoCampaignBase(
            code: "B-04", places: ["توحید", "جمکران", "علی‌آباد", "شادقلی"], isVillage: false, households: 3_600,
            allocated: (2_500, 1_060), missing: 0, damaged: 13, returned: 30),
        DemoCampaignBase(
            code: "B-07", places: ["قنوات", "قمرود", "باقرآباد", "گازران", "البرز"], isVillage: true,
            households: 3_000, allocated: (2_080, 890), missing: 2, damaged: 11, returned: 25),
        DemoCampaignBase(
            code: "B-08", places: ["جعفریه", "کوه‌سفید", "مبارک‌آباد", "حاجی‌آباد"], isVillage: true,
            households: 2_600, allocated: (1_800, 770), missing: 0, damaged: 9, returned: 20),
        DemoCampaignBase(
            code: "B-09", places: ["کهک", "فردو", "وشنوه", "کرمجگان", "ورجان", "صرم"], isVillage: true,
            households: 2_000, allocated: (1_400, 590), missing: -1, damaged: 8, returned: 15),
        DemoCampaignBase(
            code: "B-11", places: ["سلفچگان", "نیزار", "راهجرد", "طایقان"], isVillage: true, households: 1_600,
            allocated: (1_120, 480), missing: 3, damaged: 5, returned: 10),
    ]
}

/// Invents households: common names, valid national IDs that begin with 999 and belong to none of the volunteers.
struct DemoHouseholds {
    private var random: DemoRandom
    private var people: DemoPeople
    private var count = 0
    private(set) var all: [DemoHousehold] = []
    /// Pairs that are one household, or look like one: their places among all, the second recorded later.
    private(set) var suspects: [(first: Int, second: Int)] = []

    /// How many national IDs are left to the volunteers.
    private static let reserved = 100_000

    init(seed: UInt64, using random: DemoRandom) {
        self.random = random
        // The same walk as the volunteers', farther on.
        var founding = DemoRandom(seed: seed)
        people = DemoPeople(using: &founding)
        people.skip(Self.reserved)
    }

    /// All households of the campaign, base by base in turn.
    mutating func invent() {
        var left = DemoCampaignBase.all.map(\.households)
        while let most = left.max(), most > 0 {
            // The larger a base, the oftener its turn comes.
            let base = random.pick(left.indices.map { ($0, weight: left[$0]) }.filter { $0.weight > 0 })
            left[base] -= 1
            add(base)
        }
        makeSuspects()
    }

    private mutating func add(_ index: Int) {
        let base = DemoCampaignBase.all[index]
        let size = random.pick(
            [(1, weight: 6), (2, weight: 14), (3, weight: 22), (4, weight: 26), (5, weight: 18)]
                + [(6, weight: 9), (7, weight: 4), (8, weight: 1)])
        let known = random.number(0...min(size - 1, 3))
        count += 1
        all.append(
            DemoHousehold(
                code: Household.series.code(count), base: index, head: people.nextNationalID(), headName: name(),
                members: (0..<known).map { _ in people.nextNationalID() }, size: size,
                place: random.pick(base.places), isVillage: base.isVillage, mobile: random.chance(72) ? mobile() : nil))
    }

    private mutating func name() -> String {
        "\(random.pick(random.chance(82) ? DemoNames.men : DemoNames.women)) \(random.pick(DemoNames.families))"
    }

    /// Numbers of ranges from which the volunteers have none.
    private mutating func mobile() -> String {
        let digits = String(count)
        return random.pick(["0911", "0913", "0936", "0992"]) + String(repeating: "0", count: 7 - digits.count) + digits
    }

    /// A few were recorded twice: somebody stands in two households, or name, place and mobile are the same.
    private mutating func makeSuspects() {
        let step = all.count / 30
        for number in 0..<26 {
            let (first, second) = (number * step + 7, number * step + 7 + step / 2)
            if number % 2 == 0 {
                all[second].members = all[second].members.prefix(1) + [all[first].head]
                all[second].size = max(all[second].size, all[second].members.count + 1)
            } else {
                let one = all[first]
                let mobile = one.mobile ?? "0913\(9_000_000 + number)"
                all[first].mobile = mobile
                // Spelt as another keyboard would.
                let name = one.headName.replacing("ی", with: "ي")
                all[second] = DemoHousehold(
                    code: all[second].code, base: one.base, head: all[second].head, headName: name,
                    members: all[second].members, size: all[second].size, place: one.place, isVillage: one.isVillage,
                    mobile: mobile)
            }
            suspects.append((first, second))
        }
    }
}
