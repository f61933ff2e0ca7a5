import Domain
import GRDB
import Persian
import Synchronization
import Testing

@testable import Store

/// Points, shifts and tallies in the file. The clock stands at noon of 27 Mordad 1401 (day 19,222 is 18 August 2022).
@Suite("Arbaeen in the file")
struct ArbaeenStoreTests {
    let office: OfficeFile

    init() throws {
        office = try newOffice()
        for line in Self.lines { try office.send(line) }
    }

    private static func shift(_ code: String, _ day: String, _ hours: String, at point: String = "AP-1") -> String {
        let parts = hours.split(separator: "-")
        return """
            {"command":"shift.plan","code":"\(code)","point":"\(point)","from":"\(day)T\(parts[0])","to":"\(day)T\(parts[1])",\
            "roles":["server 10"]}
            """
    }

    private static func assign(_ shift: String, _ group: String, _ headcount: Int) -> String {
        #"{"command":"shift.assign","shift":"\#(shift)","group":"\#(group)","headcount":\#(headcount)}"#
    }

    private static let lines =
        ["Q-0001", "Q-0002", "Q-0003"].map { code in
            """
            {"command":"group.register","code":"\(code)","name":"گروه \(code)","kind":"general","fields":["relief"],\
            "county":"قم","size":20,"registeredOn":"1400/01/05"}
            """
        }
        + ["IR", "IQ"].map { country in
            """
            {"command":"season.announce","year":1444,"country":"\(country)","month":"safar","startsOn":"1401/06/07",\
            "status":"provisional"}
            """
        }
        + [("AP-1", "IR"), ("AP-2", "IQ")].map { code, country in
            """
            {"command":"point.plan","code":"\(code)","name":"موکب \(code)","kind":"border","country":"\(country)",\
            "season":1444,"services":["food 3000","water 9000"]}
            """
        } + [
            #"{"command":"point.license","code":"AP-1","permit":"م-۱","validUntil":"1401/07/10"}"#,
            shift("SF-1", "1401/06/20", "08:00-16:00"), shift("SF-2", "1401/06/21", "08:00-16:00"),
            shift("SF-3", "1401/06/20", "08:00-16:00", at: "AP-2"),
            assign("SF-1", "Q-0001", 10), assign("SF-2", "Q-0002", 4),
            #"{"command":"supply.receive","point":"AP-1","item":"آب","unit":"بطری","quantity":50,"reorderLevel":100}"#,
            #"{"command":"supply.receive","point":"AP-1","item":"نان","unit":"قرص","quantity":500,"reorderLevel":100}"#,
        ]

    private var now: Moment { noon.now() }

    private func look<T>(_ body: (Reader) throws(DecideError) -> T) throws -> T { try office.view(body) }

    private func point() throws -> PointRow {
        let row = try look { (reader) throws(DecideError) in try reader.pointRow("AP-1", now) }
        return try #require(row)
    }

