/// A surface of plain text: each row as a terminal shows it, from the left edge, trailing blanks cut.
///
///     var surface = TextSurface()
///     surface.present(frame)
///     print(surface.text)
public struct TextSurface: Surface {
    /// The last frame, every row closed by a line end.
    public private(set) var text = ""

    public init() {}

    public mutating func present(_ frame: Frame) {
        text = ""
        for row in 0..<frame.height {
            var line = frame.visibleText(row: row)
            while line.last == " " { line.removeLast() }
            text += line + "\n"
        }
    }
}

extension Frame {
    /// A row as it looks, its signs from the left edge to the right one.
    func visibleText(row: Int) -> String {
        var view = String.UnicodeScalarView()
        for cell in cells(row: row) where cell.width > 0 {
            view.append(cell.scalar)
            if let marks = cell.marks { view.append(contentsOf: marks) }
        }
        return String(view)
    }
}
