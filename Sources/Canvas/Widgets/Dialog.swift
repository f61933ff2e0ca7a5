import Persian

/// A question in the middle of the screen, with one to three answers.
///
/// Arrows and Tab go from one to the next, Enter gives the focused one, Esc none. Letters do nothing: the key that opened
/// the question, held down or pressed twice, must not answer it.
///
///     var dialog = Dialog(title, text, buttons: [Phrase(fa: "حذف", en: "Delete"), Phrase(fa: "نه", en: "No")], focused: 1)
///     dialog.handle(Key(.enter), page: .leftToRight)  // .pressed(1)
public struct Dialog: Hashable, Sendable {
    /// What came of a key.
    public enum Outcome: Hashable, Sendable {
        /// The focus may have moved; the dialog stays.
        case stays
        case pressed(Int)
        case dismissed
    }

    public var title: String
    /// Wrapped to the dialog; its line ends are kept.
    public var text: String
    public var buttons: [Phrase]
    public private(set) var focused: Int
    public var severity: MessageSeverity

    private static let widths = 24...64

    public init(
        _ title: String, _ text: String, buttons: [Phrase], focused: Int = 0, severity: MessageSeverity = .information
    ) {
        self.title = title
        self.text = text
        self.buttons = buttons
        self.focused = max(0, min(focused, buttons.count - 1))
        self.severity = severity
    }

    /// Does what a key does; keys that mean nothing here go nowhere else while a dialog is open.
    public mutating func handle(_ key: Key, page: Direction) -> Outcome {
        switch key.code {
        case .enter, .character(" "): return .pressed(focused)
        case .escape: return .dismissed
        case .left, .right: focused += key.inReading(page) == .towardEnd ? 1 : -1
        case .tab: focused = (focused + (key.modifiers == .shift ? buttons.count - 1 : 1)) % max(1, buttons.count)
        default: break
        }
        focused = max(0, min(focused, buttons.count - 1))
        return .stays
    }

    /// Draws in the middle of the region, over what is there.
    public func draw(in region: inout Region) {
        let row = ButtonRow(titles: buttons.map { region($0) }, focused: focused)
        let longest = text.split(whereSeparator: \.isNewline).map { textWidth(String($0)) }.max() ?? 0
        let wanted = max(Self.widths.lowerBound, longest, row.width, textWidth(title) + 6)
        let inner = min(wanted, Self.widths.upperBound, region.width - 6)
        guard inner > 0 else { return }
        let lines = TextLayout.wrap(text, width: inner)
        let rows = row.wrapped(width: inner)
        let height = min(lines.count + 3 + rows.count, region.height)
        region.part(
            top: (region.height - height) / 2, start: (region.width - inner - 4) / 2, width: inner + 4, height: height
        ) { box in
            let title = severity == .information ? self.title : "\(severity.sign) \(self.title)"
            Panel(title, hasFocus: true, background: .panel).draw(in: &box) { inside in
                draw(lines.prefix(max(0, inside.height - 1 - rows.count)), in: &inside)
                for (index, row) in rows.enumerated() {
                    let line = inside.height - rows.count + index
                    row.draw(in: &inside, row: line, start: max(0, inside.width - row.width))
                }
            }
        }
    }

    private func draw(_ lines: ArraySlice<String>, in region: inout Region) {
        for (index, line) in lines.enumerated() {
            region.put(line, row: index, direction: .page, style: Style(.text, on: .panel))
        }
    }
}
