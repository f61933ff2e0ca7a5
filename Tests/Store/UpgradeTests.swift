import Domain
import Foundation
import GRDB
import Support
import Testing

@testable import Store

/// Files of former formats, as the program of that time wrote them: `Tests/Fixtures/Store/format-N.sql`, made with
/// `sqlite3 FILE .dump`. One is added before a format is changed.
@Suite("Bringing a filled file up to date")
struct UpgradeTests {
    private static let formats = [11]

    @Test(
        "it has then the schema of a new file, its ledger and records are sound, and it takes commands",
        arguments: formats)
    func upgrade(format: Int) throws {
        let folder = try TestFolder()
        let text = try String(
            contentsOf: fixtures.appending(path: "Store/format-\(format).sql"), encoding: .utf8)
        try restore(text, to: folder.file)
        let office = try OfficeFile(path: folder.file)

        let report = try office.verify { _, _ in }
        #expect(report.problems.map(\.en) == [])
        #expect(report.entries > 100 && report.records > 70)
        #expect(try schema(of: office) == schema(of: newOffice()))

        let root = Sender(account: "root", station: "desk")
        _ = try office.send(request(#"{"command":"council.found","name":"شورای تازه"}"#), by: root, clock: noon)
    }

    /// Runs a dump, which writes the schema of virtual tables by hand.
    private func restore(_ dump: String, to path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in try db.execute(sql: dump) }
        try queue.close()
    }

    /// Every table, index and trigger with its statement, white space aside.
    private func schema(of office: OfficeFile) throws -> [String] {
        try office.writer().read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'")
            return rows.map { row in
                let (type, name, sql): (String, String, String) = (row[0], row[1], row[2])
                return "\(type) \(name): " + sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }.sorted()
        }
    }
}
