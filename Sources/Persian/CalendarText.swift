/// The calendars the office lives by.
public enum CalendarSystem: CaseIterable, Sendable {
    case jalali, lunar, gregorian
}

extension Day {
    /// The Jalali date in figures: `۱۴۰۱/۰۵/۰۹`, `1401/05/09`.
    public func jalaliText(_ language: Language) -> String {
        language.digits(JalaliDate(self).text)
    }

    /// The date with its month's name.
    ///
    ///     day.longText(.jalali, .persian)     // "۹ مرداد ۱۴۰۱"
    ///     day.longText(.lunar, .persian)      // "۲ محرم ۱۴۴۴"
    ///     day.longText(.gregorian, .english)  // "31 July 2022"
    public func longText(
        _ calendar: CalendarSystem, _ language: Language, lunar: LunarCalendar = LunarCalendar()
    ) -> String {
        let (year, month, day): (Int, Phrase, Int)
        switch calendar {
        case .jalali:
            let date = JalaliDate(self)
            (year, month, day) = (date.year, JalaliDate.monthNames[date.month - 1], date.day)
        case .lunar:
            let date = lunar.date(of: self)
            (year, month, day) = (date.year, LunarDate.monthNames[date.month - 1], date.day)
        case .gregorian:
            let date = GregorianDate(self)
            (year, month, day) = (date.year, GregorianDate.monthNames[date.month - 1], date.day)
        }
        return language.digits("\(day) \(month[language]) \(year)")
    }

    /// The Jalali day and the name of its month, without the year: `۹ مرداد`, `9 Mordad`.
    public func dayAndMonth(_ language: Language) -> String {
        let date = JalaliDate(self)
        return language.digits("\(date.day) \(JalaliDate.monthNames[date.month - 1][language])")
    }
}
