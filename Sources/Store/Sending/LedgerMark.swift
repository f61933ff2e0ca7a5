import Domain
import Foundation
import GRDB
import Persian

/// An entry of the ledger by its number and its hash. Whoever keeps one elsewhere can prove later that nothing up to it
/// was changed: `khedmat verify --since 1203:9f86d081…`.
public struct LedgerMark: Hashable, Sendable {
    public let number: Int
    /// Hexadecimal; of a mark that somebody typed perhaps only the beginning.
    public let hash: String

    /// The fewest digits of a hash that still prove something.
    private static let shortest = 16

    /// Reads `number:hash`; nil when it is no such thing.
    public init?(_ text: String) {
        let parts = latinDigits(text).split(separator: ":")
        guard parts.count == 2, let number = Int(parts[0]), number > 0, parts[1].utf8.count >= Self.shortest,
            parts[1].allSatisfy(\.isHexDigit)
        else { return nil }
        self.number = number
        hash = parts[1].lowercased()
    }

    init(number: Int, hash: Ledger.Hash) {
        self.number = number
        self.hash = hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    public var text: String { "\(number):\(hash)" }
}

extension Ledger {
    /// How many of the last entries are checked before the first write.
    private static let tail = 50

    /// Whether the last entries are chained: they are not where somebody put another file's WAL beside this one.
    static func isTailSound(_ db: Database) throws -> Bool {
        let rows = try Row.fetchAll(
            db, sql: "SELECT number, entry, hash FROM ledger ORDER BY number DESC LIMIT \(tail + 1)")
        for (row, before) in zip(rows, rows.dropFirst()) {
            let text: String = row[1]
            guard try row.figure(0) == before.figure(0) + 1,
                hash(Array(text.utf8), after: Hash(before[2] as Data)) == Hash(row[2] as Data)
            else { return false }
        }
        return true
    }

    /// The mark of the last entry; nil in a ledger that is empty.
    static func mark(_ db: Database) throws -> LedgerMark? {
        let tip = try tip(db)
        return tip.number > 0 ? LedgerMark(number: tip.number, hash: tip.hash) : nil
    }
}
