import Canvas
import Domain
import Persian
import Store

/// A list that is read whole, because it is short, with a filter over it.
struct WholeList<Item> {
    private var all: [Item] = []
    /// What the filter lets through, in the order in which it was read.
    private(set) var shown: [Item] = []
    var filter = FilterState()
    private(set) var index = 0
    /// What the filter looks in.
    private let text: (Item) -> String
    /// What an item is known by, so that it stays selected.
    private let key: (Item) -> String

    init(text: @escaping (Item) -> String, key: @escaping (Item) -> String) { (self.text, self.key) = (text, key) }

    var selected: Item? { shown.indices.contains(index) ? shown[index] : nil }

    mutating func take(_ items: [Item]) {
        all = items
        narrow()
    }

    /// Lets the filter through what it finds now.
    mutating func narrow() {
        let former = selected.map(key)
        let sought = filter.filter
        shown = all.filter { sought.finds(text($0)) }
        index = shown.firstIndex { key($0) == former } ?? max(0, min(index, shown.count - 1))
    }

    mutating func move(_ move: ListMove, page: Int) { index = index.moved(move, in: shown.count, page: page) }

    /// Empties the filter; false when it was empty.
    mutating func clear() -> Bool {
        defer { narrow() }
        return filter.clear()
    }

    /// Which of them are seen, so many at a time.
    func seen(_ height: Int) -> LineWindow { LineWindow(around: index, of: shown.count, height: height) }

    var window: ListWindow { ListWindow(places: [], offset: 0, total: shown.count) }
}
