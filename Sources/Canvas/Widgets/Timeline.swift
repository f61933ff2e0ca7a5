import Persian

/// A Jalali calendar strip with one bar a row: months and Fridays marked, and today. Time runs from start to end.
///
///     Timeline(bars, from: day, today: today, zoom: .month).draw(in: &region)
public struct Timeline: Hashable, Sendable {
    /// How much is seen at once.
    public enum Zoom: Int, Hashable, Sendable, CaseIterable {
        case week, month, season

        /// The days that have room at least.
        public var days: Int {
            switch self {
            case .week: 14
            case .month: 31
            case .season: 93
            }
        }
    }

    /// Something that lasts from a day to a day, both included.
    public struct Bar: Hashable, Sendable {
        public var label: String
        public var from: Day
        public var to: Day
        /// What the bar is made of: a shape of its own for each state, such as █ ▓ ▒ ░.
        public var shape: Character
        public var color: ColorRole
        /// A sign before the label, such as ▲; empty for none.
        public var sign: String

        public init(
            _ label: String, from: Day, to: Day, shape: Character = "█", color: ColorRole = .accent, sign: String = ""
        ) {
            self.label = label
            self.from = from
            self.to = to
            self.shape = shape
            self.color = color
            self.sign = sign
        }
    }

    public var bars: [Bar]
    public var first: Day
    public var today: Day
    public var zoom: Zoom
    public var selected: Int?

    /// Rows above the first bar: months and days.
    public static let headHeight = 2

    public init(_ bars: [Bar], from first: Day, today: Day, zoom: Zoom, selected: Int? = nil) {
        self.bars = bars
        self.first = first
        self.today = today
        self.zoom = zoom
        self.selected = selected
    }

    public func draw(in region: inout Region) {
        let labelWidth = min(28, max(10, region.width / 4))
        let scale = Scale(first: first, zoom: zoom, width: region.width - labelWidth - 3)
        guard scale.width > 0 else { return }
        let start = labelWidth + 3
        region.fill(Style(.muted, on: .panel), height: min(region.height, Self.headHeight))
        region.part(start: start, height: Self.headHeight) { drawHead(scale, in: &$0) }
        for (index, bar) in bars.prefix(max(0, region.height - Self.headHeight)).enumerated() {
            let row = index + Self.headHeight
            let isSelected = index == selected
            let ground: ColorRole = isSelected ? .selection : .page
            region.fill(Style(.text, on: ground), row: row, height: 1)
            if isSelected {
                region.put("▌", row: row, width: 1, direction: .picture, style: Style(.accent, on: ground, .bold))
            }
            region.put(bar.sign, row: row, start: 1, width: 1, direction: .page, style: Style(bar.color, on: ground))
            region.put(
                bar.label, row: row, start: 3, width: labelWidth - 1,
                style: Style(isSelected ? .strong : .text, on: ground, isSelected ? .bold : []))
            region.part(top: row, start: start, height: 1) { draw(bar, scale, on: ground, in: &$0) }
        }
    }

    private func drawHead(_ scale: Scale, in region: inout Region) {
        var nextFree = 0
        for day in scale.days {
            let date = JalaliDate(day)
            let column = scale.column(of: day)
            if date.day == 1 || day == first {
                let name = JalaliDate.monthNames[date.month - 1][region.language]
                let mark = date.day == 1 ? "│" : ""
                // The month before has the row until here; a name that would be cut to nothing is left out.
                region.put(mark, row: 0, start: column, width: 1, direction: .picture, style: Style(.faint, on: .panel))
                let room = min(region.width - column - mark.count, scale.columnsLeftInMonth(day) - mark.count)
                if room >= 3 {
                    region.put(
                        name, row: 0, start: column + mark.count, width: room, direction: .page,
                        style: Style(.strong, on: .panel, .bold))
                }
            }
            let isToday = day == today
            let isMarked = isToday || scale.cell >= 3 || day.weekday == .saturday
            guard isMarked, column >= nextFree || isToday, scale.hasNumbers || isToday else { continue }
            let figures = region.language.digits(String(date.day))
            let width = textWidth(figures)
            guard column + width <= region.width else { continue }
            region.put(
                figures, row: 1, start: column, width: width, direction: .leftToRight,
                style: isToday
                    ? Style(.onAccent, on: .accent, .bold)
                    : Style(day.weekday == .friday ? .alarm : .muted, on: .panel))
            nextFree = column + width + 1
        }
    }

    private func draw(_ bar: Bar, _ scale: Scale, on ground: ColorRole, in region: inout Region) {
        if scale.hasNumbers {
            for day in scale.days where day.weekday == .friday {
                region.put(
                    "┊", row: 0, start: scale.column(of: day), width: 1, direction: .picture,
                    style: Style(.faint, on: ground))
            }
        }
        if scale.range.contains(today) {
            region.put(
                "│", row: 0, start: scale.column(of: today), width: 1, direction: .picture,
                style: Style(.accent, on: ground))
        }
        let from = max(bar.from, scale.range.lowerBound)
        let to = min(bar.to, scale.range.upperBound.advanced(by: -1))
        let style = Style(bar.color, on: ground)
        guard from <= to else {
            let isBefore = bar.to < first
            region.put(
                isBefore ? "‹" : "›", row: 0, start: isBefore ? 0 : region.width - 1, width: 1, direction: .picture,
                style: style)
            return
        }
        let start = scale.column(of: from)
        let width = max(1, scale.column(of: to) + scale.cell - start)
        region.put(
            String(repeating: bar.shape, count: width), row: 0, start: start, width: width, direction: .picture,
            style: style)
        // Today is seen through the bar, unless it hides a bar of one day.
        let now = scale.column(of: today)
        if (bar.from...bar.to).contains(today), scale.range.contains(today), width > 2 {
            region.put(
                "┃", row: 0, start: now, width: 1, direction: .picture, style: Style(.onAccent, on: bar.color, .bold))
        }
    }
}

/// Where days stand on a strip: some columns a day, or some days a column.
private struct Scale {
    let first: Day
    let width: Int
    /// Columns a day; 1 where a column holds several days.
    let cell: Int
    let daysPerColumn: Int

    init(first: Day, zoom: Timeline.Zoom, width: Int) {
        self.first = first
        self.width = width
        cell = max(1, min(6, width / zoom.days))
        daysPerColumn = width >= zoom.days ? 1 : (zoom.days + max(1, width) - 1) / max(1, width)
    }

    /// Whether days are told apart.
    var hasNumbers: Bool { daysPerColumn == 1 }
    var range: Range<Day> { first..<first.advanced(by: width / cell * daysPerColumn) }
    var days: [Day] { (0..<(range.upperBound - first)).map { first.advanced(by: $0) } }

    func column(of day: Day) -> Int { (day - first) / daysPerColumn * cell }

    func columnsLeftInMonth(_ day: Day) -> Int {
        let date = JalaliDate(day)
        let left = JalaliDate.daysInMonth(year: date.year, month: date.month) - date.day + 1
        return column(of: day.advanced(by: left)) - column(of: day)
    }
}
