import Domain
import GRDB
import Persian

/// A command that came home in a pack and was refused. It is kept in the office's file, with why, until it is mended
/// and sent again, or dropped.
public struct ReturnedCommand: Hashable, Sendable {
    public enum State: String, Sendable {
        /// For somebody to mend, send again or drop.
        case waiting
        case dropped
        /// Its own sender took it back in the field.
        case takenBack
    }

    public static func == (one: Self, other: Self) -> Bool { one.id == other.id && one.refusal == other.refusal }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// The command's own id.
    public var id: String { entry.id }
    public let pack: String
    /// As the pack's ledger has it: who gave it, when, with which fields, and what it did there.
    public let entry: LedgerEntry
    public let refusal: Refusal
    public private(set) var state: State

    public static let kind = RecordKind("returned", Phrase(fa: "فرمان برگشتی", en: "returned command"))

    public init(pack: String, entry: LedgerEntry, refusal: Refusal, state: State = .waiting) {
        self.pack = pack
        self.entry = entry
        self.refusal = refusal
        self.state = state
    }

    public func with(state: State) -> ReturnedCommand {
        var copy = self
        copy.state = state
        return copy
    }
}

extension Reader {
    /// The places of the commands that wait and hold the words of a filter, pack by pack in the order given. Whoever may
    /// not see national IDs and mobiles whole finds nothing by a piece of them.
    ///
    /// - Parameter limit: more are not read.
    /// - Throws: what the store reports.
    public func waitingCommands(matching filter: Filter, limit: Int) throws(DecideError) -> [ListPlace] {
        let places = try waitingCommands(limit: limit)
        if filter.isEmpty { return places }
        let guarded = try storing { try MaskedSearch.guarded(filter, on: "returned", db) }
        var found: [ListPlace] = []
        for place in places {
            guard let command = try returnedCommand(at: place) else { continue }
            let (whole, masked) = (command.searched(.administrator), command.searched(.supervisor))
            let isFound = filter.words.allSatisfy { (guarded.contains($0) ? masked : whole).contains($0) }
            if isFound { found.append(place) }
        }
        return found
    }

    func waitingCommands(limit: Int) throws(DecideError) -> [ListPlace] {
        try storing {
            let statement = try db.cachedStatement(
                sql: "SELECT rowid FROM returned WHERE state = 'waiting' ORDER BY pack, number LIMIT ?")
            return try Int64.fetchAll(statement, arguments: [max(0, limit)]).map { ListPlace(row: $0) }
        }
    }

    /// The command that came back at a place; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func returnedCommand(at place: ListPlace) throws(DecideError) -> ReturnedCommand? {
        try storing { try Returned.fetch(db, "rowid = ?", [place.row]).first }
    }

    /// How many commands of all packs wait.
    ///
    /// - Throws: what the store reports.
    public func waitingCommands() throws(DecideError) -> Int {
        try storing {
            let statement = try db.cachedStatement(sql: "SELECT count(*) FROM returned WHERE state = 'waiting'")
            return try Int.fetchOne(statement) ?? 0
        }
    }

    /// How many commands of a pack wait.
    ///
    /// - Throws: what the store reports.
    public func waitingCommands(of pack: String) throws(DecideError) -> Int {
        try storing {
            let statement = try db.cachedStatement(
                sql: "SELECT count(*) FROM returned WHERE state = 'waiting' AND pack = ?")
            return try Int.fetchOne(statement, arguments: [pack]) ?? 0
        }
    }

    /// The ledger's last number: what a screen shows is the office as of that entry.
    ///
    /// - Throws: what the store reports.
    public func ledgerTip() throws(DecideError) -> Int { try storing { try Ledger.tip(db).number } }
}

extension ReturnedCommand {
    /// What is looked for in it: its pack, account and title, and its fields as a role sees them.
    fileprivate func searched(_ role: Role) -> String {
        let fields = entry.json(Masking(for: role))["fields"]?.text ?? ""
        return "\(pack) \(entry.account) \(entry.title.fa) \(entry.title.en) \(fields)".folded()
    }
}

extension CommandSession {
    /// The command of that id that came back, whatever became of it; nil when there is none.
    ///
    /// - Throws: what the store reports.
    public func returned(_ id: String) throws(DecideError) -> ReturnedCommand? {
        try storing { try Returned.fetch(db, "id = ?", [id]).first }
    }

    /// Keeps a command that was refused.
    ///
    /// - Throws: what the store reports.
    public func keep(_ command: ReturnedCommand) throws(DecideError) {
        try storing {
            try db.cachedStatement(
                sql: """
                    INSERT INTO returned (id, pack, number, entry, refusal, state, account, at)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                    ON CONFLICT (id) DO UPDATE SET refusal = ?5, state = ?6, account = ?7, at = ?8
                    """
            ).execute(arguments: [
                command.id, command.pack, command.entry.number, command.entry.json.text, command.refusal.json.text,
                command.state.rawValue, sender.administrator ?? sender.account, clock.now().iso(in: .tehran),
            ])
        }
    }

    /// Forgets one that was carried out after all.
    ///
    /// - Throws: what the store reports.
    public func forget(_ id: String) throws(DecideError) {
        try storing {
            try db.cachedStatement(sql: "DELETE FROM returned WHERE id = ?").execute(arguments: [id])
        }
    }

    /// The number of the entry that made a record; nil when there is none.
    ///
    /// - Throws: what the store reports.
    public func entryNumber(making record: any Domain.Record) throws(DecideError) -> Int? {
        try FileRegistry(db: db).entry(String(record.id.prefix { $0 != "." }))?.number
    }

    /// The ledger's entry of a command's id; nil when there is none.
    ///
    /// - Throws: what the store reports.
    public func entry(_ id: String) throws(DecideError) -> LedgerEntry? { try FileRegistry(db: db).entry(id) }
}

private enum Returned {
    static func fetch(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> [ReturnedCommand]
    {
        let statement = try db.cachedStatement(
            sql: "SELECT number, entry, pack, refusal, state FROM returned WHERE \(condition)")
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            guard let entry = JSON(parsing: row[1]).flatMap(LedgerEntry.init(json:)),
                let refusal = JSON(parsing: row[3]).flatMap(Refusal.init(json:)),
                let state = ReturnedCommand.State(rawValue: row[4])
            else { throw Ledger.unreadable(row[0]) }
            return ReturnedCommand(pack: row[2], entry: entry, refusal: refusal, state: state)
        }
    }
}
