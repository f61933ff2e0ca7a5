import Canvas

/// The terminal orders the text itself: tmux upon VTE, which swallows the mode, and terminals that obey nothing.
struct LogicalDialect: Dialect {
    /// Whether each field stands in an isolate of its own, so that it stays in its columns. Without, a line is left
    /// to the terminal as a whole (`--bidi off`).
    let isolates: Bool

    func row(_ row: Int, of frame: Frame) -> EncodedRow {
        let logical = frame.logicalRow(row, isolates: isolates)
        return EncodedRow(cells: logical.cells, columns: logical.columns)
    }
}
