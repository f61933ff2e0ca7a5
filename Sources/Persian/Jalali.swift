/// A date of the Jalali (solar Hijri) calendar, the civil calendar of Iran.
///
/// Leap years follow the 33-year rule: the 1st, 5th, 9th, 13th, 17th, 22nd,
/// 26th and 30th of each 33 years. It agrees with the years that were announced
/// and with astronomy over the years that ``supportedYears`` admits.
///
///     let date = JalaliDate(day)         // year 1401, month 5, day 9
///     date.text                          // "1401/05/09"
///     date.adding(months: 8).text        // "1402/01/09"
public struct JalaliDate: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// The years that people may name, for which the leap rule is known to hold.
    public static let supportedYears = 1200...1600

    /// How a day is called in this calendar.
    public init(_ day: Day) {
        var year = floorQuotient((day.number - Self.firstDay(ofYear: 1)) * 33, Self.daysIn33Years) + 1
        if Self.firstDay(ofYear: year) > day.number { year -= 1 }
        if Self.firstDay(ofYear: year + 1) <= day.number { year += 1 }
        let dayOfYear = day.number - Self.firstDay(ofYear: year)
        if dayOfYear < 6 * 31 {
            self.init(year, dayOfYear / 31 + 1, dayOfYear % 31 + 1)
        } else {
            self.init(year, (dayOfYear - 6 * 31) / 30 + 7, (dayOfYear - 6 * 31) % 30 + 1)
        }
    }

    /// A date somebody named, in one of the ``supportedYears``.
    public init(year: Int, month: Int, day: Int) throws(DateError) {
        guard Self.supportedYears.contains(year) else { throw .yearOutOfRange(year) }
        guard (1...12).contains(month) else { throw .noSuchMonth(month) }
        let length = Self.daysInMonth(year: year, month: month)
        guard (1...length).contains(day) else {
            throw .noSuchDay(day: day, monthName: Self.monthNames[month - 1], year: year, daysInMonth: length)
        }
        self.init(year, month, day)
    }

    private init(_ year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    public var asDay: Day {
        let daysOfMonthsBefore = month <= 7 ? (month - 1) * 31 : 6 * 31 + (month - 7) * 30
        return Day(number: Self.firstDay(ofYear: year) + daysOfMonthsBefore + day - 1)
    }

    /// As records and reports write it, in digits 0–9: `1401/05/09`.
    public var text: String {
        "\(padded(year, to: 4))/\(padded(month, to: 2))/\(padded(day, to: 2))"
    }

    /// The first day of this date's month.
    public var monthStart: JalaliDate {
        JalaliDate(year, month, 1)
    }

    /// The same day so many months later (earlier, when negative), or the last
    /// day of that month where it is shorter.
    ///
    ///     try JalaliDate(year: 1401, month: 6, day: 31).adding(months: 1).text  // "1401/07/30"
    public func adding(months: Int) -> JalaliDate {
        let index = year * 12 + month - 1 + months
        let year = floorQuotient(index, 12)
        let month = floorRemainder(index, 12) + 1
        return JalaliDate(year, month, min(day, Self.daysInMonth(year: year, month: month)))
    }

    /// 29–31, for months 1–12.
    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case ...6: 31
        case 12: isLeap(year: year) ? 30 : 29
        default: 30
        }
    }

    public static func isLeap(year: Int) -> Bool {
        // The same eight remainders as a list would name, in one step.
        floorRemainder(8 * year + 29, 33) < 8
    }

    /// `فروردین`, `Farvardin` … in order.
    public static let monthNames = [
        Phrase(fa: "فروردین", en: "Farvardin"),
        Phrase(fa: "اردیبهشت", en: "Ordibehesht"),
        Phrase(fa: "خرداد", en: "Khordad"),
        Phrase(fa: "تیر", en: "Tir"),
        Phrase(fa: "مرداد", en: "Mordad"),
        Phrase(fa: "شهریور", en: "Shahrivar"),
        Phrase(fa: "مهر", en: "Mehr"),
        Phrase(fa: "آبان", en: "Aban"),
        Phrase(fa: "آذر", en: "Azar"),
        Phrase(fa: "دی", en: "Dey"),
        Phrase(fa: "بهمن", en: "Bahman"),
        Phrase(fa: "اسفند", en: "Esfand"),
    ]

    private static let daysIn33Years = 33 * 365 + 8

    /// The day number of 1 Farvardin, counted so that 1401/01/01 is 2022-03-21.
    private static func firstDay(ofYear year: Int) -> Int {
        365 * (year - 1) + floorQuotient(8 * year + 21, 33) - 492_268
    }
}
