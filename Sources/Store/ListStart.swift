import Domain
import GRDB

/// Where a window of a list begins.
public enum ListStart: Hashable, Sendable {
    /// With the first row.
    case beginning
    /// So that it ends with the last row.
    case end
    /// So that a row stands about in the middle; with the first row when the list no longer has it.
    case around(ListPlace)
}

extension ListQuery {
    /// The places of a window, the number of its first row, and how many rows the whole list has.
    func window(
        from start: ListStart, limit: Int, _ db: Database
    ) throws -> (places: [ListPlace], offset: Int, total: Int) {
        let total = try count(db)
        switch start {
        case .beginning:
            return (try places(.after, of: nil, limit: limit, db), 0, total)
        case .end:
            let places = try places(.before, of: nil, limit: limit, db)
            return (places.reversed(), max(0, total - places.count), total)
        case .around(let place):
            let before = try places(.before, of: place, limit: limit / 2, db).reversed()
            let here = try self.place(ofRow: place.row, db)
            let after = try places(.after, of: place, limit: limit - before.count, db)
            let all = Array(before) + (here.map { [$0] } ?? []) + after
            let offset = try all.first.map { try count(before: $0, db) } ?? 0
            return (all, offset, total)
        }
    }
}
