import Domain
import Persian

/// When something is or was, as one says it on a day: "yesterday 20:23", "7 Mordad 20:23"; a bare time is never that
/// of another day.
///
///     DayWords(today: today, .english).moment(report.at)  // "today 18:45"
struct DayWords {
    let today: Day
    let language: Language

    init(today: Day, _ language: Language) {
        self.today = today
        self.language = language
    }

    /// "today", "tomorrow", "12 Mordad".
    func day(_ day: Day) -> String {
        switch day - today {
        case 0: Phrase(fa: "امروز", en: "today")[language]
        case -1: Phrase(fa: "دیروز", en: "yesterday")[language]
        case 1: Phrase(fa: "فردا", en: "tomorrow")[language]
        default: named(day)
        }
    }

    private func named(_ day: Day) -> String {
        let date = JalaliDate(day)
        let name = "\(language.digits(String(date.day))) \(JalaliDate.monthNames[date.month - 1][language])"
        return date.year == JalaliDate(today).year ? name : "\(name) \(language.digits(String(date.year)))"
    }

    /// "today 18:45"
    func time(_ day: Day, _ clock: String) -> String { "\(self.day(day)) \(language.digits(clock))" }

    /// "18:45" of today; of any other day with the day.
    func shortTime(_ day: Day, _ clock: String) -> String {
        day == today ? language.digits(clock) : time(day, clock)
    }

    /// A moment as Iran's clocks show it.
    func moment(_ moment: Moment) -> String { time(moment.day(in: .tehran), moment.clockText(in: .tehran)) }

    func shortMoment(_ moment: Moment) -> String {
        shortTime(moment.day(in: .tehran), moment.clockText(in: .tehran))
    }
}
