import Canvas

/// How the screen is shared out between a list and the detail of what is selected.
struct ListLayout {
    let width: Int
    let height: Int

    private let showsDetailBelow: Bool
    private let listMinimum: Int
    private let isWhole: Bool

    /// - Parameters:
    ///   - showsDetailBelow: where it has no room beside the list, the detail stands below it.
    ///   - listMinimum: the columns that the list has at least where the detail stands beside it.
    init(_ context: ScreenContext, showsDetailBelow: Bool = false, listMinimum: Int = 68) {
        self.listMinimum = listMinimum
        isWhole = false
        width = context.width
        height = context.height
        self.showsDetailBelow = showsDetailBelow
    }

    /// A list alone, with so many rows.
    init(width: Int, rows: Int) {
        (self.width, height, isWhole) = (width, rows + 2, true)
        (listMinimum, showsDetailBelow) = (width, false)
    }

    /// Beside the list there is room for the detail.
    var showsDetail: Bool { width >= 100 && !isWhole }
    var listWidth: Int { showsDetail ? max(listMinimum, width * 58 / 100) : width }
    var detailStart: Int { listWidth + 1 }
    /// Rows of the detail below the list, its rule among them.
    var heightBelow: Int { showsDetailBelow && !showsDetail && height >= 16 ? height / 2 : 0 }
    /// Rows of the list: without the line of the filter and the header.
    var rows: Int { max(1, height - 2 - heightBelow) }

    /// The line between list and detail.
    func drawDivider(in region: inout Region) {
        for row in 0..<region.height {
            region.put("│", row: row, start: listWidth, width: 1, direction: .picture, style: Style(.faint))
        }
    }
}
