/// The side menu: numbered screens with live badges. In a narrow region it folds to icons and numbers.
public struct Menu: Hashable {
    public struct Item: Hashable, Sendable {
        /// The digit that opens it, in the digits of the language.
        public var number: String
        /// One sign, for the folded form.
        public var icon: String
        public var title: String
        /// A count or a sign of alarm; empty for none.
        public var badge: String
        public var badgeColor: ColorRole

        public init(
            number: String, icon: String, title: String, badge: String = "", badgeColor: ColorRole = .muted
        ) {
            self.number = number
            self.icon = icon
            self.title = title
            self.badge = badge
            self.badgeColor = badgeColor
        }
    }

    public var items: [Item]
    public var selected: Int
    public var background: ColorRole
    /// Columns of the folded form; from ``fullWidth`` on the titles are shown.
    public static let foldedWidth = 5
    public static let fullWidth = 12

    public init(_ items: [Item], selected: Int, background: ColorRole = .panel) {
        self.items = items
        self.selected = selected
        self.background = background
    }

    public func draw(in region: inout Region) {
        region.fill(Style(.text, on: background))
        for (row, item) in items.prefix(region.height).enumerated() {
            let isSelected = row == selected
            let ground: ColorRole = isSelected ? .selection : background
            region.fill(Style(.text, on: ground), row: row, height: 1)
            if isSelected {
                region.put("▌", row: row, width: 1, direction: .picture, style: Style(.accent, on: ground, .bold))
            }
            region.part(top: row, height: 1) { draw(item, isSelected: isSelected, on: ground, in: &$0) }
        }
    }

    private func draw(_ item: Item, isSelected: Bool, on ground: ColorRole, in region: inout Region) {
        let color: ColorRole = isSelected ? .strong : .text
        let weight: Attributes = isSelected ? .bold : []
        region.put(item.number, row: 0, start: 1, width: 1, style: Style(.muted, on: ground))
        guard region.width >= Menu.fullWidth else {
            // The icon takes the badge's colour when that is an alarm or a warning.
            let isUrgent = !item.badge.isEmpty && item.badgeColor != .muted
            let iconColor: ColorRole = isUrgent ? item.badgeColor : isSelected ? .accent : .text
            region.put(
                item.icon, row: 0, start: 3, width: min(2, textWidth(item.icon)), direction: .page,
                style: Style(iconColor, on: ground, weight))
            return
        }
        // The title is whole; of a badge that leaves it no room the first word stays, which is the worst of what it tells.
        let room = region.width - 5 - textWidth(item.title)
        let first = item.badge.split(separator: " ").first.map(String.init) ?? ""
        let badge = textWidth(item.badge) <= room ? item.badge : first
        let badgeWidth = textWidth(badge)
        let titleWidth = region.width - 4 - (badgeWidth > 0 ? badgeWidth + 1 : 0)
        region.put(
            item.title, row: 0, start: 3, width: max(1, titleWidth), direction: .page,
            style: Style(color, on: ground, weight))
        if badgeWidth > 0 {
            region.put(
                badge, row: 0, start: max(3, region.width - 1 - badgeWidth), width: badgeWidth,
                direction: .page, style: Style(item.badgeColor, on: ground))
        }
    }
}
