/// Buttons side by side; the one with the focus stands between ▸ ◂ on the theme's colour.
struct ButtonRow {
    var titles: [String]
    var focused: Int?

    private static let gap = 2
    private static let padding = 2

    var width: Int { titles.reduce(Self.gap * (titles.count - 1)) { $0 + Self.width(of: $1) } }

    private static func width(of title: String) -> Int { textWidth(title) + 2 * padding }

    /// The same in several rows, where they do not all fit side by side in `width`.
    func wrapped(width: Int) -> [ButtonRow] {
        var rows: [Range<Int>] = []
        var (first, used) = (0, 0)
        for (index, title) in titles.enumerated() {
            let own = Self.width(of: title)
            if index > first, used + Self.gap + own > width {
                rows.append(first..<index)
                (first, used) = (index, own)
            } else {
                used += own + (index > first ? Self.gap : 0)
            }
        }
        return (rows + [first..<titles.count]).map { part in
            ButtonRow(
                titles: Array(titles[part]),
                focused: focused.flatMap { part.contains($0) ? $0 - part.lowerBound : nil })
        }
    }

    /// Draws on a row, from a column on.
    func draw(in region: inout Region, row: Int, start: Int = 0) {
        var start = start
        for (index, title) in titles.enumerated() {
            let width = Self.width(of: title)
            let hasFocus = index == focused
            let style = hasFocus ? Style(.onAccent, on: .accent, .bold) : Style(.text, on: .field)
            region.fill(style, row: row, height: 1, start: start, width: width)
            if hasFocus {
                region.put("▸", row: row, start: start, width: 1, direction: .picture, style: style)
                region.put("◂", row: row, start: start + width - 1, width: 1, direction: .picture, style: style)
                region.showCaret(row: row, start: start + Self.padding)
            }
            region.put(
                title, row: row, start: start + Self.padding, width: width - 2 * Self.padding, direction: .page,
                style: style)
            start += width + Self.gap
        }
    }
}
