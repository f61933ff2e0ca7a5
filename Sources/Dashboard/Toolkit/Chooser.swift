import Canvas
import Domain
import Persian
import Store

/// A field over the people or groups that it finds: part of a name is typed, candidates come, Enter takes the marked one.
struct Chooser<Item> {
    var input = TextInput()
    private(set) var isOpen = false
    private(set) var items: [Item] = []
    private(set) var index = 0
    /// Whether the marked one was chosen by the arrows.
    private(set) var isChosen = false
    private var mark = LoadMark<[String]>()

    var marked: Item? { items.indices.contains(index) ? items[index] : nil }

    mutating func open() { isOpen = true }

    /// Reads the candidates for a subject when another text is typed, for another subject, and when the file changed; then
    /// the marked one stays so.
    mutating func load(
        for subject: String, _ context: ScreenContext, key: (Item) -> String,
        find: (String) throws(DecideError) -> [Item]
    ) throws(DecideError) {
        guard isOpen, let cause = mark.isBehind([subject, input.text], context) else { return }
        let former = cause == .change ? marked.map(key) : nil
        items = try find(input.text)
        index = items.firstIndex { key($0) == former } ?? 0
    }

    mutating func choose(_ move: ListMove) {
        index = index.moved(move, in: items.count)
        isChosen = true
    }

    /// Something else is typed.
    mutating func startAgain() { (index, isChosen) = (0, false) }

    /// The candidates, the marked one in the middle.
    func table(_ columns: [Column], height: Int, cells: (Item) -> [TableCell]) -> TableWidget {
        let top = max(0, min(index - height / 2, items.count - height))
        return TableWidget(
            columns: columns, rows: items.dropFirst(top).prefix(height).map(cells), selected: index - top,
            scroll: ScrollBar(position: top, visible: height, total: items.count))
    }
}

extension ScreenField {
    /// The field of a chooser, over a list.
    ///
    /// - Parameters:
    ///   - typed: something else is typed.
    ///   - take: what Enter does with the marked one.
    static func chooser<Item>(
        _ chooser: WritableKeyPath<State, Chooser<Item>>, when isShown: @escaping (State) -> Bool, _ enter: Phrase,
        typed: @escaping @MainActor (inout State) -> Void = { _ in },
        take: @escaping @MainActor (inout State) -> Effect?
    ) -> ScreenField {
        func choose(
            _ id: String, _ key: String, _ phrase: Phrase, _ move: ListMove, isHint: Bool = false
        ) -> ScreenAction<State> {
            .step(id, key, phrase, isHint: isHint, isMove: true) { state, _ in state[keyPath: chooser].choose(move) }
        }
        return ScreenField(
            hasFocus: { state, _ in isShown(state) && state[keyPath: chooser].isOpen },
            actions: [
                // Some scanners end a code with Tab.
                Binding("desk.enter", "enter tab", enter, isHint: true) { state, _ in take(&state) },
                choose("desk.next", "down", Phrase(fa: "بعدی", en: "next"), .down, isHint: true),
                .step("desk.close", "escape", Phrase(fa: "بستن", en: "close"), isHint: true, isMove: true) { state, _ in
                    state[keyPath: chooser] = Chooser()
                },
                choose("desk.previous", "up", Phrase(fa: "قبلی", en: "previous"), .up),
                choose("desk.pageDown", "pagedown", Phrase(fa: "یک صفحه پایین", en: "page down"), .pageDown),
                choose("desk.pageUp", "pageup", Phrase(fa: "یک صفحه بالا", en: "page up"), .pageUp),
            ], takes: TextInput.takes
        ) { state, event, context in
            guard state[keyPath: chooser].input.take(event, context, limit: 80) else { return }
            state[keyPath: chooser].startAgain()
            typed(&state)
        }
    }
}
