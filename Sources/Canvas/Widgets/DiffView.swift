import Persian

/// What becomes of a row or a record: its sign, its word and its colour.
public enum ChangeKind: Hashable, Sendable, CaseIterable {
    case added, changed, same, refused

    public var sign: String {
        switch self {
        case .added: "+"
        case .changed: "~"
        case .same: "="
        case .refused: "✕"
        }
    }

    public var title: Phrase {
        switch self {
        case .added: Phrase(fa: "تازه", en: "new")
        case .changed: Phrase(fa: "تغییریافته", en: "changed")
        case .same: Phrase(fa: "بی‌تغییر", en: "same")
        case .refused: Phrase(fa: "ردشده", en: "refused")
        }
    }

    public var color: ColorRole {
        switch self {
        case .added: .good
        case .changed: .information
        case .same: .muted
        case .refused: .alarm
        }
    }
}

/// What differs, label by label: `نام  بهار ← بهاران`. What does not fit beside each other stands one below the other,
/// the old value after − and the new one after +.
///
///     DiffView([.init("نام", old: "بهار", new: "بهاران")]).draw(in: &region)
public struct DiffView {
    public struct Row: Hashable, Sendable {
        public var label: String
        /// What it was, empty for nothing; nil when there is nothing to compare with, as in a new record.
        public var old: String?
        /// What it is, empty for nothing.
        public var new: String
        public var direction: TextDirection

        public init(_ label: String, old: String?, new: String, direction: TextDirection = .automatic) {
            self.label = label
            self.old = old
            self.new = new
            self.direction = direction
        }
    }

    public var rows: [Row]
    public var background: ColorRole

    public init(_ rows: [Row], background: ColorRole = .page) {
        self.rows = rows
        self.background = background
    }

    /// Draws from the region's first row down.
    ///
    /// - Returns: how many rows were needed; more than the region has when it was too low.
    @discardableResult
    public func draw(in region: inout Region) -> Int {
        let longest = rows.map { textWidth($0.label) }.max() ?? 0
        let labelWidth = min(longest, max(1, region.width * 2 / 5))
        var line = 0
        for row in rows {
            region.put(row.label, row: line, width: labelWidth, direction: .page, style: Style(.muted, on: background))
            line += draw(row, row: line, start: labelWidth + 2, in: &region)
        }
        return line
    }

    private func draw(_ row: Row, row line: Int, start: Int, in region: inout Region) -> Int {
        let width = region.width - start
        let new = row.new.isEmpty ? "—" : row.new
        guard let was = row.old else { return drawLines(of: new, row, ColorRole.strong, line, start, in: &region) }
        let old = was.isEmpty ? "—" : was
        let arrow = " → "
        if textWidth(old) + textWidth(arrow) + textWidth(new) <= width {
            region.put(
                [
                    Span(old, direction: row.direction, color: .muted),
                    Span(arrow, direction: .picture, color: .accent),
                    Span(new, direction: row.direction, color: .strong),
                ], row: line, start: start, width: width, style: Style(.text, on: background))
            return 1
        }
        var used = 0
        for (sign, text, mark, color) in [("−", old, ColorRole.alarm, ColorRole.muted), ("+", new, .good, .strong)] {
            region.put(
                sign, row: line + used, start: start, width: 1, direction: .page, style: Style(mark, on: background))
            used += drawLines(of: text, row, color, line + used, start + 2, in: &region)
        }
        return used
    }

    /// - Returns: how many rows the wrapped text needs.
    private func drawLines(
        of text: String, _ row: Row, _ color: ColorRole, _ line: Int, _ start: Int, in region: inout Region
    ) -> Int {
        let direction =
            row.direction == .automatic ? TextLayout.runDirection(of: text, page: region.direction) : row.direction
        let parts = TextLayout.wrap(text, width: region.width - start)
        for (index, part) in parts.enumerated() {
            region.put(
                part, row: line + index, start: start, direction: direction, style: Style(color, on: background))
        }
        return parts.count
    }
}
