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

    /// Stands before a line of a search text that is for those alone who may see national IDs.
    static let mark: Character = "\u{E000}"

    /// A function of SQL: a search text without its private lines, and without national IDs and mobiles, which are all its
    /// runs of ten or eleven digits.
    static let name = "withoutNumbers"

    private static let withoutNumbers = DatabaseFunction(name, argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(withoutNumbers)
    }

    private static func withoutNumbers(_ text: String) -> String {
        var (kept, run): ([UInt8], [UInt8]) = ([], [])
        let open =
            text.contains(mark)
            ? text.split(separator: "\n").filter { $0.first != mark }.joined(separator: "\n") : text
        for byte in Array(open.utf8) + [0] {
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

    private static let privateTables: Set<String> = [PackagesTable.households.name]

    /// Makes a connection ready.
    func prepare(_ db: Database) {
        db.add(function: Self.withoutNumbers)
        db.add(
            function: DatabaseFunction("isMasked", argumentCount: 0) { [self] _ in isMasked.load(ordering: .relaxed) })
    }

    /// The words of a filter that a connection must not look for in what is private: in some tables all of them.
    static func guarded(_ filter: Filter, on table: String, _ db: Database) throws -> Set<String> {
        let guarded = privateTables.contains(table) ? Set(filter.words) : filter.guarded
        if guarded.isEmpty { return [] }
        return try Bool.fetchOne(db.cachedStatement(sql: "SELECT isMasked()")) == true ? guarded : []
    }
}
