import Domain
import Foundation
import Persian
import Store
import Testing

@testable import Exchange

/// The programme of the congress as an iCalendar file and on paper, everything in it invented.
@Suite("The congress's programme in calendars and on paper")
struct ProgrammeTests {
    let office: OfficeFile

    init() throws {
        office = try newOffice()
        for line in [
            #"{"command":"person.record","nationalID":"9990000018","firstName":"سارا","lastName":"نوری"}"#,
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم; صحن, رواق","from":"1401/05/09",\
            "to":"1401/05/11"}
            """,
            #"{"command":"hall.add","congress":1401,"code":"HALL-A","name":"شبستان","seats":600}"#,
            schedule("SE-01", "09T10:00", "09T11:30", "آیین <گشایش>", speakers: #""9990000018""#),
            schedule("SE-02", "09T22:30", "10T00:30", "شب خاطره"), schedule("SE-03", "10T09:00", "10T10:00", "میزگرد"),
            #"{"command":"session.cancel","code":"SE-03"}"#,
        ] { try office.send(line) }
    }

    private func schedule(_ code: String, _ from: String, _ to: String, _ title: String, speakers: String = "")
        -> String
    {
        """
        {"command":"session.schedule","congress":1401,"code":"\(code)","hall":"HALL-A","from":"1401/05/\(from)",\
        "to":"1401/05/\(to)","title":"\(title)","kind":"memorial","speakers":[\(speakers)]}
        """
    }

    private func calendar() throws -> String {
        let now = try Moment(parsing: "1401/05/01T12:00", in: .tehran)
        return try office.view { (reader) throws(DecideError) in try reader.programmeCalendar(at: now) }
    }

    @Test("each session is an event with its own lasting id, in UTC; what was cancelled says so")
    func events() throws {
        let lines = try calendar().replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 3)
        #expect(Set(lines.filter { $0.hasPrefix("UID:") }).count == 3)
        #expect(lines.contains("DTSTART:20220731T053000Z") && lines.contains("DTEND:20220731T070000Z"))
        #expect(lines.contains("DTSTART:20220731T180000Z") && lines.contains("DTEND:20220731T200000Z"))
        #expect(lines.contains("DTSTAMP:20220723T073000Z"))
        #expect(lines.count { $0 == "STATUS:CANCELLED" } == 1 && lines.count { $0 == "SEQUENCE:1" } == 1)
        #expect(lines.contains("DESCRIPTION:سارا نوری"))
        #expect(lines.contains(#"LOCATION:شبستان، حرم\; صحن\, رواق"#))
    }

    @Test("the id of a session stays when it moves")
    func lasting() throws {
        let before = try calendar().split(separator: "\r\n").first { $0.hasPrefix("UID:") }
        try office.send(#"{"command":"session.move","code":"SE-01","from":"1401/05/09T12:00"}"#)
        let after = try calendar()
        #expect(after.contains(try #require(before)) && after.contains("DTSTART:20220731T073000Z"))
    }

    @Test("lines are folded at 75 octets, and no character is divided")
    func folding() {
        let line = "SUMMARY:" + String(repeating: "گزارش 😀 ", count: 40)
        let folded = CalendarFile.folded(line)
        #expect(folded.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(folded.replacing("\r\n ", with: "") == line)
    }

    @Test("what has a meaning in the file is escaped, and control characters do not reach it")
    func escaping() {
        #expect(CalendarFile.escaped("a;b,c\\d\ne\u{1B}[31m\r") == #"a\;b\,c\\d\ne[31m"#)
    }

    @Test("a day is one page: its halls, and what takes place, to scale")
    func page() throws {
        let printed = try office.view { (reader) throws(DecideError) in
            try PrintKind.programme.print("۱۴۰۱/۵/۹", for: Masking(for: .trainer), on: today.today(), in: reader)
        }
        let page = try printed.pages.get().html()
        let html = page.pageText
        #expect(page.components(separatedBy: "<section class=\"sheet\">").count == 2)
        for text in ["شبستان (۶۰۰)", "آیین &lt;گشایش&gt;", "۱۰:۰۰–۱۱:۳۰", "شب خاطره", "۲۲:۳۰–۰۰:۳۰", "سارا نوری"] {
            #expect(html.contains(text), "\(text)")
        }
        #expect(!html.contains("میزگرد"), "cancelled, and of another day")
    }

    @Test(
        "a day without a congress is refused, naming the days that there are", arguments: ["1401/05/12", "1401/13/40"])
    func otherDay(date: String) throws {
        #expect {
            try office.view { (reader) throws(DecideError) in
                try PrintKind.programme.print(date, for: Masking(for: .trainer), on: today.today(), in: reader)
            }
        } throws: { error in
            guard case DecideError.refused(let refusal) = error else { return false }
            return date == "1401/05/12"
                ? refusal.code == .notFound && refusal.phrase.en.contains("1401/05/09 to 1401/05/11")
                : refusal.code == .invalidDate
        }
    }
}
