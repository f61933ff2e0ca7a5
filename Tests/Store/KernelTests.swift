import Domain
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

/// Whatever is sent, the program answers, and what it answers holds.
@Suite("No input ends the program")
struct KernelTests {
    private static let people = ["9990000018", "9990000026"]

    private func enrolments() throws -> (office: OfficeFile, enrolled: LedgerEntry) {
        let office = try newOffice()
        for id in Self.people { try office.record(id) }
        try office.send(
            """
            {"command":"course.announce","code":"T-1","title":"x","audience":"anyone","capacity":4,"from":"1401/05/01",
            "to":"1401/05/02","sessions":[{"code":"S1","from":"1401/05/01T18:00","to":"1401/05/01T20:00"}]}
            """)
        let entry = try office.send(#"{"command":"course.enrol","course":"T-1","person":"9990000018"}"#)
        return (office, entry)
    }

    @Test("a course of any year that a day may have, and no session shorter than a minute")
    func oldCourses() throws {
        let office = try newOffice()
        func course(_ code: String, _ day: String, _ to: String) -> String {
            """
            {"command":"course.announce","code":"\(code)","title":"x","audience":"anyone","capacity":4,"from":"\(day)",
            "to":"\(day)","sessions":[{"code":"S1","from":"\(day)T09:00","to":"\(day)T\(to)"}]}
            """
        }
        for (index, year) in ["1200", "1250", "1301", "1313", "1314", "1401", "1600"].enumerated() {
            try office.send(course("T-\(index + 1)", "\(year)/05/15", "12:00"))
        }
        #expect(refusal { try office.send(course("T-90", "1401/05/15", "09:00:30")) } == .invalidDate)
        #expect(refusal { try office.send(course("T-91", "1401/05/15", "09:00:00.500")) } == .invalidDate)
    }

    @Test("an enrolment that comes back finds its number free, also after its course left and came back")
    func enrolmentNumbers() throws {
        let (office, first) = try enrolments()
        let undo = try office.send(#"{"command":"ledger.undo","undo":"\#(first.id)"}"#)
        let void = try office.send(#"{"command":"record.void","kind":"course","code":"T-1","reason":"ا"}"#)
        try office.send(#"{"command":"ledger.undo","undo":"\#(void.id)"}"#)
        try office.send(#"{"command":"course.enrol","course":"T-1","person":"9990000026"}"#)
        try office.send(#"{"command":"ledger.undo","undo":"\#(undo.id)"}"#)
        #expect(try office.count("SELECT count(*) FROM enrolments") == 2)
    }

    @Test("a file from before the numbers and rows were kept is brought up to date with them, and is sound")
    func olderFile() throws {
        let folder = try TestFolder()
        do {
            let office = try OfficeFile(path: folder.file, steps: Array(Migrations.steps.prefix(14)))
            try office.execute(
                """
                CREATE TABLE courseNumbers (course TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL);
                CREATE TABLE formerRows (record TEXT NOT NULL PRIMARY KEY, row INTEGER NOT NULL);
                ALTER TABLE acts ADD COLUMN isRedo INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE packs ADD COLUMN campaign TEXT;
                CREATE TABLE stories (id, version, code, title, body, camp, point, "group", campaign, congress, author,
                    pictures, names, account, submittedBy, note, publishedOn, standing, state);
                """)
            _ = try office.admit(ali, clock: noon)
            for id in Self.people { try office.record(id) }
            try office.send(
                """
                {"command":"course.announce","code":"T-1","title":"x","audience":"anyone","capacity":4,
                "from":"1401/05/01","to":"1401/05/02",
                "sessions":[{"code":"S1","from":"1401/05/01T18:00","to":"1401/05/01T20:00"}]}
                """)
            let first = try office.send(#"{"command":"course.enrol","course":"T-1","person":"9990000018"}"#)
            try office.send(#"{"command":"ledger.undo","undo":"\#(first.id)"}"#)
            try office.send(#"{"command":"record.void","kind":"person","code":"9990000026","reason":"ا"}"#)
            try office.execute(
                """
                DROP TABLE courseNumbers; DROP TABLE formerRows; ALTER TABLE acts DROP COLUMN isRedo;
                ALTER TABLE packs DROP COLUMN campaign; DROP TABLE stories;
                """)
            try office.close()
        }
        let office = try OfficeFile(path: folder.file)
        #expect(try office.count("SELECT last FROM courseNumbers WHERE course = 'T-1'") == 1)
        #expect(try office.verify { _, _ in }.problems.isEmpty)
    }

    @Test("what only the file forbids is the answer to one command; the others of its transaction stay")
    func constraint() throws {
        let office = try newOffice()
        try office.execute(
            """
            CREATE TRIGGER noSecondBase BEFORE INSERT ON bases WHEN new.code = 'B-02'
            BEGIN SELECT RAISE(ABORT, 'no second base'); END;
            """)
        let told = Told()
        Faults.tell { told.add($0) }
        let base = try request(#"{"command":"base.found","name":"قرارگاه"}"#)
        let council = try request(#"{"command":"council.found","name":"شورا"}"#)
        var answers: [RefusalCode?] = []
        try office.transactions(over: [base, base, council], by: ali, clock: noon) { session, request in
            answers.append(refusal { try session.send(request) })
            return true
        }
        #expect(answers.map { $0?.rawValue } == [nil, "program-error", nil])
        #expect(told.all.contains { $0.contains("base.found") && $0.contains("no second base") })
        #expect(try office.count("SELECT count(*) FROM bases") == 1)
        #expect(try office.count("SELECT count(*) FROM councils") == 1)
        try office.execute("DROP TRIGGER noSecondBase")
        #expect(try office.verify { _, _ in }.problems.isEmpty)
    }

    @Test("a reference that the file checks last is answered at its command")
    func deferredReference() throws {
        let (office, first) = try enrolments()
        try office.send(#"{"command":"course.attend","course":"T-1","session":"S1","people":["9990000018"]}"#)
        // The rule would have refused it.
        let enrolment = try #require(first.changes.first?.after)
        let answer = refusal {
            try office.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
                try storing {
                    try session.db.execute(sql: "DELETE FROM enrolments WHERE id = ?", arguments: [enrolment.id])
                }
                try session.send(council(#"{"command":"council.found","name":"شورا"}"#))
            }
        }
        #expect(answer == .programError)
    }

    private func council(_ json: String) throws(DecideError) -> Request {
        guard let json = JSON(parsing: json) else { throw .refused(.fault) }
        do throws(Refusal) { return try Request(json) } catch { throw .refused(error) }
    }

    @Test("a number of the file's format below zero is told, not fallen over")
    func negativeFormat() throws {
        let folder = try TestFolder()
        do {
            let office = try folder.office()
            try office.execute("PRAGMA user_version = -1")
        }
        #expect(reason { try OfficeFile(path: folder.file) } == .damaged)
    }

    @Test(
        "numbers that somebody planted in the file are no record's", arguments: [Int.min, .max, 2_000_000_000_000_000])
    func planted(number: Int) throws {
        let office = try newOffice()
        try office.register("Q-1", name: "گروه")
        try office.execute("PRAGMA ignore_check_constraints = ON; UPDATE groups SET size = \(number)")
        #expect(
            reason { try office.view { reader throws(DecideError) in try reader.find(Group.self, key: "Q-1") } }
                == .damaged)
    }
}

/// What was told to the log of errors.
private final class Told: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []
    func add(_ line: String) { lock.withLock { lines.append(line) } }
    var all: [String] { lock.withLock { lines } }
}

/// Search texts follow what they speak of, and tell nobody what is masked.
@Suite("Search and masks")
struct SearchFollowsTests {
    private func found(_ type: any Domain.Record.Type, _ text: String, in office: OfficeFile) throws -> [String] {
        try keys(type, text, office)
    }

    private func keys<R: Domain.Record>(_ type: R.Type, _ text: String, _ office: OfficeFile) throws -> [String] {
        var found: [String] = []
        try office.view { (reader) throws(DecideError) in
            try reader.each(type, matching: Filter(text), limit: nil) { (record) throws(DecideError) in
                found.append(record.key)
            }
        }
        return found
    }

    @Test("what speaks of a record is found by its new name and no longer by the old one")
    func ripples() throws {
        let office = try newOffice()
        try office.record("9990000018", first: "علی", last: "کریمی")
        try office.register("Q-1", name: "گروه باران", #","head":"9990000018""#)
        for line in [
            """
            {"command":"camp.plan","code":"C-1","title":"اردوی عید","groups":["Q-1 3"],"kind":"village","province":"قم",
            "county":"قم","place":"ده‌نو","fields":["relief"],"from":"1401/01/01","to":"1401/01/09"}
            """,
            #"{"command":"need.raise","for":{"camp":"C-1"},"item":"پتو","quantity":1,"unit":"عدد","urgency":"low"}"#,
            #"{"command":"martyr.propose","name":"نام نمونه","diedOn":"1390/01/01","place":"قم","group":"Q-1"}"#,
            #"{"command":"congress.open","year":1401,"number":1,"city":"c","venue":"v","from":"1401/05/09","to":"1401/05/11"}"#,
            #"{"command":"hall.add","congress":1401,"name":"h","seats":5}"#,
            """
            {"command":"session.schedule","congress":1401,"hall":"HALL-01","from":"1401/05/09T10:00",
            "to":"1401/05/09T11:00","title":"t","kind":"panel","speakers":["9990000018"]}
            """,
        ] { try office.send(line) }
        #expect(try found(Need.self, "عید", in: office) == ["N-001"])
        try office.send(#"{"command":"camp.amend","code":"C-1","title":"اردوی تابستان"}"#)
        #expect(try found(Need.self, "عید", in: office) == [])
        #expect(try found(Need.self, "تابستان", in: office) == ["N-001"])
        let named = try office.send(#"{"command":"group.amend","code":"Q-1","name":"گروه نسیم"}"#)
        #expect(try found(Martyr.self, "نسیم", in: office) == ["M-001"])
        try office.send(#"{"command":"ledger.undo","undo":"\#(named.id)"}"#)
        #expect(try found(Martyr.self, "باران", in: office) == ["M-001"])
        try office.send(#"{"command":"person.amend","nationalID":"9990000018","lastName":"نوری"}"#)
        #expect(try found(CongressSession.self, "نوری", in: office) == ["SE-01"])
        #expect(try office.groups(matching: "نوری") == ["Q-1"])
        #expect(try office.groups(matching: "کریمی") == [])
    }

    @Test(
        "a number is found as it was written",
        arguments: [
            "09120000018", "+989120000018", "+98 912 000 0018", "0912-000-0018", "(0912) 000 0018", "0912 000 0018",
            "۰۹۱۲‑۰۰۰‑۰۰۱۸",
            "9990000018", "999-000001-8", "۹۹۹ ۰۰۰۰۰۱ ۸", "کریمی 0912 000 0018", "0912 000 0018 علی", "99900",
        ])
    func numbers(query: String) throws {
        let office = try newOffice()
        try office.record("9990000018", first: "علی", last: "کریمی", #","mobile":"09120000018""#)
        try office.record("9990000050", first: "زهرا", last: "۰۰۱۸", #","mobile":"09120009120""#)
        let wanted = query == "99900" ? 2 : 1
        #expect(try office.people(matching: query).count == wanted)
    }

    @Test("whoever sees masks finds nobody by a piece of a number, everybody by the whole of it")
    func masked() throws {
        let office = try newOffice()
        try office.record("9990000018", first: "علی", last: "کریمی", #","mobile":"09120000018""#)
        try office.register("Q-9990", name: "گروه 912")
        for masks in [true, false] {
            office.show(Masking(for: masks ? .supervisor : .operator))
            for piece in ["999", "99900", "0912", "018", "999000001", "912000001", "18", "8"] {
                #expect(try office.people(matching: piece).isEmpty == masks, "\(piece)")
                #expect(try office.people(matching: "کریمی \(piece)").isEmpty == masks, "\(piece)")
            }
            for whole in ["9990000018", "09120000018", "9120000018", "+98 912 000 0018", "کریمی"] {
                #expect(try office.people(matching: whole) == ["9990000018"], "\(whole)")
            }
            #expect(try office.groups(matching: "9990") == ["Q-9990"] && office.groups(matching: "912") == ["Q-9990"])
            let entries = try office.view { reader throws(DecideError) in
                try reader.ledger(matching: Filter("99900000"), limit: nil)
            }
            #expect(entries.isEmpty == masks)
        }
    }

    @Test("the ledger masks what is a national ID by its field, however it was typed")
    func ledgerMasks() throws {
        let office = try newOffice()
        try office.record("9990000018")
        try office.send(#"{"command":"person.record","nationalID":"12345679","firstName":"a","lastName":"b"}"#)
        try office.send(#"{"command":"council.found","name":"x"}"#)
        for line in [
            #"{"command":"office.appoint","body":"SH-01","office":"head","person":"12345679","from":"1400/01/01"}"#,
            #"{"command":"office.appoint","body":"SH-01","office":"mediaLiaison","person":"999‑000001‑8","from":"1400/01/01"}"#,
            #"{"command":"office.end","body":"SH-01","office":"head","person":12345679,"to":"1400/02/01"}"#,
            #"{"command":"office.end","body":"SH-01","office":"mediaLiaison","person":"۹۹۹ ۰۰۰ ۰۰۱ ۸","to":"1400/02/01"}"#,
        ] {
            let text = try office.send(line).json(Masking(for: .supervisor)).text
            for piece in ["12345679", "0012345679", "9990000018", "000001", "۰۰۰"] {
                #expect(!text.contains(piece), "\(text)")
            }
            #expect(text.contains("001••••679") || text.contains("999••••018"))
        }
    }

    @Test("namesakes keep their places in a list when one leaves and comes back")
    func places() throws {
        let office = try newOffice()
        try office.send(#"{"command":"council.found","name":"الف","code":"SH-1"}"#)
        try office.register("Q-1", name: "باران")
        try office.register("Q-2", name: "باران", #","council":"SH-1""#)
        try office.register("Q-3", name: "بهار")
        let void = try office.send(#"{"command":"record.void","kind":"group","code":"Q-1","reason":"ا"}"#)
        try office.send(#"{"command":"ledger.undo","undo":"\#(void.id)"}"#)
        #expect(try office.groups(matching: "") == ["Q-1", "Q-2", "Q-3"])
        #expect(try office.groups(matching: "باران") == ["Q-1", "Q-2"])
    }
}
