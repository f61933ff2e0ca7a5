import Persian

/// A day drawn to scale: places side by side from the start edge, hours from top to bottom, and a block for whatever
/// takes place, with its times and title in it.
///
///     DayGrid(places: [.init("تالار اصلی")], blocks: [block], hours: 8..<20).draw(in: &region)
///
/// When the places do not all fit, those around the selected block are shown, with ‹ › for the rest; when the hours do
/// not, those around it as well.
public struct DayGrid: Hashable, Sendable {
    public struct Place: Hashable, Sendable {
        public var name: String
        /// What stands beside the name where there is room, such as the seats.
        public var note: String

        public init(_ name: String, note: String = "") {
            self.name = name
            self.note = note
        }
    }

    public struct Block: Hashable, Sendable {
        public enum Look: Hashable, Sendable {
            case plain, selected
            /// Picked up, to be put down elsewhere.
            case lifted
            /// Picked up, and something is in the way here.
            case clashing
        }

        /// The index of its place.
        public var place: Int
        /// Minutes of the day; beyond 1440 after midnight.
        public var minutes: Range<Int>
        /// Its times in words, on its first row.
        public var times: String
        public var title: String
        /// What follows the title where there is room, each from a row of its own.
        public var notes: [String]
        public var color: ColorRole
        public var look: Look
        /// What is said at its end where it goes on after the last hour shown; nil where it does not.
        public var goesOn: String?

        public init(
            place: Int, minutes: Range<Int>, times: String, title: String, notes: [String] = [],
            color: ColorRole = .accent, look: Look = .plain, goesOn: String? = nil
        ) {
            self.goesOn = goesOn
            self.place = place
            self.minutes = minutes
            self.times = times
            self.title = title
            self.notes = notes
            self.color = color
            self.look = look
        }
    }

    public var places: [Place]
    /// Those drawn later lie above.
    public var blocks: [Block]
    /// The hours of the day that are shown; beyond 24 after midnight.
    public var hours: Range<Int>
    /// The minute that it is, if it is this day.
    public var now: Int?

    /// The columns of the hours, a space included.
    static let axisWidth = 6
    /// The rows above the first hour.
    public static let headHeight = 1
    /// The columns below which a place cannot be read.
    public static let minimumPlaceWidth = 18

    public init(places: [Place], blocks: [Block], hours: Range<Int>, now: Int? = nil) {
        self.places = places
        self.blocks = blocks
        self.hours = hours
        self.now = now
    }

    /// How many places stand side by side in so many columns.
    public static func placesShown(in width: Int) -> Int { max(0, (width - axisWidth) / minimumPlaceWidth) }

    public func draw(in region: inout Region) {
        let scale = Scale(self, height: region.height - Self.headHeight)
        let shown = shownPlaces(region.width)
        guard scale.height > 0, !shown.isEmpty else { return }
        let placeWidth = (region.width - Self.axisWidth) / shown.count
        region.fill(Style(.muted, on: .panel), height: Self.headHeight)
        region.part(top: Self.headHeight, height: scale.height) { drawHours(scale, in: &$0) }
        for (index, place) in shown.enumerated() {
            let start = Self.axisWidth + index * placeWidth
            let isFirst = index == 0 && place > 0
            let isLast = index == shown.count - 1 && place < places.count - 1
            region.part(start: start, width: placeWidth - 1) { region in
                drawHead(places[place], isFirst: isFirst, isLast: isLast, in: &region)
                region.part(top: Self.headHeight, height: scale.height) { region in
                    for block in blocks where block.place == place { draw(block, scale, in: &region) }
                }
            }
        }
    }

    private var selected: Block? { blocks.last { $0.look != .plain } }

    private func shownPlaces(_ width: Int) -> Range<Int> {
        let count = min(places.count, max(1, Self.placesShown(in: width)))
        let first = min(max(0, (selected?.place ?? 0) - count / 2), places.count - count)
        return first..<(first + count)
    }

    private func drawHead(_ place: Place, isFirst: Bool, isLast: Bool, in region: inout Region) {
        let style = Style(.accent, on: .panel, .bold)
        if isFirst { region.put("‹", row: 0, width: 1, direction: .picture, style: style) }
        if isLast { region.put("›", row: 0, start: region.width - 1, width: 1, direction: .picture, style: style) }
        let start = isFirst ? 2 : 0
        let room = region.width - start - (isLast ? 2 : 0)
        let nameWidth = min(textWidth(place.name), room)
        region.put(
            place.name, row: 0, start: start, width: room, direction: .page, style: Style(.strong, on: .panel, .bold))
        guard nameWidth + 1 + textWidth(place.note) <= room else { return }
        region.put(
            place.note, row: 0, start: start + nameWidth + 1, width: textWidth(place.note), direction: .page,
            style: Style(.muted, on: .panel))
    }

    private func drawHours(_ scale: Scale, in region: inout Region) {
        for hour in hours {
            let row = scale.row(of: hour * 60)
            guard (0..<region.height).contains(row) else { continue }
            let figures = region.language.digits((hour % 24 < 10 ? "0" : "") + "\(hour % 24):00")
            region.put(figures, row: row, width: 5, direction: .leftToRight, style: Style(.muted))
            guard scale.rowsPerHour > 1 else { continue }
            region.put(
                String(repeating: "┈", count: max(0, region.width - Self.axisWidth)), row: row, start: Self.axisWidth,
                direction: .picture, style: Style(.faint))
        }
        guard let now, (hours.lowerBound * 60..<hours.upperBound * 60).contains(now) else { return }
        let row = scale.row(of: now)
        let clock = (now / 60 % 24 < 10 ? "0" : "") + "\(now / 60 % 24):" + (now % 60 < 10 ? "0" : "") + "\(now % 60)"
        region.put(
            region.language.digits(clock), row: row, width: 5, direction: .leftToRight,
            style: Style(.onAccent, on: .accent, .bold))
        region.put("▸", row: row, start: 5, width: 1, direction: .picture, style: Style(.accent, on: .page, .bold))
    }

