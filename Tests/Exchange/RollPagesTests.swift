import Domain
import Exchange
import Persian
import Store
import Testing

/// Every name on the roll is invented.
@Suite("The printed roll of honour")
struct RollPagesTests {
    let office: OfficeFile

    init() throws {
        office = try newOffice()
        for line in [
            #"{"command":"staff.add","account":"second","name":"متصدی دوم","role":"operator"}"#,
            """
            {"command":"congress.open","year":1400,"number":1,"city":"مشهد","venue":"حرم","from":"1400/05/14",\
            "to":"1400/05/16"}
            """,
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
            "to":"1401/05/11","previousCity":"مشهد"}
            """,
            #"{"command":"martyr.propose","name":"پویا <نمونه>","diedOn":"1398/01/06","place":"نمونه‌آباد"}"#,
            #"{"command":"martyr.propose","name":"آوا نمونه","diedOn":"1400/11/06","place":"نمونه‌آباد"}"#,
            #"{"command":"martyr.propose","name":"نام منتشرنشده","diedOn":"1400/11/07","place":"نمونه‌آباد"}"#,
        ] { try office.send(line) }
        for code in ["M-001", "M-002"] {
            for line in [
                #"{"command":"martyr.document","code":"\#(code)","biography":"بند یکم \#(code)\nبند دوم"}"#,
                #"{"command":"martyr.verify","code":"\#(code)"}"#,
                #"{"command":"martyr.verify","code":"\#(code)","as":"second"}"#,
                #"{"command":"martyr.publish","code":"\#(code)"}"#,
            ] { try office.send(line) }
        }
    }

    private func printed(_ year: String) throws -> Printed {
        try office.view { (reader) throws(DecideError) in
            try PrintKind.roll.print(year, for: Masking(for: .operator), on: today.today(), in: reader)
        }
    }

    @Test("an edition prints its published names, those since the edition before first, and no other")
    func edition() throws {
        let printed = try printed("۱۴۰۱")
        #expect(printed.count == 2)
        let page = try printed.pages.get().html()
        let html = page.pageText
        for part in [
            "فهرست شهدای جهادگر", "دوره ۲", "قم ۱۴۰۱", "دوره پیش: مشهد، ۱۴۰۰", "شهدای پس از کنگره مشهد",
            "شهدای دوره‌های پیش", "۶ بهمن ۱۴۰۰", "پویا &lt;نمونه&gt;",
        ] { #expect(html.contains(part), "\(part)") }
        #expect(page.contains("<p>بند دوم</p>"))
        #expect(!html.contains("نام منتشرنشده"))
        let names = try ["آوا نمونه", "پویا &lt;نمونه&gt;"].map { try #require(html.range(of: $0)).lowerBound }
        #expect(names[0] < names[1])
    }

    @Test("the edition before prints its own")
    func before() throws {
        let printed = try printed("1400")
        #expect(printed.count == 1)
        let html = try printed.pages.get().html()
        #expect(!html.contains("آوا نمونه") && !html.contains("دوره پیش"))
    }

    @Test("a year without a congress is refused")
    func unknown() {
        #expect(throws: DecideError.self) { try printed("1399") }
    }
}
