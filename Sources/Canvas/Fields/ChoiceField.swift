import Persian

/// One of a few, shown between ‹ ›. When there are more than three they stand in a list below while it has the focus.
///
/// Arrows and Space go through the choices, a letter to the next that begins with it. Up in the first and down in the
/// last lead out of the field.
///
///     var role = ChoiceField([Choice(Phrase(fa: "سرپرست", en: "Head")), Choice(Phrase(fa: "رابط", en: "Liaison"))])
///     role.handle(Key(.character("l")), page: .leftToRight)
///     role.selected  // 1
public struct ChoiceField: FormField {
    public let choices: [Choice]
    /// The index of the one that is chosen; nil for none yet.
    public private(set) var selected: Int?

    private static let listedFrom = 4
    private static let listRows = 8

    public init(_ choices: [Choice], selected: Int? = nil) {
        self.choices = choices
        self.selected = selected
    }

    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        if let letter = key.typedLetter, letter != " " {
            selectNext { $0.begins(with: letter) }
            return true
        }
        guard key.modifiers.isEmpty else { return false }
        switch key.code {
        case .up: return step(-1)
        case .down: return step(1)
        case .left, .right: _ = step(key.inReading(page) == .towardEnd ? 1 : -1)
        case .character(" "): selectNext { _ in true }
        case .home: selected = choices.firstIndex { $0.disabledReason == nil } ?? selected
        case .end: selected = choices.lastIndex { $0.disabledReason == nil } ?? selected
        default: return false
        }
        return true
    }

    /// To the next choice that can be taken.
    private mutating func step(_ step: Int) -> Bool {
        var index = (selected ?? (step > 0 ? -1 : choices.count)) + step
        while choices.indices.contains(index), choices[index].disabledReason != nil { index += step }
        guard choices.indices.contains(index) else { return false }
        selected = index
        return true
    }

    private mutating func selectNext(where isWanted: (Choice) -> Bool) {
        selected = choices.next(after: selected ?? -1) { $0.disabledReason == nil && isWanted($0) } ?? selected
    }

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

    public func popup(_ language: Language) -> FieldPopup? {
        guard choices.count >= Self.listedFrom else { return nil }
        let list = OptionList(
            choices.map { .init($0.title[language], disabledReason: $0.disabledReason?[language]) },
            selected: selected)
        return list.popup(maximumRows: Self.listRows)
    }
}
