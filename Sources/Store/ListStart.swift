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

/// A stretch of a list: the places of its rows, whose records are read when they are shown.
public struct ListWindow: Hashable, Sendable {
    public var places: [ListPlace]
    /// The number of the first place in the whole list, from 0.
    public var offset: Int
    /// How many rows the whole list has.
    public var total: Int

    public init(places: [ListPlace] = [], offset: Int = 0, total: Int = 0) {
        self.places = places
        self.offset = offset
        self.total = total
    }
}

extension ListQuery {
    /// The window that begins there.
    func window(from start: ListStart, limit: Int, _ db: Database) throws -> ListWindow {
        let total = try count(db)
        switch start {
        case .beginning:
            return ListWindow(places: try places(.after, of: nil, limit: limit, db), total: total)
        case .end:
            let places = try places(.before, of: nil, limit: limit, db)
            return ListWindow(places: places.reversed(), offset: max(0, total - places.count), total: total)
        case .around(let place):
            let before = try places(.before, of: place, limit: limit / 2, db).reversed()
            let here = try self.place(ofRow: place.row, db)
            let after = try places(.after, of: place, limit: limit - before.count, db)
            let all = Array(before) + (here.map { [$0] } ?? []) + after
            let offset = try all.first.map { try count(before: $0, db) } ?? 0
            return ListWindow(places: all, offset: offset, total: total)
        }
    }
}
