import Persian

/// One of a few, shown between ‹ ›. When there are more than three they all stand below while it has the focus.
///
/// Left and Right go through the choices as the eye expects, Space goes to the next and a letter to the one that begins
/// with it. Up and Down lead out of the field and never change it.
///
///     var role = ChoiceField([Choice(Phrase(fa: "سرپرست", en: "Head")), Choice(Phrase(fa: "رابط", en: "Liaison"))])
///     role.handle(Key(.character("l")), page: .leftToRight)
///     role.selected  // 1
public struct ChoiceField: FormField {
    public let choices: [Choice]
    /// The index of the one that is chosen; nil for none yet.
    public private(set) var selected: Int?
    private var columns = 56
    private var letter: Unicode.Scalar?

    private static let listedFrom = 4
    private static let gap = 2

    public init(_ choices: [Choice], selected: Int? = nil) {
        self.choices = choices
        self.selected = selected
    }

    public mutating func fit(columns: Int) { self.columns = columns }

    public mutating func enter(backward: Bool) { letter = nil }

    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        let former = letter
        letter = nil
        if let typed = key.typedLetter, typed != " " {
            letter = typed
            selected = choices.next(beginningWith: typed, from: selected, isRepeated: former == typed) ?? selected
            return true
        }
        guard key.modifiers.isEmpty else { return false }
        switch key.code {
        case .left, .right: step(key.inReading(page) == .towardEnd ? 1 : -1)
        case .character(" "):
            selected = choices.next(after: selected ?? -1) { $0.disabledReason == nil } ?? selected
        case .home: selected = choices.firstIndex { $0.disabledReason == nil } ?? selected
        case .end: selected = choices.lastIndex { $0.disabledReason == nil } ?? selected
        default: return false
        }
        return true
    }

    /// To the next choice that can be taken.
    private mutating func step(_ step: Int) {
        var index = (selected ?? (step > 0 ? -1 : choices.count)) + step
        while choices.indices.contains(index), choices[index].disabledReason != nil { index += step }
        if choices.indices.contains(index) { selected = index }
    }

    // MARK: Drawing

    public func draw(in region: inout Region, hasFocus: Bool) {
        let widest = choices.map { textWidth(region($0.title)) }.max() ?? 0
        let width = min(region.width, max(6, widest + 4))
        let mark = Style(hasFocus ? .accent : .muted, on: .field, hasFocus ? .bold : [])
        region.fill(Style(.strong, on: .field), height: 1, width: width)
        region.put("‹", row: 0, width: 1, direction: .picture, style: mark)
        region.put("›", row: 0, start: width - 1, width: 1, direction: .picture, style: mark)
        region.put(
            selected.map { region(choices[$0].title) } ?? "—", row: 0, start: 2, width: max(1, width - 4),
            style: Style(selected == nil ? .muted : .strong, on: .field))
        if hasFocus { region.showCaret(row: 0, start: min(2, region.width - 1)) }
    }

    /// Side by side, as Left and Right go through them.
    public func popup(_ language: Language) -> FieldPopup? {
        guard choices.count >= Self.listedFrom else { return nil }
        let entries = choices.map { choice in
            choice.title[language] + (choice.disabledReason.map { " ✕ \($0[language])" } ?? "")
        }
        let width = max(16, min(columns, entries.reduce(2) { $0 + textWidth($1) + 2 + Self.gap }))
        var (row, start) = (0, 1)
        let places = entries.map { text in
            let own = min(width - 2, textWidth(text) + 2)
            if start > 1, start + own > width - 1 { (row, start) = (row + 1, 1) }
            defer { start += own + Self.gap }
            return (row: row, start: start, width: own)
        }
        let chosen = selected
        let disabled = choices.map { $0.disabledReason != nil }
        return FieldPopup(width: width, height: row + 1) { region in
            region.fill(Style(.text, on: .panel))
            for (index, place) in places.enumerated() {
                let isHere = index == chosen
                let ground: ColorRole = isHere ? .selection : .panel
                region.put(
                    isHere ? "◉" : "○", row: place.row, start: place.start, width: 2, direction: .page,
                    style: Style(isHere ? .accent : .muted, on: ground, isHere ? .bold : []))
                region.put(
                    entries[index], row: place.row, start: place.start + 2, width: place.width - 2, direction: .page,
                    style: Style(disabled[index] ? .muted : isHere ? .strong : .text, on: ground))
            }
        }
    }
}
