import Persian

extension Announcement {
    /// How many days a country's beginning of a month may be away from the arithmetic calendar.
    private static let tolerance = 2

    private func index(_ year: Int) -> Int { year * 12 + month.number - 1 }

    /// A month begins near where arithmetic has it, and every month has 29 or 30 days.
    func check(_ year: Int, among seasons: [Season]) throws(DecideError) {
        if let date = try? LunarDate(year: year, month: month.number, day: 1) {
            let middle = date.asDay
            let near = middle.advanced(by: -Self.tolerance)...middle.advanced(by: Self.tolerance)
            guard near.contains(startsOn) else { throw .refused(tooFar(year, near)) }
        }
        for season in seasons {
            for other in season.announcements where other.country == country {
                let months = index(year) - other.index(season.year)
                guard months != 0 else { continue }
                let days = abs(startsOn - other.startsOn)
                let isOrdered = (startsOn > other.startsOn) == (months > 0)
                if isOrdered, (29 * abs(months)...30 * abs(months)).contains(days) { continue }
                throw .refused(clash(with: other, of: season.year))
            }
        }
    }

    private func tooFar(_ year: Int, _ near: ClosedRange<Day>) -> Refusal {
        let (low, high) = (near.lowerBound, near.upperBound)
        return Refusal(
            .invalidDate, field: "startsOn",
            Phrase(
                fa:
                    "اول \(month.phrase.fa) \(persianDigits(year)) نمی‌تواند \(startsOn.jalaliText(.persian)) باشد؛ از \(low.jalaliText(.persian)) تا \(high.jalaliText(.persian)) پذیرفته است.",
                en:
                    "\(month.phrase.en) \(year) cannot begin on \(startsOn.jalaliText(.english)); accepted: \(low.jalaliText(.english)) to \(high.jalaliText(.english))."
            ))
    }

    private func clash(with other: Announcement, of year: Int) -> Refusal {
        Refusal(
            .invalidDate, field: "startsOn",
            Phrase(
                fa:
                    "با این تاریخ ماهی میان آن و اول \(other.month.phrase.fa) \(persianDigits(year)) (\(other.startsOn.jalaliText(.persian))) در \(country.phrase.fa) کمتر از ۲۹ یا بیش از ۳۰ روز می‌شود؛ نخست آن را اصلاح کنید یا تاریخ دیگری بنویسید.",
                en:
                    "A month between this day and the first of \(other.month.phrase.en) \(year) in \(country.phrase.en) (\(other.startsOn.jalaliText(.english))) would have fewer than 29 or more than 30 days; correct that one first, or write another day."
            ))
    }
}

extension Shift {
    /// Whether its first or last day has another date in the one calendar than in the other.
    func moves(from former: LunarCalendar, to calendar: LunarCalendar) -> Bool {
        let last = LocalTime(Moment(milliseconds: to.moment.milliseconds - 1), offset: to.offset).day
        return [from.day, last].contains { former.date(of: $0) != calendar.date(of: $0) }
    }
}
