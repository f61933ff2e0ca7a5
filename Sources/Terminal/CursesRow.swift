import CNcurses
import Canvas

/// Writes one row of cells into ncurses' window, in one call: nothing wraps, nothing scrolls, and the last cell
/// of the last row is a cell like any other.
struct CursesRow {
    /// Stands for a sign that ncurses would give another width than the frame did; every cell after it would shift.
    private static let replacement: wchar_t = 0xFFFD

    private var line: [cchar_t] = []

    mutating func write(
        _ cells: [Cell], to window: UnsafeMutablePointer<WINDOW>, line number: Int, width: Int,
        colors: inout TerminalColors
    ) {
        line.removeAll(keepingCapacity: true)
        var style: Style?
        var isPicture = false
        var blank = cchar_t()
        for (column, cell) in cells.prefix(width).enumerated() where cell.width > 0 {
            let looksTheSame = style.map { colors.showsSame(cell, as: $0) } ?? false
            if !looksTheSame, cell.style != style || cell.scalar.isPicture != isPicture {
                (style, isPicture) = (cell.style, cell.scalar.isPicture)
                blank = Self.blank(colors.appearance(cell.style, isPicture: isPicture))
            }
            append(cell, blank, fits: column + Int(cell.width) <= width)
        }
        guard wmove(window, Int32(number), 0) == OK else { return }
        wadd_wchnstr(window, line, Int32(line.count))
    }

    /// A blank of a style, from which all cells of that style are made: asking `setcchar` for each costs twice as much.
    private static func blank(_ look: (pair: Int32, attributes: attr_t)) -> cchar_t {
        var cell = cchar_t()
        var pair = look.pair
        // The short parameter holds 32,767 pairs; the pointer, which wins, holds them all.
        setcchar(&cell, [0x20, 0], look.attributes, 0, &pair)
        return cell
    }

    private mutating func append(_ cell: Cell, _ blank: cchar_t, fits: Bool) {
        let base = wchar_t(bitPattern: cell.scalar.value)
        let isCounted = (0x20..<0x7F).contains(base) || curses_width(base) == Int32(cell.width)
        var written = blank
        guard isCounted, fits else {
            written.chars.0 = Self.replacement
            line.append(written)
            if cell.width == 2, fits { line.append(blank) }
            return
        }
        written.chars.0 = base
        if let marks = cell.marks { Self.add(marks, to: &written) }
        line.append(written)
    }

    /// Up to the four marks a cell of ncurses holds.
    private static func add(_ marks: [Unicode.Scalar], to cell: inout cchar_t) {
        withUnsafeMutableBytes(of: &cell.chars) { bytes in
            let text = bytes.bindMemory(to: wchar_t.self)
            var count = 1
            for mark in marks where count < text.count {
                let value = wchar_t(bitPattern: mark.value)
                guard curses_width(value) == 0 else { continue }
                text[count] = value
                count += 1
            }
        }
    }
}
