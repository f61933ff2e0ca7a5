import CNcurses
import Canvas
import Glibc

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
        var look: (pair: Int32, attributes: attr_t) = (0, 0)
        for (column, cell) in cells.prefix(width).enumerated() where cell.width > 0 {
            if cell.style != style {
                style = cell.style
                look = colors.appearance(cell.style)
            }
            append(cell, look, fits: column + Int(cell.width) <= width)
        }
        guard wmove(window, Int32(number), 0) == OK else { return }
        wadd_wchnstr(window, line, Int32(line.count))
    }

    private mutating func append(_ cell: Cell, _ look: (pair: Int32, attributes: attr_t), fits: Bool) {
        let base = wchar_t(bitPattern: cell.scalar.value)
        let isCounted = (0x20..<0x7F).contains(base) || curses_width(base) == Int32(cell.width)
        if isCounted, fits {
            add(base, cell.marks, look)
        } else {
            add(Self.replacement, nil, look)
            if cell.width == 2, fits { add(0x20, nil, look) }
        }
    }

    private mutating func add(
        _ base: wchar_t, _ marks: [Unicode.Scalar]?, _ look: (pair: Int32, attributes: attr_t)
    ) {
        var cell = cchar_t()
        var pair = look.pair
        withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: Int(CCHARW_MAX) + 1) { text in
            text[0] = base
            var count = 1
            for mark in marks ?? [] where count < Int(CCHARW_MAX) {
                let value = wchar_t(bitPattern: mark.value)
                guard curses_width(value) == 0 else { continue }
                text[count] = value
                count += 1
            }
            text[count] = 0
            // The short parameter holds 32,767 pairs; the pointer, which wins, holds them all.
            setcchar(&cell, text.baseAddress, look.attributes, 0, &pair)
        }
        line.append(cell)
    }
}
