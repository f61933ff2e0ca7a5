import Persian

/// A month of the Jalali calendar, the weeks from Saturday to Friday.
///
/// Today is underlined, the marked day stands on the theme's colour, Fridays have a colour of their own under the
/// head «ج».
///
///     MonthGrid(month: JalaliDate(day), marked: day, today: today, language: .persian).draw(in: &region)
public struct MonthGrid {
    public var month: JalaliDate
    public var marked: Day?
    public var today: Day
    /// Whether the terminal's caret stands on the marked day.
    public var showsCaret: Bool
    public var language: Language

    private static let cell = 4
    /// Columns and rows with the border: the days' names and six weeks.
    public static let width = 7 * cell + 4
    public static let height = 9

    public init(month: JalaliDate, marked: Day?, today: Day, showsCaret: Bool = false, language: Language) {
        self.month = month
        self.marked = marked
        self.today = today
        self.showsCaret = showsCaret
        self.language = language
    }

    public func draw(in region: inout Region) {
        let name = JalaliDate.monthNames[month.month - 1][language]
        let title = language.digits("\(name) \(month.year)")
        Panel(title, note: "PgUp PgDn", hasFocus: true, background: .panel).draw(in: &region) { inside in
            for weekday in Weekday.allCases {
                inside.put(
                    inside(weekday.shortName), row: 0, start: weekday.rawValue * Self.cell, width: Self.cell - 1,
                    alignment: .end, direction: .page,
                    style: Style(weekday == .friday ? .alarm : .muted, on: .panel))
            }
            drawDays(in: &inside)
        }
    }

    private func drawDays(in region: inout Region) {
        let first = month.monthStart.asDay
        let before = first.weekday.rawValue
        for index in 0..<JalaliDate.daysInMonth(year: month.year, month: month.month) {
            let (week, weekday) = (before + index).quotientAndRemainder(dividingBy: 7)
            let day = first.advanced(by: index)
            let isMarked = day == marked
            var style = Style(day.weekday == .friday ? .alarm : .text, on: .panel)
            if isMarked { style = Style(.onAccent, on: .accent, .bold) }
            if day == today { style.attributes.formUnion([.bold, .underline]) }
            let figures = language.digits(index < 9 ? " \(index + 1)" : "\(index + 1)")
            let start = weekday * Self.cell
            if isMarked { region.fill(style, row: week + 1, height: 1, start: start, width: Self.cell) }
            region.put(
                figures, row: week + 1, start: start + 1, width: 2, direction: .leftToRight, style: style)
            if isMarked, showsCaret { region.showCaret(row: week + 1, start: start + 1) }
        }
    }
}
