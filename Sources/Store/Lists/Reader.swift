import Domain
import GRDB
import Persian

/// What screens and listings read: one snapshot of the file.
///
/// It is handed out by ``OfficeFile/view(_:)`` and good only inside that call.
///
/// What it throws is the store's (``DecideError/store(_:)``): `damaged` for a row that cannot be read, and what SQLite
/// reports, such as `busy`. It refuses nothing.
public struct Reader {
    let db: Database
    /// Results of this snapshot that are asked for more than once.
    let memo = ReaderMemo()

    var registry: FileRegistry { FileRegistry(db: db) }

    /// The record of that key; nil when there is none.
    ///
    /// - Throws: what the store reports.
    public func find<R: Domain.Record>(_ type: R.Type, key: String) throws(DecideError) -> R? {
        try registry.find(type, key: key)
    }

    /// What people call a record; see ``Domain/Record/title(in:)``.
    ///
    /// - Throws: what the store reports.
    public func title(of record: any Domain.Record) throws(DecideError) -> Phrase { try record.title(in: registry) }

    /// What a command was about, as people call it; of an undo what the undone command was about.
    ///
    /// - Throws: what the store reports.
    public func subject(of entry: LedgerEntry) throws(DecideError) -> Phrase? { try entry.subject(in: registry) }

    /// What was done; of an undo also what was undone.
    ///
    /// - Throws: what the store reports.
    public func deed(of entry: LedgerEntry) throws(DecideError) -> Phrase { try entry.deed(in: registry) }

    /// Whether somebody of a role may ever take back what was done.
    ///
    /// - Throws: what the store reports.
    public func mayEverBeUndone(_ entry: LedgerEntry, by role: Role) throws(DecideError) -> Bool {
        try entry.mayEverBeUndone(by: role, in: registry)
    }

    /// What was done to what, in one line.
    ///
    /// - Throws: what the store reports.
    public func headline(of entry: LedgerEntry) throws(DecideError) -> Phrase { try entry.headline(in: registry) }

    /// What the office set, or the default.
    ///
    /// - Throws: what the store reports.
    public func setting(_ name: String) throws(DecideError) -> JSON { try registry.setting(name) }

    /// How many records of a listed kind there are.
    ///
    /// - Throws: what the store reports.
    public func count(_ kind: RecordKind) throws(DecideError) -> Int {
        try storing { try Counters.value(Table.of(kind).name, db) }
    }

    /// A window of the list of a kind, in the order of names.
    ///
    /// - Throws: what the store reports.
    public func window(
        of kind: RecordKind, matching filter: Filter, from start: ListStart, limit: Int
    ) throws(DecideError) -> ListWindow {
        try storing {
            let table = try Table.of(kind).name
            return try ListQuery.window(of: table, by: .name, matching: filter, from: start, limit: limit, db)
        }
    }

    /// The record at a place of its kind's list; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func record<R: Domain.Record>(_ type: R.Type, at place: ListPlace) throws(DecideError) -> R? {
        try storing { try R.fetch(db, where: "rowid = ?", [place.row]).first }
    }

    /// The number of the row of a key in the table of its kind; nil when there is none.
    ///
    /// - Throws: what the store reports.
    public func row(of kind: RecordKind, key: String) throws(DecideError) -> Int64? {
        try storing {
            let table = try Table.of(kind)
            guard let column = table.keyColumn else { return nil }
            let statement = try db.cachedStatement(sql: "SELECT rowid FROM \(table.name) WHERE \"\(column)\" = ?")
            return try Int64.fetchOne(statement, arguments: [key])
        }
    }

    /// A window of the ledger, the latest entry first.
    ///
    /// - Throws: what the store reports.
    public func ledgerWindow(
        matching filter: Filter, from start: ListStart, limit: Int
    ) throws(DecideError) -> ListWindow {
        try storing {
            try ListQuery.window(of: "ledger", by: .latest, matching: filter, from: start, limit: limit, db)
        }
    }

    /// The records of a kind that a filter lets through, in Persian order of their names.
    ///
    /// - Parameter limit: nil for all.
    /// - Parameter body: called with one record after another.
    /// - Throws: what `body` throws; what the store reports.
    public func each<R: Domain.Record>(
        _ type: R.Type, matching filter: Filter, limit: Int?, _ body: (R) throws(DecideError) -> Void
    ) throws(DecideError) {
        try storing {
            let query = try ListQuery(table: Table.of(R.kind).name, order: .name, filter: filter, db)
            var place: ListPlace?
            var left = limit ?? .max
            while left > 0 {
                let places = try query.places(.after, of: place, limit: min(left, 200), db)
                for place in places {
                    for record in try R.fetch(db, where: "rowid = ?", [place.row]) { try body(record) }
                }
                guard let last = places.last else { return }
                place = last
                left -= places.count
            }
        }
    }
}

