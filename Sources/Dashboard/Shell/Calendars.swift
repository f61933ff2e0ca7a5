import Canvas
import Persian

/// The day in the three calendars that the office lives by, the reader's own first.
struct Calendars {
    let day: Day
    /// As it was announced in Iran.
    let lunar: LunarCalendar
    /// Whether the clock stands still, for a rehearsal; it is said, so that nobody takes it for today.
    let isFixed: Bool

    /// What fits into `room` columns: all three, or fewer; the first always, without its weekday and year where it must be.
    func spans(_ language: Language, room: Int) -> [Span] {
        let weekday = day.weekday.name[language]
        let systems: [CalendarSystem] = [.jalali, .lunar, .gregorian]
        var texts = systems.map { day.longText($0, language, lunar: lunar) }
        let fixed = isFixed ? Phrase(fa: " (زمان ثابت)", en: " (fixed clock)")[language] : ""
        let short = day.dayAndMonth(language) + (isFixed ? Phrase(fa: " (ثابت)", en: " (fixed)")[language] : "")
        texts[0] = ["\(weekday) \(texts[0])\(fixed)", texts[0] + fixed].first { textWidth($0) <= room } ?? short
        while texts.count > 1, texts.reduce(0, { $0 + textWidth($1) + 3 }) > room { texts.removeLast() }
        var spans: [Span] = []
        for (index, text) in texts.enumerated() {
            if index > 0 { spans.append(Span(" · ", color: .faint)) }
            spans.append(Span(text, color: index == 0 ? .text : .muted))
        }
        return spans
    }
}
