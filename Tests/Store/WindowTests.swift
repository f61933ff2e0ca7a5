import Domain
import GRDB
import Support
import Testing

@testable import Store

@Suite("Windows of a list")
struct WindowTests {
    /// 23 groups with few sizes and days, so that many stand at the same place of an order.
    static func office() throws -> OfficeFile {
        let office = try newOffice()
        for number in 1...23 {
            try office.register("Q-00\(number + 10)", name: number % 3 == 0 ? "بهار \(number)" : "پارسا \(number)")
            try office.send(
                """
                {"command":"group.amend","code":"Q-00\(number + 10)","size":\(number % 4 + 1),
                "registeredOn":"1400/01/0\(number % 3 + 1)"}
                """)
        }
        return office
    }

    static let orders = [ListOrder.name, .groupCode, .groupSize, .groupRegistration].flatMap { [$0, $0.reversed()] }

    @Test("walked by windows from either end, a list is whole, in order, and each row stands once", arguments: orders)
    func walks(_ order: ListOrder) throws {
        let office = try Self.office()
        for filter in ["", "بهار", "پا"] {
            try office.reader.read { db in
                let query = try ListQuery(table: "groups", order: order, filter: Filter(filter), db)
                let total = try query.count(db)
                let all = try query.places(.after, of: nil, limit: 1000, db)
                #expect(all.count == total && Set(all.map(\.row)).count == total)
                for limit in [1, 4, 7] {
                    var forward: [ListPlace] = []
                    while true {
                        let next = try query.places(.after, of: forward.last, limit: limit, db)
                        if next.isEmpty { break }
                        forward += next
                    }
                    #expect(forward == all)
                    var backward: [ListPlace] = []
                    while true {
                        let next = try query.places(.before, of: backward.last, limit: limit, db)
                        if next.isEmpty { break }
                        backward += next
                    }
                    #expect(backward.reversed() == all)
                }
            }
        }
    }

    @Test(
        "few, more or many: the same rows in the same order", arguments: ["بهار", "پا", "پ", "q", "7", "بهار 1", "ژژ"])
    func reaches(_ text: String) throws {
        let office = try Self.office()
        let filter = Filter(text)
        try office.reader.read { db in
            let plain = FilterPlan(words: filter.words, reach: .many, source: nil)
            let expected = try ListQuery(table: "groups", order: .name, plan: plain)
                .places(.after, of: nil, limit: 1000, db)
            for source in FilterPlan.sources(filter, on: "groups") {
                for reach in [FilterPlan.Reach.few, .some] {
                    let plan = FilterPlan(words: filter.words, reach: reach, source: source)
                    let query = ListQuery(table: "groups", order: .name, plan: plan)
                    #expect(try query.places(.after, of: nil, limit: 1000, db) == expected)
                    #expect(try query.count(db) == expected.count)
                }
            }
        }
    }

