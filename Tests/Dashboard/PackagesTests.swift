import Canvas
import Domain
import Exchange
import Foundation
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// A campaign of 500 packages in the Velayat decade of 1401, everything invented: two bases, households served, missed and
/// waiting, a pair of suspects, damage and a count; national IDs begin with 999.
@MainActor
enum PackagesExample {
    nonisolated static let now = "1401/04/25T10:00"

    nonisolated static let office: [String] =
        TestDashboard.office + [
            #"{"command":"base.found","code":"B-02","name":"قرارگاه جهادی مهر"}"#,
            #"{"command":"institution.register","code":"SETAD","name":"ستاد اجرایی فرمان امام"}"#,
            """
            {"command":"campaign.open","code":"RM-1400","title":"رزمایش یلدا","from":"1400/09/25","to":"1400/09/30",\
            "target":100}
            """,
            """
            {"command":"campaign.open","code":"RM-1401","title":"رزمایش مؤمنانه دهه ولایت","from":"1401/04/19",\
            "to":"1401/04/27","target":500,"contents":"برنج، روغن، حبوبات"}
            """,
            stock("receive", #""campaign":"RM-1400","quantity":20,"on":"1400/09/24""#),
            stock("allocate", #""campaign":"RM-1400","base":"B-01","quantity":20"#),
            stock("receive", #""campaign":"RM-1401","institution":"SETAD","quantity":480,"on":"1401/04/18""#),
            stock("allocate", #""campaign":"RM-1401","base":"B-01","quantity":250"#),
            stock("allocate", #""campaign":"RM-1401","base":"B-02","quantity":5"#),
        ] + households + [
            deliver("H-00001", "B-01", "1400/09/26", #","by":"Q-0001""#, campaign: "RM-1400"),
            deliver("H-00001", "B-01", "1401/04/20", #","by":"Q-0001""#),
            deliver("H-00002", "B-01", "1401/04/21", #","collectedBy":"رضا باقری""#),
            deliver("H-00003", "B-02", "1401/04/23", #","reason":"خانوار جدا شده است""#),
            deliver("H-00004", "B-01", "1401/04/23"),
            miss("H-00005", "B-01", "absent", "1401/04/23"), miss("H-00005", "B-01", "absent", "1401/04/24"),
            miss("H-00006", "B-02", "moved", "1401/04/24"),
            stock("damage", #""campaign":"RM-1401","base":"B-01","quantity":4,"on":"1401/04/24""#),
            stock("return", #""campaign":"RM-1401","base":"B-01","quantity":25,"on":"1401/04/24""#),
            stock("count", #""campaign":"RM-1401","base":"B-01","quantity":216,"on":"1401/04/25""#),
        ]

    private nonisolated static let households = [
        household(1, "مهدی احمدی", "9990000034", ["9990000042", "9990000050"], 4, "village", "گل‌دره", "09120000034"),
        household(2, "زهرا نوری", "9990000069", [], 2, "village", "گل‌دره", nil),
        household(3, "مهدي  احمدي", "9990000077", ["9990000042"], 3, "village", "گل دره", "09120000034"),
        household(4, "حسین رضایی", "9990000085", ["9990000093", "9990000107"], 5, "outskirts", "شهرک قائم", nil),
        household(5, "سکینه باقری", "9990000115", [], 1, "outskirts", "شهرک قائم", "09120000115"),
        household(6, "علی‌اکبر موسوی", "9990000123", ["9990000131"], 6, "village", "کهک", nil),
        household(7, "فاطمه جعفری", "9990000141", [], 2, "village", "ورجان", nil),
    ]

    private nonisolated static func household(
        _ number: Int, _ name: String, _ head: String, _ members: [String], _ size: Int, _ area: String,
        _ place: String, _ mobile: String?
    ) -> String {
        let members = members.map { #""\#($0)""# }.joined(separator: ",")
        let mobile = mobile.map { #","mobile":"\#($0)""# } ?? ""
        let base = number == 7 ? #","base":"B-02""# : ""
        return """
            {"command":"household.record","code":"H-0000\(number)","head":"\(head)","headName":"\(name)",\
            "members":[\(members)],"size":\(size),"area":"\(area)","place":"\(place)"\(mobile)\(base)}
            """
    }

    private nonisolated static func stock(_ verb: String, _ fields: String) -> String {
        #"{"command":"campaign.\#(verb)",\#(fields)}"#
    }

    nonisolated static func deliver(
        _ household: String, _ base: String, _ day: String, _ more: String = "", campaign: String = "RM-1401"
    ) -> String {
        """
        {"command":"campaign.deliver","campaign":"\(campaign)","base":"\(base)","household":"\(household)",\
        "quantity":1,"on":"\(day)"\(more)}
        """
    }

    private nonisolated static func miss(_ household: String, _ base: String, _ reason: String, _ day: String) -> String
    {
        """
        {"command":"campaign.miss","campaign":"RM-1401","base":"\(base)","household":"\(household)",\
        "reason":"\(reason)","on":"\(day)"}
        """
    }

    static func open(
        _ language: Language, _ size: [Int] = [120, 40], as account: String? = nil, _ more: [String] = []
    ) throws -> TestDashboard {
        let test = try TestDashboard(language, office + more, as: account, now: now)
        test.dashboard.resize(width: size[0], height: size[1])
        try test.dashboard.refresh()
        try test.press("5")
        return test
    }

    /// A base's pack that comes home after the office served one of the same households and took packages back: a double,
    /// and more handed out than there was.
    static func comeHome(_ test: TestDashboard) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/khedmat-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/b2.khedmat"
        let pack = try test.office.makePack(
            BasePack.self, about: "B-02", of: "RM-1401", for: test.sender.account, at: path, by: test.sender,
            clock: test.clock)
        let laptop = try OfficeFile(path: path)
        for (number, household) in ["H-00006", "H-00007"].enumerated() {
            var request = try Request(
                try #require(JSON(parsing: deliver(household, "B-02", "1401/04/25"))))
            request.id = "01890000-0000-7000-8000-\(300_000_000_000 + number)"
            try laptop.send(
                request, by: Sender(account: test.sender.account, station: pack.code), clock: test.clock)
        }
        try test.send(deliver("H-00006", "B-01", "1401/04/25"))
        try test.send(stock("return", #""campaign":"RM-1401","base":"B-02","quantity":3,"on":"1401/04/25""#))
        _ = try test.office.take(OpenedPack(path: path), by: test.sender, clock: test.clock)
        try test.dashboard.refresh()
    }
}

@MainActor
@Suite("Pictures of the packages") struct PackagesPictures {
    private nonisolated static let sizes = [[80, 24], [120, 40]]

    private func expect(_ name: String, _ test: TestDashboard, _ size: [Int], _ language: Language) {
        expectScreen(test.dashboard, named: "packages-\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
    }

    @Test("The campaign, with a base that is overdrawn and doubles", arguments: Language.allCases, sizes)
    func campaign(language: Language, size: [Int]) throws {
        let test = try PackagesExample.open(language, size)
        expect("campaign", test, size, language)
        try PackagesExample.comeHome(test)
        try test.press("down down")
        expect("flagged", test, size, language)
        try test.press("enter")
        expect("place", test, size, language)
    }

    @Test("Households, the page of one, suspects, and those who were not served", arguments: Language.allCases, sizes)
    func households(language: Language, size: [Int]) throws {
        let test = try PackagesExample.open(language, size)
        try test.press("v")
        expect("households", test, size, language)
        try test.press("enter")
        expect("household", test, size, language)
        try test.press("v")
        expect("suspects", test, size, language)
        try test.press("v")
        expect("waiting", test, size, language)
        try test.press("f")
        expect("choices", test, size, language)
    }

    @Test(
        "A count that names its difference, a household like others, before they are sent", arguments: Language.allCases
    )
    func forms(language: Language) throws {
        let test = try PackagesExample.open(language, [80, 24])
        try test.press("down =")
        try test.type("210")
        expect("count", test, [80, 24], language)
        try test.press("escape n")
        try test.type("9990000042")
        expect("like", test, [80, 24], language)
    }

    @Test("Before there is anything", arguments: Language.allCases)
    func empty(language: Language) throws {
        let test = try TestDashboard(language, now: PackagesExample.now)
        try test.press("5")
        expect("empty", test, [80, 24], language)
    }
}

@MainActor
@Suite("The packages") struct PackagesTests {
    private func find<R: Domain.Record>(_ type: R.Type, _ key: String, in test: TestDashboard) throws -> R? {
        try test.office.view { (reader) throws(DecideError) in try reader.find(R.self, key: key) }
    }

    private func held(_ base: String?, in test: TestDashboard) throws -> Int? {
        let day = try Day(parsing: "1401/04/25")
        return try test.office.view { (reader) throws(DecideError) in
            try reader.stockRows(of: "RM-1401", days: day...day).first { $0.place.base == base }?.stock.held
        }
    }

    private func line(_ text: String, in test: TestDashboard) -> String {
        test.text.split(separator: "\n").map(String.init).first { $0.contains(text) } ?? ""
    }

    @Test("The sum closes, the share of the target stands in the menu, and each base has its row")
    func sum() throws {
        let test = try PackagesExample.open(.english)
        #expect(test.text.contains("4 of 500 delivered"), "\(test.text)")
        #expect(line("▓ 4", in: test).contains("480 = "), "\(test.text)")
        #expect(!test.text.contains("does not close"))
        #expect(line("B-02", in: test).contains("مهر"))
        #expect(test.text.contains("4 of 7 households served"))
    }

    @Test("What was handed out beyond the stock, and twice, is told by word and sign")
    func flagged() throws {
        let test = try PackagesExample.open(.english)
        try PackagesExample.comeHome(test)
        #expect(test.text.contains("▲ overdrawn 1"), "\(test.text)")
        #expect(test.text.contains("= 1 double") && test.text.contains("= 2 doubles"), "\(test.text)")
        try test.press("1")
        #expect(test.text.contains("1 package more than it had"), "\(test.text)")
        #expect(test.text.contains("2 deliveries to households that another desk served"), "\(test.text)")
        try test.press("5 v /")
        try test.type("H-00006")
        try test.press("enter enter")
        #expect(test.text.contains("another desk served it too"), "\(test.text)")
    }

    @Test("P prints the list of the selected base, i imports the sheet that the view is about")
    func listsOut() throws {
        let test = try PackagesExample.open(.english)
        test.dashboard.resize(width: 120, height: 40)
        try test.press("home P")
        #expect(test.text.contains("select a base first"), "\(test.text)")
        try test.press("down P")
        #expect(test.dashboard.modals.last is PrintModal)
        #expect(test.text.contains("RM-1401"), "\(test.text)")
        try test.press("escape i")
        #expect(test.dashboard.modals.last is ImportModal)
        #expect(test.text.contains("deliveries"), "\(test.text)")
        try test.press("escape v i")
        #expect(test.dashboard.modals.last is ImportModal)
        #expect(test.text.contains("households"), "\(test.text)")
    }

    @Test("+ receives, a allocates, b returns, - damages: each from the selected place")
    func moving() throws {
        let test = try PackagesExample.open(.english)
        try test.press("+")
        try test.type("20")
        try test.press("ctrl+s")
        #expect(try held(nil, in: test) == 270, "\(test.text)")
        try test.press("down a")
        #expect(test.text.contains("270 packages held"), "\(test.text)")
        try test.type("30")
        #expect(test.text.contains("240 after this"), "\(test.text)")
        try test.press("ctrl+s")
        #expect(try held("B-01", in: test) == 246, "\(test.text)")
        try test.press("b")
        try test.type("6")
        try test.press("ctrl+s -")
        try test.type("2")
        try test.press("ctrl+s")
        #expect(try held("B-01", in: test) == 238, "\(test.text)")
    }

    @Test("A refusal stays in the form, in words")
    func refused() throws {
        let test = try PackagesExample.open(.english)
        try test.press("down a")
        try test.type("9000")
        try test.press("ctrl+s")
        #expect(test.text.contains("holds 250 packages"), "\(test.text)")
        #expect(try held(nil, in: test) == 250)
    }

    @Test("A count names the difference, is refused when the stock moved meanwhile, and names the new one")
    func counting() throws {
        let test = try PackagesExample.open(.english)
        try test.press("down =")
        #expect(test.text.contains("there should be 216 packages"), "\(test.text)")
        try test.type("210")
        #expect(test.text.contains("6 packages will be missing"), "\(test.text)")
        try test.send(#"{"command":"campaign.allocate","campaign":"RM-1401","base":"B-01","quantity":4}"#)
        try test.press("ctrl+s")
        #expect(try held("B-01", in: test) == 220, "\(test.text)")
        try test.dashboard.refresh()
        #expect(test.text.contains("10 packages will be missing"), "\(test.text)")
        try test.press("ctrl+s")
        #expect(try held("B-01", in: test) == 210, "\(test.text)")
        #expect(test.text.contains("210 counted, 10 missing"), "\(test.text)")
    }

    @Test("The store is counted without a base")
    func countingStore() throws {
        let test = try PackagesExample.open(.english)
        try test.press("=")
        #expect(test.text.contains("there should be 250 packages at the store"), "\(test.text)")
        try test.type("249")
        try test.press("ctrl+s")
        #expect(try held(nil, in: test) == 249, "\(test.text)")
    }

    @Test("Reconciling is refused while suspects are undecided; s and d judge, u takes it back; then it closes")
    func judging() throws {
        let test = try PackagesExample.open(.english)
        try test.press("t tab enter")
        #expect(try find(Campaign.self, "RM-1401", in: test)?.state == .open)
        #expect(test.text.contains("H-00001 and H-00003") || test.text.contains("pair"), "\(test.text)")
        try test.press("v v")
        #expect(test.text.contains("H-00001") && test.text.contains("1 person"), "\(test.text)")
        try test.press("d")
        #expect(try find(HouseholdVerdict.self, "H-00001/H-00003", in: test)?.verdict == .different, "\(test.text)")
        #expect(test.text.contains("There is no pair to judge"), "\(test.text)")
        try test.press("u")
        #expect(try find(HouseholdVerdict.self, "H-00001/H-00003", in: test) == nil)
        try test.press("s f")
        #expect(line("H-00003", in: test).contains("="), "\(test.text)")
        try test.press("d")
        #expect(try find(HouseholdVerdict.self, "H-00001/H-00003", in: test)?.verdict == .different)
        try test.press("escape escape t tab enter")
        #expect(try find(Campaign.self, "RM-1401", in: test)?.state == .reconciled, "\(test.text)")
        try test.press("t tab enter")
        #expect(try find(Campaign.self, "RM-1401", in: test)?.state == .closed, "\(test.text)")
    }

    @Test("/ finds a household by any member; Enter opens all that it got; a suspect there leads to the other")
    func searching() throws {
        let test = try PackagesExample.open(.english)
        try test.press("/")
        try test.type("9990000050")
        try test.press("enter")
        #expect(test.text.contains("H-00001") && !test.text.contains("H-00002"), "\(test.text)")
        try test.press("enter")
        #expect(test.text.contains("RM-1400") && test.text.contains("RM-1401"), "\(test.text)")
        try test.press("enter")
        #expect(test.dashboard.screen.path() == ["H-00003"], "\(test.text)")
        try test.press("escape escape")
        #expect(test.text.contains("H-00002"))
    }

    @Test("f and ] narrow the list in words, Escape shows all")
    func choosing() throws {
        let test = try PackagesExample.open(.english)
        try test.press("v f down enter")
        #expect(test.text.contains("only: missed") && !test.text.contains("H-00001"), "\(test.text)")
        try test.press("]")
        #expect(test.text.contains("B-01") && test.text.contains("H-00005") && !test.text.contains("H-00006"))
        try test.press("escape")
        #expect(test.text.contains("H-00001"))
    }

    @Test("m says why a household was not served; n records one and it is selected; e amends it")
    func recording() throws {
        let test = try PackagesExample.open(.english)
        try test.press("v v v down")
        try test.press("m")
        #expect(test.text.contains("why not"), "\(test.text)")
        try test.press("escape v v n")
        try test.type("9990000158")
        try test.press("tab")
        try test.type("نرگس کریمی")
        try test.press("tab tab tab space tab")
        try test.type("ورجان")
        try test.press("ctrl+s")
        #expect(try find(Household.self, "H-00008", in: test)?.headName == "نرگس کریمی", "\(test.text)")
        #expect(test.selectedRow?.contains("H-00008") == true, "\(test.text)")
        try test.press("e")
        #expect(test.text.contains("نرگس کریمی"))
    }

    @Test("While a household is typed those like it are told, by a person, or by name and place")
    func liking() throws {
        let test = try PackagesExample.open(.english)
        try test.press("n")
        try test.type("9990000042")
        #expect(test.text.contains("like H-00001") && test.text.contains("1 person"), "\(test.text)")
        try test.press("escape v e")
        #expect(!test.text.contains("like H-0"), "nothing is like itself but its suspects")
    }

    @Test("w shows another campaign, and Escape the one of today")
    func another() throws {
        let test = try PackagesExample.open(.english)
        try test.press("w down enter")
        #expect(test.text.contains("1 of 100 delivered"), "\(test.text)")
        try test.press("escape")
        #expect(test.text.contains("4 of 500 delivered"))
    }

    @Test("Who may not read names and national IDs sees none, on any of the views")
    func masked() throws {
        let account = #"{"command":"staff.add","account":"nazer","name":"ناظر","role":"supervisor"}"#
        let test = try PackagesExample.open(.persian, [160, 50], as: "nazer", [account])
        for keys in ["v", "enter", "v", "v", "/"] {
            try test.press(keys)
            for secret in ["احمدی", "نوری", "باقری", "موسوی", "رضایی", "۹۹۹۰۰۰۰", "۰۹۱۲۰۰"] {
                #expect(!test.text.contains(secret), "\(keys): \(secret)")
            }
        }
        try test.type("احمدی")
        #expect(!test.text.contains("H-00001"), "\(test.text)")
    }
}
