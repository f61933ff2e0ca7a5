import Foundation
import Persian
import Testing

@Suite("The Jalali calendar")
struct JalaliTests {
    @Test("agrees with Foundation's on every day of 1206–1498")
    func oracle() throws {
        var calendar = Calendar(identifier: .persian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let first = try JalaliDate(year: 1206, month: 1, day: 1).asDay
        let last = try JalaliDate(year: 1498, month: 12, day: 29).asDay
        #expect(last - first > 106_000)
        for day in first...last {
            let date = JalaliDate(day)
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day.number) * 86_400))
            try #require(date.year == parts.year && date.month == parts.month && date.day == parts.day, "\(day.iso)")
            try #require(date.asDay == day)
        }
    }

    @Test(
        "days that everybody knows",
        arguments: [
            ("1401/05/09", "2022-07-31"), ("1357/11/22", "1979-02-11"), ("1399/12/30", "2021-03-20"),
            ("1400/01/01", "2021-03-21"), ("1403/12/30", "2025-03-20"), ("1348/10/11", "1970-01-01"),
        ])
    func known(jalali: String, iso: String) throws {
        #expect(try Day(parsing: jalali).iso == iso)
        #expect(try JalaliDate(#require(Day(iso: iso))).text == jalali)
    }

    @Test("1399 and 1403 have a 30 Esfand, 1400 and 1404 have none")
    func leapYears() {
        #expect(JalaliDate.isLeap(year: 1399) && JalaliDate.isLeap(year: 1403))
        #expect(!JalaliDate.isLeap(year: 1400) && !JalaliDate.isLeap(year: 1404))
        #expect((1...33).filter(JalaliDate.isLeap(year:)) == [1, 5, 9, 13, 17, 22, 26, 30])
        #expect((1...12).map { JalaliDate.daysInMonth(year: 1400, month: $0) }.reduce(0, +) == 365)
        #expect((1...12).map { JalaliDate.daysInMonth(year: 1399, month: $0) }.reduce(0, +) == 366)
    }

    @Test("days far from today, also before the first year, come back as they went")
    func farAway() {
        for number in stride(from: -900_000, through: 900_000, by: 997) {
            let day = Day(number: number)
            #expect(JalaliDate(day).asDay == day)
            #expect(GregorianDate(day).asDay == day)
            #expect(LunarDate(day).asDay == day)
        }
    }

    @Test("months are added to a date, days that the month lacks become its last")
    func addingMonths() throws {
        let date = try JalaliDate(year: 1401, month: 6, day: 31)
        #expect(date.adding(months: 1).text == "1401/07/30")
        #expect(date.adding(months: 6).text == "1401/12/29")
        #expect(date.adding(months: 7).text == "1402/01/31")
        #expect(date.adding(months: -6).text == "1400/12/29")
        #expect(date.adding(months: -18).text == "1399/12/30")
        #expect(date.adding(months: 0) == date)
        #expect(date.monthStart.text == "1401/06/01")
    }

    @Test("the week begins on Saturday")
    func weekdays() throws {
        let day = try Day(parsing: "1401/05/09")
        #expect(day.weekday == .sunday)
        #expect(day.weekday.name == Phrase(fa: "یک‌شنبه", en: "Sunday"))
        #expect(Weekday.allCases.map(\.shortName.fa) == ["ش", "ی", "د", "س", "چ", "پ", "ج"])
        #expect(Weekday.allCases.map(\.shortName.en) == ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"])
        #expect((-8...8).map { Day(number: $0).weekday.rawValue }.allSatisfy { (0...6).contains($0) })
        #expect(Day(number: -1).weekday == .wednesday)
        #expect(day.advanced(by: 7).weekday == day.weekday)
        #expect(day.advanced(by: 7) - day == 7)
    }
}

@Suite("The Gregorian calendar")
struct GregorianTests {
    @Test("ISO dates are read strictly and written back")
    func iso() throws {
        #expect(Day(iso: "1970-01-01")?.number == 0)
        #expect(Day(iso: "2000-02-29")?.iso == "2000-02-29")
        #expect(Day(iso: "0001-01-01")?.iso == "0001-01-01")
        for text in [
            "2022-7-31", "2022/07/31", "2022-02-29", "1900-02-29", "2022-13-01", "2022-07-31 ", "۲۰۲۲-۰۷-۳۱", "",
        ] {
            #expect(Day(iso: text) == nil, "\(text)")
        }
    }

    @Test("agrees with Foundation's on every day of 1800–2300")
    func oracle() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for day in try #require(Day(iso: "1800-01-01"))...(try #require(Day(iso: "2300-12-31"))) {
            let date = GregorianDate(day)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(day.number) * 86_400))
            try #require(date.year == parts.year && date.month == parts.month && date.day == parts.day, "\(day.iso)")
            try #require(day.weekday.rawValue == (parts.weekday ?? 0) % 7)
            try #require(date.asDay == day)
        }
    }
}