    @Test("a point's row tells its needs, its stock and its next gap")
    func row() throws {
        let row = try point()
        #expect(row.openNeeds == 1 && row.supplies == 2 && row.low == 1 && row.shifts == 2 && row.gap?.code == "SF-2")
        try office.send(#"{"command":"need.settle","code":"N-001","outcome":"met"}"#)
        #expect(try point().openNeeds == 0)
    }

    @Test("gaps come by how soon they are, in both countries")
    func gaps() throws {
        let gaps = try look { (reader) throws(DecideError) in try reader.gaps(from: now, limit: 10) }
        #expect(gaps.map(\.code) == ["SF-3", "SF-2"], "08:00 in Iraq is 09:30 in Iran, a day before")
    }

    @Test("how well all shifts to come are covered, and none for another")
    func overall() throws {
        let all = try look { (reader) throws(DecideError) in try reader.shiftCoverage(from: now) }
        #expect(all == ShiftCoverage(present: 14, needed: 30, gaps: 2, missingNow: 0))
    }

    @Test("coverage counts the people of each hour, and the hours of the night too")
    func coverage() throws {
        let first = try #require(try? Moment(parsing: "1401/06/20T06:00", in: .tehran))
        let hours = try look { (reader) throws(DecideError) in
            try reader.coverage(of: "AP-1", from: first, hours: 12)
        }
        #expect(hours.map(\.0) == [0, 0, 10, 10, 10, 10, 10, 10, 10, 10, 0, 0])
        #expect(hours.map(\.1) == [0, 0, 10, 10, 10, 10, 10, 10, 10, 10, 0, 0])
    }

    @Test("the group that has rested longest comes first; who is elsewhere then comes last")
    func candidates() throws {
        try office.send(Self.shift("SF-4", "1401/06/21", "15:00-20:00"))
        try office.send(Self.assign("SF-2", "Q-0002", 20).replacing("}", with: #","reason":"x"}"#))
        let known = try look { (reader) throws(DecideError) in try reader.find(Shift.self, key: "SF-4") }
        let shift = try #require(known)
        let found = try look { (reader) throws(DecideError) in
            try reader.candidates(for: shift, matching: "", limit: 50)
        }
        #expect(found.map(\.group.code) == ["Q-0001", "Q-0003", "Q-0002"])
        #expect(found[0].free == 20 && found[2].free == 0 && found[1].lastEnd == nil)
        #expect(!found[0].isFar && !found[2].isFar)
        #expect(found[0].rested(before: shift) == Int64(23 * 3_600_000))
        let some = try look { (reader) throws(DecideError) in
            try reader.candidates(for: shift, matching: "۰۰۰۳", limit: 50)
        }
        #expect(some.map(\.group.code) == ["Q-0003"])
    }

    @Test("people on their way from another point are free only with a reason")
    func onTheWay() throws {
        try office.send(Self.shift("SF-5", "1401/06/20", "15:00-20:00", at: "AP-2"))
        let shift = try #require(try look { (reader) throws(DecideError) in try reader.find(Shift.self, key: "SF-5") })
        let found = try look { (reader) throws(DecideError) in
            try reader.candidates(for: shift, matching: "0001", limit: 50)
        }
        // 15:00 in Iraq is 16:30 in Iran, half an hour after SF-1.
        #expect(found.map(\.free) == [10] && found.map(\.freeWithReason) == [20] && found[0].isFar)
    }

    @Test("an assigned shift is evidence of its group's activity in its month, and a cancelled one is not")
    func evidence() throws {
        func count() throws -> Int? {
            try look { (reader) throws(DecideError) in
                try storing {
                    try Int.fetchOne(
                        reader.db,
                        sql: "SELECT count FROM activity WHERE \"group\" = 'Q-0001' AND source = 'service-shifts'")
                }
            }
        }
        #expect(try count() == 1)
        try office.send(#"{"command":"shift.cancel","code":"SF-1"}"#)
        #expect(try count() == nil)
    }

    @Test("the dates of a season, by each country's announcements")
    func season() throws {
        try office.send(
            #"{"command":"season.announce","year":1444,"country":"IQ","month":"safar","startsOn":"1401/06/08","status":"confirmed"}"#
        )
        let season = try look { (reader) throws(DecideError) in try reader.season(on: noon.today()) }
        let dates = try #require(season)
        #expect(dates.arbaeen[.iran] == (try? Day(parsing: "1401/06/26")))
        #expect(dates.arbaeen[.iraq] == (try? Day(parsing: "1401/06/27")))
    }

    @Test("what only the file could let through, it does not")
    func constraints() throws {
        for sql in [
            "UPDATE supplies SET stock = -1", "UPDATE shifts SET ends = begins", "UPDATE points SET season = 1300",
            "UPDATE points SET state = 'open' WHERE code = 'AP-1'",
            "UPDATE points SET state = 'licensed' WHERE code = 'AP-2'",
            "DELETE FROM points WHERE code = 'AP-1'", "UPDATE points SET country = 'SY'",
            "INSERT INTO needs (id, version, code, point, item, quantity, unit, urgency, state, nameKey, search) "
                + "VALUES ('x', 1, 'N-9', 'AP-9', 'x', 1, 'x', 'low', 'open', x'00', '')",
        ] {
            #expect(throws: (any Error).self, "\(sql)") { try office.execute(sql) }
        }
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test(
        "every question of the screen goes through an index",
        arguments: [
            (Reader.pointSQL, "shiftsOfPoint"),
            ("SELECT code FROM shifts WHERE " + Reader.gapOfPoint, "shiftGapsOfPoint"),
            ("SELECT code FROM shifts WHERE " + Reader.gapsSQL, "shiftGaps"), (Reader.spanSQL, "shiftsOfPoint"),
            ("SELECT code FROM shifts WHERE " + FileRegistry.shiftsOfPoint, "shiftsOfPoint"),
            ("SELECT code FROM shifts WHERE " + FileRegistry.shiftsOfGroup, "PRIMARY KEY"),
            (Reader.coverageSQL, "shiftsByStart"), (Reader.alarmsSQL, "incidentsByState"),
            (Reader.groupsNearSQL, "shiftGroupsByStart"), (Reader.neighboursSQL, "PRIMARY KEY"),
        ])
    func plans(sql: String, index: String) throws {
        let plan: [String] = try office.reader.unsafeRead { db in
            let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
            statement.setUncheckedArguments(StatementArguments((0..<6).map { _ in nil as Int? }))
            return try Row.fetchAll(statement).map { $0["detail"] }
        }
        #expect(plan.contains { $0.contains(index) }, "\(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("USING") && !$0.contains("CONSTANT") }, "\(plan)")
    }

    @Test("forty points with five thousand shifts are asked as few questions as two")
    func many() throws {
        func questions() throws -> Int {
            // The trace is called wherever the file is read.
            let counted = Mutex(0)
            office.reader.unsafeRead { db in db.trace { _ in counted.withLock { $0 += 1 } } }
            defer { office.reader.unsafeRead { $0.trace(options: []) } }
            try look { (reader) throws(DecideError) in
                _ = try reader.pointRow("AP-1", now)
                _ = try reader.gaps(from: now, limit: 20)
                _ = try reader.coverage(of: "AP-1", from: now, hours: 24)
                _ = try reader.shiftCoverage(from: now)
            }
            return counted.withLock { $0 }
        }
        let few = try questions()
        for point in 3...40 {
            try office.send(
                """
                {"command":"point.plan","code":"AP-\(point)","name":"موکب","kind":"route","country":"IQ","season":1444,\
                "services":["food 3000"]}
                """)
        }
        // As the rules would write them, without their time.
        try office.execute(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            INSERT INTO shifts (id, version, code, point, "from", "to", roles, groups, state, nameKey, search, begins,
                ends, needed, present)
            SELECT 'x.' || i, 1, 'X-' || i, 'AP-' || (1 + i % 40), "from", "to", roles, '[]', state, nameKey, search,
                begins + i * 300, ends + i * 300, 10, i % 11 FROM n JOIN shifts WHERE code = 'SF-1'
            """)
        #expect(try look { (reader) throws(DecideError) in try reader.count(Shift.kind) } == 5003)
        #expect(try questions() == few)
    }
}
