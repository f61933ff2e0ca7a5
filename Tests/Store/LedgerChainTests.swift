import Domain
import Foundation
import Testing

@testable import Store

@Suite("The ledger is a chain")
struct LedgerChainTests {
    /// Commands of many sorts, refused ones among them.
    static func worked() throws -> OfficeFile {
        let office = try ConstraintTests.office()
        try office.send(#"{"command":"group.amend","code":"Q-0001","size":44,"note":"یادداشت «تازه»\nسطر دوم"}"#)
        try office.send(#"{"command":"base.amend","code":"B-01","name":"قرارگاه نو"}"#)
        try office.send(#"{"command":"group.suspend","code":"Q-0002","reason":"بی‌گزارش"}"#)
        try office.send(
            """
            {"command":"office.appoint","body":"Q-0001","office":"head","person":"\(someIDs[1])",
            "from":"1401/01/01","succeed":true}
            """)
        #expect(refusal { try office.send(#"{"command":"group.amend","code":"Q-7777","size":4}"#) } == .notFound)
        try office.record(someIDs[2])
        try office.send(#"{"command":"record.void","kind":"person","code":"\#(someIDs[2])","reason":"دوباره"}"#)
        let amended = try office.send(#"{"command":"group.amend","code":"Q-0002","county":"کهک"}"#)
        try office.send(#"{"command":"ledger.undo","undo":"\#(amended.id)"}"#)
        return office
    }

    /// Changes the ledger as somebody with an SQL shell might.
    func tamper(_ office: OfficeFile, _ sql: String) throws {
        try office.execute("DROP TRIGGER ledgerStaysAsItIs; DROP TRIGGER ledgerStaysWhole")
        try office.writer().writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA foreign_keys = OFF")
            try $0.execute(sql: sql)
        }
    }

    func problems(_ office: OfficeFile) throws -> [String] { try office.verify { _, _ in }.problems.map(\.en) }

    @Test("it is sound after work of all sorts, and each entry has the next number")
    func sound() throws {
        let office = try Self.worked()
        let report = try office.verify { _, _ in }
        #expect(report.problems == [])
        #expect(report.entries == (try office.count("SELECT max(number) FROM ledger")))
        // Two groups, two people, two terms, a membership, a council, a base and an account.
        #expect(report.records == 10)
    }

    @Test("any change of an entry's text or hash is found, and the entry named", arguments: 1...13)
    func tampered(_ number: Int) throws {
        let text = try Self.worked()
        try tamper(text, "UPDATE ledger SET entry = replace(entry, 'desk', 'disk') WHERE number = \(number)")
        #expect(try problems(text).first?.contains("at entry \(number):") == true)

        let hash = try Self.worked()
        try tamper(hash, "UPDATE ledger SET hash = randomblob(32) WHERE number = \(number)")
        #expect(try problems(hash).first?.contains("at entry \(number):") == true)
    }

    @Test("a missing entry is named", arguments: 1...12)
    func missing(_ number: Int) throws {
        let office = try Self.worked()
        try tamper(office, "DELETE FROM ledger WHERE number = \(number)")
        #expect(try problems(office).first?.hasPrefix("Entry \(number) is missing") == true)
    }

    @Test("two entries that changed places are found")
    func swapped() throws {
        let office = try Self.worked()
        try tamper(
            office,
            """
            UPDATE ledger SET number = 99 WHERE number = 4; UPDATE ledger SET number = 4 WHERE number = 5;
            UPDATE ledger SET number = 5 WHERE number = 99
            """)
        #expect(try problems(office).first?.contains("at entry 4:") == true)
    }

    @Test(
        "a record that was changed, added or deleted behind the ledger's back is named",
        arguments: [
            ("UPDATE groups SET size = 45 WHERE code = 'Q-0001'", "group Q-0001 differs"),
            ("UPDATE people SET lastName = 'احمدی' WHERE nationalID = '9990000018'", "person 9990000018 differs"),
            ("DELETE FROM memberships", "is in the ledger but not in the file"),
            ("UPDATE staff SET role = 'operator'", "ali differs"),
            (
                "INSERT INTO settings (id, version, name, value) VALUES ('x', 1, 'activity.months', '5')",
                "activity.months differs"
            ),
        ])
    func behindItsBack(_ sql: String, _ sentence: String) throws {
        let office = try Self.worked()
        try office.execute(sql)
        let found = try problems(office)
        #expect(found.count == 1 && found[0].contains(sentence), "\(found)")
    }

    @Test("an entry can be neither changed nor removed")
    func guarded() throws {
        let office = try Self.worked()
        #expect(throws: (any Error).self) { try office.execute("UPDATE ledger SET search = ''") }
        #expect(throws: (any Error).self) { try office.execute("DELETE FROM ledger") }
    }

    @Test("an id that was carried out changes nothing again, and answers as the first time")
    func idempotent() throws {
        let office = try newOffice()
        let id = "01890000-0000-7000-8000-000000000001"
        let json = """
            {"command":"group.register","code":"Q-0001","name":"بهار","kind":"general","fields":["relief"],
            "county":"قم","size":10,"registeredOn":"1400/01/01","id":"\(id)"}
            """
        let first = try office.send(json)
        try office.send(#"{"command":"group.amend","code":"Q-0001","size":44}"#)
        let second = try office.send(json.replacingOccurrences(of: "بهار", with: "باران"))
        // Objects are the same whatever the order of their members.
        #expect(JSON(parsing: second.answer.text) == JSON(parsing: first.answer.text))
        #expect(try office.count("SELECT count(*) FROM ledger WHERE id = '\(id)'") == 1)
        #expect(try office.count("SELECT size FROM groups") == 44)
    }

    @Test("a refused id is not remembered")
    func refusedID() throws {
        let office = try newOffice()
        let amend = #"{"command":"group.amend","code":"Q-0001","size":44,"id":"01890000-0000-7000-8000-000000000002"}"#
        #expect(refusal { try office.send(amend) } == .notFound)
        try office.register("Q-0001", name: "بهار")
        #expect(try office.send(amend).id == "01890000-0000-7000-8000-000000000002")
    }

    @Test("each change is a version, and one behind it is refused as stale")
    func versions() throws {
        let office = try newOffice()
        try office.register("Q-0001", name: "بهار")
        for size in [11, 12] { try office.send(#"{"command":"group.amend","code":"Q-0001","size":\#(size)}"#) }
        #expect(try office.count("SELECT version FROM groups") == 3)
        let behind = #"{"command":"group.amend","code":"Q-0001","size":13,"version":2}"#
        #expect(refusal { try office.send(behind) } == .stale)
        try office.send(#"{"command":"group.amend","code":"Q-0001","size":13,"version":3}"#)
        #expect(try office.count("SELECT version FROM groups") == 4)
    }

    @Test("what changes nothing is no version, but stands in the ledger")
    func unchanged() throws {
        let office = try newOffice()
        try office.register("Q-0001", name: "بهار")
        let entry = try office.send(#"{"command":"group.amend","code":"Q-0001","size":10}"#)
        #expect(entry.changes.isEmpty)
        #expect(try office.count("SELECT version FROM groups") == 1)
    }
}
