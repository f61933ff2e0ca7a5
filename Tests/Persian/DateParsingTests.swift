import Persian
import Testing

@Suite("Reading dates")
struct DateParsingTests {
    @Test(
        "one day, however it is written",
        arguments: [
            "1401/05/09", "1401-05-09", "1401.05.09", "1401/5/9", "۱۴۰۱/۰۵/۰۹", "١٤٠١-٠٥-٠٩", "  1401/05/09\u{00A0}",
            "\u{200F}۱۴۰۱\u{200E}/۵/۹\u{202C}", "2022-07-31", "۲۰۲۲/۷/۳۱",
        ])
    func written(text: String) throws {
        #expect(try Day(parsing: text).iso == "2022-07-31")
    }

    @Test(
        "what is no date",
        arguments: [
            "", "فردا", "1401", "1401/05", "1401/05/09/1", "1401/05-09", "1401//09", "09/05/1401", "1401/005/09",
            "14011/05/09", "1401/05/09 ظهر", "44773", "-1401/05/09", "1401/05/9a",
        ])
    func unreadable(text: String) {
        #expect(throws: DateError.unreadable(text)) { try Day(parsing: text) }
    }

    @Test(
        "days that do not exist are refused with why",
        arguments: [
            ("1400/12/30", "Esfand 1400 has 29 days", "اسفند سال ۱۴۰۰ فقط ۲۹ روز دارد"),
            ("1401/07/31", "Mehr has 30 days", "مهر فقط ۳۰ روز دارد"),
            ("1401/01/32", "Farvardin has 31 days", "فروردین فقط ۳۱ روز دارد"),
            ("1401/01/00", "Farvardin has 31 days", "فروردین فقط ۳۱ روز دارد"),
            ("2022-02-29", "February 2022 has 28 days", "فوریه سال ۲۰۲۲ فقط ۲۸ روز دارد"),
            ("1401/13/01", "There is no month 13; months are 1 to 12", "ماه ۱۳ وجود ندارد؛ ماه از ۱ تا ۱۲ است"),
        ])
    func noSuchDay(text: String, en: String, fa: String) {
        let error = #expect(throws: DateError.self) { try Day(parsing: text) }
        #expect(error?.explanation == Phrase(fa: fa, en: en))
    }

    @Test(
        "two-digit years and years far away are refused", arguments: [1, 99, 1199, 1601, 1699, 1700, 1821, 2222, 9999])
    func years(year: Int) {
        #expect(throws: DateError.yearOutOfRange(year)) { try Day(parsing: "\(year)/05/09") }
    }

    @Test("the first and the last day that can be named")
    func bounds() throws {
        #expect(try Day(parsing: "1200/01/01").iso == "1821-03-21")
        #expect(JalaliDate(try Day(parsing: "1822-01-01")).year == 1200)
        #expect(JalaliDate(try Day(parsing: "2221-12-31")).year == 1600)
        #expect(throws: Never.self) { try Day(parsing: "1600/12/29") }
    }

    @Test("every explanation names what was written and what would be accepted, in both languages")
    func explanations() {
        let unreadable = DateError.unreadable("فردا").explanation
        #expect(unreadable.en.contains("فردا") && unreadable.en.contains("1401/05/09"))
        #expect(unreadable.fa.contains("فردا") && unreadable.fa.contains("۱۴۰۱/۰۵/۰۹"))
        let year = DateError.yearOutOfRange(99).explanation
        #expect(year.en.contains("99") && year.en.contains("1200 to 1600"))
        #expect(year.fa.contains("۹۹") && year.fa.contains("۱۲۰۰ تا ۱۶۰۰"))
        let time = DateError.noSuchTime("25:00").explanation
        #expect(time.en.contains("25:00") && time.en.contains("24:00"))
        #expect(time.fa.contains("۲۵:۰۰") && time.fa.contains("۲۴:۰۰"))
    }

    @Test("a date in words and figures, in three calendars")
    func text() throws {
        let day = try Day(parsing: "1401/05/09")
        #expect(day.jalaliText(.persian) == "۱۴۰۱/۰۵/۰۹")
        #expect(day.jalaliText(.english) == "1401/05/09")
        #expect(day.longText(.jalali, .persian) == "۹ مرداد ۱۴۰۱")
        #expect(day.longText(.jalali, .english) == "9 Mordad 1401")
        #expect(day.longText(.lunar, .persian) == "۲ محرم ۱۴۴۴")
        #expect(day.longText(.lunar, .english) == "2 Muharram 1444")
        #expect(day.longText(.gregorian, .persian) == "۳۱ ژوئیه ۲۰۲۲")
        #expect(day.longText(.gregorian, .english) == "31 July 2022")
        let iran = LunarCalendar(announced: [1444 * 12: day])
        #expect(day.longText(.lunar, .persian, lunar: iran) == "۱ محرم ۱۴۴۴")
    }
}
