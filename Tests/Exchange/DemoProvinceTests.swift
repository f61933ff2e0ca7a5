import Domain
import Exchange
import Persian
import Testing

@Suite("The invented province")
struct DemoProvinceTests {
    static let commands = Array(DemoProvince().commands())

    func all(_ name: String) -> [DemoCommand] {
        Self.commands.filter { $0.name == name }
    }

    func text(_ value: JSON?) -> String {
        if case .string(let text) = value { text } else { "" }
    }

    func list(_ value: JSON?) -> [JSON] {
        if case .list(let values) = value { values } else { [] }
    }

    func number(_ value: JSON?) -> Int {
        if case .integer(let number) = value { number } else { -1 }
    }

    @Test("has the size of the real one")
    func counts() {
        #expect(all("council.found").count == 6)
        #expect(all("base.found").count == 12)
        #expect(all("group.register").count == 780)
        #expect((9_500...10_500).contains(all("person.record").count))
        #expect(all("group.suspend").count == 14)
        #expect(all("group.dissolve").count == 6)
        let liaisons = all("group.register").count { $0["mediaLiaison"] != nil }
        #expect((580...670).contains(liaisons))
        let successions = all("office.appoint").count { $0["succeed"] == .bool(true) }
        #expect((10...60).contains(successions))
    }

    @Test("is the same for the same seed, and another for another")
    func deterministic() {
        func isSame(seed: UInt64) -> Bool {
            DemoProvince(seed: seed).commands().elementsEqual(Self.commands)
        }
        #expect(isSame(seed: 1401))
        #expect(!isSame(seed: 1402))
    }

    @Test("its people have valid national IDs that belong to nobody, and mobiles of their own")
    func people() {
        let ids = all("person.record").map { text($0["nationalID"]) }
        for id in ids {
            let digits = id.utf8.map { Int($0) - 48 }
            let sum = (0..<9).reduce(0) { $0 + digits[$1] * (10 - $1) } % 11
            #expect(digits.count == 10 && id.hasPrefix("999") && digits[9] == (sum < 2 ? sum : 11 - sum), "\(id)")
        }
        #expect(Set(ids).count == ids.count)
        #expect(!ids.contains("9999999999"))

        let mobiles = all("person.record").map { text($0["mobile"]) }
        #expect(mobiles.allSatisfy { $0.count == 11 && $0.hasPrefix("09") })
        #expect(Set(mobiles).count == mobiles.count)
    }

    @Test("no two groups are namesakes, even after folding")
    func groupNames() {
        let names = all("group.register").map { text($0["name"]).folded() }
        #expect(Set(names).count == 780)
        #expect(names.allSatisfy { $0.hasPrefix("گروه جهادی ") })
    }

    @Test("all texts are written with Persian letters, without stray spaces")
    func letters() {
        let foreign: Set<Unicode.Scalar> = ["ي", "ك", "ى", "ة", "\u{0640}", "\u{200F}", "\u{200E}"]
        for command in Self.commands {
            for field in command.fields {
                let written = text(field.value)
                #expect(!written.unicodeScalars.contains { foreign.contains($0) }, "\(field.name): \(written)")
                #expect(!written.contains("  ") && !written.hasSuffix(" ") && !written.contains("\u{200C} "))
            }
        }
    }

    @Test("a specialised group has one field, a general one up to three different ones")
    func fields() {
        let known: Set<String> = [
            "construction", "cultural", "medical", "education", "agriculture", "relief", "other",
        ]
        for group in all("group.register") {
            let fields = list(group["fields"]).map { text($0) }
            #expect(known.isSuperset(of: fields) && Set(fields).count == fields.count)
            #expect(group["kind"] == .string("specialised") ? fields.count == 1 : (1...3).contains(fields.count))
        }
        let specialised = all("group.register").count { $0["kind"] == .string("specialised") }
        #expect((300...400).contains(specialised))
    }

    @Test("groups have 5 to 18 members and declare at least as many, at most 60")
    func members() {
        let members = Dictionary(grouping: all("membership.begin")) { text($0["group"]) }
        for group in all("group.register") {
            let count = members[text(group["code"])]?.count ?? 0
            #expect((5...18).contains(count))
            #expect((count...60).contains(number(group["size"])))
        }
    }

    @Test("groups registered from 1390 to the end of Khordad 1401, in the order of their codes")
    func registrationDays() throws {
        let days = try all("group.register").map { try Day(parsing: text($0["registeredOn"])) }
        #expect(days == days.sorted())
        #expect(try Day(parsing: "1390/01/01") <= days[0])
        #expect(try days[779] < Day(parsing: "1401/03/31"))
        #expect(text(all("group.register").last?["code"]) == "Q-0780")
    }

    @Test("every command names only what stands before it, and no term or membership begins before its group")
    func order() throws {
        var bodies: [String: Day] = [:]
        var people: Set<String> = []
        for command in Self.commands {
            for field in ["council", "base", "group", "body"] where command[field] != nil {
                #expect(bodies[text(command[field])] != nil, "\(command.name): \(text(command[field]))")
            }
            for field in ["person", "head", "mediaLiaison"] where command[field] != nil {
                #expect(people.contains(text(command[field])))
            }
            if let body = command["group"] ?? command["body"], let since = bodies[text(body)], command["from"] != nil {
                let from = try Day(parsing: text(command["from"]))
                #expect(command["succeed"] == .bool(true) ? from > since : from >= since)
                #expect(try from < Day(parsing: "1401/03/31"))
            }
            switch command.name {
            case "person.record": people.insert(text(command["nationalID"]))
            case "council.found", "base.found": bodies[text(command["code"])] = try Day(parsing: "1390/01/01")
            case "camp.plan":
                let groups = list(command["groups"]).map { text($0["group"]) }
                #expect(!groups.isEmpty && groups.allSatisfy { bodies[$0] != nil })
                bodies[text(command["code"])] = try Day(parsing: text(command["from"]))
            case "need.raise": bodies[text(command["code"])] = try Day(parsing: "1401/04/01")
            case "group.register": bodies[text(command["code"])] = try Day(parsing: text(command["registeredOn"]))
            case "session.schedule":
                #expect(list(command["speakers"]).allSatisfy { people.contains(text($0)) })
                #expect(bodies[text(command["hall"])] != nil)
            case "hall.add", "guest.invite", "martyr.propose", "institution.register", "support.pledge":
                bodies[text(command["code"])] = try Day(parsing: "1401/05/09")
            case "point.plan", "shift.plan": bodies[text(command["code"])] = try Day(parsing: "1401/06/15")
            case "course.announce": bodies[text(command["code"])] = try Day(parsing: text(command["from"]))
            default: #expect(command["code"].map { bodies[text($0)] != nil } ?? true)
            }
        }
    }

    @Test("councils and bases have heads")
    func heads() {
        let headed = Set(all("office.appoint").map { text($0["body"]) })
        for body in all("council.found") + all("base.found") {
            #expect(headed.contains(text(body["code"])))
        }
    }
}
