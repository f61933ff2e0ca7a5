import Domain
import Exchange
import Persian
import Store
import Testing

/// A row of the camps' sheet by its headers; what is not said is as in an ordinary row.
struct CampLine {
    static let headers = [
        "کد اردو", "عنوان", "شماره ثبت گروه", "نوع اردو", "استان", "شهرستان", "روستا / محله", "حوزه فعالیت", "از تاریخ",
        "تا تاریخ", "تعداد نفرات",
    ]
    private static let ordinary = [
        "C-001", "اردوی نسیم", "Q-0001", "روستا", "لرستان", "کوهدشت", "تنگه‌باغ", "پزشکی", "1401/06/13", "1401/06/19",
        "12",
    ]

    let cells: [String]

    init(_ changes: [String: String] = [:]) {
        cells = zip(Self.headers, Self.ordinary).map { changes[$0] ?? $1 }
    }

    static func sheet(_ lines: CampLine...) -> String {
        csv([headers] + lines.map(\.cells), delimiter: ",", lineEnd: "\r\n")
    }
}

@Suite("Importing camps")
struct ImportCampsTests {
    /// An office with the groups Q-0001 and Q-0002 of forty people each.
    private func office() throws -> OfficeFile {
        let office = try newOffice()
        let second = [
            "شماره ثبت": "Q-0002", "نام گروه": "گروه باران", "کد ملی مسئول": "", "نام مسئول": "", "تلفن همراه": "",
        ]
        let report = try office.importing(GroupsSheet.self, GroupLine.sheet(GroupLine(), GroupLine(second)))
        try #require(report.counts == [2, 2, 0, 0, 0])
        return office
    }

    private func camp(_ code: String, in office: OfficeFile) throws -> Camp {
        try #require(try office.find(Camp.self, code))
    }

    @Test("the sheet that districts sent lands whole, and is all the same when it comes again")
    func districts() throws {
        let office = try newOffice()
        #expect(try office.importing(GroupsSheet.self, path: fixture("camps-groups.csv")).added == 100)
        #expect(try office.importing(CampsSheet.self, path: fixture("camps.csv")).counts == [100, 100, 0, 0, 0])
        let last = try office.entries().count
        #expect(try office.importing(CampsSheet.self, path: fixture("camps.csv")).counts == [100, 0, 100, 0, 0])
        #expect(try office.entries(after: last).isEmpty)
        let camp = try camp("C-002", in: office)
        #expect([camp.from, camp.to].map { $0.jalaliText(.english) } == ["1401/05/24", "1401/06/05"])
        #expect(camp.groups == [CampGroup(group: "Q-0186", headcount: 34)] && camp.kind == .village)
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test(
        "a row that does not fit is refused at its column",
        arguments: [
            ("کد اردو", "", "missing-value"), ("عنوان", "", "missing-value"),
            ("شماره ثبت گروه", "Q-7777", "not-found"), ("شماره ثبت گروه", "", "missing-value"),
            ("نوع اردو", "شهر", "unknown-value"), ("نوع اردو", "", "missing-value"),
            ("استان", "", "missing-value"), ("شهرستان", "", "missing-value"), ("روستا / محله", "", "missing-value"),
            ("حوزه فعالیت", "آشپزی", "unknown-value"), ("از تاریخ", "1401/07/31", "invalid-date"),
            ("از تاریخ", "فردا", "invalid-date"), ("تا تاریخ", "1401/13/01", "invalid-date"),
            ("تا تاریخ", "1401/06/12", "invalid-date"),
        ])
    func refused(_ column: String, _ value: String, _ rule: String) throws {
        let office = try office()
        let report = try office.importing(CampsSheet.self, CampLine.sheet(CampLine([column: value])))
        let code = column == "کد اردو" ? "" : "C-001"
        #expect(report.reasons == ["2 \(code) \(column) \(rule)"])
        #expect(try office.count(Camp.kind) == 0)
    }

    @Test("a bad headcount, and a group that may not go, are refused at the group's row")
    func groups() throws {
        let office = try office()
        for (value, rule) in [("دوازده", "invalid-number"), ("0", "invalid-number"), ("", "missing-value")] {
            let report = try office.importing(CampsSheet.self, CampLine.sheet(CampLine(["تعداد نفرات": value])))
            #expect(report.refusals.map(\.refusal.code.rawValue) == [rule])
            #expect(report.refusals.first?.refusal.phrase.fa.contains("نفرات") == true)
        }
        try office.send(#"{"command":"group.suspend","code":"Q-0001"}"#)
        let report = try office.importing(CampsSheet.self, CampLine.sheet(CampLine()))
        #expect(report.refusals.map(\.refusal.code) == [.wrongState])
        #expect(try office.count(Camp.kind) == 0)
    }

    @Test("a neighbourhood camp of several days, and one of more than fourteen, are refused at the end's column")
    func length() throws {
        let office = try office()
        for changes in [["نوع اردو": "محله"], ["تا تاریخ": "1401/06/27"]] {
            let report = try office.importing(CampsSheet.self, CampLine.sheet(CampLine(changes)))
            #expect(report.reasons == ["2 C-001 تا تاریخ camp-length"])
        }
    }

    @Test("rows of one camp gather its groups; each row says its own headcount")
    func severalGroups() throws {
        let office = try office()
        let sheet = CampLine.sheet(CampLine(), CampLine(["شماره ثبت گروه": "Q-0002", "تعداد نفرات": "۹"]))
        #expect(try office.importing(CampsSheet.self, sheet).counts == [2, 1, 0, 1, 0])
        let both = [CampGroup(group: "Q-0001", headcount: 12), CampGroup(group: "Q-0002", headcount: 9)]
        #expect(try camp("C-001", in: office).groups == both)
        #expect(try office.importing(CampsSheet.self, sheet).counts == [2, 0, 2, 0, 0])
        let more = try office.importing(CampsSheet.self, CampLine.sheet(CampLine(["تعداد نفرات": "15"])))
        #expect(more.counts == [1, 0, 0, 1, 0])
        #expect(Set(try camp("C-001", in: office).groups.map(\.headcount)) == [15, 9])
    }

    @Test("what differs is amended; another title under a known code is refused")
    func changed() throws {
        let office = try office()
        try office.importing(CampsSheet.self, CampLine.sheet(CampLine()))
        let moved = CampLine(["کد اردو": "c-۰۰۱", "تا تاریخ": "۱۴۰۱/۶/۲۰", "عنوان": "اردوي نسيم"])
        #expect(try office.importing(CampsSheet.self, CampLine.sheet(moved)).counts == [1, 0, 0, 1, 0])
        #expect(try camp("C-001", in: office).to == (try Day(parsing: "1401/06/20")))
        let other = try office.importing(CampsSheet.self, CampLine.sheet(CampLine(["عنوان": "اردوی دیگر"])))
        #expect(other.reasons == ["2 C-001 کد اردو duplicate-code"])
        #expect(other.refusals.first?.refusal.phrase.en.contains("C-002") == true)
    }
}
