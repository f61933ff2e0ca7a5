/// A faithful picture of a frame in a theme's colours, for the README and for looking at screens.
///
///     var surface = SVGSurface(theme: theme)
///     surface.present(frame)
///     print(surface.text)
public struct SVGSurface: Surface {
    /// The last frame as an SVG document.
    public private(set) var text = ""
    private let theme: Theme

    /// In pixels. DejaVu Sans Mono, which has the joined letters, is 0.602 of its size wide and 1.164 high.
    private static let fontSize = 15.0
    private static let cellWidth = 9.03
    private static let cellHeight = 17.5
    private static let ascent = 14.0
    private static let margin = 9.0

    public init(theme: Theme) {
        self.theme = theme
    }

    public mutating func present(_ frame: Frame) {
        let width = Self.decimal(Double(frame.width) * Self.cellWidth + 2 * Self.margin)
        let height = Self.decimal(Double(frame.height) * Self.cellHeight + 2 * Self.margin)
        text = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)">
            <style>text{font:\(Self.decimal(Self.fontSize))px 'DejaVu Sans Mono',monospace;white-space:pre;\
            direction:ltr;unicode-bidi:bidi-override}</style>
            <rect width="100%" height="100%" rx="8" fill="\(theme.color(.page).hex)"/>

            """
        for row in 0..<frame.height {
            let cells = frame.cells(row: row)
            drawBackgrounds(of: cells, row: row)
            drawText(of: cells, row: row)
        }
        if let caret = frame.caret { drawCaret(caret, in: frame) }
        text += "</svg>\n"
    }

    /// One rectangle for each stretch of the same background; the page's own is there already.
    private mutating func drawBackgrounds(of cells: [Cell], row: Int) {
        var start = 0
        while start < cells.count {
            let role = background(cells[start].style)
            var end = start + 1
            while end < cells.count, background(cells[end].style) == role { end += 1 }
            if role != .page { drawRectangle(start..<end, row: row, attributes: "fill=\"\(theme.color(role).hex)\"") }
            start = end
        }
    }

    /// One text element for each word of one style, with a place for every letter, so that columns line up
    /// whatever the font does. A letter with marks or a wide sign stands alone.
    private mutating func drawText(of cells: [Cell], row: Int) {
        var start = 0
        while start < cells.count {
            var end = start + 1
            if Self.isPlain(cells[start]) {
                while end < cells.count, Self.isPlain(cells[end]), cells[end].style == cells[start].style,
                    !Self.isLamAlef(cells[end], cells[end - 1])
                {
                    end += 1
                }
            }
            let visible = cells[start].width > 0 && (cells[start].scalar != " " || cells[start].marks != nil)
            if visible { drawStretch(cells[start..<end], row: row) }
            start = end
        }
    }

    /// Fonts have one sign for the two, which would leave a gap in the word: they stand in elements of their own.
    private static func isLamAlef(_ lam: Cell, _ alef: Cell) -> Bool {
        (0xFEDD...0xFEE0).contains(lam.scalar.value) && [0xFE82, 0xFE84, 0xFE88, 0xFE8E].contains(alef.scalar.value)
    }

    private static func isPlain(_ cell: Cell) -> Bool {
        cell.width == 1 && cell.marks == nil && cell.scalar != " " && cell.scalar.value <= 0xFFFF
    }

    private mutating func drawStretch(_ cells: ArraySlice<Cell>, row: Int) {
        guard let first = cells.first else { return }
        let columns = cells.indices.map { Self.decimal(Self.left(of: $0)) }.joined(separator: " ")
        let y = Self.decimal(Self.margin + Double(row) * Self.cellHeight + Self.ascent)
        text += "<text x=\"\(columns)\" y=\"\(y)\" fill=\"\(theme.color(foreground(first.style)).hex)\""
        text += Self.attributes(of: first.style) + ">"
        for cell in cells {
            text += Self.escaped(cell.scalar)
            for mark in cell.marks ?? [] { text += Self.escaped(mark) }
        }
        text += "</text>\n"
    }

    private mutating func drawCaret(_ caret: Frame.Position, in frame: Frame) {
        let column = frame.direction == .leftToRight ? caret.start : frame.width - 1 - caret.start
        let color = theme.color(.accent).hex
        drawRectangle(column..<(column + 1), row: caret.row, attributes: "fill=\"\(color)\" fill-opacity=\"0.5\"")
    }

    private mutating func drawRectangle(_ columns: Range<Int>, row: Int, attributes: String) {
        let x = Self.decimal(Self.left(of: columns.lowerBound))
        let y = Self.decimal(Self.margin + Double(row) * Self.cellHeight)
        let width = Self.decimal(Double(columns.count) * Self.cellWidth)
        text += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(Self.decimal(Self.cellHeight))\" "
        text += "shape-rendering=\"crispEdges\" \(attributes)/>\n"
    }

    private func foreground(_ style: Style) -> ColorRole {
        style.attributes.contains(.reverse) ? style.background : style.foreground
    }

    private func background(_ style: Style) -> ColorRole {
        style.attributes.contains(.reverse) ? style.foreground : style.background
    }

    private static func attributes(of style: Style) -> String {
        var text = ""
        if style.attributes.contains(.bold) { text += " font-weight=\"bold\"" }
        if style.attributes.contains(.italic) { text += " font-style=\"italic\"" }
        if style.attributes.contains(.underline) { text += " text-decoration=\"underline\"" }
        if style.attributes.contains(.dim) { text += " fill-opacity=\"0.6\"" }
        return text
    }

    private static func left(of column: Int) -> Double {
        margin + Double(column) * cellWidth
    }

    /// At most two decimals, so that the document stays small.
    private static func decimal(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
        if part == 0 { return String(whole) }
        let digits = part < 10 ? "0\(part)" : String(part)
        return "\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)"
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        default: String(scalar)
        }
    }
}
