import Domain
import GRDB

/// Where a window of a list begins.
public enum ListStart: Hashable, Sendable {
    /// With the first row.
    case beginning
    /// With the first row, as far as a filter finds its rows at once; see ``ListWindow/isPartial``.
    case firstPage
    /// So that it ends with the last row.
    case end
    /// So that a row stands about in the middle, wherever it stands by now: its value in the list's order may have
    /// changed, or the order itself. When the list no longer has it, around the place where it was.
    case around(ListPlace)
}

/// A stretch of a list: the places of its rows, whose records are read when they are shown.
public struct ListWindow: Hashable, Sendable {
    public var places: [ListPlace]
    /// The number of the first place in the whole list, from 0.
    public var offset: Int
    /// How many rows the whole list has; at least so many when they were not all counted.
    public var total: Int
    /// Whether all rows were counted. A filter that lets more than a thousand through is not counted to its end.
    public var isTotalExact: Bool
    /// Whether there may be more rows near the beginning than the first page has.
    public var isPartial: Bool
    /// The number of the row that the window was asked to stand around, or of the one that took its place; nil when the
    /// window began elsewhere.
    public var around: Int?

    public init(
        places: [ListPlace] = [], offset: Int = 0, total: Int = 0, isTotalExact: Bool = true, isPartial: Bool = false,
        around: Int? = nil
    ) {
        self.places = places
        self.offset = offset
        self.total = total
        self.isTotalExact = isTotalExact
        self.isPartial = isPartial
        self.around = around
    }
}

extension ListQuery {
    /// The window of a list that begins there.
    ///
    /// - Parameter limit: how many rows at most.
    static func window(
        of table: String, by order: ListOrder, matching filter: Filter, in scope: ListScope = .all,
        from start: ListStart, limit: Int, _ db: Database
    ) throws -> ListWindow {
        if start == .firstPage, !filter.isEmpty, try Counters.rows(of: table, db) > FirstPage.small {
            return try FirstPage(table: table, order: order, filter: filter, scope: scope).window(limit: limit, db)
        }
        return try ListQuery(table: table, order: order, filter: filter, scope: scope, db)
            .window(from: start, limit: limit, db)
    }

    /// The window that begins there.
    func window(from start: ListStart, limit: Int, _ db: Database) throws -> ListWindow {
        switch start {
        case .beginning, .firstPage:
            // A filtered list is read again at each letter, so only a screen or two.
            let first = isFiltered ? max(limit / 3, min(limit, 100)) : limit
            let places = try places(.after, of: nil, limit: first, db)
            return try window(places, offset: 0, hasMore: places.count == first, db)
        case .end:
            let places = try places(.before, of: nil, limit: limit, db)
            let total = try count(db)
            return try window(places.reversed(), offset: max(0, total - places.count), hasMore: false, db)
        case .around(let place):
            let here = try self.place(ofRow: place.row, db)
            // Once the row has moved, a window around its old place could repeat it or leave it out.
            let middle = here ?? place
            let before = try places(.before, of: middle, limit: limit / 2, db).reversed()
            let after = try places(.after, of: middle, limit: limit - before.count, db)
            let all = Array(before) + (here.map { [$0] } ?? []) + after
            let offset = try all.first.map { try count(before: $0, db) } ?? 0
            var window = try window(all, offset: offset, hasMore: after.count == limit - before.count, db)
            window.around = offset + before.count
            return window
        }
    }

    /// A total that was not fully counted is at least one more than the window reaches while more rows follow.
    private func window(_ places: [ListPlace], offset: Int, hasMore: Bool, _ db: Database) throws -> ListWindow {
        let total = try count(db)
        guard isFiltered, total > FilterPlan.counted else {
            return ListWindow(places: places, offset: offset, total: total)
        }
        let reached = offset + places.count + (hasMore ? 1 : 0)
        return ListWindow(places: places, offset: offset, total: max(total, reached), isTotalExact: false)
    }
}
