import Domain
import GRDB
import Persian

/// A running camp's place on the board: what its live state is judged by, and no more.
public struct LiveCamp: Hashable, Sendable {
    public let place: ListPlace
    public let code: String
    /// What puts it before others; nil when all is well.
    public let trouble: LiveTrouble?
    /// How many due reports have not come.
    public let missing: Int
    /// How many grave incidents are open, and how many needs.
    public let alarms: Int
    public let openNeeds: Int
    public let province: String
    public let days: ClosedRange<Day>
    /// The last day with a report.
    public let lastDay: Day?
    /// How many people its groups send, and how many its last report counted.
    public let headcount: Int
    public let present: Int?

    public var state: LiveState { LiveState(trouble) }
    public var inTheField: Int { Camp.peopleInTheField(lastPresent: present, headcount: headcount) }

    /// The worst first, of one kind the newest; camps without trouble by their first day.
    static func worstFirst(_ one: LiveCamp, _ other: LiveCamp) -> Bool {
        if let mine = one.trouble, let theirs = other.trouble, mine != theirs { return mine < theirs }
        if (one.trouble == nil) != (other.trouble == nil) { return one.trouble != nil }
        return (one.days.lowerBound.number, one.place.row) < (other.days.lowerBound.number, other.place.row)
    }
}

/// The running camps in figures: what the overview, the board, its badge and the wall count is counted here.
public struct LiveFigures: Hashable, Sendable {
    public let camps: Int
    public let alarms: Int
    public let late: Int
    /// People in the field.
    public let people: Int
    /// How many camps are held today, and how many of these have sent today's report.
    public let today: Int
    public let reportedToday: Int

    public init(_ camps: [LiveCamp], on today: Day) {
        self.camps = camps.count
        alarms = camps.count { $0.state == .alarm }
        late = camps.count { $0.state == .late }
        people = camps.reduce(0) { $0 + $1.inTheField }
        let present = camps.filter { $0.days.contains(today) }
        self.today = present.count
        reportedToday = present.count { $0.lastDay.map { $0 >= today } ?? false }
    }
}

/// How many people are in the field in a province.
public struct ProvinceCount: Hashable, Sendable {
    public let province: String
    public let camps: Int
    public let people: Int
    /// The worst of its camps.
    public let worst: LiveState
}

extension Reader {
    /// All running camps, the worst first, as ``LiveTrouble`` orders them; those without trouble by their first day.
    ///
    /// They are read from one index; the records themselves are read by ``campRow(at:_:)`` when they are shown.
    ///
    /// - Throws: what the store reports.
    public func liveCamps(_ rule: CampRule) throws(DecideError) -> [LiveCamp] {
        if let known = memo[LiveBoard.self], known.rule == rule { return known.camps }
        let camps = try runningCamps(rule)
        memo[LiveBoard.self] = LiveBoard(rule: rule, camps: camps)
        return camps
    }

    private struct LiveBoard {
        let rule: CampRule
        let camps: [LiveCamp]
    }

    private func runningCamps(_ rule: CampRule) throws(DecideError) -> [LiveCamp] {
        try storing {
            let incidents = try worstIncidents()
            let rows = try Row.fetchCursor(try db.cachedStatement(sql: Self.liveSQL))
            let lastDay = rule.due.lastDay(at: rule.now)
            var camps: [LiveCamp] = []
            while let row = try rows.next() {
                guard let from = Day(iso: row[1]), let to = Day(iso: row[2]) else { continue }
                let days = from...max(from, to)
                let last = (row[4] as String?).flatMap(Day.init(iso:))
                let missing = ReportDue.missing(of: days, reports: try row.figure(3), last: last, until: lastDay)
                let trouble = LiveTrouble(
                    incident: incidents[row[0]], missing: missing,
                    silentSince: rule.due.silentSince(days, last: last, until: lastDay))
                camps.append(
                    try LiveCamp(
                        place: ListPlace(row: row[0]), code: row[10], trouble: trouble, missing: missing,
                        alarms: row.figure(5), openNeeds: row.figure(9), province: row[8], days: days, lastDay: last,
                        headcount: row.figure(6), present: row.figureIfAny(7)))
            }
            return camps.sorted(by: LiveCamp.worstFirst)
        }
    }

    static let liveSQL = """
        SELECT rowid, "from", "to", reports, lastDay, alarms, headcount, present, province, openNeeds, code
        FROM camps WHERE state = 'running' ORDER BY "from"
        """

    /// The worst and newest open grave incident of each camp, by the camp's row. Few are ever open at once.
    private func worstIncidents() throws -> [Int64: LiveTrouble] {
        var worst: [Int64: LiveTrouble] = [:]
        let rows = try Row.fetchCursor(try db.cachedStatement(sql: Self.worstSQL))
        while let row = try rows.next() {
            guard let severity = Severity(rawValue: row[1]), let when = Moment(iso: row[2]),
                let trouble = LiveTrouble(severity, at: when)
            else { continue }
            let camp: Int64 = row[0]
            worst[camp] = min(worst[camp] ?? trouble, trouble)
        }
        return worst
    }

    static let worstSQL = """
        SELECT c.rowid, i.severity, i."when" FROM incidents i JOIN camps c ON c.code = i.camp
        WHERE i.state = 'open' AND i.severity IN ('serious', 'fatal')
        """

    /// People in the field now, by province, the most first. Spellings of one name are one province.
    ///
    /// - Throws: what the store reports.
    public func provinces(_ rule: CampRule) throws(DecideError) -> [ProvinceCount] {
        let live = Dictionary(grouping: try liveCamps(rule)) { Province.title($0.province).fa.folded() }
        let counts = live.values.map { camps in
            let spellings = Dictionary(grouping: camps) { Province.title($0.province).fa }.mapValues(\.count)
            // For a name that is no known province, the most frequent spelling; of equals the Persian one, which sorts
            // after the Arabic.
            let name = spellings.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? ""
            return ProvinceCount(
                province: name, camps: camps.count, people: camps.reduce(0) { $0 + $1.inTheField },
                worst: camps.map(\.state).min() ?? .good)
        }
        return counts.sorted { ($1.people, $0.province) < ($0.people, $1.province) }
    }
}
