import Canvas
import Domain
import Store

/// Moves in a list, the same on every screen that has one.
public enum ListMove: Hashable, Sendable {
    case up, down, pageUp, pageDown, first, last
}

/// A list that holds only the rows it shows and the places of a few hundred around them.
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
    /// Where the next window begins, when the present one no longer serves.
    private var wanted: ListStart? = .beginning

    var total: Int { window.total }
    var selectedPlace: ListPlace? { place(selected) }
    var selectedItem: Item? { selectedPlace.flatMap { items[$0.row] } }

    private func place(_ number: Int) -> ListPlace? {
        let index = number - window.offset
        return window.places.indices.contains(index) ? window.places[index] : nil
    }

    /// Begins anew with the first row: another order, another filter.
    mutating func restart() {
        wanted = .beginning
        items = [:]
    }

    /// Moves the selection; `height` is how many rows are shown.
    mutating func move(_ move: ListMove, height: Int) {
        switch move {
        case .up: select(selected - 1, height)
        case .down: select(selected + 1, height)
        case .pageUp: scroll(-max(1, height - 1), height)
        case .pageDown: scroll(max(1, height - 1), height)
        case .first: jump(.beginning, to: 0)
        case .last: jump(.end, to: max(0, total - 1))
        }
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
        recentre(height)
    }

    /// A step beyond the rows shown turns the list by half of them: what stands beside it keeps the terminal from
    /// scrolling, so that one row further would mean writing all of them again at every step.
    private mutating func turn(_ height: Int) {
        if selected < top { top = max(0, selected - height / 2) }
        if selected >= top + height { top = min(selected - height / 2, max(0, total - height)) }
    }

    private mutating func scroll(_ rows: Int, _ height: Int) {
        let first = window.offset
        let last = max(first, first + window.places.count - 1)
        selected = min(max(first, selected + rows), last)
        top += rows
        recentre(height)
    }

    /// Asks for another window when the present one is nearly used up on the side one moves to.
    private mutating func recentre(_ height: Int) {
        let index = selected - window.offset
        let margin = 2 * height
        let isNearStart = index < margin && window.offset > 0
        let isNearEnd = window.places.count - index <= margin && window.offset + window.places.count < total
        if isNearStart || isNearEnd, let place = selectedPlace { wanted = .around(place) }
    }

    /// Whether the next move needs another window first.
    var needsWindow: Bool { wanted != nil }

    /// Reads what is shown: another window when one is wanted or the file changed, then the rows that are new.
    ///
    /// - Parameters:
    ///   - height: how many rows are shown.
    ///   - isChanged: the file may have changed.
    mutating func load(
        height: Int, isChanged: Bool,
        places: (ListStart, Int) throws(DecideError) -> ListWindow,
        item: (ListPlace) throws(DecideError) -> Item?
    ) throws(DecideError) {
        if isChanged {
            items = [:]
            if wanted == nil { wanted = selectedPlace.map { .around($0) } ?? .beginning }
        }
        if let start = wanted {
            let former = selectedPlace
            window = try places(start, max(Self.reach, 6 * height))
            wanted = nil
            settle(after: start, former)
        }
        keepInView(height)
        var shown: [Int64: Item] = [:]
        for number in top..<min(top + max(0, height), window.offset + window.places.count) {
            guard let place = place(number) else { continue }
            shown[place.row] = if let known = items[place.row] { known } else { try item(place) }
        }
        items = shown
    }

    /// Finds the selected record again; when it is gone, the one in its place.
    private mutating func settle(after start: ListStart, _ former: ListPlace?) {
        let line = selected - top
        switch start {
        case .beginning: selected = 0
        case .end: selected = max(0, total - 1)
        case .around:
            if let row = former?.row, let index = window.places.firstIndex(where: { $0.row == row }) {
                selected = window.offset + index
            } else {
                selected = min(max(window.offset, selected), max(0, window.offset + window.places.count - 1))
            }
            top = selected - line
        }
    }

    private mutating func keepInView(_ height: Int) {
        top = min(top, selected)
        top = max(top, selected - max(1, height) + 1)
        top = max(0, min(top, total - height))
    }

    /// The rows shown from ``top`` on.
    func rows(height: Int) -> [Item] {
        (top..<(top + max(0, height))).compactMap { number in place(number).flatMap { items[$0.row] } }
    }

    func scrollBar(height: Int) -> ScrollBar { ScrollBar(position: top, visible: height, total: total) }
}
