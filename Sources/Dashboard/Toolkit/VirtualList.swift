import Canvas
import Domain
import Store

/// Moves in a list, the same on every screen that has one.
public enum ListMove: String, Sendable {
    case up, down, pageUp, pageDown, first, last
}

/// What a list has yet to read, the most urgent last.
public enum RowsDue: Int, Comparable, Sendable {
    /// Nothing: the next moves find their rows there.
    case nothing
    /// Rows that the next moves may bring into view.
    case ahead
    /// Rows that a filter's first page lacks.
    case search
    /// Rows that are shown.
    case shown
    /// Another window of places, without which the next move cannot be made.
    case window

    public static func < (one: RowsDue, other: RowsDue) -> Bool { one.rawValue < other.rawValue }
}

/// A list that holds only the rows it shows, a page of them on either side and the places of a few hundred around.
///
/// The selected record stays selected when the list changes under it.
struct VirtualList<Item> {
    /// How many places are kept around the selected one.
    private static var reach: Int { 400 }

    private(set) var window = ListWindow()
    /// The numbers of the first row shown and of the selected one, in the whole list.
    private(set) var top = 0
    private(set) var selected = 0
    private var items: [Int64: Item] = [:]
    /// The state of the file that the rows were read from.
    private var revision: Int?
    /// Where the next window begins, when the present one no longer serves.
    private var wanted: ListStart? = .beginning
    /// What was selected before something was typed that found nothing.
    private var former: ListPlace?
    /// The list stays at its top until somebody moves in it, even if new rows there push the selected one out of sight.
    private var isHeldAtTop = false

    var total: Int { window.total }
    /// Whether there is no row at all, as far as was looked.
    var isEmpty: Bool { total == 0 && !window.isPartial }
    var selectedPlace: ListPlace? { place(selected) }
    var selectedItem: Item? { selectedPlace.flatMap { items[$0.row] } }

    private func place(_ number: Int) -> ListPlace? {
        let index = number - window.offset
        return window.places.indices.contains(index) ? window.places[index] : nil
    }

    /// Begins anew with the first row: something else is typed into the filter.
    mutating func restart() {
        former = former ?? selectedPlace
        wanted = .firstPage
        items = [:]
    }

    /// Reads the list anew around the selected record: another order, or no filter any more.
    mutating func keepSelected() {
        wanted = (selectedPlace ?? former).map { .around($0) } ?? .beginning
        former = nil
        items = [:]
    }

    /// Reads it again in any case: it is the list of something else than before.
    mutating func reread() { revision = nil }

    /// Does what a change of the filter asks for.
    mutating func follow(_ change: FilterState.Change) {
        switch change {
        case .none: break
        case .typed: restart()
        case .emptied: keepSelected()
        }
    }

    /// Selects the record in that row of its table, wherever in the list it stands.
    mutating func show(row: Int64) {
        wanted = .around(ListPlace(row: row))
        items = [:]
        isHeldAtTop = false
    }

    /// Moves the selection; `height` is how many rows are shown.
    mutating func move(_ move: ListMove, height: Int) {
        former = nil
        isHeldAtTop = false
        switch move {
        case .up: select(selected - 1, height)
        case .down: select(selected + 1, height)
        case .pageUp: scroll(-max(1, height - 1), height)
        case .pageDown: scroll(max(1, height - 1), height)
        case .first: jump(.beginning, to: 0)
        case .last: jump(.end, to: max(0, total - 1))
        }
        keepInView(height)
    }

    private mutating func jump(_ start: ListStart, to number: Int) {
        if place(number) == nil { wanted = start }
        selected = number
        top = number
    }

    private mutating func select(_ number: Int, _ height: Int) {
        let bounded = min(max(0, number), max(0, total - 1))
        guard place(bounded) != nil else { return }
        selected = bounded
        turn(height)
        recentre(2 * height)
    }

    /// A step beyond the rows shown scrolls by half of them: with something beside the list the terminal cannot scroll,
    /// so scrolling row by row would write all rows again at every step.
    private mutating func turn(_ height: Int) {
        if selected < top { top = max(0, selected - height / 2) }
        if selected >= top + height { top = min(selected - height / 2, max(0, total - height)) }
    }

    private mutating func scroll(_ rows: Int, _ height: Int) {
        let first = window.offset
        let last = max(first, first + window.places.count - 1)
        selected = min(max(first, selected + rows), last)
        top += rows
        recentre(2 * height)
    }

