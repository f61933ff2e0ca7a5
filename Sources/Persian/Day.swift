/// A calendar day, whatever calendar it is written in.
///
///     let day = try Day(parsing: "۱۴۰۱/۵/۹")
///     day.iso                  // "2022-07-31"
///     day.weekday              // .sunday
///     day.advanced(by: 1) - day  // 1
public struct Day: Hashable, Strideable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// The day that many days later.
    public func advanced(by days: Int) -> Day {
        Day(number: number + days)
    }

    public func distance(to other: Day) -> Int {
        other.number - number
    }

    /// How many days lie between; 0 for the same day.
    public static func - (later: Day, earlier: Day) -> Int {
        later.number - earlier.number
    }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday, the sixth day of the week.
        Weekday.allCases[floorRemainder(number + Weekday.thursday.rawValue, 7)]
    }

    /// The Gregorian date in ISO 8601: `2022-07-31`.
    public var iso: String {
        let date = GregorianDate(self)
        return "\(padded(date.year, to: 4))-\(padded(date.month, to: 2))-\(padded(date.day, to: 2))"
    }

    /// Reads exactly what ``iso`` writes; nil when the text is anything else or
    /// the day does not exist. For what people type there is `init(parsing:)`.
    public init?(iso: String) {
        var scanner = Scanner(iso)
        guard let year = scanner.number(digits: 4...4), scanner.take("-"),
            let month = scanner.number(digits: 2...2), scanner.take("-"),
            let day = scanner.number(digits: 2...2), scanner.isAtEnd,
            let date = try? GregorianDate(year: year, month: month, day: day)
        else { return nil }
        self = date.asDay
    }
}

/// The days of the Iranian week, which begins on Saturday.
public enum Weekday: Int, CaseIterable, Sendable {
    case saturday = 0
    case sunday, monday, tuesday, wednesday, thursday, friday

    /// `شنبه`, `Saturday`.
    public var name: Phrase { Self.names[rawValue] }

    /// `ش`, `Sat`: for the head of a calendar.
    public var shortName: Phrase {
        Phrase(fa: String(name.fa.prefix(1)), en: String(name.en.prefix(3)))
    }

    private static let names = [
        Phrase(fa: "شنبه", en: "Saturday"),
        Phrase(fa: "یک‌شنبه", en: "Sunday"),
        Phrase(fa: "دوشنبه", en: "Monday"),
        Phrase(fa: "سه‌شنبه", en: "Tuesday"),
        Phrase(fa: "چهارشنبه", en: "Wednesday"),
        Phrase(fa: "پنج‌شنبه", en: "Thursday"),
        Phrase(fa: "جمعه", en: "Friday"),
    ]
}

/// The quotient rounded down, also for negative numbers.
func floorQuotient(_ a: Int, _ b: Int) -> Int {
    a / b - (a % b < 0 ? 1 : 0)
}

/// What ``floorQuotient`` leaves: 0..<b.
func floorRemainder(_ a: Int, _ b: Int) -> Int {
    a - floorQuotient(a, b) * b
}

/// A number with leading zeros: `padded(5, to: 2)` is `05`.
func padded(_ n: Int, to width: Int) -> String {
    let figures = String(n.magnitude)
    let missing = width - figures.utf8.count
    if n >= 0, missing <= 0 { return figures }
    return (n < 0 ? "-" : "") + String(repeating: "0", count: max(0, missing)) + figures
}
