/// A short list to choose from: the selected row marked, what cannot be chosen shown with why not.
///
///     OptionList([.init("شهید کاظمی", detail: [.code("G-014")])], selected: 0).draw(in: &region)
public struct OptionList {
    public struct Entry: Hashable, Sendable {
        public var title: String
        /// The parts of the title that were searched for, in Unicode scalars.
        public var matches: [Range<Int>]
        /// What stands after the title.
        public var detail: [Span]
        /// What stands at the end of the row, such as a key.
        public var note: String
        public var disabledReason: String?

        public init(
            _ title: String, matches: [Range<Int>] = [], detail: [Span] = [], note: String = "",
            disabledReason: String? = nil
        ) {
            self.title = title
            self.matches = matches
            self.detail = detail
            self.note = note
            self.disabledReason = disabledReason
        }
    }

    public var entries: [Entry]
    public var selected: Int?
    public var background: ColorRole

    private static let margin = 2

    public init(_ entries: [Entry], selected: Int? = nil, background: ColorRole = .panel) {
        self.entries = entries
        self.selected = selected
        self.background = background
    }

    /// Draws as many rows as the region has, around the selected one.
    public func draw(in region: inout Region) {
        region.fill(Style(.text, on: background))
        let height = region.height
        let first = max(0, min((selected ?? 0) - height / 2, entries.count - height))
        for (row, index) in (first..<entries.count).prefix(height).enumerated() {
            region.part(top: row, height: 1) { draw(entries[index], isSelected: index == selected, in: &$0) }
        }
        region.part(start: region.width - 1) {
            ScrollBar(position: first, visible: height, total: entries.count).draw(in: &$0, background: background)
        }
    }

    private func draw(_ entry: Entry, isSelected: Bool, in region: inout Region) {
        let ground: ColorRole = isSelected ? .selection : background
        region.fill(Style(.text, on: ground), height: 1)
        if isSelected {
            region.put("▌", row: 0, width: 1, direction: .picture, style: Style(.accent, on: ground, .bold))
        }
        let room = region.width - 2 * Self.margin
        let noteWidth = textWidth(entry.note)
        let showsNote = noteWidth > 0 && noteWidth <= room / 2
        let left = room - (showsNote ? noteWidth + 2 : 0)
        let used = drawTitle(of: entry, isSelected: isSelected, on: ground, width: left, in: &region)
        let rest = left - used - 2
        let after: [Span]
        if let reason = entry.disabledReason {
            after = [Span("✕ ", color: .warning), Span(reason, color: .warning)]
        } else {
            after = entry.detail
        }
        if rest > 3 {
            region.put(after, row: 0, start: Self.margin + used + 2, width: rest, style: Style(.muted, on: ground))
        }
        if showsNote {
            region.put(
                entry.note, row: 0, start: region.width - Self.margin - noteWidth, width: noteWidth, direction: .page,
                style: Style(.muted, on: ground))
        }
    }

    /// - Returns: the columns the title filled.
    private func drawTitle(
        of entry: Entry, isSelected: Bool, on ground: ColorRole, width: Int, in region: inout Region
    ) -> Int {
        let isDisabled = entry.disabledReason != nil
        let given = max(1, min(textWidth(entry.title), width))
        region.put(
            entry.title, row: 0, start: Self.margin, width: given,
            style: Style(isDisabled ? .muted : isSelected ? .strong : .text, on: ground, isDisabled ? .dim : []),
            emphasis: entry.matches.isEmpty
                ? nil : Emphasis(entry.matches, Style(.accent, on: ground, [.bold, .underline])))
        return given
    }
}

extension OptionList {
    /// The list in a border, to be shown below a field.
    func popup(maximumRows: Int, note: String = "") -> FieldPopup {
        let rows = max(1, min(entries.count, maximumRows))
        let widest = entries.map { entry in
            let after =
                entry.disabledReason.map { textWidth($0) + 2 } ?? entry.detail.reduce(0) { $0 + textWidth($1.text) }
            return textWidth(entry.title) + (after > 0 ? after + 2 : 0)
        }
        let width = max((widest.max() ?? 0) + 2 * Self.margin, textWidth(note)) + 2
        return FieldPopup(width: width, height: rows + 2) { region in
            Panel("", note: note, hasFocus: true, background: background).drawTight(in: &region) { draw(in: &$0) }
        }
    }
}
