import Domain
import GRDB

/// What the rules read, inside the transaction that will write their decision.
struct FileRegistry: Registry {
    let db: Database
    /// Set only inside a write transaction, where no other process can change records.
    var cache: RecordCache?
    /// What stands beside the file; nil for who only reads.
    var beside: Beside?

    func find<R: Record>(_ type: R.Type, key: String) throws(DecideError) -> R? {
        try storing {
            guard let cache else { return try R.fetch(db, key: key) }
            return try cache.find(type, key: key) { try R.fetch(db, key: key) }
        }
    }

    func nextCodes<R: Coded>(_ count: Int, for type: R.Type) throws(DecideError) -> [String] {
        let series = try series(of: R.self)
        return try storing {
            let last = try Series.last(R.self, of: series, keeps: cache != nil, db)
            let taken = try db.cachedStatement(sql: "SELECT 1 FROM \(Table.of(R.kind).codes) WHERE code = ?")
            return try series.free(count, after: last) { try Int.fetchOne(taken, arguments: [$0]) != nil }
        }
    }

    /// The series that codes are given from here: in a pack they bear its letter.
    func series<R: Coded>(of type: R.Type) throws(DecideError) -> CodeSeries {
        try carriedPack().map { R.series.at($0.letter) } ?? R.series
    }

    func references(
        to record: any Record, _ scope: ReferenceScope, limit: Int
    ) throws(DecideError) -> [any Record] {
        let kind = type(of: record).kind
        return try storing {
            var found: [any Record] = []
            for type in RecordKind.allTypes where found.count < limit {
                found += try references(from: type, to: kind, record.key, scope, limit: limit - found.count)
            }
            return found
        }
    }

    /// How many references are put in the order of their ids when only some are asked for.
    private static let sorted = 1_000

    /// Those of one type, by id; one that names the record in two columns stands once.
    func references<R: Record>(
        from type: R.Type, to kind: RecordKind, _ key: String, _ scope: ReferenceScope, limit: Int
    ) throws -> [R] {
        let table = try Table.of(R.kind)
        let columns = R.columns.filter { $0.refersTo.contains(kind) && scope.includes(isOwner: $0.isOwner) }
        var found: [R] = []
        for column in columns {
            var condition = table.references[column.name] ?? "\"\(column.name)\" = ?"
            // Millions may refer to one record; a few of them are wanted, and not the very first by id at any price.
            if limit < Self.sorted {
                condition = "id IN (SELECT id FROM \(table.name) WHERE \(condition) LIMIT \(Self.sorted))"
            }
            found += try R.fetch(db, where: "\(condition) ORDER BY id LIMIT ?", [key, Int64(clamping: limit)])
        }
        guard columns.count > 1 else { return found }
        found.sort { $0.id < $1.id }
        var once: [R] = []
        for record in found where once.count < limit && once.last?.id != record.id { once.append(record) }
        return once
    }
}
