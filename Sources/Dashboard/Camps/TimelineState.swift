import Canvas
import Domain
import Persian
import Store

extension Timeline.Zoom {
}

/// Which stretch of the calendar is seen, and the camps in it.
struct TimelineState {
    var zoom = Timeline.Zoom.month
    /// How many days the stretch lies ahead of the present one: the same when more or fewer days are seen.
    private var offset = 0
    private(set) var camps: [Camp] = []
    private(set) var first = Day(number: 0)
    private(set) var selected = 0
    /// The camp that is to be selected at the next look.
    private var sought: String?

    /// How many camps are looked at at most.
    private static let limit = 500

    var selectedCamp: Camp? { camps.indices.contains(selected) ? camps[selected] : nil }

    mutating func seek(_ code: String) { sought = code }

    mutating func shift(_ step: Int) { offset += step * zoom.days }

    mutating func move(_ move: ListMove) {
        let target =
            switch move {
            case .up: selected - 1
            case .down: selected + 1
            case .pageUp: selected - 10
            case .pageDown: selected + 10
            case .first: 0
            case .last: camps.count - 1
            }
        selected = max(0, min(target, camps.count - 1))
    }

    /// Reads the camps of the stretch; the selected one stays selected.
    mutating func load(from reader: Reader, today: Day, rows: Int) throws(DecideError) {
        let code = sought ?? selectedCamp?.code
        sought = nil
        // A third of what is seen lies behind, two thirds ahead.
        first = today.advanced(by: offset - zoom.days / 3)
        camps = try reader.camps(during: first...first.advanced(by: zoom.days), limit: Self.limit)
        let first = code == nil ? camps.firstIndex { $0.state == .running } ?? 0 : selected
        selected = camps.firstIndex { $0.code == code } ?? min(first, max(0, camps.count - 1))
    }
}
