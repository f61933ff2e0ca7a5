import Domain
import Foundation
import GRDB
import Offices
import Support
import Testing

@testable import Store

/// Files of former formats: random offices of each, and such as the program of that time wrote itself:
/// `Tests/Fixtures/Store/format-N.sql`, made with `sqlite3 FILE .dump`.
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

    @Test(
        "one of any format comes to what a new file holds that carries the same records",
        arguments: 1...Migrations.steps.count)
    func everyFormat(format: Int) throws {
        let folder = try TestFolder()
        let former = try FormerOffice(format: format, seed: UInt64(format) * 7, commands: 60)
        try former.write(to: folder.file)
        let office = try OfficeFile(path: folder.file)

        #expect(office.readOnlyReason == nil)
        let report = try office.verify { _, _ in }
        #expect(report.problems.map(\.en) == [], "format \(format)")
        #expect(report.entries > 15 && report.records > 8)
        #expect(try schema(of: office) == schema(of: newOffice()))
        for type in RecordKind.allTypes {
            let (here, there) = (try records(type, in: office), try records(type, in: former.today))
            #expect(here == there, "format \(format), \(type.kind.name)")
        }
        #expect(try folder.names().contains { $0.contains("before-update") } == (format < Migrations.steps.count))
        _ = try office.send(
            request(#"{"command":"council.found","name":"شورای تازه"}"#), by: RandomOffice.sender,
            clock: Domain.Clock(fixed: RandomOffice.evening))
    }

    /// All records of a kind, without what files of former formats could not hold.
    private func records<R: Domain.Record>(_ type: R.Type, in office: OfficeFile) throws -> [String] {
        let later = R.columns.filter(\.isLater)
        return try office.reader.read { db in
            try R.fetch(db, where: "1 ORDER BY id").map { record in
                var record = record
                for column in later { _ = column.write(&record, .null) }
                return record.json.text
            }
        }
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
