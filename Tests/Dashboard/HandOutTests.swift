import Canvas
import Domain
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// Two bases of a campaign on 25 Tir 1401 and a few households, everything invented.
enum HandOutExample {
    static let now = "1401/04/25T10:00"
    static let office: [String] =
        TestDashboard.office + [
            #"{"command":"base.found","code":"B-02","name":"قرارگاه جهادی مهر"}"#,
            """
            {"command":"campaign.open","code":"RM-1401","title":"رزمایش مؤمنانه دهه ولایت","from":"1401/04/19",\
            "to":"1401/04/27","target":100}
            """,
            #"{"command":"campaign.receive","campaign":"RM-1401","quantity":100,"on":"1401/04/18"}"#,
            #"{"command":"campaign.allocate","campaign":"RM-1401","base":"B-01","quantity":40,"on":"1401/04/19"}"#,
            #"{"command":"campaign.allocate","campaign":"RM-1401","base":"B-02","quantity":1,"on":"1401/04/19"}"#,
            household("H-00001", "9990000034", "مهدی احمدی", #""9990000042""#, "گل‌دره"),
            household("H-00002", "9990000050", "زهرا نوری", "", "جمکران"),
            household("H-00003", "9990000069", "حسین رضایی", "", "جمکران"),
            """
            {"command":"campaign.deliver","campaign":"RM-1401","base":"B-02","household":"H-00003","quantity":1,\
            "on":"1401/04/23"}
            """,
        ]

    private static func household(
        _ code: String, _ head: String, _ name: String, _ members: String, _ place: String
    ) -> String {
        """
        {"command":"household.record","code":"\(code)","head":"\(head)","headName":"\(name)","members":[\(members)],\
        "size":4,"area":"village","place":"\(place)"}
        """
    }
}

@MainActor
@Suite("The hand-out desk") struct HandOutTests {
    private func opened(
        _ language: Language = .english, _ more: [String] = [], as account: String? = nil, size: [Int] = [120, 40]
    ) throws -> TestDashboard {
        let test = try TestDashboard(
            language, HandOutExample.office + more, as: account, now: HandOutExample.now)
        test.dashboard.resize(width: size[0], height: size[1])
        _ = test.dashboard.open(HandOutScreen.id)
        try test.dashboard.refresh()
        return test
    }

