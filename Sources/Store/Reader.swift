import Domain
import GRDB
import Persian

/// What screens and listings read: one moment of the file.
///
/// It is handed out by ``OfficeFile/view(_:)`` and good only inside that call.
public struct Reader {
    let db: Database

    var registry: FileRegistry { FileRegistry(db: db) }

    /// A window of a list.
    public struct Window<Item: Sendable>: Sendable {
        public var items: [Item]
        public var places: [ListPlace]
        /// The number of the first item in the whole list, from 0.
        public var offset: Int
        /// How many items the whole list has.
        public var total: Int
    }

    public func find<R: Domain.Record>(_ type: R.Type, key: String) throws(DecideError) -> R? {
        try registry.find(type, key: key)
    }

    public func setting(_ name: String) throws(DecideError) -> JSON { try registry.setting(name) }

    /// How many records of a listed kind there are.
    public func count(_ kind: RecordKind) throws(DecideError) -> Int {
        try storing { try Counters.value(Table.of(kind).name, db) }
    }

    /// The records of a kind that a filter lets through, in Persian order of their names.
    ///
    /// - Parameter limit: nil for all.
    /// - Parameter body: called with one record after another.
    public func each<R: Domain.Record>(
        _ type: R.Type, matching filter: Filter, limit: Int?, _ body: (R) throws(DecideError) -> Void
    ) throws(DecideError) {
        try storing {
            let query = ListQuery(table: try Table.of(R.kind).name, order: .name, filter: filter)
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

extension OfficeFile {
    /// Reads in one moment of the file, without waiting for those who write.
    public func view<T>(_ work: (Reader) throws(DecideError) -> T) throws(DecideError) -> T {
        try read { try work(Reader(db: $0)) }
    }
}
