/// Views of one screen side by side: `[ زنده ۲۴ ]  گاه‌شمار  نقشه`. The selected one stands in brackets.
///
///     Tabs([.init("زنده", badge: "۲۴"), .init("گاه‌شمار")], selected: 0).draw(in: &region)
public struct Tabs: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public var title: String
        /// A count; empty for none.
        public var badge: String
        public var badgeColor: ColorRole

        public init(_ title: String, badge: String = "", badgeColor: ColorRole = .muted) {
            self.title = title
            self.badge = badge
            self.badgeColor = badgeColor
        }

        fileprivate var width: Int {
            textWidth(title) + (badge.isEmpty ? 0 : textWidth(badge) + 1) + 2 * Tabs.padding
        }
    }

    public var items: [Item]
    public var selected: Int
    public var background: ColorRole

    /// A bracket and a space.
    fileprivate static let padding = 2

    public init(_ items: [Item], selected: Int, background: ColorRole = .page) {
        self.items = items
        self.selected = selected
        self.background = background
    }

    /// The columns that all of them fill.
    public var width: Int { items.reduce(0) { $0 + $1.width } }

    /// Draws on the region's first row; when they do not fit, those around the selected one, with ‹ › for the rest.
    public func draw(in region: inout Region) {
        region.fill(Style(.text, on: background), height: 1)
        let shown = fitting(region.width)
        let more = Style(.accent, on: background, .bold)
        var start = 0
        if shown.lowerBound > 0 {
            region.put("‹", row: 0, width: 1, direction: .picture, style: more)
            start = 1
        }
        let isCut = shown.upperBound < items.count
        for index in shown {
            let width = min(items[index].width, region.width - start - (isCut ? 1 : 0))
            region.part(start: start, width: width, height: 1) {
                draw(items[index], isSelected: index == selected, in: &$0)
            }
            start += width
        }
        if isCut {
            region.put("›", row: 0, start: region.width - 1, width: 1, direction: .picture, style: more)
        }
    }

    /// The selected one and as many as fit before and after it.
    private func fitting(_ width: Int) -> Range<Int> {
        guard items.indices.contains(selected) else { return 0..<0 }
        var shown = selected..<(selected + 1)
        var used = items[selected].width
        var grows = true
        while grows {
            grows = false
            for (next, isAfter) in [(shown.upperBound, true), (shown.lowerBound - 1, false)]
            where items.indices.contains(next) {
                let wider = isAfter ? shown.lowerBound..<(next + 1) : next..<shown.upperBound
                let marks = (wider.lowerBound > 0 ? 1 : 0) + (wider.upperBound < items.count ? 1 : 0)
                guard used + items[next].width + marks <= width else { continue }
                shown = wider
                used += items[next].width
                grows = true
            }
        }
        return shown
    }

    private func draw(_ item: Item, isSelected: Bool, in region: inout Region) {
        if isSelected {
            let bracket = Style(.accent, on: background, .bold)
            region.put("[", row: 0, width: 1, direction: .picture, style: bracket)
            region.put("]", row: 0, start: region.width - 1, width: 1, direction: .picture, style: bracket)
        }
        let badgeWidth = item.badge.isEmpty ? 0 : textWidth(item.badge) + 1
        let room = region.width - 2 * Self.padding
        let titleWidth = max(0, room - badgeWidth)
        region.put(
            item.title, row: 0, start: Self.padding, width: titleWidth, direction: .page,
            style: isSelected ? Style(.strong, on: background, .bold) : Style(.muted, on: background))
        if badgeWidth > 0, badgeWidth <= room {
            region.put(
                item.badge, row: 0, start: Self.padding + titleWidth + 1, width: badgeWidth - 1, direction: .page,
                style: Style(item.badgeColor, on: background))
        }
    }
}
