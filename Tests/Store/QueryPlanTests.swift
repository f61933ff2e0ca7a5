import Domain
import GRDB
import Persian
import Synchronization
import Testing

@testable import Store

/// All that the screens and lists ask is traced and its plan read: it walks or searches an index.
@Suite("Every question is indexed")
struct QueryPlanTests {
    static let filters = ["", "بهار", "قم", "بهار قم"]
    static let groupOrders = [ListOrder.name, .groupCode, .groupSize, .groupRegistration]

    /// The questions that `work` put to the file.
    func questions(_ office: OfficeFile, _ work: () throws -> Void) throws -> Set<String> {
        let seen = Mutex<Set<String>>([])
        office.reader.unsafeRead { db in
            db.trace { event in
                if case .statement(let statement) = event {
                    _ = seen.withLock { $0.insert(statement.sql) }
                }
            }
        }
        try work()
        office.reader.unsafeRead { $0.trace(options: []) }
        return seen.withLock { $0.filter { $0.hasPrefix("SELECT") } }
    }

    func plan(_ sql: String, _ office: OfficeFile) throws -> [String] {
        try office.reader.unsafeRead { db in
            let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
            statement.setUncheckedArguments(StatementArguments(sql.filter { $0 == "?" }.map { _ in nil as Int? }))
            return try Row.fetchAll(statement).map { $0["detail"] }
        }
    }

    /// Steps that read a whole table of records.
    func scans(_ plan: [String]) -> [String] {
        let tables = ["groups", "councils", "bases", "people", "memberships", "terms", "staff", "ledger", "touches"]
        return plan.filter { step in
            let words = step.split(separator: " ")
            guard words.count > 1, words[0] == "SCAN" else { return false }
            return (tables + ["t", "m", "p", "l"]).contains(String(words[1])) && !step.contains("USING")
        }
    }

    func sorts(_ plan: [String]) -> Bool { plan.contains { $0.contains("TEMP B-TREE") } }

    @Test("a window of a list walks an index, from either end and from any place", arguments: filters)
    func lists(_ filter: String) throws {
        let office = try ConstraintTests.office()
        let orders = ["groups": Self.groupOrders, "people": [.name], "councils": [.name], "bases": [.name]]
        for (table, orders) in orders {
            for order in orders.flatMap({ [$0, $0.reversed()] }) {
                try walks(ListQuery(table: table, order: order, plan: .all), office)
                for source in FilterPlan.sources(Filter(filter), on: table) {
                    for reach in [FilterPlan.Reach.few, .some, .many] {
                        let words = Filter(filter).words
                        let plan = FilterPlan(words: words, reach: reach, source: source)
                        try walks(ListQuery(table: table, order: order, plan: plan), office)
                    }
                }
            }
        }
    }

    @Test("a first page walks the list's order for a bounded number of rows", arguments: filters.dropFirst())
    func firstPage(_ filter: String) throws {
        let office = try ConstraintTests.office()
        for order in Self.groupOrders.flatMap({ [$0, $0.reversed()] }) {
            let plan = try plan(
                FirstPage(table: "groups", order: order, filter: Filter(filter)).sql(limit: 50).0, office)
            #expect(plan.contains { $0.contains("SCAN groups USING INDEX") } && !sorts(plan), "\(plan)")
        }
    }

    /// Few rows are looked up and sorted; else the list's order is walked, without a look at the rows that the index
    /// did not find.
    func walks(_ query: ListQuery, _ office: OfficeFile) throws {
        for side in [ListQuery.Side.after, .before] {
            for place in [nil, ListPlace(value: 1.databaseValue, row: 1)] {
                let sql = query.sql(side, of: place, limit: 50).0
                let plan = try plan(sql, office)
                #expect(scans(plan) == [], "\(sql): \(plan)")
                guard query.isFiltered, query.plan.reach != .many else {
                    #expect(!sorts(plan), "\(plan)")
                    continue
                }
                #expect(sorts(plan) == (query.plan.reach == .few), "\(sql): \(plan)")
                if query.plan.reach == .some, query.plan.source?.rest.isEmpty == true {
                    #expect(plan.contains { $0.contains("USING COVERING INDEX") }, "\(sql): \(plan)")
                }
            }
        }
    }

