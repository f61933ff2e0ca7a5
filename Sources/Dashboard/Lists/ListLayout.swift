import Canvas

/// How the screen is shared out between a list and the detail of what is selected.
struct ListLayout {
    let width: Int
    let height: Int

    init(_ context: ScreenContext) {
        width = context.width
        height = context.height
    }

    /// Beside the list there is room for the detail.
    var showsDetail: Bool { width >= 100 }
    var listWidth: Int { showsDetail ? max(68, width * 58 / 100) : width }
    var detailStart: Int { listWidth + 1 }
    /// Rows of the list: without the line of the filter and the header.
    var rows: Int { max(1, height - 2) }

    /// The line between list and detail.
    func drawDivider(in region: inout Region) {
        for row in 0..<region.height {
            region.put("│", row: row, start: listWidth, width: 1, direction: .picture, style: Style(.faint))
        }
    }
}
