import Persian

/// People of a list, each with a tick: `☑ علی کریمی`. Whoever holds the field hands in who is offered, and who else was
/// found by what is typed.
///
/// Typing narrows the list and Space ticks, so that a few letters and Space are enough for one person; `*` or Alt-A
/// ticks all that are seen, or takes their ticks away when all have one.
///
///     var people = TickListField(offered: members)
///     people.handle(Key(.character("*")), page: .rightToLeft)
///     people.ticked.map(\.id)  // those of all members
public struct TickListField: FormField {
    public typealias Candidate = PickerField.Candidate

    /// Those with a tick, in the order in which they got it.
    public private(set) var ticked: [Candidate]
    /// Those that are offered before anything is typed; who has a tick and is not among them stands before them.
    public var offered: [Candidate] { didSet { keepInList() } }
    /// Those that were found beyond the list, when nobody of it fits what is typed.
    public var others: [Candidate] = [] { didSet { keepInList() } }
    /// What is said where nobody is offered.
    public var note = ""
    /// What is counted, in Persian: "نفر".
    public var unit = "نفر"
    /// Whether the order of the ticks says something: those with one then stand first, by their numbers, and Ctrl-Up and
    /// Ctrl-Down move them.
    public var isOrdered = false
    private var input: TextInput
    private var cursor = 0

    private static let listRows = 8
    private static let queryWidth = 28

    public init(
        offered: [Candidate] = [], ticked: [Candidate] = [], query: String = "", caret: Int? = nil
    ) {
        self.offered = offered
        self.ticked = ticked
        input = TextInput(query, caret: caret)
    }

    /// What is searched for.
    public var query: String { input.text }
    /// Unicode scalars of the query before the caret.
    public var caret: Int { input.caret }
    /// Whether nobody of the list fits what is typed, so that ``others`` are wanted.
    public var isSearchingBeyond: Bool { !query.isEmpty && matching.isEmpty }

    private var list: [Candidate] {
        if isOrdered {
            let held = Set(ticked.map(\.id))
            // What is said of them comes with the offer.
            let first = ticked.map { one in offered.first { $0.id == one.id } ?? one }
            return first + offered.filter { !held.contains($0.id) }
        }
        let known = Set(offered.map(\.id))
        return ticked.filter { !known.contains($0.id) } + offered
    }

    private var matching: [Candidate] {
        let words = query.folded().split(separator: " ")
        guard !words.isEmpty else { return list }
        return list.filter { candidate in
            let text = (candidate.title + " " + candidate.id).folded()
            return words.allSatisfy { text.contains($0) }
        }
    }

    /// Those that are seen now.
    private var shown: [Candidate] {
        let matching = matching
        return matching.isEmpty && !query.isEmpty ? others : matching
    }

