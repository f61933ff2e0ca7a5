import Domain
import Persian
import Testing

/// What a report and a camp hold: the clock stands at 1401/05/09, ten in the morning, and C-001 runs from the 1st to
/// the 10th with 12 people.
@Suite("What camps report")
struct CampReportTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice()
        for line in [
            CampTests.bahar, #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
        ] { try office.carriesOut(line) }
    }

    private func report(_ fields: String, day: String = "1401/05/03", present: Int = 12) -> String {
        #"{"command":"camp.report","camp":"C-001","day":"\#(day)","present":\#(present),"beneficiaries":1\#(fields)}"#
    }

    private func work(_ quantity: String, _ more: String = "") -> String {
        report(#","work":[{"field":"construction","what":"شن","quantity":\#(quantity),"unit":"کامیون"\#(more)}]"#)
    }

    private func lastWork() throws -> WorkLine {
        try #require(office.registry.reports(of: "C-001").last?.work.first)
    }

    @Test(
        "a quantity has up to three decimals, written with a point, a Persian one or a slash",
        arguments: ["7.5", "\"7.5\"", "\"7/5\"", "\"۷٫۵\"", "\"۷/۵\""])
    func decimals(quantity: String) throws {
        let entry = try office.carriesOut(work(quantity))
        #expect(try lastWork().quantity == Quantity(thousandths: 7500))
        #expect(entry.answer["result"]?["work"]?.list?.first?["quantity"] == .decimal(7.5))
        #expect(try lastWork().display(.persian).withoutIsolates == "شن ۷٫۵ کامیون (عمرانی)")
    }

    @Test("whole quantities stay whole in files, and read back as they were")
    func whole() throws {
        try office.carriesOut(work("120", #","worth":"۱۲٬۰۰۰٬۰۰۰""#))
        let line = try lastWork()
        #expect(line.json["quantity"] == .integer(120) && line.worth == 12_000_000)
        #expect(WorkLine(line.json) == line)
        #expect(line.display(.english).withoutIsolates == "شن 120 کامیون (construction), 12,000,000 rial")
    }

    @Test("four decimals, other texts and negative numbers are refused, and rial are whole")
    func notQuantities() {
        for quantity in ["7.1234", "\"7.1234\"", "\"سه\"", "-1", "\"7/5/1\"", "1000000001"] {
            office.refuses(work(quantity), as: .invalidNumber, field: "quantity", fa: "۷٫۵", en: "three decimals")
        }
        office.refuses(work("1", #","worth":2.5"#), as: .invalidNumber, field: "worth")
        office.refuses(work("1", #","value":2"#), as: .unknownValue, field: "work", fa: "یکا")
    }

    @Test("sisters and brothers are both given, and add up to those present")
    func sistersAndBrothers() throws {
        office.refuses(
            report(#","sisters":5,"brothers":6"#), as: .invalidNumber, field: "brothers", fa: "۱۱", en: "11 together")
        office.refuses(report(#","sisters":5"#), as: .invalidNumber, field: "brothers", fa: "۷ نفر", en: "7 are left")
        office.refuses(report(#","brothers":13"#), as: .invalidNumber, field: "sisters", fa: "خواهران")
        office.refuses(report(#","sisters":-1,"brothers":13"#), as: .invalidNumber, field: "sisters")
        try office.carriesOut(report(#","sisters":5,"brothers":7"#))
        let told = try #require(office.registry.reports(of: "C-001").last)
        #expect(told.sisters == 5 && told.brothers == 7)
        let correction = try office.carriesOut(report(""))
        #expect(correction.answer["result"]?["correction"] == .bool(true))
        #expect(office.registry.reports(of: "C-001").last?.sisters == nil)
    }

    @Test("more people than the camp's groups send are warned of, not refused")
    func crowd() throws {
        let entry = try office.carriesOut(report("", present: 88))
        #expect(entry.warnings.compactMap { $0["warning"]?.string } == ["capacity"])
        #expect(entry.warnings.first?["fa"]?.string?.contains("۸۸") == true)
        #expect(try office.carriesOut(report("")).warnings.isEmpty)
    }

    @Test("the days that are named are accepted: none that are still to come")
    func accepted() throws {
        for day in ["1401/04/31", "1401/05/10", "1401/05/11"] {
            office.refuses(
                report("", day: day), as: .invalidDate, field: "day", fa: "تا ۱۴۰۱/۰۵/۰۹",
                en: "1401/05/01 to 1401/05/09")
        }
        try office.carriesOut(
            CampTests.planned(
                "C-002", groups: #"{"group":"Q-0002","headcount":9}"#, from: "1401/05/09", to: "1401/05/15"))
        try office.carriesOut(
            CampTests.planned(
                "C-003", groups: #"{"group":"Q-0002","headcount":9}"#, from: "1401/06/09", to: "1401/06/15"))
        for code in ["C-002", "C-003"] {
            try office.carriesOut(#"{"command":"camp.approve","code":"\#(code)"}"#)
            try office.carriesOut(#"{"command":"camp.start","code":"\#(code)"}"#)
        }
        office.refuses(
            CampTests.report("1401/05/10", camp: "C-002"), as: .invalidDate, fa: "تنها ۱۴۰۱/۰۵/۰۹",
            en: "1401/05/09 alone")
        office.refuses(
            CampTests.report("1401/05/09", camp: "C-003"), as: .invalidDate, fa: "تازه در ۱۴۰۱/۰۶/۰۹",
            en: "begins only on 1401/06/09")
    }

    @Test("of a camp that was closed early only the days until then count, and it is over for its group")
    func closedEarly() throws {
        for day in 1...8 { try office.carriesOut(CampTests.report("1401/05/0\(day)")) }
        let before = try CampDays.evidence(of: camp(), in: office.registry)
        #expect(before.map(\.count) == [10])
        let closed = try office.carriesOut(
            #"{"command":"camp.close","code":"C-001","at":"1401/05/08T22:00"}"#)
        #expect(try camp().closedOn == day("1401/05/08"))
        #expect(try CampDays.evidence(of: camp(), in: office.registry).map(\.count) == [8])
        let next = try office.carriesOut(CampTests.planned("C-002", from: "1401/05/09", to: "1401/05/18"))
        #expect(next.warnings.isEmpty, "its group is no longer at C-001")
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(closed.id)"}"#)
        #expect(try CampDays.evidence(of: camp(), in: office.registry).map(\.count) == [10])
    }

    @Test("a day that was reported counts though the closing bears an earlier time")
    func reportedLater() throws {
        for day in 1...9 { try office.carriesOut(CampTests.report("1401/05/0\(day)")) }
        try office.carriesOut(#"{"command":"camp.close","code":"C-001","at":"1401/05/08T22:00"}"#)
        #expect(try camp().closedOn == day("1401/05/09"))
    }

    @Test("what keeps a camp from closing is listed in words")
    func openItems() throws {
        try office.carriesOut(CampTests.need)
        try office.carriesOut(CampTests.incident("serious"))
        let refusal = office.refuses(
            #"{"command":"camp.close","code":"C-001"}"#, as: .notComplete, saying: "N-001", "I-001", "پتو",
            fa: "نخست حادثه‌ها را به سرانجام برسانید", en: "resolve its incidents")
        #expect(refusal?.phrase.fa.contains("need.settle") == false && refusal?.phrase.en.contains(".settle") == false)
    }

    @Test("provinces are kept in one spelling, and an unknown one names the nearest")
    func provinces() throws {
        func amend(_ province: String) -> String {
            #"{"command":"camp.amend","code":"C-001","province":"\#(province)"}"#
        }
        try office.carriesOut(amend("استان كردستان"))
        #expect(try camp().province == "کردستان")
        try office.carriesOut(amend("چهار محال بختیاری"))
        #expect(try camp().province == "چهارمحال و بختیاری")
        office.refuses(
            amend("کردسان"), as: .unknownValue, field: "province", saying: "کردسان", "کردستان", en: "Kurdistan")
        office.refuses(amend("Q-0002"), as: .unknownValue, field: "province", saying: "Q-0002")
    }

    private func camp() throws -> Camp { try #require(office.registry.find(Camp.self, key: "C-001")) }
}
