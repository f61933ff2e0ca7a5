import Domain
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

@Suite("What the file keeps beside the ledger comes of the ledger")
struct DerivedCheckTests {
    private func problems(_ office: OfficeFile) throws -> [Phrase] { try office.verify { _, _ in }.problems }

    /// The tables that have rows after work of all sorts, but those that no ledger gives.
    private func tables(_ office: OfficeFile) throws -> [String] {
        try office.writer().read { db in
            let all = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
                    """)
            // Where voided records stood in lists, and how far codes have come, is kept from when somebody needed it.
            return try all.filter { $0 != "formerRows" && $0 != "series" }.filter {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\($0)\"") ?? 0 > 0
            }
        }
    }

    @Test("a row taken out of any table is found")
    func taken() throws {
        let names = try tables(LedgerChainTests.worked())
        #expect(names.count > 10, "\(names)")
        for name in names {
            let office = try LedgerChainTests.worked()
            try past(office) { db in
                let key = try String.fetchOne(db, sql: "SELECT name FROM pragma_table_info('\(name)')") ?? ""
                let value = try DatabaseValue.fetchOne(db, sql: "SELECT \"\(key)\" FROM \"\(name)\"")
                try db.execute(sql: "DELETE FROM \"\(name)\" WHERE \"\(key)\" = ?", arguments: [value])
            }
            #expect(try !problems(office).isEmpty, "\(name)")
        }
    }

    @Test("a value changed in any column of any table is found")
    func changed() throws {
        for name in try tables(LedgerChainTests.worked()) {
            let columns = try LedgerChainTests.worked().writer().read { db in
                try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('\(name)') WHERE name <> 'rowid'")
            }
            for column in columns {
                let office = try LedgerChainTests.worked()
                let isChanged = try past(office) { db in
                    let change =
                        "UPDATE OR IGNORE \"\(name)\" SET \"\(column)\" = CASE typeof(\"\(column)\")"
                        + " WHEN 'integer' THEN \"\(column)\" + 7 WHEN 'blob' THEN zeroblob(32) ELSE 'چیز' END"
                    // What a constraint of the file refuses is none of verify's.
                    return (try? db.execute(sql: change)) != nil && db.changesCount > 0
                }
                // What can no longer be read is no longer sound either.
                if isChanged { #expect((try? problems(office))?.isEmpty != true, "\(name).\(column)") }
            }
        }
    }

    @Test(
        "what the program did not make is named",
        arguments: [
            ("CREATE TABLE later (a TEXT)", "later"), ("CREATE VIEW mine AS SELECT 1", "mine"),
            ("CREATE TRIGGER t AFTER INSERT ON staff BEGIN UPDATE staff SET role = 'administrator'; END", "t"),
            ("DROP INDEX groupsByName", "groupsByName"), ("DROP TRIGGER ledgerStaysWhole", "ledgerStaysWhole"),
        ])
    func foreign(_ sql: String, _ name: String) throws {
        let office = try LedgerChainTests.worked()
        try office.execute(sql)
        #expect(try problems(office).contains { $0.en.contains("“\(name)”") })
    }

    @Test("a search index that lost a text, or finds another, is found")
    func search() throws {
        let office = try LedgerChainTests.worked()
        try past(office) { db in
            try db.execute(
                sql: """
                    INSERT INTO peopleSearch (peopleSearch, rowid, search)
                    SELECT 'delete', row, search FROM peopleText LIMIT 1
                    """)
        }
        #expect(try problems(office).contains { $0.en.contains("peopleSearch") })
    }

    @Test("a ledger rewritten from some entry on is sound in itself, and not the one whose end was kept")
    func since() throws {
        let office = try LedgerChainTests.worked()
        let mark = try #require(try office.verify { _, _ in }.tip)
        #expect(try office.verify(since: mark) { _, _ in }.problems.isEmpty)
        let short = try #require(LedgerMark("\(mark.number):\(mark.hash.prefix(16))"))
        try office.register("Q-0009", name: "نسیم")
        #expect(try office.verify(since: short) { _, _ in }.problems.isEmpty)

        let other = try LedgerChainTests.worked()
        #expect(try other.verify(since: mark) { _, _ in }.problems.count == 1)
        #expect(LedgerMark("7:12") == nil && LedgerMark("x:0123456789abcdef") == nil)
    }

    @Test("an office that is marked as a pack")
    func marked() throws {
        let office = try LedgerChainTests.worked()
        try past(office) { db in
            try db.execute(sql: "INSERT INTO carried VALUES (1, 'PK-001', zeroblob(32))")
        }
        #expect(try problems(office).contains { $0.en.contains("marked as a pack") })
    }

    /// Changes the file as somebody with an SQL shell might; the triggers are there again afterwards.
    @discardableResult
    private func past<T>(_ office: OfficeFile, _ work: (Database) throws -> T) throws -> T {
        try office.writer().writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
            let result = try work(db)
            for trigger in triggers { try db.execute(sql: trigger[1]) }
            return result
        }
    }
}
