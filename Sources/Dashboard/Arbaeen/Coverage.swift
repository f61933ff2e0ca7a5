import Canvas
import Domain
import Persian
import Store

/// The shifts of a point on one of its days: hours across, shifts down.
struct Coverage {
    private(set) var day: Day?
    private(set) var shifts: [Shift] = []
    private(set) var index = 0
    private(set) var point: String?
    /// For each hour of the day: how many people come, and how many are needed.
    private(set) var hours: [(present: Int, needed: Int)] = []
    private var mark = LoadMark<Day?>()
    /// The shift that is to be selected, on its day.
    var wanted: Shift?

    /// The shift that keys act on.
    var selected: Shift? { shifts.indices.contains(index) ? shifts[index] : nil }

    func selected(in view: ArbaeenScreen.View) -> Shift? { view == .coverage ? selected : nil }

    mutating func load(
        _ point: ServicePoint, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        if self.point != point.code {
            let wanted = wanted
            self = Coverage()
            self.wanted = wanted
            self.point = point.code
            day = try Self.firstDay(of: point, reader, context)
        }
        if let wanted {
            day = wanted.from.moment.day(in: point.zone)
            mark.forget()
        }
        guard mark.isBehind(day, context) != nil, let day else { return }
        let code = wanted?.code ?? selected?.code
        wanted = nil
        let moments = day.moments(in: point.zone)
        shifts = try reader.shifts(at: point.code, during: moments)
        index = shifts.firstIndex { $0.code == code } ?? max(0, min(index, shifts.count - 1))
        let count = Int((moments.upperBound.milliseconds - moments.lowerBound.milliseconds) / 3_600_000)
        hours = try reader.coverage(of: point.code, from: moments.lowerBound, hours: count).map { ($0.0, $0.1) }
    }

    /// Today while the point has shifts today or later and earlier ones too; else the day on which they begin.
    private static func firstDay(
        of point: ServicePoint, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) -> Day {
        let today = context.now.day(in: point.zone)
        guard let span = try reader.shiftSpan(of: point.code) else { return today }
        let first = span.lowerBound.day(in: point.zone)
        let last = span.upperBound.day(in: point.zone)
        return today < first ? first : min(today, last)
    }

    mutating func turn(_ days: Int) {
        day = day?.advanced(by: days)
    }

    mutating func move(_ move: ListMove) { index = index.moved(move, in: shifts.count) }
}

/// The stock of a point.
struct StockList {
    private(set) var supplies: [Supply] = []
    private(set) var index = 0
    private var mark = LoadMark<String>()

    var selected: Supply? { supplies.indices.contains(index) ? supplies[index] : nil }

    mutating func load(_ point: ServicePoint, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        guard mark.isBehind(point.code, context) != nil else { return }
        let key = selected?.key
        supplies = try reader.supplies(of: point.code)
        index = supplies.firstIndex { $0.key == key } ?? max(0, min(index, supplies.count - 1))
    }

    mutating func move(_ move: ListMove) { index = index.moved(move, in: supplies.count) }
}
