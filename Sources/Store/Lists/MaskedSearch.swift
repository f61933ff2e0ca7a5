import Domain
import GRDB
import Synchronization

/// Searching for whoever may not see national IDs and mobiles whole.
///
/// It is set once for the office's file and holds on all its connections, so that no screen and no list can forget it.
final class MaskedSearch: Sendable {
    private let isMasked = Atomic<Bool>(false)

    /// Follows who reads the file from now on.
    func follow(_ masking: Masking) { isMasked.store(!masking.isWhole, ordering: .relaxed) }

    /// A function of SQL: a search text without national IDs and mobiles, which are all its runs of ten or eleven digits.
    static let name = "withoutNumbers"

    private static let withoutNumbers = DatabaseFunction(name, argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(withoutNumbers)
    }

    private static func withoutNumbers(_ text: String) -> String {
        var (kept, run): ([UInt8], [UInt8]) = ([], [])
        for byte in Array(text.utf8) + [0] {
            if (0x30...0x39).contains(byte) {
                run.append(byte)
                continue
            }
            if !(10...11).contains(run.count) { kept += run }
            run = []
            if byte != 0 { kept.append(byte) }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// Makes a connection ready.
    func prepare(_ db: Database) {
        db.add(function: Self.withoutNumbers)
        db.add(
            function: DatabaseFunction("isMasked", argumentCount: 0) { [self] _ in isMasked.load(ordering: .relaxed) })
    }

    /// The words of a filter that a connection must not look for in national IDs and mobiles.
    static func guarded(_ filter: Filter, _ db: Database) throws -> Set<String> {
        let guarded = filter.guarded
        if guarded.isEmpty { return [] }
        return try Bool.fetchOne(db.cachedStatement(sql: "SELECT isMasked()")) == true ? guarded : []
    }
}