    @Test("The desk stays with its campaign when that is reconciled, and F9 goes on to another that is open")
    func staysWithItsCampaign() throws {
        let test = try opened()
        try test.send(
            #"{"command":"campaign.open","code":"RM-2","title":"یلدا","from":"1401/04/20","to":"1401/04/30","target":9}"#
        )
        try test.send(#"{"command":"campaign.reconcile","code":"RM-1401"}"#)
        try test.dashboard.refresh()
        #expect(test.text.contains("RM-1401") && test.text.contains("! reconciled"), "\(test.text)")
        try test.press("f9")
        #expect(test.text.contains("no base has been allocated packages yet"), "\(test.text)")
        try test.press("f9")
        #expect(test.text.contains("no other campaign is open"), "\(test.text)")
    }

    private func deliveries(_ test: TestDashboard) throws -> [Delivery] {
        var all: [Delivery] = []
        try test.office.view { (reader) throws(DecideError) in
            try reader.eachDelivery(of: "RM-1401") { (delivery) throws(DecideError) in all.append(delivery) }
        }
        return all.sorted { $0.at < $1.at }
    }

    private func scan(_ text: String, in test: TestDashboard, _ end: String = "enter") throws {
        try test.type(text)
        try test.press(end)
    }

    @Test("Enter looks up and hands nothing over; Space hands one package over")
    func twoKeys() throws {
        let test = try opened()
        try scan("9990000042", in: test)
        #expect(test.text.contains("Hand over 1 package") && test.text.contains("H-00001"), "\(test.text)")
        #expect(try deliveries(test).count == 1)
        try test.press("enter enter tab")
        #expect(try deliveries(test).count == 1)
        try test.press("space")
        #expect(test.text.contains("Handed over"), "\(test.text)")
        let all = try deliveries(test)
        #expect(all.count == 2 && all.contains { $0.household == "H-00001" && $0.base == "B-01" && $0.quantity == 1 })
        try test.press("space")
        #expect(try deliveries(test).count == 2)
    }

    @Test("The name of the head stands nowhere until the details are asked for")
    func details() throws {
        let test = try opened(.persian)
        try scan("9990000034", in: test)
        #expect(!test.text.contains("مهدی احمدی"), "\(test.text)")
        try test.press("f5")
        #expect(test.text.contains("مهدی احمدی"))
    }

    @Test(
        "Anybody of the household is known, in any digits, with blanks, by the code or its number, in either layout",
        arguments: ["9990000042", "۹۹۹۰۰۰۰۰۴۲", "٩٩٩٠٠٠٠٠٤٢", "999 000 0042", "H-00001", "h1", "1", "ا-۰۰۰۰۱"])
    func typed(text: String) throws {
        let test = try opened()
        try scan(text, in: test)
        #expect(test.text.contains("Hand over 1 package") && test.text.contains("H-00001"), "\(test.text)")
    }

    @Test("In scan mode a clean answer is handed over at once, whether a scan ends with Enter or Tab")
    func scanMode() throws {
        let test = try opened()
        try test.press("f3")
        try scan("9990000034", in: test)
        #expect(test.text.contains("Handed over"), "\(test.text)")
        try scan("9990000050", in: test, "tab enter")
        #expect(try deliveries(test).map(\.household).sorted() == ["H-00001", "H-00002", "H-00003"])
    }

    @Test("A scanner that bounces is told apart from somebody who comes again")
    func bounce() throws {
        let test = try opened()
        try test.press("f3")
        try scan("9990000034", in: test)
        try scan("9990000034", in: test)
        #expect(test.text.contains("Read twice, counted once"), "\(test.text)")
        #expect(try deliveries(test).count == 2)

        let slow = try opened()
        try scan("9990000034", in: slow)
        try scan("9990000034", in: slow)
        #expect(slow.text.contains("Hand over 1 package"))
        try slow.press("space")
        #expect(slow.text.contains("Handed over"), "\(slow.text)")
    }

    @Test("Who got a package already is told so with when and where; another one wants a key of its own and a reason")
    func served() throws {
        let test = try opened()
        try scan("9990000069", in: test)
        #expect(test.text.contains("Got its package already"), "\(test.text)")
        #expect(test.text.contains("B-02"))
        try test.press("space")
        #expect(try deliveries(test).count == 1)
        try test.press("f2")
        try test.type("بسته نخست آسیب دیده بود")
        try test.press("enter")
        #expect(test.text.contains("Handed over"), "\(test.text)")
        #expect(try deliveries(test).count == 2)
        #expect(try deliveries(test).contains { $0.reason == "بسته نخست آسیب دیده بود" })
    }

    @Test("An operator cannot give another one; the answer says who can")
    func servedOperator() throws {
        let test = try opened(
            .english, [#"{"command":"staff.add","account":"desk1","name":"میز یک","role":"operator"}"#], as: "desk1")
        try scan("9990000069", in: test)
        #expect(test.text.contains("Got its package already"))
        try test.press("f2")
        #expect(test.text.contains("for a supervisor or administrator"), "\(test.text)")
    }

    @Test("Whom nobody knows is recorded there with what was typed, and is then served")
    func unknown() throws {
        let test = try opened()
        try scan("9990000077", in: test)
        #expect(test.text.contains("Not known; record it?"), "\(test.text)")
        try test.press("f6")
        #expect(test.text.contains("9990000077"), "\(test.text)")
        try test.press("escape")
        #expect(try deliveries(test).count == 1)
    }

    @Test("A code that cannot be one says why; nothing is looked up")
    func wrong() throws {
        let test = try opened()
        try scan("9990000043", in: test)
        #expect(test.text.contains("No valid code") && test.text.contains("2"), "\(test.text)")
        try scan("احمدی", in: test)
        #expect(test.text.contains("or the code of a household"))
    }

    @Test("A base that has nothing left asks the office")
    func empty() throws {
        let test = try opened()
        try test.press("f4")
        #expect(test.text.contains("B-02"))
        try scan("9990000050", in: test)
        #expect(test.text.contains("Ask the office"), "\(test.text)")
        try test.press("space")
        #expect(try deliveries(test).count == 1)
        // For whoever was served that is no answer.
        try scan("9990000069", in: test)
        #expect(test.text.contains("Got its package already"), "\(test.text)")
    }

    @Test("What was looked up and not handed over stays to be seen")
    func passed() throws {
        let test = try opened()
        try scan("9990000034", in: test)
        try scan("9990000050", in: test)
        #expect(test.text.contains("not handed over"), "\(test.text)")
    }

    @Test("A package of another campaign a short while ago is told, and scan mode waits for Space")
    func recently() throws {
        let test = try opened(
            .english,
            [
                """
                {"command":"campaign.open","code":"RM-1","title":"آزمایشی","from":"1401/04/01","to":"1401/04/10",\
                "target":10}
                """,
                #"{"command":"campaign.receive","campaign":"RM-1","quantity":10,"on":"1401/04/01"}"#,
                #"{"command":"campaign.allocate","campaign":"RM-1","base":"B-01","quantity":10,"on":"1401/04/01"}"#,
                """
                {"command":"campaign.deliver","campaign":"RM-1","base":"B-01","household":"H-00001","quantity":1,\
                "on":"1401/04/09"}
                """,
            ])
        try test.press("f3")
        try scan("9990000034", in: test)
        #expect(test.text.contains("but know this") && test.text.contains("RM-1"), "\(test.text)")
        try test.press("space")
        #expect(test.text.contains("Handed over"), "\(test.text)")
    }

    @Test("A scanner reads into the field though somebody left it, and opens no other screen")
    func scannedOutside() throws {
        let test = try opened()
        try test.press("escape")
        try scan("9990000042", in: test)
        #expect(test.dashboard.screen.id == HandOutScreen.id)
        #expect(test.text.contains("Hand over 1 package"), "\(test.text)")
    }

    @Test("A scan that bounces before it is answered is none, and who was passed over is looked up again")
    func bounceAtOnce() throws {
        let test = try opened()
        try test.press("f3")
        try test.type("9990000034")
        _ = try test.dashboard.handle(.key(Key(.enter)))
        try test.type("9990000034")
        _ = try test.dashboard.handle(.key(Key(.enter)))
        test.settle()
        #expect(test.text.contains("Handed over") && !test.text.contains("Got its package already"), "\(test.text)")
        #expect(try deliveries(test).count == 2)

        let other = try opened()
        try scan("9990000034", in: other)
        try scan("9990000050", in: other)
        try scan("9990000034", in: other)
        #expect(other.text.contains("Hand over 1 package"), "\(other.text)")
        try other.press("space")
        #expect(try deliveries(other).map(\.household).sorted() == ["H-00001", "H-00003"])
    }

    @Test("Another base or campaign begins with no answer: what was looked up at this one is not handed over there")
    func anotherDesk() throws {
        let test = try opened()
        try scan("9990000034", in: test)
        #expect(test.text.contains("Hand over 1 package"))
        try test.press("f4")
        #expect(test.text.contains("B-02") && !test.text.contains("Hand over 1 package"), "\(test.text)")
        try test.press("space")
        #expect(try deliveries(test).count == 1)
    }

    @Test("Only what was read last can bounce: somebody who comes again beside another's answer is looked up")
    func bounceOfTheLast() throws {
        let test = try opened()
        try scan("0012345679", in: test)
        try scan("9990000034", in: test)
        #expect(test.text.contains("Hand over 1 package"))
        try scan("0012345679", in: test)
        #expect(test.text.contains("Not known"), "\(test.text)")
        try test.press("space")
        #expect(try deliveries(test).count == 1)
    }

    @Test("At once is only what was read whole, and who may be somebody else too waits for Space")
    func notAtOnce() throws {
        let twin = """
            {"command":"household.record","code":"H-00009","head":"9990000077","headName":"زهرا نوری","size":4,
            "area":"village","place":"جمکران","mobile":"09120000034"}
            """
        let test = try opened(
            .english, [#"{"command":"household.amend","code":"H-00002","mobile":"09120000034"}"#, twin])
        try test.press("f3")
        try scan("1", in: test)
        #expect(test.text.contains("Hand over 1 package"), "\(test.text)")
        #expect(try deliveries(test).count == 1)
        try scan("9990000050", in: test)
        #expect(test.text.contains("may be another household too"), "\(test.text)")
        #expect(try deliveries(test).count == 1)
        try scan("h-00001", in: test)
        #expect(try deliveries(test).count == 2, "\(test.text)")
        // Who has just got it was not missed.
        try test.press("f7")
        #expect(test.text.contains("this household got its package"), "\(test.text)")
    }

    @Test("A code that a scanner sends is no reason for another package")
    func reasonInWords() throws {
        let test = try opened(
            .english, [#"{"command":"staff.add","account":"sup1","name":"ناظر یک","role":"supervisor"}"#], as: "sup1")
        try scan("9990000069", in: test)
        try test.press("f2")
        try scan("9990000050", in: test)
        #expect(test.text.contains("a reason in words"), "\(test.text)")
        #expect(try deliveries(test).count == 1)
    }

    @Test("A supervisor is told who was served, and gives another one with a reason")
    func supervisor() throws {
        let test = try opened(
            .english, [#"{"command":"staff.add","account":"sup1","name":"ناظر یک","role":"supervisor"}"#], as: "sup1")
        try scan("9990000069", in: test)
        #expect(test.text.contains("Got its package already"), "\(test.text)")
        try test.press("f2")
        try test.type("بسته نخست آسیب دیده بود")
        try test.press("enter")
        #expect(test.text.contains("Handed over"), "\(test.text)")
        #expect(try deliveries(test).count == 2)
    }

    @Test("The answer follows what becomes of the household: in a form, by an undo")
    func followed() throws {
        let test = try opened()
        try scan("9990000034", in: test)
        try test.press("f8")
        #expect(test.text.contains("H-00001"), "the form says whose package it is: \(test.text)")
        try test.press("ctrl+s")
        #expect(try deliveries(test).count == 2)
        #expect(test.text.contains("Handed over"), "\(test.text)")
        try test.press("escape u")
        #expect(try deliveries(test).count == 1)
        #expect(test.text.contains("Hand over 1 package"), "\(test.text)")
        try test.press("f7")
        try test.press("ctrl+s")
        #expect(test.text.contains("Hand over 1 package") || test.text.contains("recorded:"), "\(test.text)")
    }

    @Test("Each answer has a word, a shape and a colour of its own")
    func distinct() {
        let kinds: [DeskAnswer.Kind] = [.give, .given, .twice, .served, .ask, .unknown, .wrong]
        #expect(Set(kinds.map(\.sign)).count == kinds.count)
        #expect(Set(kinds.map(\.word)).count == kinds.count)
        #expect(Set(kinds.map(\.mark)).count == kinds.count)
    }
}

@MainActor
@Suite struct HandOutPictures {
    private nonisolated static let sizes = [[80, 24], [120, 40]]

    @Test("The desk before the first scan, and its answers", arguments: Language.allCases, sizes)
    func answers(language: Language, size: [Int]) throws {
        let scans = [
            ("ready", ""), ("give", "9990000034"), ("served", "9990000069"), ("unknown", "9990000077"),
            ("wrong", "9990000043"),
        ]
        for (name, text) in scans {
            let test = try TestDashboard(language, HandOutExample.office, now: HandOutExample.now)
            test.dashboard.resize(width: size[0], height: size[1])
            _ = test.dashboard.open(HandOutScreen.id)
            try test.dashboard.refresh()
            try test.type(text)
            if !text.isEmpty { try test.press("enter") }
            if name == "give" { try test.press("f5") }
            expectScreen(
                test.dashboard, named: "handout-\(name)-\(size[0])x\(size[1])-\(language.rawValue)")
            guard name == "give" else { continue }
            try test.press("space")
            expectScreen(test.dashboard, named: "handout-given-\(size[0])x\(size[1])-\(language.rawValue)")
        }
    }
}
