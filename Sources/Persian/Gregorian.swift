/// A date of the Gregorian calendar, also before 1582.
///
///     GregorianDate(day)  // year 2022, month 7, day 31
public struct GregorianDate: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// How a day is called in this calendar.
    public init(_ day: Day) {
        // Counted in years that begin on 1 March, so that a leap day comes last.
        let days = day.number + Self.daysFromMarchOfYear0
        let era = floorQuotient(days, Self.daysInEra)
        let dayOfEra = floorRemainder(days, Self.daysInEra)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    }

    /// A date somebody named. Years 1–9999.
    public init(year: Int, month: Int, day: Int) throws(DateError) {
        guard (1...9999).contains(year) else { throw .yearOutOfRange(year) }
        guard (1...12).contains(month) else { throw .noSuchMonth(month) }
        let length = Self.daysInMonth(year: year, month: month)
        guard (1...length).contains(day) else {
            throw .noSuchDay(day: day, monthName: Self.monthNames[month - 1], year: year, daysInMonth: length)
        }
        self.year = year
        self.month = month
        self.day = day
    }

    public var asDay: Day {
        let yearFromMarch = month <= 2 ? year - 1 : year
        let era = floorQuotient(yearFromMarch, 400)
        let yearOfEra = floorRemainder(yearFromMarch, 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Day(number: era * Self.daysInEra + dayOfEra - Self.daysFromMarchOfYear0)
    }

    /// 28–31, for months 1–12.
    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func isLeap(year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    /// `ژانویه`, `January` … in order.
    public static let monthNames = [
        Phrase(fa: "ژانویه", en: "January"),
        Phrase(fa: "فوریه", en: "February"),
        Phrase(fa: "مارس", en: "March"),
        Phrase(fa: "آوریل", en: "April"),
        Phrase(fa: "مه", en: "May"),
        Phrase(fa: "ژوئن", en: "June"),
        Phrase(fa: "ژوئیه", en: "July"),
        Phrase(fa: "اوت", en: "August"),
        Phrase(fa: "سپتامبر", en: "September"),
        Phrase(fa: "اکتبر", en: "October"),
        Phrase(fa: "نوامبر", en: "November"),
        Phrase(fa: "دسامبر", en: "December"),
    ]

    /// From 0000-03-01 to 1970-01-01.
    private static let daysFromMarchOfYear0 = 719_468
    /// 400 years.
    private static let daysInEra = 146_097
}
