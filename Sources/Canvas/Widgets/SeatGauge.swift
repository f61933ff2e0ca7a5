/// Seats as a bar: taken ▓, free ░ and, beyond the last seat, those who wait ▒; shapes differ as well as colours.
///
///     SeatGauge(capacity: 20, taken: 20, waiting: 4).draw(in: &region)  // ▓▓▓▓▓▓▓▓▓▓▒▒
public struct SeatGauge: Hashable, Sendable {
    public var capacity: Int
    public var taken: Int
    public var waiting: Int

    public init(capacity: Int, taken: Int, waiting: Int) {
        self.capacity = capacity
        self.taken = taken
        self.waiting = waiting
    }

    /// How many columns of a width each of the three has. Whoever is there has at least one.
    func columns(_ width: Int) -> (taken: Int, free: Int, waiting: Int) {
        let free = max(0, capacity - taken)
        let all = max(1, taken + free + waiting)
        func share(_ count: Int) -> Int { count == 0 ? 0 : max(1, count * width / all) }
        let late = min(share(waiting), width)
        let open = min(share(free), width - late)
        return (width - late - open, open, late)
    }

    /// Draws over the region's first row; the background is that of `style`.
    public func draw(in region: inout Region, style: Style = Style()) {
        let columns = columns(region.width)
        let full = taken >= capacity
        let parts: [(Int, String, ColorRole)] = [
            (columns.taken, "▓", full ? .accent : .good), (columns.free, "░", .faint), (columns.waiting, "▒", .warning),
        ]
        var start = 0
        for (width, sign, color) in parts where width > 0 {
            region.put(
                String(repeating: sign, count: width), row: 0, start: start, width: width, direction: .picture,
                style: Style(color, on: style.background))
            start += width
        }
    }
}
