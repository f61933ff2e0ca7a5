import Domain
import GRDB
import Glibc
import Persian
import Synchronization

/// Half-filled forms, in a file of the user's own: they survive Esc, a lost connection and a crash, and wake no other
/// process.
///
///     let drafts = Drafts(path: stateFolder + "/drafts.db", office: officePath)
///     try drafts.save(.object([…]), of: "group.amend Q-0002")
///     try drafts.content(of: "group.amend Q-0002")
///
/// A draft is written at every key, without waiting for the disk: only a power cut within the next moments loses it.
public final class Drafts: Sendable {
    private let path: String?
    private let office: String
    private let slot = Mutex<DatabaseQueue?>(nil)

    /// The file is opened, and made if there is none, when the first form asks for it.
    ///
    /// - Parameters:
    ///   - path: the drafts' file. Nil keeps them in memory, for as long as the program runs; so does a file that
    ///     cannot be opened or made.
    ///   - office: the file of the office whose forms these are.
    public init(path: String?, office: String) {
        self.path = path
        self.office = office
    }

    private func queue() throws -> DatabaseQueue {
        try slot.withLock { slot in
            if let queue = slot { return queue }
            let queue = try path.flatMap { try? Self.open($0) } ?? Self.open(nil)
            slot = queue
            return queue
        }
    }

    private static func open(_ path: String?) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(1)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        }
        if let path { try makePrivate(path) }
        let queue =
            try path.map { try DatabaseQueue(path: FilePlace(path: $0).name, configuration: configuration) }
            ?? DatabaseQueue()
        try queue.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS drafts (
                        office TEXT NOT NULL,
                        form TEXT NOT NULL,
                        content TEXT NOT NULL,
                        PRIMARY KEY (office, form)
                    ) STRICT, WITHOUT ROWID
                    """)
        }
        return queue
    }

    /// Half-filled forms hold national IDs and mobiles. SQLite gives its companion files the mode of the file.
    private static func makePrivate(_ path: String) throws {
        let descriptor = NewFile.open(path, O_RDWR)
        guard descriptor >= 0 else { throw StoreError.notOpened(path, errno) }
        close(descriptor)
        for ending in ["", "-wal", "-shm"] { chmod(path + ending, 0o600) }
    }

    /// Saves the draft of a form, in the place of an earlier one.
    ///
    /// - Throws: what the store reports of the drafts' own file, such as `cannotWrite` on a full disk.
    public func save(_ content: JSON, of form: String) throws(DecideError) {
        try storing {
            try queue().write { db in
                try db.cachedStatement(sql: "INSERT OR REPLACE INTO drafts (office, form, content) VALUES (?, ?, ?)")
                    .execute(arguments: [office, form, content.text])
            }
        }
    }

    /// The draft of a form; nil when there is none.
    ///
    /// - Throws: what the store reports of the drafts' own file, such as `cannotWrite` on a full disk.
    public func content(of form: String) throws(DecideError) -> JSON? {
        try storing {
            try queue().read { db in
                try String.fetchOne(
                    db, sql: "SELECT content FROM drafts WHERE office = ? AND form = ?", arguments: [office, form])
            }
        }.flatMap { JSON(parsing: $0) }
    }

    /// Deletes the draft of a form.
    ///
    /// - Throws: what the store reports of the drafts' own file, such as `cannotWrite` on a full disk.
    public func discard(_ form: String) throws(DecideError) {
        try storing {
            try queue().write { db in
                try db.execute(sql: "DELETE FROM drafts WHERE office = ? AND form = ?", arguments: [office, form])
            }
        }
    }
}
