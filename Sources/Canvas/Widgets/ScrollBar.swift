/// Where one is in a long list, drawn in a region one column wide. Nothing is drawn when all is seen.
///
///     ScrollBar(position: 120, visible: 20, total: 780).draw(in: &region)
public struct ScrollBar: Hashable, Sendable {
    /// The first row that is seen, how many are, and how many there are.
    public var position: Int
    public var visible: Int
    public var total: Int

    public init(position: Int, visible: Int, total: Int) {
        self.position = position
        self.visible = visible
        self.total = total
    }

    public func draw(in region: inout Region, background: ColorRole = .page) {
        guard total > visible, visible > 0, region.height > 0 else { return }
        let thumb = self.thumb(height: region.height)
        for row in 0..<region.height {
            let isThumb = thumb.contains(row)
            region.put(
                isThumb ? "┃" : "│", row: row, width: 1, direction: .picture,
                style: Style(isThumb ? .accent : .faint, on: background))
        }
    }

    /// The rows the thumb covers: at the very top only at the beginning, at the very bottom only at the end.
    func thumb(height: Int) -> Range<Int> {
        let length = max(1, min(height, height * visible / total))
        let last = total - visible
        let room = height - length
        var top = min(max(0, position), last) * room / last
        if room > 1 {
            if position > 0 { top = max(top, 1) }
            if position < last { top = min(top, room - 1) }
        }
        return top..<(top + length)
    }
}
