import Persian

/// How a running camp stands, the worst first.
public enum LiveState: String, Choice, Comparable {
    case alarm, late, good

    public var phrase: Phrase {
        switch self {
        case .alarm: Phrase(fa: "هشدار", en: "alarm")
        case .late: Phrase(fa: "گزارش عقب‌افتاده", en: "late")
        case .good: Phrase(fa: "بسامان", en: "good")
        }
    }

    private var rank: Int { self == .alarm ? 0 : self == .late ? 1 : 2 }
    public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

    /// - Parameters:
    ///   - missing: how many reports that are due have not come.
    ///   - alarms: how many grave incidents are open.
    public init(missing: Int, alarms: Int) {
        self = alarms > 0 || missing >= 2 ? .alarm : missing == 1 ? .late : .good
    }
}

/// What is wrong at a running camp, or with a grave incident anywhere: what puts the worst first on every board.
///
/// A death comes before a serious incident, that before reports that did not come; of one kind the newest is first.
///
///     let trouble = LiveTrouble(.serious, since: noon)
///     LiveTrouble(.fatal, since: morning) < trouble  // true: the worse one comes first
public struct LiveTrouble: Hashable, Comparable, Sendable {
    /// The worst first.
    public enum Kind: Int, Hashable, Sendable, Comparable {
        case fatal, serious
        /// Two or more due reports have not come, or one.
        case silent, late

        public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    public let kind: Kind
    /// When it happened, or when the first report that is missing was due.
    public let since: Moment

    public init(_ kind: Kind, since: Moment) {
        self.kind = kind
        self.since = since
    }

    /// Nil for an incident that sounds no alarm.
    public init?(_ severity: Severity, at moment: Moment) {
        switch severity {
        case .fatal: self.init(.fatal, since: moment)
        case .serious: self.init(.serious, since: moment)
        case .minor: return nil
        }
    }

    /// The worst and newest of a camp's grave incidents, or else the reports that are missing; nil when all is well.
    ///
    /// - Parameters:
    ///   - incident: the worst that is open.
    ///   - missing: how many due reports have not come.
    ///   - silentSince: when the first of them was due.
    public init?(incident: LiveTrouble?, missing: Int, silentSince: @autoclosure () -> Moment) {
        if let incident {
            self = incident
        } else if missing > 0 {
            self.init(missing >= 2 ? .silent : .late, since: silentSince())
        } else {
            return nil
        }
    }

    public static func < (one: Self, other: Self) -> Bool {
        one.kind == other.kind ? one.since > other.since : one.kind < other.kind
    }
}

extension LiveState {
    /// The state of a camp with that trouble; nil for none.
    public init(_ trouble: LiveTrouble?) {
        switch trouble?.kind {
        case .fatal, .serious, .silent: self = .alarm
        case .late: self = .late
        case nil: self = .good
        }
    }
}

extension Camp {
    /// How many people of a running camp are in the field: whom its last report counted, else whom its groups send.
    /// The only definition: every board, map and figure counts by it.
    public static func peopleInTheField(lastPresent: Int?, headcount: Int) -> Int { lastPresent ?? headcount }
}

extension Incident {
    /// What it means for a board; nil for one that sounds no alarm.
    public var trouble: LiveTrouble? { isAlarming ? LiveTrouble(severity, at: when.moment) : nil }

    /// The worst first, of one severity the newest.
    public static func worstFirst(_ one: Incident, _ other: Incident) -> Bool {
        if one.severity != other.severity { return one.severity > other.severity }
        return one.when == other.when ? one.code < other.code : one.when > other.when
    }
}

extension Need {
    /// The most urgent first, of those the one that is needed soonest.
    public static func mostUrgentFirst(_ one: Need, _ other: Need) -> Bool {
        if one.urgency != other.urgency { return one.urgency > other.urgency }
        guard one.neededBy != other.neededBy else { return one.code < other.code }
        guard let mine = one.neededBy else { return false }
        return other.neededBy.map { mine < $0 } ?? true
    }
}

/// When a day's report is due: the setting `report.due`, 21:00 unless changed.
///
///     let due = ReportDue("21:00")
///     due.lastDay(at: now)  // yesterday, until 21:00
public struct ReportDue: Hashable, Sendable {
    public let hour: Int
    public let minute: Int

    public init(_ setting: String) {
        let parts = setting.split(separator: ":").compactMap { Int($0) }
        hour = parts.first ?? 21
        minute = parts.count > 1 ? parts[1] : 0
    }

    /// The moment at which a day's report is due.
    public func moment(of day: Day) -> Moment { Moment(day: day, hour: hour, minute: minute, in: .tehran) }

    /// The last day whose report is due.
    public func lastDay(at now: Moment) -> Day {
        let today = now.day(in: .tehran)
        return moment(of: today) <= now ? today : today.advanced(by: -1)
    }

    /// How many reports are due and have not come.
    ///
    /// - Parameters:
    ///   - reports: how many days have a current report.
    ///   - last: the last of those days, which may have been reported before it was due.
    public func missing(of days: ClosedRange<Day>, reports: Int, last: Day?, at now: Moment) -> Int {
        Self.missing(of: days, reports: reports, last: last, until: lastDay(at: now))
    }

    /// The same for many camps at one moment, whose last day that is due is worked out once.
    public static func missing(of days: ClosedRange<Day>, reports: Int, last: Day?, until lastDay: Day) -> Int {
        let early = last.map { $0 > lastDay ? 1 : 0 } ?? 0
        let due = max(0, min(lastDay, days.upperBound) - days.lowerBound + 1)
        return max(0, due - (reports - early))
    }

    /// When the first report that a camp still owes was due, for one whose reports came in their order.
    ///
    /// - Parameters:
    ///   - last: the last day with a report.
    ///   - lastDay: the last day whose report is due.
    public func silentSince(_ days: ClosedRange<Day>, last: Day?, until lastDay: Day) -> Moment {
        let first = last.map { max(days.lowerBound, $0.advanced(by: 1)) } ?? days.lowerBound
        return moment(of: min(first, min(lastDay, days.upperBound)))
    }

    /// Whether a report that comes now is marked late: more than 24 hours after it was due.
    public func isLate(_ day: Day, at now: Moment) -> Bool {
        now.milliseconds > moment(of: day).milliseconds + 24 * 60 * 60 * 1000
    }
}

extension Registry {
    /// When the office wants the daily reports.
    ///
    /// - Throws: what the store reports.
    public func reportDue() throws(DecideError) -> ReportDue { ReportDue(try setting("report.due").plainText) }
}
