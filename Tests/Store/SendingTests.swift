import Domain
import Persian
import Testing

@testable import Store

@Suite("Commands in transactions")
struct SendingTests {
    func registering(_ code: String) throws -> Request {
        try request(
            """
            {"command":"group.register","code":"\(code)","name":"گروه \(code)","kind":"general","fields":["relief"],
            "county":"قم","size":10,"registeredOn":"1400/01/01"}
            """)
    }

    let refused = DecideError.refused(Refusal(.overlap, Phrase(fa: "نه", en: "no")))

    func codes(_ office: OfficeFile) throws -> [String] { try office.groups(matching: "", by: .groupCode) }

    @Test("all of a whole is kept, or nothing of it: records, ledger, counters, codes and what is found")
    func whole() throws {
        let office = try newOffice()
        let requests = try (1...4).map { try registering("Q-000\($0)") }
        try office.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
            try session.send(requests[0])
            do throws(DecideError) {
                try session.whole { () throws(DecideError) in
                    try session.send(requests[1])
                    #expect(try session.registry.find(Group.self, key: "Q-0002") != nil)
                    throw refused
                }
            } catch { #expect(error == refused) }
            #expect(try session.registry.find(Group.self, key: "Q-0002") == nil)
            try session.whole { () throws(DecideError) in
                try session.send(requests[2])
                try session.send(requests[3])
            }
        }
        #expect(try codes(office) == ["Q-0001", "Q-0003", "Q-0004"])
        #expect(try office.groups(matching: "گروه") == ["Q-0001", "Q-0003", "Q-0004"])
        #expect(try office.groups(matching: "0002") == [])
        #expect(try office.view { (reader) throws(DecideError) in try reader.count(Group.kind) } == 3)
        let report = try office.verify { _, _ in }
        #expect(report.problems == [])
        #expect(report.entries == 4)
    }