    private func draw(_ block: Block, _ scale: Scale, in region: inout Region) {
        let first = scale.row(of: block.minutes.lowerBound)
        let last = max(first + 1, scale.row(of: block.minutes.upperBound))
        let rows = (first..<last).clamped(to: 0..<region.height)
        let isCut = last > region.height
        region.part(top: rows.lowerBound, height: rows.count) {
            draw(block, isBegun: first < 0, isCut: isCut, in: &$0)
        }
    }

    private func draw(_ block: Block, isBegun: Bool, isCut: Bool, in region: inout Region) {
        let look = block.look
        let goesOn = block.goesOn ?? (isCut ? "" : nil)
        let ground: ColorRole = look == .plain ? .panel : .selection
        let color: ColorRole = look == .clashing ? .alarm : look == .plain ? block.color : .accent
        region.fill(Style(.text, on: ground))
        for row in 0..<region.height {
            region.put(
                look.edge(row: row, of: region.height, isBegun: isBegun, isOpen: goesOn != nil), row: row, width: 1,
                direction: .picture,
                style: Style(color, on: ground, look == .plain ? [] : .bold))
        }
        let titleStyle = Style(.strong, on: ground, look == .plain ? [] : .bold)
        let times = look.sign.isEmpty ? block.times : look.sign + " " + block.times
        let timesWidth = min(textWidth(times), region.width - 2)
        region.put(
            times, row: 0, start: 2, width: timesWidth, direction: .leftToRight,
            style: Style(look == .clashing ? .alarm : .muted, on: ground, look == .plain ? [] : .bold))
        guard region.height > 1 else {
            // One row holds both.
            let start = timesWidth + 3
            return region.put(block.title, row: 0, start: start, style: titleStyle)
        }
        defer { drawGoingOn(goesOn, on: ground, color, in: &region) }
        var row = 1
        for (index, text) in ([block.title] + block.notes).enumerated() where row < region.height {
            let direction = TextLayout.runDirection(of: text, page: region.direction)
            let lines = TextLayout.wrap(text, width: region.width - 2, lines: region.height - row)
            for line in lines where row < region.height {
                region.put(
                    line, row: row, start: 2, direction: direction,
                    style: index == 0 ? titleStyle : Style(.muted, on: ground))
                row += 1
            }
        }
    }
}

extension DayGrid {
    /// That it is not over where the page ends.
    private func drawGoingOn(_ text: String?, on ground: ColorRole, _ color: ColorRole, in region: inout Region) {
        guard let text, region.height > 1 else { return }
        let label = text.isEmpty ? "▼" : "▼ \(text)"
        let width = min(textWidth(label), region.width - 2)
        region.fill(Style(.text, on: ground), row: region.height - 1, height: 1)
        region.put("┋", row: region.height - 1, width: 1, direction: .picture, style: Style(color, on: ground))
        region.put(
            label, row: region.height - 1, start: 2, width: width, direction: .page, style: Style(.muted, on: ground))
    }
}

extension DayGrid.Block.Look {
    /// Before the times, so that what happens to it is told without colours.
    fileprivate var sign: String {
        switch self {
        case .plain, .selected: ""
        case .lifted: "↕"
        case .clashing: "▲"
        }
    }

    /// The block's start edge, which tells one block from the next.
    fileprivate func edge(row: Int, of height: Int, isBegun: Bool, isOpen: Bool) -> String {
        if isOpen && row == height - 1 || isBegun && row == 0 { return "┋" }
        return switch self {
        case .selected: "▌"
        case .lifted, .clashing: "█"
        case .plain: height == 1 ? "╺" : row == 0 ? "┏" : row == height - 1 ? "┗" : "┃"
        }
    }
}

/// Where the minutes of a day stand.
private struct Scale {
    let rowsPerHour: Int
    let height: Int
    /// Minutes of the first row shown.
    private let first: Int

    /// As fine as the whole day still fits, and never coarser than half an hour a row.
    init(_ grid: DayGrid, height: Int) {
        self.height = height
        rowsPerHour = max(2, min(6, height / max(1, grid.hours.count)))
        let begin = grid.hours.lowerBound * 60
        guard let selected = grid.blocks.last(where: { $0.look != .plain }) else {
            first = begin
            return
        }
        // The earliest stretch that shows the selected block and a row after it.
        let minutesPerRow = 60 / rowsPerHour
        let rows = (selected.minutes.upperBound - begin + minutesPerRow - 1) / minutesPerRow + 1
        let start = (selected.minutes.lowerBound - begin) / minutesPerRow
        let last = grid.hours.count * rowsPerHour - height
        let offset = max(0, min(rows - height, start, max(0, last)))
        first = begin + offset * minutesPerRow
    }

    /// Rounded to the nearest; rows outside lie above or below the region.
    func row(of minute: Int) -> Int {
        Int((Double((minute - first) * rowsPerHour) / 60).rounded())
    }
}