    /// Asks for another window when fewer than `margin` places of the present one remain on the side one moves to.
    private mutating func recentre(_ margin: Int) {
        if isNearEdge(margin), let place = selectedPlace { wanted = .around(place) }
    }

    private func isNearEdge(_ margin: Int) -> Bool {
        let index = selected - window.offset
        let isNearStart = index < margin && window.offset > 0
        let isNearEnd = window.places.count - index <= margin && window.offset + window.places.count < total
        return isNearStart || isNearEnd
    }

    /// What is to be read when `height` rows are shown.
    func due(height: Int) -> RowsDue {
        if wanted != nil { return .window }
        if !isRead(shown(height)) { return .shown }
        if window.isPartial { return .search }
        return isNearEdge(4 * height) || !isRead(kept(height)) ? .ahead : .nothing
    }

    private func isRead(_ numbers: Range<Int>) -> Bool {
        numbers.allSatisfy { number in place(number).map { items[$0.row] != nil } ?? true }
    }

    /// The numbers of the rows that are shown.
    private func shown(_ height: Int) -> Range<Int> {
        top..<max(top, min(top + max(0, height), window.offset + window.places.count))
    }

    /// Those, and a page of others on either side.
    private func kept(_ height: Int) -> Range<Int> {
        let shown = shown(height)
        let first = max(min(window.offset, top), shown.lowerBound - height)
        return first..<max(first, min(shown.upperBound + height, window.offset + window.places.count))
    }

    /// Reads what is shown: another window when one is wanted or the file changed since this list was last read,
    /// then the rows that are new. While nothing else is to be done, rows a page further on either side are read too.
    ///
    /// - Parameters:
    ///   - height: how many rows are shown.
    ///   - isWorstFirst: what comes at the top of the list is to be seen at once: a list that stands there stays there.
    mutating func load(
        height: Int, _ context: ScreenContext, isWorstFirst: Bool = false,
        places: (ListStart, Int) throws(DecideError) -> ListWindow,
        item: (ListPlace) throws(DecideError) -> Item?
    ) throws(DecideError) {
        let isPrefetching = context.isPrefetching
        let standsAtTop = isWorstFirst && top == 0
        let isRead = revision != nil && wanted == nil
        if revision != context.revision {
            revision = context.revision
            items = [:]
            if wanted == nil { wanted = selectedPlace.map { .around($0) } ?? .beginning }
        }
        if isPrefetching, wanted == nil {
            if window.isPartial { wanted = .beginning } else { recentre(4 * height) }
        }
        if let start = wanted {
            let isContinued = window.isPartial && start == .beginning
            window = try places(start, max(Self.reach, 6 * height))
            wanted = nil
            // The first page is the beginning of the whole result, so its rows keep their numbers.
            if !isContinued { settle(after: start, staysAtTop: standsAtTop) }
            if isRead { isHeldAtTop = standsAtTop && selected >= height }
        }
        keepInView(height)
        let shown = shown(height)
        var read: [Int64: Item] = [:]
        for number in kept(height) {
            guard let place = place(number) else { continue }
            if let known = items[place.row] {
                read[place.row] = known
            } else if isPrefetching || shown.contains(number) || number == selected {
                read[place.row] = try item(place)
            }
        }
        items = read
    }

    /// Finds the selected record again; when it is gone, the one in its place.
    private mutating func settle(after start: ListStart, staysAtTop: Bool) {
        let line = selected - top
        switch start {
        case .beginning, .firstPage: selected = 0
        case .end: selected = max(0, total - 1)
        case .around(let place):
            let last = max(0, window.offset + window.places.count - 1)
            if let index = window.places.firstIndex(where: { $0.row == place.row }) {
                selected = window.offset + index
            } else {
                selected = min(max(window.offset, window.around ?? selected), last)
            }
            top = staysAtTop ? 0 : selected - line
        }
    }

    private mutating func keepInView(_ height: Int) {
        guard !isHeldAtTop else { return }
        top = min(top, selected)
        top = max(top, selected - max(1, height) + 1)
        top = max(0, min(top, total - height))
    }

    /// The rows shown from ``top`` on.
    func rows(height: Int) -> [Item] {
        shown(height).compactMap { number in place(number).flatMap { items[$0.row] } }
    }

    func scrollBar(height: Int) -> ScrollBar { ScrollBar(position: top, visible: height, total: total) }
}
