/// Short labels side by side, each with a colour; the words alone carry the meaning.
///
///     Tags([("پزشکی", .tag1), ("عمرانی", .tag3)]).draw(in: &region)
public struct Tags {
    public var tags: [(text: String, color: ColorRole)]

    public init(_ tags: [(text: String, color: ColorRole)]) {
        self.tags = tags
    }

    /// Draws on the region's first row what fits, then … for the rest. The background is that of `style`.
    public func draw(in region: inout Region, style: Style = Style()) {
        var start = 0
        for (index, tag) in tags.enumerated() {
            let width = textWidth(tag.text)
            // Whatever comes after needs a gap and one column for the ellipsis.
            let room = region.width - start - (index == tags.count - 1 ? 0 : 2)
            guard width <= room || index == 0 else {
                region.put("…", row: 0, start: start, width: 1, style: Style(.muted, on: style.background))
                return
            }
            let given = min(width, max(1, room))
            region.put(tag.text, row: 0, start: start, width: given, style: Style(tag.color, on: style.background))
            start += given + 1
        }
    }
}
