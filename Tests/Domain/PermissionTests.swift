import Persian
import Testing

@testable import Domain

@Suite("Who may")
struct PermissionTests {
    let office: TestOffice
    init() throws {
        office = try TestOffice()
        // An entry of the roll that wants a second verdict: nobody gives both.
        try office.carriesOut(#"{"command":"staff.add","account":"operator2","name":"متصدی دوم","role":"operator"}"#)
        for line in [MartyrTests.propose("M-900", "نمونه"), MartyrTests.document("M-900"), MartyrTests.verify("M-900")]
        { try office.carriesOut(line, by: "operator2") }
        // A story that waits for somebody else to approve it.
        for line in [StoriesTests.draft("ST-901"), StoriesTests.step("submit", "ST-901")] {
            try office.carriesOut(line, by: "operator2")
        }
    }

    /// A line that is carried out, for each command.
    private static let lines = [
        """
        {"command":"group.register","name":"گروه","kind":"general","fields":["relief"],"county":"قم","size":12,\
        "registeredOn":"1400/01/05"}
        """,
        #"{"command":"group.amend","code":"Q-0001","size":30}"#,
        #"{"command":"group.suspend","code":"Q-0001"}"#,
        #"{"command":"group.reinstate","code":"Q-0001"}"#,
        #"{"command":"group.dissolve","code":"Q-0002"}"#,
        #"{"command":"person.record","nationalID":"9991234561","firstName":"لیلا","lastName":"زارع"}"#,
        #"{"command":"person.amend","nationalID":"9991234561","firstName":"لیلی"}"#,
        #"{"command":"membership.begin","group":"Q-0001","person":"9990000050","from":"1400/06/01"}"#,
        #"{"command":"membership.end","group":"Q-0001","person":"9990000050","to":"1401/06/01"}"#,
        #"{"command":"council.found","name":"شورا"}"#,
        #"{"command":"council.amend","code":"SH-01","name":"شورای نو"}"#,
        #"{"command":"base.found","name":"قرارگاه"}"#,
        #"{"command":"base.amend","code":"B-01","name":"قرارگاه نو"}"#,
        #"{"command":"office.appoint","body":"SH-01","office":"head","person":"9990000018","from":"1400/01/01"}"#,
        #"{"command":"office.end","body":"SH-01","office":"head","to":"1401/01/01"}"#,
        #"{"command":"record.void","kind":"council","code":"SH-02","reason":"دوباره"}"#,
        CampTests.bahar,
        #"{"command":"camp.amend","code":"C-001","title":"اردوی بهاری"}"#,
        #"{"command":"camp.approve","code":"C-001"}"#,
        #"{"command":"camp.start","code":"C-001"}"#,
        #"{"command":"camp.suspend","code":"C-001"}"#,
        #"{"command":"camp.resume","code":"C-001"}"#,
        CampTests.report("1401/05/08"),
        #"{"command":"camp.attend","camp":"C-001","day":"1401/05/08","people":["9990000018"]}"#,
        CampTests.need,
        #"{"command":"need.settle","code":"N-001","outcome":"met"}"#,
        CampTests.incident("minor"),
        #"{"command":"incident.resolve","code":"I-001","note":"درمان شد"}"#,
        PackRuleTests.issue, PackRuleTests.receive,
        #"{"command":"pack.recall","code":"PK-001","reason":"رایانه گم شد"}"#,
        SupportTests.institution("SETAD", "ستاد"), SupportTests.institution("SEPAH", "سپاه"),
        #"{"command":"institution.amend","code":"SETAD","name":"ستاد نو"}"#,
        SupportTests.raise("N-002", #""group":"Q-0001""#), SupportTests.raise("N-003", #""group":"Q-0001""#),
        SupportTests.pledge("PL-1", "SETAD", 9, need: "N-002"),
        #"{"command":"pledge.amend","code":"PL-1","quantity":12}"#,
        SupportTests.say("dispatch", "PL-1", 5), SupportTests.say("deliver", "PL-1", 5),
        SupportTests.say("confirm", "PL-1", 4), SupportTests.move("PL-1", to: "N-003", 2),
        SupportTests.withdraw("PL-1"),
        SupportTests.decline("N-002", "SEPAH"),
        SupportTests.spiritual().replacing("HOWZEH", with: "SETAD").replacing(
            #""camp":"C-001""#, with: #""group":"Q-0001""#),
        #"{"command":"support.amend","code":"SP-001","outcome":"خوب"}"#,
        PackagesTests.open("RM-1"), #"{"command":"campaign.amend","code":"RM-1","target":90}"#,
        PackagesTests.stock("receive", 9), PackagesTests.stock("allocate", 5, at: "B-02"),
        PackagesTests.stock("return", 1, at: "B-02"), PackagesTests.stock("damage", 1, at: "B-02"),
        PackagesTests.stock("count", 4), PackagesTests.household("H-00001", "9990000069"),
        PackagesTests.household("H-00002", "9990000085"), #"{"command":"household.amend","code":"H-00001","size":3}"#,
        HouseholdTests.judge("H-00001", "H-00002", "different"), PackagesTests.deliver(at: "B-02"),
        PackagesTests.miss("H-00002"), #"{"command":"campaign.reconcile","code":"RM-1"}"#,
        #"{"command":"campaign.close","code":"RM-1"}"#,
        #"{"command":"camp.amend","code":"C-001","from":"1401/05/08"}"#,
        #"{"command":"camp.close","code":"C-001"}"#,
        CampTests.planned("C-002"),
        #"{"command":"camp.cancel","code":"C-002"}"#,
        TrainingTests.course("T-1"),
        #"{"command":"course.amend","code":"T-1","capacity":3}"#,
        #"{"command":"course.enrol","course":"T-1","person":"9990000018"}"#,
        #"{"command":"course.enrol","course":"T-1","person":"9990000026"}"#,
        #"{"command":"course.withdraw","course":"T-1","person":"9990000026","on":"1401/05/01"}"#,
        #"{"command":"course.attend","course":"T-1","session":"S-1","people":["9990000018"]}"#,
        #"{"command":"course.attend","course":"T-1","session":"S-2","people":["9990000018"]}"#,
        #"{"command":"course.complete","code":"T-1"}"#,
        #"{"command":"course.certify","course":"T-1","person":"9990000018"}"#,
        TrainingTests.course("T-2"),
        #"{"command":"course.cancel","code":"T-2"}"#,
        ArbaeenTests.announce("IR", "1401/06/07"), ArbaeenTests.plan("AP-1"),
        #"{"command":"point.amend","code":"AP-1","pole":12}"#, ArbaeenTests.license("AP-1"),
        ArbaeenTests.shift("SF-1", "05/09T08:00", "05/09T10:00"),
        ArbaeenTests.repeated("SF-1", until: "05/10", every: 24), ArbaeenTests.assign("SF-1", 2, "Q-0001"),
        #"{"command":"shift.release","shift":"SF-1","group":"Q-0001"}"#,
        #"{"command":"shift.cancel","code":"SF-1"}"#,
        ArbaeenTests.stock("receive", 9, #","unit":"بطری""#), ArbaeenTests.stock("use", 2),
        ArbaeenTests.stock("count", 7), ArbaeenTests.open("AP-1", on: "1401/05/08"),
        ArbaeenTests.tally("05/09T09:00", 9), #"{"command":"point.close","code":"AP-1"}"#,
        GuestTests.congress[0], GuestTests.congress[1],
        SessionTests.schedule("SE-01", "HALL-A", "09T10:00", "09T11:00"),
        #"{"command":"session.amend","code":"SE-01","title":"نشست شب"}"#,
        #"{"command":"session.move","code":"SE-01","from":"1401/05/09T12:00"}"#,
        #"{"command":"session.cancel","code":"SE-01"}"#, GuestTests.invite("G-001", "مهمان نمونه"),
        GuestTests.send("G-001"), GuestTests.answer("G-001"), GuestTests.checkIn("G-001"),
        GuestTests.checkOut("G-001"), GuestTests.revoke("G-001"),
        MartyrTests.propose("M-001", "نام نمونه"), MartyrTests.document("M-001"), MartyrTests.verify("M-900"),
        MartyrTests.publish("M-900"),
        #"{"command":"staff.add","account":"other1","name":"دیگری","role":"operator"}"#,
        #"{"command":"staff.amend","account":"other1","name":"دگر"}"#,
        #"{"command":"staff.disable","account":"other1"}"#,
        #"{"command":"setting.change","name":"activity.months","value":3}"#,
        #"{"command":"household.disclose","listing":"households","count":4,"reason":"ارسال به کمیته امداد"}"#,
        StoriesTests.draft("ST-001"), StoriesTests.step("amend", "ST-001", #","body":"در چشمه‌سفید""#),
        StoriesTests.step("submit", "ST-001"), StoriesTests.step("return", "ST-001", StoriesTests.note),
        StoriesTests.draft("ST-900"), StoriesTests.step("submit", "ST-900"), StoriesTests.step("approve", "ST-901"),
        StoriesTests.compose(1, "\"ST-901\""), StoriesTests.issue(1), StoriesTests.correct(1),
        StoriesTests.step("withdraw", "ST-001", StoriesTests.reason),
        #"{"command":"ledger.restore","to":"7:9f86d081884c7d65","backup":"office.db"}"#,
    ]

    /// What supervisors send beside operators.
    static let ofSupervisors = [
        "camp.report", "camp.attend", "need.raise", "need.settle", "incident.record", "incident.resolve",
        "course.attend", "pack.receive", "support.confirm",
    ]

    @Test("the role table: administrators all, operators all but staff and settings, supervisors reports and the like")
    func table() throws {
        for line in Self.lines {
            let isOfStaff =
                line.contains("\"staff.") || line.contains("\"setting.") || line.contains("\"ledger.restore")
            let isOfSupervisors = Self.ofSupervisors.contains { line.contains("\"\($0)\"") }
            let isOfTrainers = line.contains("\"course.")
            var others = (isOfSupervisors ? [] : ["supervisor1"]) + (isOfTrainers ? [] : ["trainer1"])
            if isOfStaff { others.append("operator1") }
            for account in others {
                office.refuses(line, as: .notPermitted, saying: account, en: "administrator", by: account)
            }
            try office.carriesOut(
                line,
                by: isOfStaff ? "admin1" : isOfSupervisors ? "supervisor1" : isOfTrainers ? "trainer1" : "operator1")
        }
        let named = Set(Self.lines.compactMap { JSON(parsing: $0)?["command"]?.string })
        #expect(named.union([LedgerUndo.name]) == Set(Commands.all.map { $0.name }), "a command is missing here")
    }

    @Test("an administrator may send every command", arguments: lines)
    func administrator(line: String) throws {
        let before = Self.lines.prefix { $0 != line }
        for earlier in before { try office.carriesOut(earlier) }
        try office.carriesOut(line)
    }

    @Test("unknown and disabled accounts may nothing")
    func unknownAccounts() throws {
        let line = #"{"command":"group.amend","code":"Q-0002","size":5}"#
        office.refuses(
            line, as: .notPermitted, saying: "stranger", fa: "مدیر دفتر", en: "an administrator", by: "stranger")
        office.refuses(line.dropLast() + #","as":"stranger"}"#, as: .notPermitted, saying: "stranger")
        try office.carriesOut(#"{"command":"staff.disable","account":"operator1"}"#)
        office.refuses(line, as: .notPermitted, saying: "operator1", en: "disabled", by: "operator1")
        office.refuses(line.dropLast() + #","as":"operator1"}"#, as: .notPermitted, en: "disabled")
    }

    @Test("only administrators send on another's behalf, with that one's rights, and it is kept")
    func onBehalf() throws {
        let line = #"{"command":"group.amend","code":"Q-0002","size":5,"as":"operator1"}"#
        let entry = try office.carriesOut(line)
        #expect(entry.account == "operator1" && entry.sender == "admin1")
        office.refuses(line, as: .notPermitted, saying: "operator1", by: "supervisor1")
        office.refuses(
            line.replacing("operator1", with: "admin1"), as: .notPermitted, saying: "admin1", by: "operator1")
        office.refuses(
            #"{"command":"setting.change","name":"activity.months","value":3,"as":"operator1"}"#, as: .notPermitted,
            saying: "operator1")
        let own = try office.carriesOut(line, by: "operator1")
        #expect(own.sender == nil, "as oneself is no other")
    }

    @Test("an administrator who was disabled acts for nobody, and neither does an unknown one")
    func behalfOfDisabled() throws {
        try office.carriesOut(#"{"command":"staff.add","account":"admin2","name":"مدیر","role":"administrator"}"#)
        try office.carriesOut(#"{"command":"staff.disable","account":"admin2"}"#)
        let line = #"{"command":"group.amend","code":"Q-0002","size":5,"as":"operator1"}"#
        office.refuses(line, as: .notPermitted, saying: "admin2", by: "admin2")
        office.refuses(line, as: .notPermitted, saying: "stranger", by: "stranger")
        let sender = Sender(account: "operator1", administrator: "supervisor1", station: "QOM-1")
        #expect(throws: DecideError.self) { try sender.standing(in: office.registry) }
    }

    @Test("the first account of a new file adds itself, as its administrator; the second is a stranger")
    func founding() throws {
        let office = try TestOffice(empty: true)
        try office.carriesOut(
            #"{"command":"staff.add","account":"founder","name":"founder","role":"administrator"}"#, by: "founder")
        #expect(try office.staff("founder").role == .administrator)
        office.refuses(
            #"{"command":"staff.add","account":"other1","name":"x","role":"administrator"}"#, as: .notPermitted,
            by: "other1")
    }

    @Test("in a new file nobody acts for another")
    func foundingOnBehalf() throws {
        let office = try TestOffice(empty: true)
        office.refuses(
            #"{"command":"staff.add","account":"a","name":"x","role":"administrator","as":"a"}"#, as: .notPermitted,
            by: "b")
    }

    // MARK: Overrides

    /// A command of the operator's with a rule that can be overridden.
    private struct Shrink: Command {
        static let name = "test.shrink"
        static let title = Phrase(fa: "کوچک کردن گروه", en: "shrink a group")
        static let overrides: [RefusalCode] = [RefusalCode(rawValue: "too-small")]
        static let parameters = [GroupFields.code.required, GroupFields.size.required]
        private let given: Arguments
        init(_ given: Arguments) { self.given = given }

        func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
            let group = try registry.existing(Group.self, given.require(GroupFields.code))
            let size = try given.require(GroupFields.size)
            try envelope.check(versionOf: group, in: registry)
            try group.require([.registered])
            var decision = Decision(envelope)
            if size < 5 {
                let label = group.label
                try decision.override(
                    Refusal(
                        RefusalCode(rawValue: "too-small"),
                        Phrase(fa: "\(label.fa) کمتر از پنج نفر می‌شود.", en: "\(label.en) would fall below five.")))
            }
            if size < 10 {
                decision.warn(
                    Warning(RefusalCode(rawValue: "small"), Phrase(fa: "کمتر از ده نفر", en: "fewer than ten")))
            }
            decision.amend(group) { $0.size = size }
            return decision
        }
    }

    private func shrink(
        _ code: String = "Q-0002", to size: Int, by account: String, reason: String? = nil, version: Int? = nil
    ) throws -> LedgerEntry {
        var request = try Request(Shrink.self, [.init("code", .string(code)), .init("size", .integer(size))])
        request.reason = reason
        request.version = version
        return try office.send(request, by: Sender(account: account, station: "QOM-1"))
    }

    private func refusal(_ work: () throws -> LedgerEntry) -> Refusal? {
        do {
            _ = try work()
            return nil
        } catch {
            if case .refused(let refusal)? = error as? DecideError { return refusal }
            return nil
        }
    }

    @Test("an override waits for a supervisor or an administrator with a reason, which is kept with the rule's code")
    func override() throws {
        let plain = refusal { try shrink(to: 3, by: "operator1") }
        #expect(plain?.code.rawValue == "too-small" && plain?.canBeOverridden == true)
        #expect(refusal { try shrink(to: 3, by: "operator1", reason: "شمردم") }?.code.rawValue == "too-small")
        #expect(refusal { try shrink(to: 3, by: "admin1") }?.canBeOverridden == true)

        let entry = try shrink(to: 3, by: "admin1", reason: "شمردم")
        #expect(entry.overrides == ["too-small"] && entry.reason == "شمردم")
        #expect(try office.group("Q-0002").size == 3)
        #expect(try shrink(to: 4, by: "supervisor1", reason: "دوباره شمردم").overrides == ["too-small"])
        #expect(LedgerEntry(json: entry.json)?.overrides == ["too-small"])
    }

    @Test("a supervisor with a reason goes beyond his own commands only where an override was the only obstacle")
    func supervisor() throws {
        let reason = "به تشخیص ناظر"
        func refused(_ code: String = "Q-0002", to size: Int, version: Int? = nil) -> Refusal? {
            refusal { try shrink(code, to: size, by: "supervisor1", reason: reason, version: version) }
        }
        #expect(refusal { try shrink(to: 3, by: "supervisor1") }?.code == .notPermitted, "no reason")
        #expect(refused(to: 20)?.code == .notPermitted, "no override stood in the way")
        #expect(refused("Q-7777", to: 3)?.code == .notPermitted, "another obstacle: not there")
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0001","size":25}"#)
        #expect(refused("Q-0001", to: 3, version: 1)?.code == .notPermitted, "another obstacle: stale")
        try office.carriesOut(#"{"command":"group.suspend","code":"Q-0001"}"#)
        #expect(refused("Q-0001", to: 3)?.code == .notPermitted, "another obstacle: its state")
        #expect(refusal { try shrink(to: 3, by: "trainer1", reason: reason) }?.code == .notPermitted, "no supervisor")
        #expect(try shrink(to: 3, by: "supervisor1", reason: reason).account == "supervisor1")
    }

    @Test("a reason alone opens no command to a supervisor")
    func reasonAlone() {
        let own = Self.ofSupervisors + ["record.void"]
        for line in Self.lines where !own.contains(where: { line.contains("\"\($0)\"") }) {
            office.refuses(line.dropLast() + #","reason":"لازم است"}"#, as: .notPermitted, by: "supervisor1")
        }
    }

    @Test("warnings are answered and kept, and stop nothing")
    func warnings() throws {
        let entry = try shrink(to: 7, by: "operator1")
        #expect(try office.group("Q-0002").size == 7)
        #expect(entry.answer["warnings"]?.list?.first?["warning"] == .string("small"))
        #expect(entry.answer["warnings"]?.list?.first?["en"] == .string("fewer than ten"))
        #expect(try shrink(to: 12, by: "operator1").answer["warnings"] == nil)
        #expect(LedgerEntry(json: entry.json)?.warnings == entry.warnings)
    }
}
