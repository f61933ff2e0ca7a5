import Canvas

/// Rows of cells with their columns under each other, no wider than the window. Text stays logical: which way a
/// line runs is the terminal's own affair.
struct AlignedTable {
    let lines: [String]
    /// How many columns at the end were left out, because the window has no room for them.
    let hiddenColumns: Int

    private static let gap = 2
    /// Long cells are cut down to this before columns are left out; those of the first two, which tell the records apart,
    /// keep more.
    private static let narrowest = 14
    private static let telling = 2
    private static let tellingWidth = 36

    /// - Parameter tabbed: lines as a listing writes them to a pipe, cells divided by tabs.
    init(tabbed: [String], width: Int) {
        let rows = tabbed.map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { TextLayout.sanitised(String($0)) }
                .map { (text: trimmedEnd($0), width: textWidth($0)) }
        }
        var natural = Array(repeating: 0, count: rows.first?.count ?? 0)
        for row in rows {
            for (index, cell) in row.prefix(natural.count).enumerated() {
                natural[index] = max(natural[index], cell.width)
            }
        }
        let widths = Self.fitted(natural, to: width)
        hiddenColumns = natural.count - widths.count
        lines = rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell.width > width
                    ? TextLayout.fitted(cell.text, width: width)
                    : cell.text + String(repeating: " ", count: max(0, width - cell.width))
            }
            return trimmedEnd(cells.joined(separator: String(repeating: " ", count: Self.gap)))
        }
    }

    /// The widths to show: all as they are where there is room, else the widest cut to a common width.
    private static func fitted(_ natural: [Int], to width: Int) -> [Int] {
        var shown = natural
        func cut(_ limit: Int) -> [Int] {
            shown.enumerated().map { index, natural in
                min(natural, index < telling ? max(limit, min(tellingWidth, width / 3)) : limit)
            }
        }
        func total(_ limit: Int) -> Int { cut(limit).reduce(gap * (shown.count - 1), +) }
        while shown.count > telling, total(narrowest) > width { shown.removeLast() }
        var limit = shown.max() ?? 0
        while limit > 1, total(limit) > width { limit -= 1 }
        return cut(limit)
    }
}

private func trimmedEnd(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
}