    @Test("what the ledger holds is found through its index", arguments: ["بهار", "قم", "ق", "بهار قم"])
    func ledger(_ filter: String) throws {
        let office = try ConstraintTests.office()
        let asked = try questions(office) {
            try office.view { (reader) throws(DecideError) in
                for start in [ListStart.beginning, .end, .around(ListPlace(value: 1.databaseValue, row: 1))] {
                    _ = try reader.ledgerWindow(matching: Filter(filter), from: start, limit: 10)
                }
                _ = try reader.ledger(matching: Filter(filter), limit: 10)
            }
        }
        for sql in asked { #expect(scans(try plan(sql, office)) == [], "\(sql)") }
    }

    @Test("the groups' list with heads, bases and activity", arguments: ["", "بهار"])
    func groupsList(_ filter: String) throws {
        let office = try ConstraintTests.office()
        let asked = try questions(office) {
            try office.view { (reader) throws(DecideError) in
                let rule = try reader.activityRule(on: noon.today())
                let first = try reader.groups(matching: Filter(filter), by: .name, from: .beginning, limit: 10)
                guard let place = first.places.first else { return }
                _ = try reader.groupRow(at: place, on: rule)
                for start in [ListStart.end, .around(place)] {
                    _ = try reader.groups(matching: Filter(filter), by: .name, from: start, limit: 10)
                }
            }
        }
        #expect(asked.count > 7)
        for sql in asked {
            let plan = try plan(sql, office)
            #expect(scans(plan) == [], "\(sql): \(plan)")
            if filter.isEmpty { #expect(!sorts(plan), "\(sql): \(plan)") }
        }
    }

    @Test("a group's detail")
    func detail() throws {
        let office = try ConstraintTests.office()
        let asked = try questions(office) {
            try office.view { (reader) throws(DecideError) in
                let rule = try reader.activityRule(on: noon.today())
                let detail = try reader.groupDetail("Q-0001", memberLimit: 50, on: rule)
                #expect(detail?.holders.count == 1)
                #expect(detail?.members.count == 1)
            }
        }
        #expect(asked.count > 7)
        for sql in asked {
            // The terms of one body and the members of one group are sorted after they were found.
            #expect(scans(try plan(sql, office)) == [], "\(sql)")
        }
    }

    @Test("the headlines of the overview")
    func overview() throws {
        let office = try ConstraintTests.office()
        let asked = try questions(office) {
            try office.view { (reader) throws(DecideError) in
                _ = try reader.registrations(until: noon.today(), days: 30)
                _ = try reader.ledger(matching: Filter(), limit: 50)
            }
        }
        #expect(asked.count == 2)
        for sql in asked {
            let plan = try plan(sql, office)
            #expect(scans(plan.filter { !$0.contains("SCAN ledger") || sorts(plan) }) == [], "\(sql): \(plan)")
        }
    }

    @Test("counters, records by key, what refers to a record, and the ledger")
    func lookups() throws {
        let office = try ConstraintTests.office()
        let asked = try questions(office) {
            try office.view { (reader) throws(DecideError) in
                for kind in [Group.kind, Council.kind, Base.kind, Person.kind, Staff.kind] {
                    _ = try reader.count(kind)
                }
                let registry = reader.registry
                _ = try registry.entry("x")
                _ = try registry.entries(touching: ["x"], afterNumber: 1)
                _ = try registry.entries(touching: ["x"], afterVersion: 1)
                _ = try registry.nextCode(for: Group.self)
                _ = try registry.body("Q-0001")
                _ = try registry.group(named: "بهار", council: nil)
                _ = try registry.terms(of: "Q-0001", .head)
                _ = try registry.memberships(of: NationalID.sample, in: "Q-0001")
                guard let group = try reader.find(Group.self, key: "Q-0001"),
                    let council = try reader.find(Council.self, key: "SH-01"),
                    let base = try reader.find(Base.self, key: "B-01"),
                    let person = try reader.find(Person.self, key: someIDs[0])
                else { return }
                for record in [group, council, base, person] as [any Domain.Record] {
                    _ = try registry.references(to: record, .all, limit: 20)
                }
            }
        }
        #expect(asked.count > 20)
        for sql in asked {
            let plan = try plan(sql, office)
            #expect(scans(plan) == [], "\(sql): \(plan)")
        }
    }
}

extension NationalID {
    static var sample: NationalID {
        get throws(DecideError) {
            do { return try NationalID(someIDs[0]) } catch { throw .refused(.notFound(Person.kind, "", field: "")) }
        }
    }
}
