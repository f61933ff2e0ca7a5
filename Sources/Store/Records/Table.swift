import Domain
import Foundation
import GRDB
import Persian

/// Where the records of a kind stand in the file, and what stands beside their own columns.
struct Table: Sendable {
    let name: String
    /// The column of the record's key; nil when the key is made of several columns.
    let keyColumn: String?
    /// The table that holds the codes in use: the record's own, unless several kinds share them.
    let codes: String
    /// The name by which the texts of other records quote one.
    let called: @Sendable (any Record) -> String?
    /// Columns computed from the record when it is written.
    let derived: [Derived]
    /// Whether it has a name order and a search text.
    let isListed: Bool
    /// Whether its search texts hold names that not everybody may read; see ``private(_:)``.
    let isPrivate: Bool
    /// For columns that hold several keys: the condition on the records that refer to one, by the column's name.
    let references: [String: String]
    /// The statements of its records, built once: an import runs them thousands of times.
    let select, insert, update, delete: String
    /// Writes the derived columns alone.
    let refresh: String

    struct Derived: Sendable {
        let name: String
        let value: @Sendable (any Record, Database) throws -> DatabaseValue
    }

    init<R: Record>(
        _ type: R.Type, name: String, keyColumn: String? = nil, codes: String? = nil,
        called: (@Sendable (R) -> String)? = nil, derived: [Derived] = [], references: [String: String] = [:],
        isPrivate: Bool = false
    ) {
        self.codes = codes ?? name
        self.called = { record in
            if let called { (record as? R).map(called) } else { (record as? any Coded)?.name }
        }
        self.references = references
        self.isPrivate = isPrivate
        self.name = name
        self.keyColumn = keyColumn
        self.derived = derived
        isListed = derived.contains { $0.name == "search" }
        let own = (["id", "version"] + R.columns.map { $0.name }).map { "\"\($0)\"" }
        let all = own + derived.map { "\"\($0.name)\"" }
        let places = all.map { _ in "?" }.joined(separator: ", ")
        let sets = all.map { "\($0) = ?" }.joined(separator: ", ")
        select = "SELECT \(own.joined(separator: ", ")) FROM \(name) WHERE "
        insert = "INSERT INTO \(name) (\(all.joined(separator: ", "))) VALUES (\(places))"
        update = "UPDATE \(name) SET \(sets) WHERE id = ?"
        delete = "DELETE FROM \(name) WHERE id = ?"
        refresh = "UPDATE \(name) SET \(derived.map { "\"\($0.name)\" = ?" }.joined(separator: ", ")) WHERE id = ?"
    }

    /// Builds the tables' descriptions that the first screen needs; to be called while the file is being opened.
    static func prepare() {
        for kind in StoredParts.all.flatMap(\.first) { _ = StoredParts.tables[kind.name]?() }
    }

    static func of(_ kind: RecordKind) throws -> Table {
        guard let table = StoredParts.tables[kind.name]?() else {
            throw StoreError(
                .constraint, Phrase(fa: "جدولی برای \(kind.phrase) نیست.", en: "There is no table for \(kind.name).")
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
            derived("nameKey", type) { record, _ in nameKey(name(record)) },
            derived("search", type) { record, db in searchText(try search(record, db)).databaseValue },
        ]
    }

    /// The sort key of a name in Persian order.
    static func nameKey(_ name: String) -> DatabaseValue { Data(sortKey(name.singleSpaced)).databaseValue }

    static func derived<R: Record>(
        _ name: String, _ type: R.Type, _ value: @escaping @Sendable (R, Database) throws -> DatabaseValue
    ) -> Derived {
        Derived(name: name) { record, db in
            guard let record = record as? R else { return .null }
            return try value(record, db)
        }
    }

    /// A part of a search text by which only those find who may read it.
    static func `private`(_ text: String?) -> String? { text.map { "\(MaskedSearch.mark)\($0)" } }

    /// Folded parts, each on a line of its own so that no match spans two of them.
    static func searchText(_ parts: [String?]) -> String {
        parts.compactMap { $0?.folded() }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension Record {
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

    /// Of the type that makes statement arguments fastest.
    private func values(_ table: Table, _ db: Database) throws -> [(any DatabaseValueConvertible)?] {
        var values: [(any DatabaseValueConvertible)?] = [id, version]
        for column in Self.columns { values.append(value(column)) }
        for derived in table.derived { values.append(try derived.value(self, db)) }
        return values
    }

    func insert(into db: Database) throws {
        let table = try Table.of(Self.kind)
        try db.cachedStatement(sql: table.insert).execute(arguments: StatementArguments(values(table, db)))
        if version > 1, table.isListed { try FormerRows.takeBack(id, in: table.name, db) }
    }

    /// Computes and writes its derived columns again.
    func refresh(in db: Database) throws {
        let table = try Table.of(Self.kind)
        let values: [(any DatabaseValueConvertible)?] = try table.derived.map { try $0.value(self, db) } + [id]
        try db.cachedStatement(sql: table.refresh).execute(arguments: StatementArguments(values))
    }

    func update(in db: Database) throws {
        let table = try Table.of(Self.kind)
        let arguments = try values(table, db) + [id]
        try db.cachedStatement(sql: table.update).execute(arguments: StatementArguments(arguments))
    }

    func delete(from db: Database) throws {
        let table = try Table.of(Self.kind)
        if table.isListed { try FormerRows.keep(id, of: table.name, db) }
        try db.cachedStatement(sql: table.delete).execute(arguments: [id])
    }

    /// The records that a condition on their table picks, in its order.
    static func fetch(_ db: Database, where condition: String, _ arguments: StatementArguments = []) throws -> [Self] {
        let statement = try db.cachedStatement(sql: Table.of(kind).select + condition)
        return try Stored<Self>.fetchAll(statement, arguments: arguments).map { try $0.record.get() }
    }

    /// The record of that key; a key of several parts is looked up by candidates for its first.
    static func fetch(_ db: Database, key: String) throws -> Self? {
        if let column = try Table.of(kind).keyColumn {
            return try fetch(db, where: "\"\(column)\" = ?", [key]).first
        }
        guard let first = columns.first else { return nil }
        let parts = firstParts(ofKey: key)
        let places = parts.map { _ in "?" }.joined(separator: ", ")
        return try fetch(db, where: "\"\(first.name)\" IN (\(places))", StatementArguments(parts)).first {
            $0.key == key
        }
    }

    /// Reads the columns that ``Table/select`` names.
    fileprivate init(_ statement: SQLiteStatement) throws(StoreError) {
        var record = Self.blank
        guard let id = String.fromDatabaseValue(DatabaseValue(sqliteStatement: statement, index: 0)),
            let version = Int64.fromDatabaseValue(DatabaseValue(sqliteStatement: statement, index: 1))
        else { throw Self.misfit("id") }
        record.id = id
        record.version = try Figure.checked(version)
        let columns = Self.columns
        for index in columns.indices {
            let column = columns[index]
            let value = DatabaseValue(sqliteStatement: statement, index: CInt(index + 2))
            guard column.write(&record, try Self.json(value, isStructured: column.isStructured)) else {
                throw Self.misfit(column.name)
            }
        }
        self = record
    }

    private static func json(_ value: DatabaseValue, isStructured: Bool) throws(StoreError) -> JSON {
        switch value.storage {
        case .null: return .null
        case .int64(let number): return .integer(try Figure.checked(number))
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
                fa: "رکوردی از نوع \(kind.phrase) در پرونده خوانا نیست (\(what))؛ «khedmat verify» را اجرا کنید.",
                en: "A \(kind.phrase) in the file cannot be read (\(what)); run “khedmat verify”."))
    }
}

/// A record read straight from the columns of its row: GRDB's `Row` would first make a dictionary of their names, which
/// takes longer than the query.
private struct Stored<R: Record>: DatabaseValueConvertible, StatementColumnConvertible {
    let record: Result<R, StoreError>

    init?(sqliteStatement: SQLiteStatement, index: CInt) {
        record = Result { () throws(StoreError) in try R(sqliteStatement) }
    }

    // A record is more than one value.
    var databaseValue: DatabaseValue { .null }
    static func fromDatabaseValue(_ value: DatabaseValue) -> Stored? { nil }
}

// GRDB has types of these names too; in the Store they are the domain's.
typealias Record = Domain.Record
typealias Column<R> = Domain.Column<R>

extension String {
    /// Doubled spaces, which sheets are full of, do not decide where a name stands.
    fileprivate var singleSpaced: String { split(separator: " ").joined(separator: " ") }
}
