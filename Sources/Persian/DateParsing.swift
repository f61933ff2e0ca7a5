extension Day {
    /// Reads a date as people write it: year, month, day in this order, between
    /// `/`, `-` or `.`, in digits of any script. Jalali when the year is below
    /// 1700, Gregorian otherwise. Spaces around it and invisible direction marks
    /// are passed over; two-digit years are refused.
    ///
    ///     try Day(parsing: "۱۴۰۱/۵/۹").iso     // "2022-07-31"
    ///     try Day(parsing: "2022-07-31").iso  // "2022-07-31"
    ///     try Day(parsing: "1400/12/30")      // DateError: Esfand 1400 has 29 days
    public init(parsing text: String) throws(DateError) {
        let typed = typedInput(text)
        var scanner = Scanner(typed)
        guard let year = scanner.number(digits: 1...4), let separator = scanner.take(anyOf: "/-."),
            let month = scanner.number(digits: 1...2), scanner.take(separator),
            let day = scanner.number(digits: 1...2), scanner.isAtEnd
        else { throw .unreadable(typed) }
        if year < 1700 {
            self = try JalaliDate(year: year, month: month, day: day).asDay
        } else if (1822...2221).contains(year) {  // the Gregorian years wholly inside the Jalali ones
            self = try GregorianDate(year: year, month: month, day: day).asDay
        } else {
            throw .yearOutOfRange(year)
        }
    }
}

/// Whether a text is meant as an hour alone, be there such an hour or not: `9:30`, `۲۴:۰۰`, `8:5`.
public func isClockAlone(_ text: String) -> Bool {
    let parts = typedInput(text).split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
}

/// A clock time as it stands after a date, perhaps with its offset from UTC:
/// `10:00`, `10:00:30.250`, `10:00+04:30`, `10:00Z`, `24:00`.
struct ClockTime {
    private(set) var hour = 0
    private(set) var minute = 0
    private(set) var second = 0
    private(set) var millisecond = 0
    /// Seconds east of UTC, where the text says so.
    private(set) var offset: Int?

    init?(_ text: some StringProtocol) {
        var scanner = Scanner(text)
        guard let hour = scanner.number(digits: 1...2), scanner.take(":"),
            let minute = scanner.number(digits: 2...2)
        else { return nil }
        (self.hour, self.minute) = (hour, minute)
        if scanner.take(":") {
            guard let second = scanner.number(digits: 2...2) else { return nil }
            self.second = second
            if scanner.take(anyOf: ".,") != nil {
                guard let fraction = scanner.fraction() else { return nil }
                millisecond = fraction
            }
        }
        if !scanner.isAtEnd {
            guard let offset = scanner.offset() else { return nil }
            self.offset = offset
        }
        let isEndOfDay = hour == 24 && minute == 0 && second == 0 && millisecond == 0
        guard scanner.isAtEnd, hour < 24 || isEndOfDay, minute < 60, second < 60 else { return nil }
    }
}

extension Scanner {
    /// Digits after a decimal point, as thousandths; finer ones are cut off.
    fileprivate mutating func fraction() -> Int? {
        let start = self
        guard number(digits: 1...18) != nil else { return nil }
        var figures = start
        var thousandths = 0
        for _ in 0..<3 { thousandths = thousandths * 10 + (figures.take(anyOf: "0123456789").flatMap(digitValue) ?? 0) }
        return thousandths
    }

    /// `Z`, `+04:30`, `+0430`, `+04` or, for times before the zones of today,
    /// `+03:25:44`, in seconds.
    fileprivate mutating func offset() -> Int? {
        if take(anyOf: "Zz") != nil { return 0 }
        guard let sign = take(anyOf: "+-") else { return nil }
        var seconds: Int
        if let both = number(digits: 4...4) {
            seconds = (both / 100) * 3600 + (both % 100) * 60
        } else {
            guard let hours = number(digits: 2...2) else { return nil }
            seconds = hours * 3600
            for unit in [60, 1] where take(":") {
                guard let value = number(digits: 2...2), value < 60 else { return nil }
                seconds += value * unit
            }
        }
        guard seconds < 24 * 3600 else { return nil }
        return sign == "-" ? -seconds : seconds
    }

    private func digitValue(_ scalar: Unicode.Scalar) -> Int { Int(scalar.value) - 0x30 }
}
