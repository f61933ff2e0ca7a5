import Persian

/// Any of a few, each with a tick: `☑ پزشکی  ☐ عمرانی`, flowing over as many rows as they need.
///
/// Arrows go from one to the next as the eye sees them, Space ticks, a letter goes to the one that begins with it: that
/// may be the one they have come to, and typed once more it goes on.
///
///     var fields = MultiChoiceField([Choice("پزشکی"), Choice("عمرانی")], ticked: [0])
///     fields.handle(Key(.left), page: .rightToLeft)
///     fields.handle(Key(.character(" ")), page: .rightToLeft)
///     fields.ticked  // [0, 1]
public struct MultiChoiceField: FormField {
    public let choices: [Choice]
    public private(set) var ticked: Set<Int>
    /// The choice the arrows have come to.
    private var cursor = 0
    private var columns = 60
    private var letter: Unicode.Scalar?

    private static let gap = 2

    public init(_ choices: [Choice], ticked: Set<Int> = []) {
        self.choices = choices
        self.ticked = ticked
    }

    public mutating func fit(columns: Int) {
        self.columns = columns
    }

    public mutating func enter(backward: Bool) {
        letter = nil
        cursor = 0
    }

    public mutating func handle(_ key: Key, page: Direction) -> Bool {
        let former = letter
        letter = nil
        if let typed = key.typedLetter {
            if typed == " " {
                toggle()
            } else {
                letter = typed
                cursor = choices.next(beginningWith: typed, from: cursor, isRepeated: former == typed) ?? cursor
            }
            return true
        }
        guard key.modifiers.isEmpty else { return false }
        switch key.code {
        case .left, .right: cursor += key.inReading(page) == .towardEnd ? 1 : -1
        case .up: return moveByRow(-1, page: page)
        case .down: return moveByRow(1, page: page)
        case .home: cursor = 0
        case .end: cursor = choices.count - 1
        default: return false
        }
        cursor = max(0, min(cursor, choices.count - 1))
        return true
    }

    private mutating func toggle() {
        guard choices.indices.contains(cursor), choices[cursor].disabledReason == nil else { return }
        ticked.formSymmetricDifference([cursor])
    }

    private mutating func moveByRow(_ step: Int, page: Direction) -> Bool {
        let places = self.places(columns: columns, language: page == .rightToLeft ? .persian : .english)
        guard places.indices.contains(cursor) else { return false }
        let here = places[cursor]
        let row = places.indices.filter { places[$0].row == here.row + step }
        guard let target = row.min(by: { abs(places[$0].start - here.start) < abs(places[$1].start - here.start) })
        else { return false }
        cursor = target
        return true
    }

    // MARK: Drawing

    private struct Place {
        var row: Int
        var start: Int
        var width: Int
    }

    private func places(columns: Int, language: Language) -> [Place] {
        var (row, start) = (0, 0)
        return choices.map { choice in
            let width = min(columns, textWidth(choice.title[language]) + 2)
            if start > 0, start + width > columns { (row, start) = (row + 1, 0) }
            defer { start += width + Self.gap }
            return Place(row: row, start: start, width: width)
        }
    }

    public func height(columns: Int, language: Language) -> Int {
        (places(columns: columns, language: language).last?.row ?? 0) + 1
    }

    public func draw(in region: inout Region, hasFocus: Bool) {
        for (index, place) in places(columns: region.width, language: region.language).enumerated() {
            let isHere = hasFocus && index == cursor
            let isTicked = ticked.contains(index)
            let ground: ColorRole = isHere ? .selection : .page
            let isDisabled = choices[index].disabledReason != nil
            let color: ColorRole = isDisabled ? .muted : isTicked || isHere ? .strong : .text
            region.put(
                isTicked ? "☑" : "☐", row: place.row, start: place.start, width: 2, direction: .page,
                style: Style(isTicked ? .accent : .muted, on: ground, isTicked ? .bold : []))
            region.put(
                region(choices[index].title), row: place.row, start: place.start + 2, width: place.width - 2,
                style: Style(color, on: ground, isDisabled ? .dim : []))
            if isHere { region.showCaret(row: place.row, start: place.start) }
        }
    }

    /// Why the choice the arrows have come to cannot be ticked.
    public func popup(_ language: Language) -> FieldPopup? {
        guard choices.indices.contains(cursor), let reason = choices[cursor].disabledReason?[language] else {
            return nil
        }
        let text = "✕ " + reason
        return FieldPopup(width: textWidth(text), height: 1) { region in
            region.put(text, row: 0, direction: .page, style: Style(.warning, on: .panel))
        }
    }
}
