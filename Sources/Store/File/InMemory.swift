import CSQLite
import Domain
import GRDB
import Persian

extension Database {
    /// The bytes that the database would have as a file.
    func serialized() throws -> [UInt8] {
        var size: sqlite3_int64 = 0
        guard let bytes = sqlite3_serialize(sqliteConnection, "main", &size, 0) else {
            throw DatabaseError(resultCode: .SQLITE_NOMEM)
        }
        defer { sqlite3_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }
}

extension DatabaseQueue {
    /// A database of these bytes, in memory and never changed.
    static func holding(_ bytes: [UInt8]) throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try queue.writeWithoutTransaction { db in
            let result = bytes.withUnsafeBytes { sqlite_hold(db.sqliteConnection, $0.baseAddress, Int64($0.count)) }
            guard result == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
        }
        return queue
    }
}