    // MARK: Keys

    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        let count = shown.count
        switch (key.code, key.modifiers) {
        case (.character(" "), []): tick()
        case (.character("*"), []), (.character("a"), .alt): tickAll()
        case (.up, .control) where isOrdered: shift(-1)
        case (.down, .control) where isOrdered: shift(1)
        case (.up, []) where cursor > 0: cursor -= 1
        case (.down, []) where cursor < count - 1: cursor += 1
        case (.pageUp, []): cursor = max(0, cursor - Self.listRows)
        case (.pageDown, []): cursor = max(0, min(count - 1, cursor + Self.listRows))
        case (.up, _), (.down, _), (.enter, _): return false
        default:
            let former = query
            guard input.handle(key, page: page) else { return false }
            if query != former { cursor = 0 }
        }
        return true
    }

    public mutating func insert(_ pasted: String) {
        input.insert(pasted)
        cursor = 0
    }

    /// Ticks the one that the arrows have come to, or takes the tick away. Then goes on to the next, or clears what was
    /// typed to find somebody.
    private mutating func tick() {
        let shown = shown
        guard shown.indices.contains(cursor) else { return }
        // It may have been ticked before it became disabled.
        let isTicked = ticked.contains { $0.id == shown[cursor].id }
        guard isTicked || shown[cursor].disabledReason == nil else { return }
        toggle(shown[cursor])
        if query.isEmpty {
            // In an ordered list what loses its tick makes room for the next.
            if !isOrdered || !isTicked { cursor = min(cursor + 1, list.count - 1) }
        } else {
            input = TextInput()
            cursor = max(0, list.firstIndex { $0.id == shown[cursor].id } ?? 0)
        }
    }

    /// Moves the one that the arrows have come to in the order of those with a tick.
    private mutating func shift(_ step: Int) {
        guard query.isEmpty, ticked.indices.contains(cursor), ticked.indices.contains(cursor + step) else { return }
        ticked.swapAt(cursor, cursor + step)
        cursor += step
    }

    private mutating func toggle(_ candidate: Candidate) {
        if let index = ticked.firstIndex(where: { $0.id == candidate.id }) {
            ticked.remove(at: index)
        } else {
            ticked.append(candidate)
        }
    }

    private mutating func tickAll() {
        let all = shown.filter { $0.disabledReason == nil }
        let held = Set(ticked.map(\.id))
        let missing = all.filter { !held.contains($0.id) }
        if missing.isEmpty {
            let gone = Set(all.map(\.id))
            ticked.removeAll { gone.contains($0.id) }
        } else {
            ticked += missing
        }
    }

    private mutating func keepInList() { cursor = max(0, min(cursor, shown.count - 1)) }

    // MARK: Drawing

    public func height(columns: Int, language: Language) -> Int { 1 + max(1, min(Self.listRows, list.count)) }

    public func growth(columns: Int, language: Language) -> Int { max(0, list.count - Self.listRows) }

    public func draw(in region: inout Region, hasFocus: Bool) {
        let shown = shown
        let width = min(Self.queryWidth, region.width)
        var field = TextField(input, hasFocus: hasFocus)
        field.placeholder = region(Phrase(fa: "نام …", en: "name …"))
        field.draw(in: &region, width: width)
        let number = region.language.number
        let count = Phrase(
            fa: "\(number(ticked.count)) \(unit) از \(number(list.count))",
            en: "\(number(ticked.count)) of \(number(list.count))")
        region.put(region(count), row: 0, start: width + 2, direction: .page, style: Style(.muted))
        guard !shown.isEmpty else {
            region.put(note, row: 1, start: 2, direction: .page, style: Style(.muted))
            return
        }
        let height = region.height - 1
        let first = max(0, min(cursor - height / 2, shown.count - height))
        let places = Dictionary(uniqueKeysWithValues: ticked.enumerated().map { ($1.id, $0) })
        for (row, index) in (first..<shown.count).prefix(height).enumerated() {
            region.part(top: row + 1, height: 1) {
                draw(
                    shown[index], place: places[shown[index].id], isHere: hasFocus && index == cursor, in: &$0
                )
            }
        }
        region.part(top: 1, start: region.width - 1) {
            ScrollBar(position: first, visible: height, total: shown.count).draw(in: &$0)
        }
    }

    /// - Parameter place: where it stands among those with a tick; nil without one.
    private func draw(_ candidate: Candidate, place: Int?, isHere: Bool, in region: inout Region) {
        let isTicked = place != nil
        let ground: ColorRole = isHere ? .selection : .page
        let isDisabled = candidate.disabledReason != nil
        region.fill(Style(.text, on: ground), width: max(1, region.width - 2))
        region.put(
            place.map { isOrdered ? region.language.number($0 + 1) : "☑" } ?? "☐", row: 0, width: 2, direction: .page,
            style: Style(isTicked ? .accent : .muted, on: ground, isTicked ? .bold : []))
        let room = region.width - 4
        let width = min(room, max(Self.queryWidth - 2, textWidth(candidate.title)))
        region.put(
            candidate.title, row: 0, start: 2, width: width,
            style: Style(isDisabled ? .muted : isTicked || isHere ? .strong : .text, on: ground, isDisabled ? .dim : [])
        )
        let rest = room - width - 2
        guard rest > 3 else { return }
        let after = candidate.disabledReason.map { [Span("✕ \($0)", color: .warning)] } ?? candidate.detail
        region.put(after, row: 0, start: width + 4, width: rest, style: Style(.muted, on: ground))
    }
}
