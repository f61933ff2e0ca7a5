import Domain
import Foundation
import Persian
import Testing

@testable import Exchange
@testable import Store

/// Sheets as bases send them: a row a household, or a row a delivery. The clock stands at 1401/05/05.
@Suite("Households and deliveries in sheets")
struct ImportPackagesTests {
    private let office: OfficeFile

    init() throws {
        office = try newOffice()
        let bases = ["امید", "کهک", "مهر", "کوثر", "نور", "پردیسان"]
        for (number, name) in bases.enumerated() {
            try office.send(#"{"command":"base.found","code":"B-0\#(number + 1)","name":"قرارگاه جهادی \#(name)"}"#)
        }
        try Self.begin("RM-1401", "رزمایش ولایت", "1401/04/19", "1401/04/27", in: office)
        try office.send(
            """
            {"command":"group.register","code":"Q-0001","name":"باران","kind":"general","fields":["relief"],"county":"قم",\
            "size":40,"registeredOn":"1400/01/05"}
            """)
    }

    /// Opens a campaign that gives a hundred packages to each base.
    private static func begin(
        _ code: String, _ title: String, _ from: String, _ to: String, in office: OfficeFile
    ) throws {
        try office.send(
            """
            {"command":"campaign.open","code":"\(code)","title":"\(title)","from":"\(from)","to":"\(to)","target":600}
            """)
        try office.send(#"{"command":"campaign.receive","campaign":"\#(code)","quantity":600,"on":"\#(from)"}"#)
        for number in 1...6 {
            try office.send(
                #"{"command":"campaign.allocate","campaign":"\#(code)","base":"B-0\#(number)","quantity":100}"#)
        }
    }

    private static let terms = ImportTerms(campaign: "RM-1401")

    /// A valid national ID that begins with 999.
    private static func id(_ number: Int) -> String {
        let nine = "999\(String(repeating: "0", count: 6 - String(number).count))\(number)"
        return (0...9).map { "\(nine)\($0)" }.first { (try? NationalID($0)) != nil } ?? ""
    }

    private func households() throws -> Int { try office.count(Household.kind) }

    private func stock(of base: String) throws -> Int {
        try office.view { (reader) throws(DecideError) in
            try reader.registry.stock(at: StockPlace(campaign: "RM-1401", base: base)).held
        }
    }

    // MARK: The office's sheet

    @Test("the office's sheet: each household once, second deliveries refused, and sent again all is as before")
    func office1401() throws {
        func read() throws -> ImportReport {
            try SheetImport<DeliveriesSheet>(path: fixture("office-deliveries.csv")).run(
                in: office, by: clerk, clock: today, Self.terms)
        }
        let first = try read()
        #expect(first.counts == [200, 163, 0, 0, 37])
        #expect(first.refusals.allSatisfy { $0.refusal.code == .alreadyDelivered && $0.column == "کد خانوار" })
        #expect(first.warnings.count == 0 && first.columns == ImportReport.Columns(lacking: first.columns.lacking))
        #expect(try households() == 163, "none is recorded whose package was refused")
        #expect(try (1...6).map { try stock(of: "B-0\($0)") }.reduce(0, +) == 600 - 163)
        let last = try office.entries().count
        let again = try read()
        #expect(again.counts == [200, 0, 163, 0, 37])
        #expect(again.refusals.map(\.row) == first.refusals.map(\.row))
        #expect(try office.entries(after: last).isEmpty)
        #expect(try office.verify { _, _ in }.problems == [])
    }

    // MARK: Deliveries

    private static let header =
        "کد خانوار,نام سرپرست,کد ملی سرپرست,تعداد نفرات خانوار,نوع منطقه,محل,قرارگاه,تعداد بسته,تاریخ تحویل\n"
    private static let wide = "کد ملی اعضا,تلفن همراه,گروه آورنده,گیرنده,رزمایش," + header

    /// A row of a sheet with ``header``; who and where are as in an ordinary one.
    private static func row(
        _ number: Int, code: String? = nil, base: String = "B-01", quantity: String = "1", on: String = "1401/04/20"
    ) -> String {
        let code = code ?? "H-0000\(number)"
        return "\(code),نرگس احمدی,\(id(number)),5,روستا,گل‌دره,\(base),\(quantity),\(on)\n"
    }

    private func read(_ rows: String..., terms: ImportTerms = terms) throws -> ImportReport {
        try office.importing(DeliveriesSheet.self, text: Self.header + rows.joined(), terms)
    }

    private func deliveries(_ household: String) throws -> [Delivery] {
        try office.view { (reader) throws(DecideError) in try reader.deliveries(toHousehold: household) }
    }

    @Test("every column lands: the household with its base, the delivery with who brought and who took it")
    func columns() throws {
        try Self.begin("RM-2", "رزمایش دوم", "1401/04/01", "1401/04/05", in: office)
        let rows = """
            "\(Self.id(2))، \(Self.id(3)) و \(Self.id(4))",0912 000 0001,باران,همسایه,رزمايش دوم,h-7,نرگس احمدی,\(Self.id(1)),5,\
            حاشیه,گل‌دره,قرارگاه جهادي كوثر,2,1401/04/02
            ,,,,RM-1401,,رضا نوری,\(Self.id(9)),,روستا,کهک,B-02,1,1401/04/20

            """
        let report = try office.importing(DeliveriesSheet.self, text: Self.wide + rows, ImportTerms())
        #expect(report.counts == [2, 2, 0, 0, 0], "\(report.refusals)")
        let household = try #require(try office.find(Household.self, "H-7"))
        #expect(household.head == Self.id(1) && household.members == [2, 3, 4].map(Self.id))
        #expect(household.size == 5 && household.area == .outskirts && household.mobile == "09120000001")
        #expect(household.base == "B-04")
        let delivery = try #require(try deliveries("H-7").first)
        #expect(delivery.campaign == "RM-2" && delivery.quantity == 2 && delivery.base == "B-04")
        #expect(delivery.by == "Q-0001" && delivery.collectedBy == "همسایه")
        // A row without a code gets one that no other row bears.
        #expect(try deliveries("H-00008").first?.campaign == "RM-1401")
    }

    @Test("what is wrong is refused with its row and column, and nothing of the row stays")
    func refusals() throws {
        let good = Self.row(1)
        let rows: [(String, RefusalCode, String)] = [
            (Self.row(2, base: "B-09"), .notFound, "قرارگاه"), (Self.row(2, base: ""), .missingValue, "قرارگاه"),
            (Self.row(2, quantity: "101"), .insufficientStock, "تعداد بسته"),
            (Self.row(2, quantity: "0"), .invalidNumber, "تعداد بسته"),
            (Self.row(2, quantity: ""), .missingValue, "تعداد بسته"),
            (Self.row(2, on: "1401/04/28"), .invalidDate, "تاریخ تحویل"),
            (Self.row(2, on: "1401/04/32"), .invalidDate, "تاریخ تحویل"),
            (Self.row(2, on: ""), .missingValue, "تاریخ تحویل"),
            (Self.row(2).replacing("نرگس احمدی", with: ""), .missingValue, "نام سرپرست"),
            (Self.row(2).replacing("روستا", with: "کوهستان"), .unknownValue, "نوع منطقه"),
            (Self.row(2).replacing("گل‌دره", with: ""), .missingValue, "محل"),
            (Self.row(2).replacing(",5,", with: ",هفت‌هزار,"), .invalidNumber, "تعداد نفرات خانوار"),
            (Self.row(2).replacing(Self.id(2), with: "9990000019"), .invalidNationalID, "کد ملی سرپرست"),
            (Self.row(2).replacing(Self.id(2), with: ""), .notFound, "کد خانوار"),
            (Self.row(1, code: "H-00002", base: "B-02"), .alreadyDelivered, "کد خانوار"),
        ]
        for (row, code, column) in rows {
            let report = try read(good, Self.row(8), row)
            #expect(report.refusals.map(\.refusal.code) == [code], "\(row)")
            #expect(report.refusals.map(\.row) == [4] && report.refusals.map(\.column) == [column], "\(row)")
            #expect(try households() == 2, "\(row)")
        }
    }

    @Test("a household is found by its code, its head or a member; what the row says otherwise is told, not written")
    func known() throws {
        try office.send(
            """
            {"command":"household.record","code":"H-00001","head":"\(Self.id(1))","headName":"نرگس احمدی",\
            "members":["\(Self.id(2))"],"size":4,"area":"village","place":"گل دره"}
            """)
        let report = try read(Self.row(2, code: "H-00900"), Self.row(5))
        #expect(report.counts == [2, 2, 0, 0, 0])
        #expect(try deliveries("H-00001").count == 1 && office.find(Household.self, "H-00900") == nil)
        #expect(try office.find(Household.self, "H-00001")?.size == 4)
        let said = report.warnings.map(\.warning.phrase.en)
        #expect(said.count == 2 && report.warnings.allSatisfy { $0.row == 2 && $0.warning.code == .differing })
        #expect(said[0].contains("H-00001, not H-00900"))
        #expect(said[1].contains("“size” 4, not 5") && said[1].contains("“head's national ID”"))
        #expect(!said[1].contains(Self.id(1)) && !said[1].contains("place"))
        // The head of the code is somebody else: no package is counted to a household that did not get it.
        let other = try read(Self.row(7, code: "H-00005"), Self.row(6), Self.row(8))
        #expect(other.counts == [3, 2, 0, 0, 1])
        #expect(other.reasons == ["2 H-00005 کد خانوار duplicate-code"])
    }

    @Test("a row that stands in a sheet twice is one delivery, however often the sheet comes")
    func twice() throws {
        let rows = Self.row(1) + Self.row(2) + Self.row(1)
        #expect(try read(rows).counts == [3, 2, 0, 0, 1])
        #expect(try read(rows).counts == [3, 0, 2, 0, 1])
        // A second package that was answered for stands for the second row.
        try office.send(
            """
            {"command":"campaign.deliver","campaign":"RM-1401","base":"B-01","household":"H-00001","quantity":1,\
            "on":"1401/04/20","reason":"بسته نخست در سیل رفت"}
            """)
        #expect(try read(rows).counts == [3, 0, 3, 0, 0])
    }

    @Test("a sheet says its campaign in a column, or somebody says it beside it, or it is the current one")
    func campaigns() throws {
        #expect(throws: ImportError.self) { try read(Self.row(1), terms: ImportTerms()) }
        #expect(throws: ImportError.self) { try read(Self.row(1), terms: ImportTerms(campaign: "RM-9")) }
        let report = try read(Self.row(1), terms: ImportTerms(usesCurrentCampaign: true))
        #expect(report.campaign?.code == "RM-1401" && report.added == 1)
        #expect(try deliveries("H-00001").first?.campaign == "RM-1401")
    }

    // MARK: The brake

    /// What a held sheet says.
    private func held(_ rows: String) throws -> [String] {
        let error = #expect(throws: ImportError.self) { try read(rows) }
        guard case .held(let objections) = error else { return [] }
        return objections.map(\.en)
    }

    @Test("a sheet that is mostly second deliveries stops before it writes, and goes on when that is said")
    func mostlyDoubles() throws {
        #expect(try read((1...4).map { Self.row($0) }.joined()).added == 4)
        let last = try office.entries().count
        let rows =
            (1...3).map { Self.row($0, base: "B-02") }.joined() + Self.row(5) + Self.row(5, base: "B-03") + Self.row(6)
        let said = try held(rows)
        #expect(said.count == 1 && said[0].hasPrefix("4 of the 6 rows"))
        #expect(said[0].contains("rows 2, 3, 4, 6"))
        #expect(try office.entries(after: last).isEmpty)
        let trial = try read(rows, terms: ImportTerms(isDryRun: true, campaign: "RM-1401"))
        #expect(trial.objections.count == 1 && trial.counts == [6, 2, 0, 0, 4])
        #expect(trial.json["objections"]?.list?.count == 1)
        #expect(try office.entries(after: last).isEmpty)
        let report = try read(rows, terms: ImportTerms(goesOn: true, campaign: "RM-1401"))
        #expect(report.counts == [6, 2, 0, 0, 4] && report.objections.isEmpty)
        // Half of them is not more than half, and what is the same is no second delivery.
        #expect(try read(Self.row(1, base: "B-02"), Self.row(7)).counts == [2, 1, 0, 0, 1])
        #expect(try read((1...4).map { Self.row($0) }.joined()).counts == [4, 0, 4, 0, 0])
    }

    @Test("a person in more than five rows stops it too, head or member, and is told masked")
    func crowded() throws {
        func rows(_ count: Int) -> String {
            let member = (1...count).map { "\(Self.id(90)),,,,RM-1401," + Self.row($0) }.joined()
            return Self.wide + member + (10...30).map { ",,,,RM-1401," + Self.row($0) }.joined()
        }
        let error = #expect(throws: ImportError.self) {
            try office.importing(DeliveriesSheet.self, text: rows(6), ImportTerms())
        }
        let said = try #require(error?.phrase)
        let masked = try NationalID(Self.id(90)).masked()
        #expect(said.en.contains("\(masked) in 6 rows (2, 3, 4, 5, 6, 7)") && said.en.contains("--anyway"))
        #expect(said.fa.contains(persianDigits(masked)) && !said.en.contains(Self.id(90)))
        #expect(try households() == 0)
        #expect(try office.importing(DeliveriesSheet.self, text: rows(5), ImportTerms()).counts == [26, 22, 0, 0, 4])
    }

    // MARK: Households

    @Test("a list of households is recorded, sent again is the same, and amends what differs")
    func lists() throws {
        let header =
            "کد خانوار,نام سرپرست,کد ملی سرپرست,کد ملی اعضا,تعداد نفرات خانوار,نوع منطقه,محل,تلفن همراه,قرارگاه\n"
        func counts(_ rows: String) throws -> [Int] {
            try office.importing(HouseholdsSheet.self, header + rows).counts
        }
        let first =
            "H-7,نرگس احمدی,\(Self.id(1)),\(Self.id(2))/\(Self.id(1)),4,روستا,گل‌دره,09120000001,قرارگاه جهادی نور\n"
        let second = ",رضا نوری,\(Self.id(3)),,,حاشیه شهر,کهک,,\n"
        #expect(try counts(first + second) == [2, 2, 0, 0, 0])
        #expect(try office.find(Household.self, "H-7")?.members == [Self.id(2)])
        #expect(try office.find(Household.self, "H-00008")?.size == 1)
        let last = try office.entries().count
        #expect(try counts(first + second) == [2, 0, 2, 0, 0])
        #expect(try office.entries(after: last).isEmpty)
        #expect(
            try counts(first.replacing(",4,", with: ",6,") + second.replacing("کهک", with: "توحید")) == [2, 0, 0, 2, 0])
        #expect(try office.find(Household.self, "H-7")?.size == 6)
        // By the head, whatever its code there.
        let report = try office.importing(
            HouseholdsSheet.self,
            header + "X-1" + second
                + first.replacing(Self.id(1), with: Self.id(5)).replacing("نرگس احمدی", with: "لیلا"))
        #expect(report.counts == [2, 0, 0, 1, 1] && report.warnings.map(\.warning.code) == [.differing])
        #expect(report.reasons == ["3 H-7 کد خانوار duplicate-code"])
    }
}
