import Persian

extension Announcement {
    /// How many days a country's beginning of a month may be away from the arithmetic calendar.
    private static let tolerance = 2

    private func index(_ year: Int) -> Int { year * 12 + month.number - 1 }

    /// A month begins near where arithmetic has it, and every month has 29 or 30 days.
    func check(_ year: Int, among seasons: [Season]) throws(DecideError) {
        let near = nearDays(year)
        let isNear = near.map { $0.contains(startsOn) } ?? true
        let others = seasons.flatMap { season in
            season.announcements.filter { $0.country == country }.map { (announcement: $0, year: season.year) }
        }
        let clash = others.first { !fits(startsOn, year, beside: $0.announcement, of: $0.year) }
        if isNear, clash == nil { return }
        let accepted = (near.map(Array.init) ?? []).filter { day in
            others.allSatisfy { fits(day, year, beside: $0.announcement, of: $0.year) }
        }
        throw .refused(refusal(year, isNear ? clash : nil, accepted))
    }

    /// The days on which the month may begin by arithmetic alone; nil for years that it does not know.
    private func nearDays(_ year: Int) -> ClosedRange<Day>? {
        guard let middle = (try? LunarDate(year: year, month: month.number, day: 1))?.asDay else { return nil }
        return middle.advanced(by: -Self.tolerance)...middle.advanced(by: Self.tolerance)
    }

    /// Whether the months between this one, beginning on a day, and another have 29 or 30 days each.
    private func fits(_ day: Day, _ year: Int, beside other: Announcement, of otherYear: Int) -> Bool {
        let months = index(year) - other.index(otherYear)
        guard months != 0 else { return true }
        let isOrdered = (day > other.startsOn) == (months > 0)
        return isOrdered && (29 * abs(months)...30 * abs(months)).contains(abs(day - other.startsOn))
    }

    /// - Parameters:
    ///   - clash: the announcement with which it does not fit; nil when it is too far from arithmetic.
    ///   - accepted: the days that fit with all that is announced.
    private func refusal(
        _ year: Int, _ clash: (announcement: Announcement, year: Int)?, _ accepted: [Day]
    ) -> Refusal {
        let why =
            clash.map { other in
                Phrase(
                    fa:
                        "با این تاریخ ماهی میان آن و اول \(other.announcement.month.phrase) \(numeral: other.year) (\(other.announcement.startsOn.jalaliText(.persian))) در \(country.phrase) کمتر از ۲۹ یا بیش از ۳۰ روز می‌شود",
                    en:
                        "a month between this day and the first of \(other.announcement.month.phrase) \(numeral: other.year) in \(country.phrase) (\(other.announcement.startsOn.jalaliText(.english))) would have fewer than 29 or more than 30 days"
                )
            }
            ?? Phrase(fa: "از حساب ماه قمری دور است", en: "it is too far from the arithmetic of the lunar months")
        let days = accepted.inWords
        let remedy =
            accepted.isEmpty
            ? Phrase(fa: "نخست ماه‌های دیگر را اصلاح کنید", en: "correct the other months first")
            : Phrase(fa: "پذیرفته: \(days)", en: "accepted: \(days)")
        return Refusal(
            .invalidDate, field: "startsOn",
            Phrase(
                fa:
                    "اول \(month.phrase) \(numeral: year) نمی‌تواند \(startsOn.jalaliText(.persian)) باشد: \(why)؛ \(remedy).",
                en:
                    "\(month.phrase) \(numeral: year) cannot begin on \(startsOn.jalaliText(.english)): \(why); \(remedy)."
            ))
    }
}

extension [Day] {
    /// Days one after another, the first to the last: "1401/06/05 to 1401/06/09"; of one or two each by itself.
    fileprivate var inWords: Phrase {
        let ends = (count > 2 ? [self[0], self[count - 1]] : self).map {
            Phrase(fa: $0.jalaliText(.persian), en: $0.jalaliText(.english))
        }
        if count <= 2 { return ends.alternatives() }
        return Phrase(fa: "از \(ends[0]) تا \(ends[1])", en: "\(ends[0]) to \(ends[1])")
    }
}

extension Shift {
    /// Whether its first or last day has another date in the one calendar than in the other.
    func moves(from former: LunarCalendar, to calendar: LunarCalendar) -> Bool {
        let last = LocalTime(Moment(milliseconds: to.moment.milliseconds - 1), offset: to.offset).day
        return [from.day, last].contains { former.date(of: $0) != calendar.date(of: $0) }
    }
}
