import Domain
import Persian
import Testing

@testable import Store

/// Every name on the roll is invented.
@Suite("The roll of honour in the file")
struct RollTests {
    let office: OfficeFile

    init() throws {
        office = try newOffice()
        for line in [
            #"{"command":"staff.add","account":"second","name":"متصدی دوم","role":"operator"}"#,
            #"{"command":"person.record","nationalID":"9990000018","firstName":"سارا","lastName":"نوری"}"#,
            """
            {"command":"congress.open","year":1400,"number":1,"city":"مشهد","venue":"حرم","from":"1400/05/09",\
            "to":"1400/05/11"}
            """,
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
            "to":"1401/05/11","previousCity":"مشهد"}
            """,
            #"{"command":"martyr.propose","person":"9990000018","diedOn":"1400/11/06","place":"نمونه‌آباد"}"#,
            #"{"command":"martyr.propose","name":"پویا نمونه","diedOn":"1398/01/06","place":"نمونه‌آباد"}"#,
            #"{"command":"martyr.propose","name":"آوا نمونه","diedOn":"1397/01/06","place":"نمونه‌آباد"}"#,
        ] { try office.send(line) }
    }

    private func publish(_ code: String) throws {
        for line in [
            #"{"command":"martyr.document","code":"\#(code)","biography":"ساختگی"}"#,
            #"{"command":"martyr.verify","code":"\#(code)"}"#,
            #"{"command":"martyr.verify","code":"\#(code)","as":"second"}"#,
            #"{"command":"martyr.publish","code":"\#(code)"}"#,
        ] { try office.send(line) }
    }

    private func roll(_ year: String) throws -> [String] {
        try office.view { (reader) throws(DecideError) in
            guard let congress = try reader.find(Congress.self, key: year) else { return [] }
            return try reader.roll(of: congress).map(\.code)
        }
    }

    @Test("an edition's roll holds what is published of those who died before it was over, by the day")
    func rolls() throws {
        #expect(try roll("1401") == [])
        try publish("M-001")
        try publish("M-002")
        try office.send(#"{"command":"record.void","kind":"martyr","code":"M-003","reason":"دوباره"}"#)
        try office.view { (reader) throws(DecideError) in #expect(try reader.martyrCounts() == [.published: 2]) }
        #expect(try roll("1401") == ["M-002", "M-001"])
        #expect(try roll("1400") == ["M-002"])
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("an entry is found by its person, its name and its place")
    func found() throws {
        try office.view { (reader) throws(DecideError) in
            #expect(try reader.martyr(ofPerson: "۹۹۹۰۰۰۰۰۱۸")?.code == "M-001")
            #expect(try reader.martyr(ofPerson: "M-001") == nil)
            for (words, codes) in [("نوری", ["M-001"]), ("نمونه", ["M-003", "M-002", "M-001"]), ("M-002", ["M-002"])] {
                var found: [String] = []
                try reader.each(Martyr.self, matching: Filter(words), limit: nil) { found.append($0.code) }
                #expect(found == codes, "\(words)")
            }
        }
    }

    @Test("the file itself holds no entry verified by one, and nobody twice")
    func constraints() throws {
        for change in [
            "state = 'verified', biography = 'x', verifiedBy = '[\"a\"]'", "state = 'documented'",
            "person = '9990000018'", "incident = 'I-001'",
        ] {
            #expect(throws: (any Error).self, "\(change)") {
                try office.execute("UPDATE martyrs SET \(change) WHERE code = 'M-002'")
            }
        }
    }

    @Test("is asked for through an index")
    func plans() throws {
        let plans = QueryPlanTests()
        let asked = try plans.questions(office) {
            try office.view { (reader) throws(DecideError) in
                _ = try reader.roll(until: Day(number: 19_205))
                _ = try reader.martyr(ofPerson: "9990000018")
                _ = try reader.martyrCounts()
            }
        }
        // The counts are as many rows as there are states.
        #expect(asked.count == 3)
        for question in asked where !question.contains("martyrCounts") {
            let steps = try plans.plan(question, office)
            #expect(steps.allSatisfy { !$0.hasPrefix("SCAN") && !$0.contains("TEMP B-TREE") }, "\(question): \(steps)")
        }
    }
}
