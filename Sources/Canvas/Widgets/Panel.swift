/// A rounded border with a title set into it, around something drawn.
///
///     Panel("اعضا").draw(in: &region) { inside in facts.draw(in: &inside) }
public struct Panel {
    public var title: String
    /// A short text at the end of the upper edge, such as a count.
    public var note: String
    public var hasFocus: Bool
    public var background: ColorRole

    public init(_ title: String = "", note: String = "", hasFocus: Bool = false, background: ColorRole = .page) {
        self.title = title
        self.note = note
        self.hasFocus = hasFocus
        self.background = background
    }

    /// Draws the border and, inside it with a column of space at both sides, the content.
    public func draw(in region: inout Region, content: (inout Region) -> Void) {
        draw(in: &region, padding: 1, content: content)
    }

    /// Draws without the space, for a content that reaches to the border, such as a list.
    public func drawTight(in region: inout Region, content: (inout Region) -> Void) {
        draw(in: &region, padding: 0, content: content)
    }

    private func draw(in region: inout Region, padding: Int, content: (inout Region) -> Void) {
        guard region.width >= 2, region.height >= 2 else { return }
        let border = Style(hasFocus ? .accent : .faint, on: background)
        let line = String(repeating: "─", count: region.width - 2)
        region.put("╭" + line + "╮", row: 0, direction: .picture, style: border)
        for row in 1..<(region.height - 1) {
            region.fill(Style(.text, on: background), row: row, height: 1)
            region.put("│", row: row, width: 1, direction: .picture, style: border)
            region.put("│", row: row, start: region.width - 1, width: 1, direction: .picture, style: border)
        }
        region.put("╰" + line + "╯", row: region.height - 1, direction: .picture, style: border)
        drawTitle(in: &region)
        let (width, height) = (region.width - 2 - 2 * padding, region.height - 2)
        region.part(top: 1, start: 1 + padding, width: width, height: height, draw: content)
    }

    private func drawTitle(in region: inout Region) {
        let room = region.width - 5
        let titleWidth = min(textWidth(title), room)
        if titleWidth > 0 {
            region.put("", row: 0, start: 2, width: titleWidth + 2, style: Style(.text, on: background))
            region.put(
                title, row: 0, start: 3, width: titleWidth, direction: .page,
                style: Style(hasFocus ? .accent : .strong, on: background, .bold))
        }
        let noteWidth = textWidth(note)
        if noteWidth > 0, titleWidth + noteWidth + 4 <= room {
            let start = region.width - 4 - noteWidth
            region.put("", row: 0, start: start, width: noteWidth + 2, style: Style(.text, on: background))
            region.put(
                note, row: 0, start: start + 1, width: noteWidth, direction: .page, style: Style(.muted, on: background)
            )
        }
    }
}
