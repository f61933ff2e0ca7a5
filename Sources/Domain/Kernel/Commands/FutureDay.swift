import Persian

extension RefusalCode {
    /// A day that should be past and is still to come.
    public static let futureDate = RefusalCode(rawValue: "future-date")
}

extension Decision {
    /// Warns when a day on which something began is still to come: a date of another calendar may have been written.
    ///
    /// - Parameter parameter: the field that holds the day.
    mutating func warnOfFuture(_ parameter: some ParameterSource<Day>, in given: Arguments) {
        let parameter = parameter.parameter
        warnOfDay(named: parameter.name, parameter.phrase, in: given, beyond: 0)
    }

    /// The same of every day that a command was given, where it is so far ahead that nobody plans for it.
    ///
    /// - Parameter uses: the fields of the command.
    mutating func warnOfFarDays(in given: Arguments, of uses: [ParameterUse]) {
        for use in uses { warnOfDay(named: use.name, use.phrase, in: given, beyond: Self.farAhead) }
    }

    private mutating func warnOfDay(named name: String, _ phrase: Phrase, in given: Arguments, beyond days: Int) {
        guard let (day, calendar) = given.day(named: name), day - envelope.day > days else { return }
        let warning = Warning.future(day, phrase, readIn: calendar, today: envelope.day)
        if !warnings.contains(warning) { warn(warning) }
    }

    /// Nothing in an office is planned further ahead, in days.
    private static var farAhead: Int { 1_000 }
}

extension Warning {
    fileprivate static func future(
        _ day: Day, _ label: Phrase, readIn calendar: CalendarSystem, today: Day
    ) -> Warning {
        let isJalali = calendar == .jalali
        let (fa, en) = (day.jalaliText(.persian), isJalali ? day.jalaliText(.english) : day.iso)
        let lunar = isJalali ? meantAsLunar(day, today) : nil
        return Warning(
            .futureDate,
            Phrase(
                fa:
                    "«\(label)» \(isJalali ? "به تاریخ شمسی" : "به تاریخ میلادی") خوانده شد و هنوز نیامده است: \(isJalali ? fa : "\(persianDigits(day.iso.replacing("-", with: "/"))) (\(fa))")\(lunar)؛ اگر اشتباه است، آن را اصلاح کنید.",
                en:
                    "\(label.capitalisedFirst) was read as a \(isJalali ? "Jalali" : "Gregorian") date, which is still to come: \(en)\(lunar); if that is a slip, correct it."
            ))
    }

    /// What the same figures come to in the lunar calendar, when that day is past.
    private static func meantAsLunar(_ day: Day, _ today: Day) -> Phrase? {
        let date = JalaliDate(day)
        guard let lunar = try? LunarDate(year: date.year, month: date.month, day: date.day), lunar.asDay <= today else {
            return nil
        }
        let meant = lunar.asDay
        return Phrase(
            fa: " (همین تاریخ به قمری، \(meant.jalaliText(.persian)) شمسی است)",
            en: " (as a lunar date it would be \(meant.jalaliText(.english)) in the Jalali calendar)")
    }
}