    @Test(
        "the first page is the beginning of what is found in the end", arguments: orders,
        ["بهار", "پا", "پارسا 2", "ژژ", "ا 1"])
    func firstPage(_ order: ListOrder, _ text: String) throws {
        let office = try Self.office()
        let filter = Filter(text)
        try office.reader.read { db in
            let whole = try ListQuery(table: "groups", order: order, filter: filter, db)
                .window(from: .beginning, limit: 400, db)
            for few in [0, 2, 100] {
                for rows in [0, 5, 23] {
                    let page = FirstPage(table: "groups", order: order, filter: filter, few: few, rows: rows)
                    let window = try page.window(limit: 30, db)
                    #expect(window.places == Array(whole.places.prefix(window.places.count)))
                    #expect(window.isPartial || window.places.count >= min(5, whole.places.count))
                    if few == 100 { #expect(window == whole) }
                    if rows == 0, few == 0, !whole.places.isEmpty { #expect(window.isPartial && !window.isTotalExact) }
                }
            }
        }
    }

    @Test("a filter that lets more than a thousand through is not counted to its end, and no row is out of reach")
    func uncounted() throws {
        let office = try newOffice()
        for number in 1_000..<2_200 { try office.register("Q-\(number)", name: "یاوران کاظمی \(number)") }
        try office.reader.read { db in
            let query = try ListQuery(table: "groups", order: .name, filter: Filter("کاظمی"), db)
            var window = try query.window(from: .beginning, limit: 400, db)
            #expect(!window.isTotalExact && window.total == 1_001)
            var seen = Set(window.places)
            while window.offset + window.places.count < window.total, let last = window.places.last {
                window = try query.window(from: .around(last), limit: 400, db)
                seen.formUnion(window.places)
            }
            #expect(seen.count == 1_200)
            let end = try query.window(from: .end, limit: 400, db)
            #expect(end.places.last == window.places.last)
        }
    }

    @Test("a window around any row holds it, its neighbours, and the number of its first row", arguments: orders)
    func around(_ order: ListOrder) throws {
        let office = try Self.office()
        let query = ListQuery(table: "groups", order: order, plan: .all)
        try office.reader.read { db in
            let all = try query.places(.after, of: nil, limit: 1000, db)
            for (number, place) in all.enumerated() {
                let window = try query.window(from: .around(place), limit: 8, db)
                #expect(window.total == all.count)
                #expect(window.places.contains(place))
                #expect(Array(all[window.offset..<(window.offset + window.places.count)]) == window.places)
                #expect(window.places.count >= min(8, all.count - number))
            }
            let end = try query.window(from: .end, limit: 8, db)
            #expect(end.offset == all.count - 8 && end.places == Array(all.suffix(8)))
        }
    }

    @Test("a row that left the list: the window is where it stood")
    func gone() throws {
        let office = try Self.office()
        let query = ListQuery(table: "groups", order: .groupCode, plan: .all)
        let places = try office.reader.read { try query.places(.after, of: nil, limit: 1000, $0) }
        try office.send(#"{"command":"record.void","kind":"group","code":"Q-0020","reason":"دوباره"}"#)
        let window = try office.reader.read { try query.window(from: .around(places[9]), limit: 6, $0) }
        #expect(window.places == Array(places[6...8] + places[10...12]))
        #expect(window.offset == 6 && window.total == 22)
    }

    @Test("an empty list, and a limit below zero, hold nothing")
    func empty() throws {
        let office = try newOffice()
        let query = ListQuery(table: "groups", order: .name, plan: .all)
        try office.reader.read { db in
            for start in [ListStart.beginning, .end] {
                let window = try query.window(from: start, limit: 10, db)
                #expect(window.places.isEmpty && window.offset == 0 && window.total == 0)
            }
        }
        let some = try Self.office()
        #expect(try some.reader.read { try query.places(.after, of: nil, limit: -2, $0) }.isEmpty)
    }

    @Test("names are in Persian order")
    func persian() throws {
        let office = try newOffice()
        let names = ["آبان", "امید", "بهار", "پارسا", "چمران", "ژاله", "کوثر", "گلستان", "واحد", "هادی", "یاس"]
        for (number, name) in names.shuffled().enumerated() { try office.register("Q-\(number + 1000)", name: name) }
        let listed = try office.view { (reader) throws(DecideError) in
            let window = try reader.groups(matching: Filter(), by: .name, from: .beginning, limit: 50)
            var names: [String] = []
            for place in window.places {
                if let group = try reader.record(Group.self, at: place) { names.append(group.name) }
            }
            return names
        }
        #expect(listed == names)
    }

    @Test(
        "around a row that others moved or took away, each row stands once, and the list says where", arguments: orders,
        0..<3)
    func movedByOthers(_ order: ListOrder, _ seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let office = try Self.office()
        for _ in 0..<20 {
            let filter = Filter(["", "بهار", "پا"].randomElement(using: &random) ?? "")
            func query<T>(_ work: (ListQuery, Database) throws -> T) throws -> T {
                try office.reader.read { db in
                    try work(ListQuery(table: "groups", order: order, filter: filter, db), db)
                }
            }
            let seen = try query { query, db in try query.places(.after, of: nil, limit: 1000, db) }
            let place = try #require(seen.randomElement(using: &random))
            let code = "Q-00\(Int.random(in: 11...33, using: &random))"
            let name = "\(["بهار", "پارسا", "آفتاب", "یاس"].randomElement(using: &random) ?? "") \(random.next())"
            _ = try? office.send(
                #"{"command":"group.amend","code":"\#(code)","name":"\#(name)","size":\#(Int.random(in: 1...9, using: &random))}"#
            )
            if Int.random(in: 0..<8, using: &random) == 0 {
                _ = try? office.send(#"{"command":"record.void","kind":"group","code":"\#(code)","reason":"دوباره"}"#)
            }
            try query { query, db in
                let all = try query.places(.after, of: nil, limit: 1000, db)
                let window = try query.window(from: .around(place), limit: 7, db)
                let around = try #require(window.around)
                #expect(Set(window.places.map(\.row)).count == window.places.count)
                #expect(window.places == Array(all.dropFirst(window.offset).prefix(window.places.count)))
                #expect(window.total == all.count)
                if let number = all.firstIndex(where: { $0.row == place.row }) { #expect(around == number) }
            }
        }
    }
}
