/// A date of the lunar Hijri calendar.
///
/// Months are announced, not computed: which day a date falls on is said by a
/// ``LunarCalendar``. What this type answers alone is the arithmetic (tabular,
/// civil) calendar, from which announcements differ by a day or two.
///
///     LunarDate(day)  // year 1444, month 1, day 2
public struct LunarDate: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// How a day is called in the arithmetic calendar.
    public init(_ day: Day) {
        let index = Self.monthIndex(of: day)
        self.init(monthIndex: index, day: day.number - Self.firstDay(ofMonth: index) + 1)
    }

    /// A date somebody named: years 1–9999, days 1–30, for any month may be
    /// announced with thirty days.
    public init(year: Int, month: Int, day: Int) throws(DateError) {
        guard (1...9999).contains(year) else { throw .yearOutOfRange(year) }
        guard (1...12).contains(month) else { throw .noSuchMonth(month) }
        guard (1...30).contains(day) else {
            throw .noSuchDay(day: day, monthName: Self.monthNames[month - 1], year: year, daysInMonth: 30)
        }
        self.init(monthIndex: year * 12 + month - 1, day: day)
    }

    init(monthIndex: Int, day: Int) {
        year = floorQuotient(monthIndex, 12)
        month = floorRemainder(monthIndex, 12) + 1
        self.day = day
    }

    /// The day in the arithmetic calendar; the thirtieth of a month that has 29
    /// days there is the first of the next.
    public var asDay: Day {
        Day(number: Self.firstDay(ofMonth: monthIndex) + day - 1)
    }

    /// 29 or 30, for months 1–12 of the arithmetic calendar.
    public static func daysInMonth(year: Int, month: Int) -> Int {
        month == 12 ? (isLeap(year: year) ? 30 : 29) : 30 - (month + 1) % 2
    }

    /// Whether the twelfth month has thirty days in the arithmetic calendar.
    public static func isLeap(year: Int) -> Bool {
        floorRemainder(11 * year + 14, 30) < 11
    }

    /// `محرم`, `Muharram` … in order.
    public static let monthNames = [
        Phrase(fa: "محرم", en: "Muharram"),
        Phrase(fa: "صفر", en: "Safar"),
        Phrase(fa: "ربیع‌الاول", en: "Rabi al-Awwal"),
        Phrase(fa: "ربیع‌الثانی", en: "Rabi al-Thani"),
        Phrase(fa: "جمادی‌الاول", en: "Jumada al-Awwal"),
        Phrase(fa: "جمادی‌الثانی", en: "Jumada al-Thani"),
        Phrase(fa: "رجب", en: "Rajab"),
        Phrase(fa: "شعبان", en: "Shaban"),
        Phrase(fa: "رمضان", en: "Ramadan"),
        Phrase(fa: "شوال", en: "Shawwal"),
        Phrase(fa: "ذی‌القعده", en: "Dhu al-Qadah"),
        Phrase(fa: "ذی‌الحجه", en: "Dhu al-Hijjah"),
    ]

    /// Months since the first of year 0: `year * 12 + month - 1`.
    var monthIndex: Int { year * 12 + month - 1 }

    /// The day number on which a month begins in the arithmetic calendar. Year 1
    /// began on 19 July 622 (Gregorian), 492,148 days before 1970-01-01.
    static func firstDay(ofMonth index: Int) -> Int {
        let year = floorQuotient(index, 12)
        let monthsBefore = floorRemainder(index, 12)
        let daysBeforeYear = 354 * (year - 1) + floorQuotient(11 * year + 3, 30)
        return daysBeforeYear + 29 * monthsBefore + (monthsBefore + 1) / 2 - 492_148
    }

    /// The arithmetic month that holds a day.
    static func monthIndex(of day: Day) -> Int {
        // 360 months have 10,631 days; the guess is right or one off.
        var index = 12 + floorQuotient((day.number - firstDay(ofMonth: 12)) * 360, 10_631)
        if firstDay(ofMonth: index) > day.number { index -= 1 }
        if firstDay(ofMonth: index + 1) <= day.number { index += 1 }
        return index
    }
}