/// Results that one reader has cached, by their type: the badge of the camps, their board and the headlines all need
/// the running camps.
final class ReaderMemo {
    private var known: [ObjectIdentifier: Any] = [:]

    subscript<T>(_ type: T.Type) -> T? {
        get { known[ObjectIdentifier(type)] as? T }
        set { known[ObjectIdentifier(type)] = newValue }
    }
}

extension Reader {
    /// The moment of the last commit that changed anything.
    ///
    /// - Throws: what the store reports.
    public func lastChange() throws(DecideError) -> Moment? { try ledger(matching: Filter(), limit: 1).first?.at }

    /// How many entries the ledger has.
    ///
    /// - Throws: what the store reports.
    public func ledgerCount() throws(DecideError) -> Int { try storing { try Ledger.tip(db).number } }

    /// The latest entries of the ledger whose text holds all words of a filter, the newest first.
    ///
    /// - Throws: what the store reports.
    public func ledger(matching filter: Filter, limit: Int?) throws(DecideError) -> [LedgerEntry] {
        try storing {
            let plan = filter.isEmpty ? .all : try FilterPlan(filter, on: "ledger", db)
            let (condition, values) = plan.condition
            let sql = "SELECT number, entry FROM ledger WHERE \(condition) ORDER BY number DESC LIMIT ?"
            let arguments = StatementArguments(values) + [limit ?? -1]
            return try Ledger.entries(db.cachedStatement(sql: sql), arguments)
        }
    }

    /// An entry by its number or its command's id.
    ///
    /// - Throws: what the store reports.
    public func entry(_ numberOrID: String) throws(DecideError) -> LedgerEntry? {
        guard let number = Int(numberOrID) else { return try registry.entry(numberOrID.lowercased()) }
        return try storing {
            let statement = try db.cachedStatement(sql: "SELECT number, entry FROM ledger WHERE number = ?")
            return try Ledger.entries(statement, [number]).first
        }
    }

    /// The latest entries that changed a record, the newest first.
    ///
    /// - Throws: what the store reports.
    public func history(of record: any Domain.Record, limit: Int) throws(DecideError) -> [LedgerEntry] {
        try storing {
            let sql = """
                SELECT l.number, l.entry FROM touches t JOIN ledger l ON l.number = t.number
                WHERE t.record = ? ORDER BY t.number DESC LIMIT ?
                """
            return try Ledger.entries(db.cachedStatement(sql: sql), [record.id, limit])
        }
    }
}

extension OfficeFile {
    /// Reads from one snapshot of the file, without waiting for writers.
    ///
    /// - Throws: what `work` throws; what the store reports when the file cannot be read.
    public func view<T>(_ work: (Reader) throws(DecideError) -> T) throws(DecideError) -> T {
        try read { try work(Reader(db: $0)) }
    }
}

extension Optional {
    /// `flatMap` that keeps the type of the error.
    func flatMapTyped<T, E: Error>(_ body: (Wrapped) throws(E) -> T?) throws(E) -> T? {
        if let self { try body(self) } else { nil }
    }
}
