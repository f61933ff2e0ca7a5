import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("What a file keeps is made anew from a ledger that is sound")
struct RebuildTests {
    private let folder: TestFolder
    private let office: OfficeFile

    init() throws {
        folder = try TestFolder()
        office = try folder.office()
        try office.send(#"{"command":"staff.add","account":"oper","name":"o","role":"operator"}"#)
        try office.record(someIDs[0])
        try office.register("Q-0001", name: "بهار")
        try office.register("Q-0002", name: "باران")
        try office.send(#"{"command":"record.void","kind":"group","code":"Q-0002","reason":"دوباره"}"#)
    }

    private func rebuild(by sender: Sender = ali) throws -> String? {
        try OfficeFile.rebuild(folder.file, by: sender, clock: noon) { _, _ in }
    }

    @Test(
        "a record, a count, a search text that was spoilt",
        arguments: [
            "UPDATE groups SET size = 99", "UPDATE counters SET value = 77 WHERE name = 'groups'",
            "UPDATE people SET search = 'x'", "DELETE FROM touches", "UPDATE staff SET role = 'administrator'",
        ])
    func spoilt(_ sql: String) throws {
        let tip = try #require(try office.verify { _, _ in }.tip)
        try office.execute(sql)
        let found = office.verdict { _, _ in }
        #expect(!found.problems.isEmpty && found.isLedgerSound)
        let shut = try OfficeFile(path: folder.file)
        #expect(shut.readOnlyReason?.en.contains("verify --rebuild") == true)

        let kept = try #require(try rebuild())
        let healed = try OfficeFile(path: folder.file)
        #expect(healed.readOnlyReason == nil)
        #expect(try healed.verify(since: tip) { _, _ in }.problems == [])
        #expect(try healed.groups(matching: "بهار") == ["Q-0001"])
        #expect(try healed.people(matching: someIDs[0]) == [someIDs[0]])
        let last = try healed.view { (reader) throws(DecideError) in
            try reader.ledger(matching: Filter(), limit: 1).first
        }
        #expect(last?.command == "ledger.restore" && last?.account == "ali")
        #expect(try !OfficeFile(path: kept, for: .look).verify { _, _ in }.problems.isEmpty, "the former file is kept")
        try healed.register("Q-0003", name: "نسیم")
    }

    @Test("only by those whom the ledger calls administrators, whatever the table of the staff says")
    func role() throws {
        try office.execute("UPDATE staff SET role = 'administrator'")
        #expect(refusal { try rebuild(by: Sender(account: "oper", station: "desk")) } == .notPermitted)
        #expect(refusal { try rebuild(by: Sender(account: "nobody", station: "desk")) } == .notPermitted)
        #expect(try office.groups(matching: "") == ["Q-0001"])
    }

    @Test("not from a ledger that was changed")
    func broken() throws {
        try office.execute(
            "DROP TRIGGER ledgerStaysAsItIs; UPDATE ledger SET entry = replace(entry, 'بهار', 'پاییز') WHERE number = 4"
        )
        let found = office.verdict { _, _ in }
        #expect(!found.isLedgerSound)
        #expect(reason { try rebuild() } == .damaged)
        #expect(try folder.names().allSatisfy { !$0.contains("before-restore") })
    }
}
