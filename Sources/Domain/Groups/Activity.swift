import Persian

/// One Jalali month, counted on: year × 12 + month − 1, so that months can be subtracted.
public struct JalaliMonth: Hashable, Comparable, Sendable, Strideable {
    public let number: Int

    public init(number: Int) { self.number = number }

    public init(of day: Day) {
        let date = JalaliDate(day)
        number = date.year * 12 + date.month - 1
    }

    public var year: Int { number / 12 }
    /// 1…12
    public var month: Int { number % 12 + 1 }

    public static func < (one: Self, other: Self) -> Bool { one.number < other.number }
    public func distance(to other: Self) -> Int { other.number - number }
    public func advanced(by months: Int) -> Self { JalaliMonth(number: number + months) }

    /// "1401/05"
    public var text: String { "\(year)/\(month < 10 ? "0" : "")\(month)" }
}

/// Something a group did in a month: what makes it active.
public struct Evidence: Hashable, Sendable {
    public let group: String
    public let month: JalaliMonth
    /// Which part of the office knows of it: the id of an ``ActivitySource``.
    public let source: String
    public let count: Int

    public init(group: String, month: JalaliMonth, source: String, count: Int = 1) {
        self.group = group
        self.month = month
        self.source = source
        self.count = count
    }
}

/// A part of the office whose records show that groups are active: camp days, delivery runs, shifts, completed
/// courses, published stories. The store keeps the sum of all sources beside the records, in the same
/// transaction: with each change it takes away what the record was evidence of and adds what it is now.
public protocol ActivitySource: Sendable {
    /// "camp-days"
    static var id: String { get }
    static var title: Phrase { get }
    /// What a record in this state is evidence of; empty for records of other kinds.
    static func evidence(of record: any Record, in registry: some Registry) throws(DecideError) -> [Evidence]
}

/// How steadily a group works. Never typed in: judged from evidence.
public enum ActivityStatus: String, Choice {
    case continuous, occasional, dormant

    public var phrase: Phrase {
        switch self {
        case .continuous: Phrase(fa: "فعال مستمر", en: "continuously active")
        case .occasional: Phrase(fa: "مقطعی", en: "occasional")
        case .dormant: Phrase(fa: "راکد", en: "dormant")
        }
    }
}

/// A group's last months, and what they come to.
public struct Activity: Hashable, Sendable {
    /// How much evidence each whole month before the current one holds, the oldest first.
    public let months: [Int]
    public let firstMonth: JalaliMonth
    public let status: ActivityStatus

    /// Judges a group on a day.
    ///
    /// Of the `window` whole Jalali months before the current one, at least `needed` hold evidence: continuously
    /// active; fewer but some: occasional; none: dormant.
    ///
    /// - Parameters:
    ///   - needed: the setting `activity.months`, 4 unless changed.
    ///   - window: the setting `activity.window`, 12 unless changed.
    public init(_ evidence: [Evidence], on day: Day, needed: Int = 4, window: Int = 12) {
        let first = JalaliMonth(of: day).advanced(by: -window)
        var months = Array(repeating: 0, count: window)
        for item in evidence {
            let index = first.distance(to: item.month)
            if months.indices.contains(index) { months[index] += item.count }
        }
        self.months = months
        self.firstMonth = first
        switch months.count(where: { $0 > 0 }) {
        case 0: status = .dormant
        case needed...: status = .continuous
        default: status = .occasional
        }
    }
}
