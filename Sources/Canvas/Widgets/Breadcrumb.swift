/// The way to what is shown: `گروه‌ها ‹ بهار`. When it is too long the first parts give way to ….
public struct Breadcrumb {
    public var parts: [String]
    public var background: ColorRole
    private static let separator = " › "

    public init(_ parts: [String], background: ColorRole = .panel) {
        self.parts = parts
        self.background = background
    }

    public func draw(in region: inout Region) {
        let shown = fitting(region.width)
        var start = 0
        for (index, part) in shown.enumerated() {
            let isLast = index == shown.count - 1
            region.put(
                part, row: 0, start: start, direction: .page,
                style: isLast ? Style(.strong, on: background, .bold) : Style(.muted, on: background))
            start += textWidth(part)
            if !isLast {
                region.put(
                    Self.separator, row: 0, start: start, width: textWidth(Self.separator), direction: .picture,
                    style: Style(.accent, on: background))
                start += textWidth(Self.separator)
            }
        }
    }

    /// All parts, or as many of the last as fit after an ellipsis; the very last in any case, without what it is done to
    /// where even that is too long.
    private func fitting(_ width: Int) -> [String] {
        for dropped in parts.indices {
            let shown = (dropped == 0 ? [] : ["…"]) + parts.dropFirst(dropped)
            let separators = (shown.count - 1) * textWidth(Self.separator)
            if shown.reduce(separators, { $0 + textWidth($1) }) <= width { return shown }
        }
        return parts.suffix(1).map { textWidth($0) > width ? Self.short($0) : $0 }
    }

    /// A part without what it is done to: "amend a group" of "amend a group: Q-0012".
    public static func short(_ part: String) -> String {
        part.firstRange(of: ": ").map { String(part[..<$0.lowerBound]) } ?? part
    }
}
