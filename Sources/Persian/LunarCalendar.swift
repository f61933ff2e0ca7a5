/// The lunar calendar of one country: month starts as they were announced, over
/// the arithmetic calendar where none was.
///
///     var iran = LunarCalendar()
///     iran.announced[1444 * 12 + 1] = Day(iso: "2022-08-29")  // 1 Safar 1444
///     iran.day(of: arbaeen)                                   // 2022-09-17
public struct LunarCalendar: Sendable {
    /// The first day of each announced month, by `year * 12 + month - 1`.
    public var announced: [Int: Day]

    public init(announced: [Int: Day] = [:]) {
        self.announced = announced
    }

    /// How a day is called in this calendar.
    public func date(of day: Day) -> LunarDate {
        var index = LunarDate.monthIndex(of: day)
        while firstDay(ofMonth: index) > day { index -= 1 }
        while firstDay(ofMonth: index + 1) <= day { index += 1 }
        return LunarDate(monthIndex: index, day: day - firstDay(ofMonth: index) + 1)
    }

    /// The day of a date; nil when its month ends before it.
    public func day(of date: LunarDate) -> Day? {
        let day = firstDay(ofMonth: date.monthIndex).advanced(by: date.day - 1)
        return day < firstDay(ofMonth: date.monthIndex + 1) ? day : nil
    }

    /// An announced month begins as announced, any other by arithmetic unless it
    /// would leave a month between it and an announced one with fewer than 29 or
    /// more than 30 days: then it moves by as little as mends that.
    private func firstDay(ofMonth index: Int) -> Day {
        if let day = announced[index] { return day }
        var number = LunarDate.firstDay(ofMonth: index)
        if let earlier = announced.keys.filter({ $0 < index }).max(), let day = announced[earlier] {
            let months = index - earlier
            number = min(max(number, day.number + 29 * months), day.number + 30 * months)
        }
        if let later = announced.keys.filter({ $0 > index }).min(), let day = announced[later] {
            let months = later - index
            number = min(max(number, day.number - 30 * months), day.number - 29 * months)
        }
        return Day(number: number)
    }
}
