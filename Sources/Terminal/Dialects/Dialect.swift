import Canvas

/// How one kind of terminal is brought to show a line as the program means it.
///
/// Terminals differ in what they do to right-to-left text by themselves. A dialect says what is written before the
/// first drawing, what undoes that, and which cells stand for a row. A new kind of terminal is a new small type.
protocol Dialect: Sendable {
    /// Written before the screen is cleared and drawn.
    var enter: String { get }
    /// Undoes ``enter``: on leaving, on suspending and, prepared beforehand, when the program dies.
    var leave: String { get }
    /// The cells that are sent for a row, and the column to which the terminal's caret is sent.
    func row(_ row: Int, of frame: Frame) -> EncodedRow
}

/// A row as it is sent.
struct EncodedRow {
    var cells: [Cell]
    /// For each column, as it is seen, the column it is sent to; nil where they are all the same.
    var columns: [Int]?
}

extension Dialect {
    var enter: String { "" }
    var leave: String { "" }

    func row(_ row: Int, of frame: Frame) -> EncodedRow {
        EncodedRow(cells: frame.cells(row: row), columns: nil)
    }
}

/// Who orders right-to-left lines: what a person can say with `--bidi`.
public enum BidiChoice: String, Hashable, Sendable, CaseIterable {
    /// As the terminal needs it, found out by asking it.
    case auto
    /// The program, in a terminal that leaves the cells where they are.
    case app
    /// The terminal, field by field.
    case isolates
    /// The terminal, line by line, without any help.
    case off
}
