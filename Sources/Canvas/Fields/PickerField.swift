import Persian

/// A record found by typing a part of its name or code. Whoever holds the field looks up what is typed and hands in the
/// candidates; those that may not be taken are shown with why not.
///
/// Up and Down go through the candidates and stop at the ends, Enter takes one, Esc closes the list alone, Backspace
/// clears the choice. Leaving the field takes the only candidate, or the one whose whole name was typed.
///
///     var head = PickerField()
///     head.handle(Key(.character("ک")), page: .rightToLeft)
///     head.candidates = people(matching: head.query)
///     head.handle(Key(.enter), page: .rightToLeft)
///     head.chosen?.id  // "P-0012"
public struct PickerField: FormField {
    public struct Candidate: Hashable, Sendable {
        public var id: String
        public var title: String
        /// What tells people of one name apart.
        public var detail: [Span]
        public var disabledReason: String?
        /// Whether what was typed is its whole name or code.
        public var isExact: Bool

        public init(
            id: String, title: String, detail: [Span] = [], disabledReason: String? = nil, isExact: Bool = false
        ) {
            self.id = id
            self.title = title
            self.detail = detail
            self.disabledReason = disabledReason
            self.isExact = isExact
        }
    }

    private var input: TextInput
    /// The one that was taken.
    public private(set) var chosen: Candidate?
    /// What the search found.
    public var candidates: [Candidate] = [] {
        didSet { selected = 0 }
    }
    /// What is said below the candidates: that there are more, or that there are none.
    public var note = ""
    private var selected = 0
    private var isClosed = false

    private static let listRows = 8

    /// Begins with a choice, or with what a draft kept of the search.
    public init(_ chosen: Candidate? = nil, query: String = "", caret: Int? = nil) {
        self.chosen = chosen
        input = TextInput(query, caret: caret)
    }

    /// What is searched for; empty while something is chosen.
    public var query: String { input.text }

    /// Unicode scalars of the query before the caret.
    public var caret: Int { input.caret }

    /// Whether there is a candidate to take.
    public var isOpen: Bool { chosen == nil && !candidates.isEmpty && !isClosed }

    /// Whether something was typed and nothing chosen.
    public var isUnresolved: Bool { chosen == nil && !query.isEmpty }

    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        if chosen != nil { return letGo(key, page: page) }
        switch (key.code, key.modifiers) {
        case (.up, []) where isOpen: select(selected - 1)
        case (.down, []) where isOpen: select(selected + 1)
        case (.pageUp, []) where isOpen: select(selected - Self.listRows)
        case (.pageDown, []) where isOpen: select(selected + Self.listRows)
        case (.enter, []):
            guard isOpen, candidates.indices.contains(selected) else { return false }
            take(candidates[selected])
        default:
            let former = query
            guard input.handle(key, page: page) else { return false }
            if query != former { isClosed = false }
        }
        return true
    }

    private mutating func select(_ index: Int) { selected = max(0, min(index, candidates.count - 1)) }

    public mutating func enter(backward: Bool) {
        isClosed = false
        if chosen == nil { input.selectAll() }
    }

    public mutating func leave() {
        guard isOpen else { return }
        let exact = candidates.filter(\.isExact)
        if exact.count == 1 { take(exact[0]) } else { takeOnlyOne() }
    }

    public mutating func dismiss() -> Bool {
        guard chosen == nil, !isClosed, !candidates.isEmpty || !note.isEmpty else { return false }
        isClosed = true
        return true
    }

    public mutating func insert(_ pasted: String) {
        chosen = nil
        isClosed = false
        input.insert(pasted)
    }

    /// Takes the candidate when there is but one, such as somebody recorded just now.
    public mutating func takeOnlyOne() {
        if candidates.count == 1 { take(candidates[0]) }
    }

    private mutating func take(_ candidate: Candidate) {
        guard candidate.disabledReason == nil else { return }
        chosen = candidate
        input = TextInput()
        candidates = []
    }

    /// Clears the choice: typing begins another search, Backspace and Delete do no more.
    private mutating func letGo(_ key: Key, page: Direction) -> Bool {
        let deletes = key.code == .backspace || key.code == .delete
        guard deletes || key.typedLetter != nil else { return false }
        chosen = nil
        isClosed = false
        if !deletes { input.handle(key, page: page) }
        return true
    }

    public func draw(in region: inout Region, hasFocus: Bool) {
        guard let chosen else {
            var field = TextField(input, hasFocus: hasFocus)
            let isFault = isUnresolved && !hasFocus
            if isFault { field.color = .alarm }
            let width = region.width - (isFault ? 2 : 0)
            field.draw(in: &region, width: width)
            if isFault { region.put("▲", row: 0, start: width + 1, width: 1, style: Style(.alarm)) }
            return
        }
        region.fill(Style(.strong, on: .field), height: 1)
        // The name comes first, then the code, whole or not at all; what else is told has the room that they leave.
        let codeWidth = chosen.detail.first.map { textWidth($0.text) + 2 } ?? 0
        let hasCode = region.width - codeWidth >= Self.fewestLetters
        let width = min(textWidth(chosen.title), hasCode ? region.width - codeWidth : region.width)
        region.put(chosen.title, row: 0, width: width, style: Style(.strong, on: .field))
        if hasCode { region.put(chosen.detail, row: 0, start: width + 2, style: Style(.muted, on: .field)) }
        if hasFocus { region.showCaret(row: 0, start: min(width, region.width - 1)) }
    }

    /// Fewer letters of a name than these tell nothing beside a code.
    private static let fewestLetters = 6

    public func popup(_ language: Language) -> FieldPopup? {
        guard chosen == nil, !isClosed, !candidates.isEmpty || !note.isEmpty else { return nil }
        let list = OptionList(
            candidates.map { .init($0.title, detail: $0.detail, disabledReason: $0.disabledReason) },
            selected: candidates.isEmpty ? nil : selected)
        guard !candidates.isEmpty else {
            return FieldPopup(width: textWidth(note) + 4, height: 3) { region in
                Panel(hasFocus: true, background: .panel).draw(in: &region) {
                    $0.put(note, row: 0, direction: .page, style: Style(.muted, on: .panel))
                }
            }
        }
        return list.popup(maximumRows: Self.listRows, note: note)
    }
}