    @Test("an amendment that was undone with its whole leaves the record, and what finds it, as they were")
    func wholeAmendment() throws {
        let office = try newOffice()
        try office.register("Q-0001", name: "بهار")
        let amend = try request(#"{"command":"group.amend","code":"Q-0001","name":"باران"}"#)
        try office.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
            _ = try session.registry.find(Group.self, key: "Q-0001")
            do throws(DecideError) {
                try session.whole { () throws(DecideError) in
                    try session.send(amend)
                    throw refused
                }
            } catch { #expect(error == refused) }
            #expect(try session.registry.find(Group.self, key: "Q-0001")?.name == "بهار")
        }
        #expect(try office.groups(matching: "بهار") == ["Q-0001"])
        #expect(try office.groups(matching: "باران") == [])
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("a transaction that fails leaves nothing")
    func failed() throws {
        let office = try newOffice()
        let request = try registering("Q-0001")
        #expect(throws: DecideError.self) {
            try office.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
                try session.send(request)
                throw refused
            }
        }
        #expect(try codes(office) == [])
        try office.send(request, by: ali, clock: noon)
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("long work is split, so that others may write in between")
    func split() throws {
        let folder = try TestFolder()
        let office = try folder.office()
        let other = try OfficeFile(path: folder.file)
        var seen: Set<Int> = []
        let requests = try (1...6).map { try registering("Q-000\($0)") }
        try office.transactions(over: requests, by: ali, clock: noon, longest: .zero) {
            (session, one) throws(DecideError) in
            // What another connection sees is what was committed.
            let committed = try other.view { (reader) throws(DecideError) in try reader.count(Group.kind) }
            seen.insert(committed)
            try session.send(one)
            return true
        }
        #expect(seen == [0, 1, 2, 3, 4, 5])
        seen = []
        let more = try (1...3).map { try registering("Q-001\($0)") }
        try office.transactions(over: more, by: ali, clock: noon, longest: .seconds(60)) {
            (session, one) throws(DecideError) in
            seen.insert(try other.view { (reader) throws(DecideError) in try reader.count(Group.kind) })
            try session.send(one)
            return true
        }
        #expect(seen == [6])
    }

    @Test("work that is stopped keeps what was done")
    func stopped() throws {
        let office = try newOffice()
        let requests = try (1...5).map { try registering("Q-000\($0)") }
        var done = 0
        try office.transactions(over: requests, by: ali, clock: noon) { (session, one) throws(DecideError) in
            try session.send(one)
            done += 1
            return done < 3
        }
        #expect(try codes(office) == ["Q-0001", "Q-0002", "Q-0003"])
    }

    @Test("counters follow what is added, voided and put back")
    func counters() throws {
        let office = try newOffice()
        func groups() throws -> Int { try office.view { (reader) throws(DecideError) in try reader.count(Group.kind) } }
        let first = try office.register("Q-0001", name: "بهار")
        try office.register("Q-0002", name: "باران")
        #expect(try groups() == 2)
        let voiding = try office.send(#"{"command":"record.void","kind":"group","code":"Q-0002","reason":"دوباره"}"#)
        #expect(try groups() == 1)
        #expect(try office.groups(matching: "باران") == [])
        try office.send(#"{"command":"ledger.undo","undo":"\#(voiding.id)"}"#)
        #expect(try groups() == 2)
        #expect(try office.groups(matching: "باران") == ["Q-0002"])
        try office.send(#"{"command":"ledger.undo","undo":"\#(first.id)"}"#)
        #expect(try groups() == 1)
        #expect(try office.count("SELECT count(*) FROM groups") == 1)
    }

    @Test("the next code follows the greatest in use: one that was taken out or back holds up nobody")
    func codesInUse() throws {
        let office = try newOffice()
        func found(_ code: String = "") throws -> LedgerEntry {
            try office.send(#"{"command":"base.found","name":"قرارگاه"\#(code)}"#)
        }
        func next() throws -> JSON? { try found().answer["result"]?["code"] }
        for _ in 1...2 { _ = try found() }
        try office.send(#"{"command":"record.void","kind":"base","code":"B-02","reason":"دوباره"}"#)
        #expect(try next() == .string("B-02"))
        let far = try found(#","code":"B-9003""#)
        try office.send(#"{"command":"ledger.undo","undo":"\#(far.id)"}"#)
        #expect(try next() == .string("B-03"))
        _ = try found(#","code":"B-07""#)
        #expect(try next() == .string("B-08"))
        try office.send(#"{"command":"record.void","kind":"base","code":"B-07","reason":"دوباره"}"#)
        #expect(try next() == .string("B-09"))
    }

    @Test("no code drives a series to the end of the numbers, nor does one that an older file holds")
    func longCodes() throws {
        let office = try newOffice()
        let line = #"{"command":"council.found","name":"شورا","code":"SH-9223372036854775807"}"#
        #expect(refusal { try office.send(line) } == .unknownValue)
        #expect(refusal { try office.send(line.replacing("9223372036854775807", with: "1234567890")) } == .unknownValue)
        try office.send(#"{"command":"council.found","name":"شورا"}"#)
        try office.execute(
            "PRAGMA defer_foreign_keys = ON; UPDATE councils SET code = 'SH-9223372036854775807'; UPDATE bodies SET code = 'SH-9223372036854775807'"
        )
        try office.execute("DELETE FROM series")
        let entry = try office.send(#"{"command":"council.found","name":"شورا"}"#)
        #expect(entry.answer["result"]?["code"] == .string("SH-01"))
    }

    @Test("the first account of a new file is its administrator, another is unknown")
    func founder() throws {
        let office = try OfficeFile()
        #expect(try office.admit(ali, clock: noon).role == .administrator)
        #expect(try office.admit(ali, clock: noon).role == .administrator)
        #expect(refusal { try office.admit(Sender(account: "sara", station: "desk"), clock: noon) } == .notPermitted)
        #expect(try office.count("SELECT count(*) FROM staff") == 1)
    }
}
