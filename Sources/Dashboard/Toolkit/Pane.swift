import Canvas
import Domain
import Store

/// What a screen shows in one of its views, as a value that it is put together from: what is read for it, what moves do
/// in it, how it looks.
@MainActor
public struct Pane<State> {
    public typealias Load = @MainActor (inout State, Reader, ScreenContext) throws(DecideError) -> Void

    /// Reads the rows that are shown.
    var load: Load = { (_, _, _) throws(DecideError) in }
    /// Reads what stands beside them.
    var loadBeside: Load = { (_, _, _) throws(DecideError) in }
    /// How urgently rows are to be read after a move; a pane that keeps none reads before the next.
    var due: @MainActor (State, ScreenContext) -> RowsDue = { _, _ in .window }
    var move: @MainActor (inout State, ListMove, ScreenContext) -> Void = { _, _, _ in }
    var view: @MainActor (State, inout Region, ScreenContext) -> Void = { _, _, _ in }
}

extension Pane {
    /// The same with something read beside its rows.
    func beside(_ load: @escaping Load) -> Pane {
        var pane = self
        pane.loadBeside = load
        return pane
    }

    /// The same as it looks.
    func showing(_ view: @escaping @MainActor (State, inout Region, ScreenContext) -> Void) -> Pane {
        var pane = self
        pane.view = view
        return pane
    }
}

/// Where a list reads its rows.
struct ListSource<Item> {
    let places: (ListStart, Int) throws(DecideError) -> ListWindow
    let item: (ListPlace) throws(DecideError) -> Item?
}

/// A list with its filter, in the state of a screen: reading, moving, typing and going back are said here once.
///
///     static let list = ListPane(\State.list, \.filter, rows: { context, _ in ListLayout(context).rows }) {
///         (_, filter, reader, _) throws(DecideError) in reader.source(of: Guest.self, matching: filter)
///     }
///     public static func pane(_ state: State) -> Pane<State> { list.pane }
@MainActor
struct ListPane<State, Item> {
    typealias Source = @MainActor (State, Filter, Reader, ScreenContext) throws(DecideError) -> ListSource<Item>

    let list: WritableKeyPath<State, VirtualList<Item>>
    /// Nil for a list that is always whole.
    let filter: WritableKeyPath<State, FilterState>?
    /// Whether what comes at the top of the list is to be seen at once: a list that stands there stays there.
    let isWorstFirst: Bool
    /// How many rows are shown.
    let rows: (ScreenContext, State) -> Int
    let source: Source

    init(
        _ list: WritableKeyPath<State, VirtualList<Item>>, _ filter: WritableKeyPath<State, FilterState>?,
        isWorstFirst: Bool = false, rows: @escaping (ScreenContext, State) -> Int, source: @escaping Source
    ) {
        self.list = list
        self.filter = filter
        self.isWorstFirst = isWorstFirst
        self.rows = rows
        self.source = source
    }

    /// The list as what a screen shows; how it looks is the screen's own.
    var pane: Pane<State> { Pane(load: load, due: due, move: move) }

    private func load(_ state: inout State, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        let typed = filter.map { state[keyPath: $0].filter } ?? Filter("")
        let source = try source(state, typed, reader, context)
        let height = rows(context, state)
        try state[keyPath: list].load(
            height: height, context, isWorstFirst: isWorstFirst, places: source.places, item: source.item)
    }

    private func due(_ state: State, _ context: ScreenContext) -> RowsDue {
        state[keyPath: list].due(height: rows(context, state))
    }

    func move(_ state: inout State, _ move: ListMove, _ context: ScreenContext) {
        let height = rows(context, state)
        state[keyPath: list].move(move, height: height)
    }

    /// The field of the filter.
    func fields(when isShown: @escaping (State) -> Bool = { _ in true }) -> [ScreenField<State>] {
        filter.map { [.filter($0, when: isShown) { $0[keyPath: list].follow($1) }] } ?? []
    }

    /// Begins to type into the filter.
    func beginFilter(_ state: inout State) {
        if let filter { state[keyPath: filter].isActive = true }
    }

    /// Empties the filter; what is selected stays so in the whole list.
    ///
    /// - Returns: false when there was nothing to empty.
    @discardableResult
    func clear(_ state: inout State) -> Bool {
        guard let filter, state[keyPath: filter].clear() else { return false }
        state[keyPath: list].keepSelected()
        return true
    }

    /// Selects the record in a row of its table, whatever was filtered.
    func reveal(_ row: Int64, in state: inout State) {
        if let filter { state[keyPath: filter] = FilterState() }
        state[keyPath: list].show(row: row)
    }

    /// `/` and Escape of a screen that is nothing but this list.
    var keys: [ScreenAction<State>] { [.filter(isHint: true) { beginFilter(&$0) }, .clear { clear(&$0) }] }
}

extension CaseIterable where Self: Equatable {
    /// The one after it, and after the last the first.
    var next: Self {
        let all = Array(Self.allCases)
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}

extension Reader {
    /// The records of a kind in the order of its list.
    func source<R: Record>(of type: R.Type, matching filter: Filter) -> ListSource<R> {
        ListSource(
            places: { (start, limit) throws(DecideError) in
                try window(of: R.kind, matching: filter, from: start, limit: limit)
            }, item: { (place) throws(DecideError) in try record(R.self, at: place) })
    }
}
