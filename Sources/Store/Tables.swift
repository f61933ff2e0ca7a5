import Domain
import Foundation
import GRDB
import Persian

/// Where the records of a kind stand in the file, and what stands beside their own columns.
struct Table: Sendable {
    let name: String
    /// The column of the record's key; nil when the key is made of several columns.
    let keyColumn: String?
    /// Columns computed from the record when it is written.
    let derived: [Derived]

    struct Derived: Sendable {
        let name: String
        let value: @Sendable (any Record, Database) throws -> DatabaseValue
    }

    private static let all: [RecordKind: Table] = [
        Group.kind: GroupsTable.groups, Council.kind: GroupsTable.councils, Base.kind: GroupsTable.bases,
        Person.kind: GroupsTable.people, Membership.kind: GroupsTable.memberships, Term.kind: GroupsTable.terms,
        Staff.kind: StaffTable.staff, Setting.kind: StaffTable.settings,
    ]

    static func of(_ kind: RecordKind) throws -> Table {
        guard let table = all[kind] else {
            throw StoreError(
                .constraint, Phrase(fa: "جدولی برای \(kind.phrase.fa) نیست.", en: "There is no table for \(kind.name).")
            )
        }
        return table
    }

    /// `nameKey` and `search` of a listed record.
    static func listed<R: Record>(
        _ type: R.Type, name: @escaping @Sendable (R) -> String,
        search: @escaping @Sendable (R, Database) throws -> [String?]
    ) -> [Derived] {
        [
            derived("nameKey", type) { record, _ in Data(sortKey(name(record).singleSpaced)).databaseValue },
            derived("search", type) { record, db in searchText(try search(record, db)).databaseValue },
        ]
    }

    static func derived<R: Record>(
        _ name: String, _ type: R.Type, _ value: @escaping @Sendable (R, Database) throws -> DatabaseValue
    ) -> Derived {
        Derived(name: name) { record, db in
            guard let record = record as? R else { return .null }
            return try value(record, db)
        }
    }

    /// Folded parts, each on a line of its own so that no match spans two of them.
    static func searchText(_ parts: [String?]) -> String {
        parts.compactMap { $0?.folded() }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension Record {
    private static func quoted(_ names: [String]) -> String {
        names.map { "\"\($0)\"" }.joined(separator: ", ")
    }

    private func value(_ column: Column<Self>) -> DatabaseValue {
        let json = column.read(self)
        if column.isStructured, json != .null { return json.text.databaseValue }
        return switch json {
        case .string(let text): text.databaseValue
        case .integer(let number): number.databaseValue
        case .decimal(let number): number.databaseValue
        case .bool(let truth): truth.databaseValue
        case .null: .null
        case .list, .object: json.text.databaseValue
        }
    }

    private func values(_ table: Table, _ db: Database) throws -> [DatabaseValue] {
        var values = [id.databaseValue, version.databaseValue]
        values += Self.columns.map(value)
        values += try table.derived.map { try $0.value(self, db) }
        return values
    }

    func insert(into db: Database) throws {
        let table = try Table.of(Self.kind)
        let names = ["id", "version"] + Self.columns.map(\.name) + table.derived.map(\.name)
        let places = Array(repeating: "?", count: names.count).joined(separator: ", ")
        let sql = "INSERT INTO \(table.name) (\(Self.quoted(names))) VALUES (\(places))"
        try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(values(table, db)))
    }

    func update(in db: Database) throws {
        let table = try Table.of(Self.kind)
        let names = ["id", "version"] + Self.columns.map(\.name) + table.derived.map(\.name)
        let sets = names.map { "\"\($0)\" = ?" }.joined(separator: ", ")
        let arguments = try values(table, db) + [id.databaseValue]
        try db.cachedStatement(sql: "UPDATE \(table.name) SET \(sets) WHERE id = ?")
            .execute(arguments: StatementArguments(arguments))
    }

    func delete(from db: Database) throws {
        let table = try Table.of(Self.kind)
        try db.cachedStatement(sql: "DELETE FROM \(table.name) WHERE id = ?").execute(arguments: [id])
    }

    /// The records that a condition on their table picks, in its order.
    static func fetch(_ db: Database, where condition: String, _ arguments: StatementArguments = []) throws -> [Self] {
        let table = try Table.of(kind)
        let names = quoted(["id", "version"] + columns.map(\.name))
        let statement = try db.cachedStatement(sql: "SELECT \(names) FROM \(table.name) WHERE \(condition)")
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var records: [Self] = []
        while let row = try rows.next() { records.append(try Self(row)) }
        return records
    }

    /// The record of that key; a key of several parts is looked up by its first.
    static func fetch(_ db: Database, key: String) throws -> Self? {
        if let column = try Table.of(kind).keyColumn {
            return try fetch(db, where: "\"\(column)\" = ?", [key]).first
        }
        guard let first = columns.first, let part = key.split(separator: "/").first else { return nil }
        return try fetch(db, where: "\"\(first.name)\" = ?", [String(part)]).first { $0.key == key }
    }

    private init(_ row: Row) throws {
        var record = Self.blank
        record.id = row[0]
        record.version = row[1]
        for (index, column) in Self.columns.enumerated() {
            let json = try Self.json(row[index + 2], isStructured: column.isStructured)
            guard column.write(&record, json) else { throw Self.misfit(column.name) }
        }
        self = record
    }

    private static func json(_ value: DatabaseValue, isStructured: Bool) throws -> JSON {
        switch value.storage {
        case .null: return .null
        case .int64(let number): return .integer(Int(number))
        case .double(let number): return .decimal(number)
        case .string(let text) where isStructured:
            guard let json = JSON(parsing: text) else { throw misfit(text) }
            return json
        case .string(let text): return .string(text)
        case .blob: throw misfit("blob")
        }
    }

    private static func misfit(_ what: String) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa: "رکوردی از نوع \(kind.phrase.fa) در پرونده خوانا نیست (\(what))؛ «khedmat verify» را اجرا کنید.",
                en: "A \(kind.phrase.en) in the file cannot be read (\(what)); run “khedmat verify”."))
    }
}

// GRDB has types of these names too; in the Store they are the domain's.
typealias Record = Domain.Record
typealias Column<R> = Domain.Column<R>

extension String {
    /// Doubled spaces, which sheets are full of, do not decide where a name stands.
    fileprivate var singleSpaced: String { split(separator: " ").joined(separator: " ") }
}
