import ArgumentParser
import Persian

/// `khedmat date 1401/05/09`
struct DateCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "date", abstract: "Show a day in three calendars · یک روز در سه تقویم")

    @Argument(help: "Jalali below the year 1700, else Gregorian · شمسی یا میلادی")
    var date: String

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let day: Day
        do throws(DateError) {
            day = try Day(parsing: date)
        } catch {
            throw Failure(.failed, error.explanation)
        }
        let output = Output.standard
        for line in Self.lines(day) { output.writeLine(line[invocation.language]) }
        try output.flush()
    }

    private static func lines(_ day: Day) -> [Phrase] {
        let lunar = LunarDate(day)
        let lunarFigures = "\(lunar.year)/\(twoDigits(lunar.month))/\(twoDigits(lunar.day))"
        return [
            day.weekday.name,
            line(.jalali, Phrase(fa: "شمسی", en: "Jalali"), day, JalaliDate(day).text),
            line(.lunar, Phrase(fa: "قمری (محاسباتی)", en: "lunar (computed)"), day, lunarFigures),
            line(.gregorian, Phrase(fa: "میلادی", en: "Gregorian"), day, day.iso),
        ]
    }

    private static func line(_ calendar: CalendarSystem, _ name: Phrase, _ day: Day, _ figures: String) -> Phrase {
        Phrase(
            fa: "\(name): \(day.longText(calendar, .persian)) · \(persianDigits(figures))",
            en: "\(name): \(day.longText(calendar, .english)) · \(figures)")
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
