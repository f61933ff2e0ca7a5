import Domain
import GRDB

/// What the rules read, inside the transaction that will write their decision.
struct FileRegistry: Registry {
    let db: Database
    /// Only inside a transaction that writes, where nothing changes unseen.
    var cache: RecordCache?

    func find<R: Record>(_ type: R.Type, key: String) throws(DecideError) -> R? {
        try storing {
            guard let cache else { return try R.fetch(db, key: key) }
            return try cache.find(type, key: key) { try R.fetch(db, key: key) }
        }
    }

    func nextCode<R: Coded>(for type: R.Type) throws(DecideError) -> String {
        let letter = try carriedPack()?.letter
        let series = letter.map { R.series.at($0) } ?? R.series
        return try storing {
            let last = try db.cachedStatement(sql: "SELECT last FROM series WHERE prefix = ?")
            var number = try Int.fetchOne(last, arguments: [series.prefix]) ?? 0
            // Groups, councils and bases share one code space.
            let table = type is any Body.Type ? "bodies" : try Table.of(R.kind).name
            let taken = try db.cachedStatement(sql: "SELECT 1 FROM \(table) WHERE code = ?")
            repeat { number += 1 } while try Int.fetchOne(taken, arguments: [series.code(number)]) != nil
            return series.code(number)
        }
    }

    func references(to record: any Record, owned: Bool, limit: Int) throws(DecideError) -> [any Record] {
        let kind = type(of: record).kind
        return try storing {
            var found: [any Record] = []
            for type in RecordKind.allTypes where found.count < limit {
                found += try references(from: type, to: kind, record.key, owned: owned, limit: limit - found.count)
            }
            return found
        }
    }

    private func references<R: Record>(
        from type: R.Type, to kind: RecordKind, _ key: String, owned: Bool, limit: Int
    ) throws -> [any Record] {
        let conditions = try Table.of(R.kind).references
        let columns = R.columns.filter { $0.refersTo.contains(kind) && (owned || !$0.isOwner) }
        return try columns.flatMap { column in
            let condition = conditions[column.name] ?? "\"\(column.name)\" = ?"
            return try R.fetch(db, where: "\(condition) LIMIT ?", [key, Int64(clamping: limit)])
        }
    }
}
