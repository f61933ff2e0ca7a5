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

    /// Whether a report that comes now is marked late: more than 24 hours after it was due.
    public func isLate(_ day: Day, at now: Moment) -> Bool {
        now.milliseconds > moment(of: day).milliseconds + 24 * 60 * 60 * 1000
    }
}

extension Registry {
    /// When the office wants the daily reports.
    public func reportDue() throws(DecideError) -> ReportDue { ReportDue(try setting("report.due").plainText) }
}
