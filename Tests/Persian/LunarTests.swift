import Foundation
import Persian
import Testing

@Suite("The lunar calendar")
struct LunarTests {
    @Test("without announcements it is Foundation's islamicCivil, on every day of 1200–1500")
    func oracle() throws {
        var calendar = Calendar(identifier: .islamicCivil)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let first = try LunarDate(year: 1200, month: 1, day: 1).asDay
        let last = try LunarDate(year: 1500, month: 12, day: 29).asDay
        for day in first...last {
            let date = LunarDate(day)
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day.number) * 86_400))
            try #require(date.year == parts.year && date.month == parts.month && date.day == parts.day, "\(day.iso)")
            try #require(date.asDay == day)
            try #require(date.day <= LunarDate.daysInMonth(year: date.year, month: date.month))
        }
        let calm = LunarCalendar()
        #expect(calm.date(of: first) == LunarDate(first))
        #expect(calm.day(of: LunarDate(last)) == last)
    }

    @Test("20 Safar 1444 was 17 September 2022 in Iran")
    func arbaeen() throws {
        let arbaeen = try LunarDate(year: 1444, month: 2, day: 20)
        #expect(LunarCalendar().day(of: arbaeen)?.iso == "2022-09-17")
    }

    @Test("an announced month begins as announced and ends the month before")
    func announced() throws {
        let safar = try LunarDate(year: 1444, month: 2, day: 1)
        let arithmetic = safar.asDay  // Muharram has thirty days before it
        let early = LunarCalendar(announced: [1444 * 12 + 1: arithmetic.advanced(by: -1)])
        #expect(early.day(of: safar) == arithmetic.advanced(by: -1))
        #expect(early.date(of: arithmetic.advanced(by: -1)) == safar)
        #expect(early.date(of: arithmetic.advanced(by: -2)) == (try LunarDate(year: 1444, month: 1, day: 29)))
        #expect(early.day(of: try LunarDate(year: 1444, month: 1, day: 30)) == nil)
        // Safar, 29 days by arithmetic, gets the day that Muharram lost.
        #expect(early.day(of: try LunarDate(year: 1444, month: 2, day: 30)) == arithmetic.advanced(by: 28))
        #expect(early.day(of: try LunarDate(year: 1444, month: 3, day: 1)) == arithmetic.advanced(by: 29))
    }

    @Test("the month before moves too, where it would get 31 days")
    func noMonthOf31Days() throws {
        let safar = try LunarDate(year: 1444, month: 2, day: 1)
        let muharram = try LunarDate(year: 1444, month: 1, day: 1)
        let late = LunarCalendar(announced: [1444 * 12 + 1: safar.asDay.advanced(by: 1)])
        #expect(late.day(of: muharram) == muharram.asDay.advanced(by: 1))
        #expect(late.date(of: safar.asDay) == (try LunarDate(year: 1444, month: 1, day: 30)))
    }

    @Test("whatever is announced a day or two off, all months have 29 or 30 days", arguments: [-2, -1, 0, 1, 2])
    func monthLengths(shift: Int) throws {
        for month in 1...12 {
            var calendar = LunarCalendar()
            let announced = try LunarDate(year: 1446, month: month, day: 1)
            calendar.announced[1446 * 12 + month - 1] = announced.asDay.advanced(by: shift)
            let far = try LunarDate(year: 1447, month: 9, day: 1)
            calendar.announced[1447 * 12 + 8] = far.asDay.advanced(by: -shift.signum())
            let starts = try (1445...1448).flatMap { year in
                try (1...12).map { try #require(calendar.day(of: try LunarDate(year: year, month: $0, day: 1))) }
            }
            for (start, next) in zip(starts, starts.dropFirst()) {
                #expect((29...30).contains(next - start), "\(shift) \(month) \(start.iso)")
            }
            #expect(starts.first == (try LunarDate(year: 1445, month: 1, day: 1)).asDay)
            #expect(starts.last == (try LunarDate(year: 1448, month: 12, day: 1)).asDay)
        }
    }

    @Test("every day has one date, and that date is the day's")
    func roundTrip() throws {
        let start = try LunarDate(year: 1444, month: 1, day: 1).asDay
        let calendar = LunarCalendar(announced: [
            1444 * 12 + 1: start.advanced(by: 29), 1444 * 12 + 2: start.advanced(by: 59),
            1445 * 12: start.advanced(by: 355),
        ])
        for day in start.advanced(by: -400)...start.advanced(by: 800) {
            #expect(calendar.day(of: calendar.date(of: day)) == day)
        }
    }

    @Test("years, months and days that no lunar calendar has")
    func refused() {
        #expect(throws: DateError.noSuchMonth(13)) { try LunarDate(year: 1444, month: 13, day: 1) }
        #expect(throws: DateError.yearOutOfRange(0)) { try LunarDate(year: 0, month: 1, day: 1) }
        #expect(throws: DateError.self) { try LunarDate(year: 1444, month: 2, day: 31) }
    }
}
