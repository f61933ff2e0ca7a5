import Domain
import Foundation
import GRDB
import Offices

@testable import Store

/// An office as a program of a former format left it: what random commands came to of those parts that it knew, in a file
/// of its own tables.
struct FormerOffice {
    let format: Int
    /// The same office in a file of today's format.
    let today: OfficeFile
    private let shape: DatabaseQueue

    init(format: Int, seed: UInt64, commands: Int) throws {
        self.format = format
        today = try OfficeFile()
        today.use(PlainPress())
        shape = try DatabaseQueue()
        try Migrations.run(Array(Migrations.steps.prefix(format)), on: shape, path: nil, isNew: true)
        let tables = try shape.read(Self.tables)
        let kinds = try RecordKind.allTypes.map { $0.kind }.filter { tables.contains(try Table.of($0).name) }
        let memory = RandomOffice(seed: seed)
        try today.transaction(
            by: RandomOffice.sender, clock: Domain.Clock(fixed: RandomOffice.evening)
        ) { (session) throws(DecideError) in
            var lines = (RandomOffice.beginning + Self.work).map { RandomLine(JSON(parsing: $0) ?? .null) }
            for _ in 0..<commands + lines.count {
                let line = lines.isEmpty ? memory.dice.line(in: memory.registry) : lines.removeFirst()
                memory.tick()
                guard var request = try? Request(line.json) else { continue }
                request.origin = line.origin
                memory.fill(&request)
                let isKept: Void? = try? session.whole { () throws(DecideError) in
                    let changes = try session.send(request).changes
                    let isKnown = changes.allSatisfy { kinds.contains($0.kind) && Self.fits($0, format) }
                    guard isKnown else { throw .refused(.fault) }
                }
                if isKept != nil { _ = try? memory.send(request) }
            }
        }
    }

    /// What dice may leave out.
    private static let work = [
        #"{"command":"need.raise","for":{"camp":"C-001"},"item":"پتو","quantity":4,"unit":"تخته","urgency":"high"}"#,
        #"{"command":"need.raise","for":{"camp":"C-001"},"item":"دارو","quantity":1,"unit":"بسته","urgency":"low"}"#,
        #"{"command":"need.settle","code":"N-002","outcome":"met"}"#,
        #"{"command":"need.raise","for":{"point":"AP-1"},"item":"آب","quantity":9,"unit":"بطری","urgency":"low"}"#,
        #"{"command":"incident.record","camp":"C-001","when":"1401/05/04T11:30","severity":"serious","what":"سقوط"}"#,
        #"{"command":"camp.report","camp":"C-001","day":"1401/05/04","present":4,"beneficiaries":50}"#,
        #"{"command":"camp.attend","camp":"C-001","day":"1401/05/04","people":["9990000026"]}"#,
        #"{"command":"course.attend","course":"T-001","session":"S-0","people":["9990000026"]}"#,
        #"{"command":"supply.receive","point":"AP-1","item":"آب/یخ","unit":"بطری","quantity":5,"reorderLevel":10}"#,
        #"{"command":"tally.count","point":"AP-1","service":"food","hour":"1401/05/09T10:00","served":40}"#,
        #"{"command":"person.amend","nationalID":"9990000018","lastName":"رضایی"}"#,
    ]

    /// Whether a table of that time could hold a record.
    private static func fits(_ change: Change, _ format: Int) -> Bool {
        guard format < 14, let camp = change.after as? Camp else { return true }
        return camp.kind == .village || camp.from == camp.to
    }

    /// The tables of a file that are none of a search.
    static func tables(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT name FROM pragma_table_list
                WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
                """)
    }

    /// Writes the file as it was then.
    func write(to path: String) throws {
        let file = try DatabaseQueue(path: path)
        try shape.backup(to: file)
        try file.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            // What triggers keep comes with the rest.
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
            try today.reader.read { source in
                for table in try Self.tables(db) { try copy(table, from: source, to: db) }
            }
            try age(db)
            for trigger in triggers { try db.execute(sql: trigger[1]) }
            let indexes = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5%(search,%'")
            for index in indexes { try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')") }
        }
        try file.close()
    }

    private func copy(_ table: String, from source: Database, to db: Database) throws {
        func columns(_ db: Database) throws -> [String] {
            try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
        }
        let theirs = Set(try columns(source))
        let names = try columns(db).filter(theirs.contains)
        let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
        let known = try Set(String.fetchAll(db, sql: "SELECT name FROM counters"))
        try db.execute(sql: "DELETE FROM \(table)")
        let places = names.map { _ in "?" }.joined(separator: ", ")
        var previous = Ledger.Hash(repeating: 0, count: 32)
        for row in try Row.fetchAll(source, sql: "SELECT \(list) FROM \(table)") {
            if table == "counters", !known.contains(row["name"]) { continue }
            var values = Array(row.databaseValues)
            if table == "ledger", let entry = names.firstIndex(of: "entry"), let hash = names.firstIndex(of: "hash") {
                let text = try former(row["entry"])
                previous = Ledger.hash(Array(text.utf8), after: previous)
                values[entry] = text.databaseValue
                values[hash] = Data(previous).databaseValue
            }
            try db.execute(
                sql: "INSERT INTO \(table) (\(list)) VALUES (\(places))", arguments: StatementArguments(values))
        }
    }

    /// An entry whose records do not have the columns yet that came later.
    private func former(_ entry: String) throws -> String {
        guard format < 14, case .object(var members) = JSON(parsing: entry),
            let index = members.firstIndex(where: { $0.name == "changes" })
        else { return entry }
        let changes = members[index].value.list ?? []
        members[index] = .init("changes", .list(changes.map { $0.withoutLaterColumns }))
        return JSON.object(members).text
    }

    /// What that program kept otherwise, so that it has to be made anew.
    private func age(_ db: Database) throws {
        if format < 15 {
            for type in RecordKind.allTypes {
                let table = try Table.of(type.kind)
                guard table.isListed, try db.tableExists(table.name) else { continue }
                try db.execute(sql: "UPDATE \(table.name) SET search = 'کهنه', nameKey = x'00'")
            }
            if try db.tableExists("supplies") {
                try db.execute(sql: "UPDATE supplies SET key = point || '/' || item")
            }
            try db.execute(sql: "UPDATE series SET last = last + 7")
        }
        if format < 16, try db.tableExists("sessionSpeakers") { try db.execute(sql: "DELETE FROM sessionSpeakers") }
    }
}

extension JSON {
    /// A change of a ledger's entry as it was before its kind had all its columns.
    fileprivate var withoutLaterColumns: JSON {
        guard case .object(let members) = self, let type = RecordKind.type(named: self["kind"]?.string ?? "") else {
            return self
        }
        func later<R: Domain.Record>(_ type: R.Type) -> [String] { R.columns.filter(\.isLater).map(\.name) }
        let names = later(type)
        return .object(
            members.map { member in
                guard case .object(let columns) = member.value else { return member }
                return .init(member.name, .object(columns.filter { !names.contains($0.name) }))
            })
    }
}
