/// Which of the lines that are all known stand in so many rows: those around the selected one.
///
///     let window = LineWindow(around: index, of: lines.count, height: region.height)
///     TableWidget(
///         columns: columns, rows: lines[window.range].map(cells), selected: window.selected, scroll: window.scroll)
public struct LineWindow: Hashable, Sendable {
    public let range: Range<Int>
    /// The row in which the selected line stands.
    public let selected: Int
    private let height: Int
    private let count: Int

    /// - Parameter height: how many rows there are.
    public init(around selected: Int, of count: Int, height: Int) {
        let first = max(0, min(selected - height / 2, count - height))
        range = first..<max(first, min(count, first + height))
        self.selected = selected - first
        (self.height, self.count) = (height, count)
    }

    public var scroll: ScrollBar { ScrollBar(position: range.lowerBound, visible: height, total: count) }
}
