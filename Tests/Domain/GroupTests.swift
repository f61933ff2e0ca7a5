import Domain
import Persian
import Testing

@Suite("Groups")
struct GroupTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    static let spring = """
        {"command":"group.register","code":"Q-0003","name":"گروه جهادی بهار","kind":"general","fields":["relief"],\
        "county":"قم","size":12,"registeredOn":"1400/01/05"}
        """

    @Test("a group is registered with all it is given, normalised")
    func register() throws {
        let entry = try office.carriesOut(
            """
            {"command":"group.register","code":" q-۰۰۰۳ ","name":" گروه جهادي بهار ","kind":"عمومی",\
            "fields":["relief","پزشكي","medical"],"council":"sh-01","base":"b-02","county":"قم","size":"۱۲",\
            "registeredOn":"1400.1.5","note":"خط یک\\nخط دو","head":"۹۹۹۰۰۰۰۰۱۸","mediaLiaison":9990000026}
            """)
        let group = try office.group("Q-0003")
        #expect(group.name == "گروه جهادي بهار", "kept as typed after trimming")
        #expect(group.kind == .general && group.fields == [.relief, .medical])
        #expect(group.council == "SH-01" && group.base == "B-02" && group.size == 12)
        #expect(group.registeredOn.iso == "2021-03-25" && group.note == "خط یک\nخط دو")
        #expect(group.state == .registered && group.version == 1 && group.id == "\(entry.id).1")
        #expect(entry.answer["result"]?["code"] == .string("Q-0003"))
        #expect(entry.answer["result"]?["registeredOn"] == .string("2021-03-25"))
        #expect(entry.answer["result"]?["head"] == .string("9990000018"))
    }

    @Test("the head's and the liaison's terms begin on the day of registration")
    func firstTerms() throws {
        let group = try office.group("Q-0001")
        let head = try #require(office.registry.terms(of: "Q-0001", .head).first)
        #expect(head.person == "9990000018" && head.from == group.registeredOn && head.to == nil)
        #expect(office.registry.terms(of: "Q-0001", .mediaLiaison).map(\.person) == ["9990000026"])
        #expect(office.registry.terms(of: "Q-0002", .head).isEmpty)
    }

    @Test("without a code a group gets the one that follows the greatest of its series in use")
    func nextCode() throws {
        func register(_ name: String) throws -> String? {
            try office.carriesOut(
                """
                {"command":"group.register","name":"\(name)","kind":"general","fields":["relief"],"county":"قم",\
                "size":12,"registeredOn":"1400/01/05"}
                """
            ).answer["result"]?["code"]?.string
        }
        #expect(try register("یک") == "Q-0003")
        try office.carriesOut(#"{"command":"record.void","kind":"group","code":"Q-0003","reason":"آزمایش"}"#)
        #expect(try register("دو") == "Q-0003")
    }

    @Test("one code space for groups, councils and bases", arguments: ["Q-0001", "SH-01", "B-01"])
    func takenCode(code: String) {
        office.refuses(
            Self.spring.replacing("Q-0003", with: code), as: .duplicateCode, field: "code", saying: code, "Q-0003")
        office.refuses(
            #"{"command":"council.found","code":"\#(code)","name":"شورا"}"#, as: .duplicateCode, saying: code, "SH-03")
        office.refuses(
            #"{"command":"base.found","code":"\#(code)","name":"قرارگاه"}"#, as: .duplicateCode, saying: code, "B-03")
    }

    @Test(
        "what a group names must be there",
        arguments: [
            ("council", "SH-99"), ("base", "B-99"), ("head", "9991234561"), ("mediaLiaison", "9991234561"),
            ("council", "B-01"), ("base", "SH-01"),
        ])
    func missing(field: String, key: String) {
        let line = Self.spring.dropLast() + #","\#(field)":"\#(key)"}"#
        office.refuses(String(line), as: .notFound, field: field, saying: key)
    }

    @Test("a specialised group has exactly one field")
    func specialised() {
        let two = Self.spring.replacing(#"["relief"]"#, with: #"["relief","medical"]"#)
        office.refuses(
            two.replacing("general", with: "specialised"), as: .unknownValue, field: "fields", fa: "امدادی، پزشکی",
            en: "relief, medical")
        office.refuses(
            #"{"command":"group.amend","code":"Q-0001","fields":["medical","relief"]}"#, as: .unknownValue,
            field: "fields")
        office.refuses(
            #"{"command":"group.amend","code":"Q-0002","kind":"specialised"}"#, as: .unknownValue, field: "fields",
            fa: "عمرانی، علمی آموزشی", en: "construction, education")
    }

    @Test("a folded name stands once inside a council, and once among the groups without one")
    func names() throws {
        let council = #""council":"SH-01","county""#
        let kazemi = Self.spring.replacing("گروه جهادی بهار", with: "گروه‌جهادي  شهيد كاظمي")
        office.refuses(
            kazemi.replacing(#""county""#, with: council), as: .duplicateName, field: "name",
            saying: "Q-0001", "گروه جهادی شهید کاظمی")
        try office.carriesOut(kazemi)
        office.refuses(
            kazemi.replacing("Q-0003", with: "Q-0004"), as: .duplicateName, saying: "Q-0003")
        office.refuses(
            #"{"command":"group.amend","code":"Q-0003","council":"SH-01"}"#, as: .duplicateName, saying: "Q-0001")
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0003","council":"SH-02"}"#)
        office.refuses(
            #"{"command":"group.amend","code":"Q-0002","name":"گروه جهادی شهید کاظمی","council":"SH-02"}"#,
            as: .duplicateName, saying: "Q-0003")
    }

    @Test("amending changes what is given, clears what is null, and leaves the rest")
    func amend() throws {
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0001","size":25,"note":"نو","council":null}"#)
        let group = try office.group("Q-0001")
        #expect(group.size == 25 && group.note == "نو" && group.council == nil)
        #expect(group.base == "B-01" && group.name == "گروه جهادی شهید کاظمی" && group.fields == [.medical])
        #expect(group.version == 2)

        let entry = try office.carriesOut(
            """
            {"command":"group.amend","code":"Q-0001","note":" ","name":"گروه شهید","kind":"general",\
            "fields":["medical","other"],"base":"B-02","county":"کهک","registeredOn":"1398/03/01","size":26}
            """)
        let amended = try office.group("Q-0001")
        #expect(amended.note == nil, "a blank text is none")
        #expect(amended.kind == .general && amended.fields == [.medical, .other] && amended.base == "B-02")
        #expect(amended.county == "کهک" && amended.registeredOn.iso == "2019-05-22" && amended.version == 3)
        #expect(entry.answer["result"]?["note"] == .null)
        #expect(entry.answer["result"]?["state"] == nil, "what did not change is not echoed")
    }

    @Test("amending to what it is already changes nothing and is carried out")
    func amendToTheSame() throws {
        let entry = try office.carriesOut(#"{"command":"group.amend","code":"Q-0001","size":24}"#)
        #expect(entry.changes.isEmpty && entry.answer["ok"] == .bool(true))
        #expect(try office.group("Q-0001").version == 1)
    }

    @Test("what amending names must be there")
    func amendMissing() {
        office.refuses(#"{"command":"group.amend","code":"Q-7777","size":3}"#, as: .notFound, saying: "Q-7777")
        office.refuses(#"{"command":"group.amend","code":"SH-01","size":3}"#, as: .notFound, saying: "SH-01")
        office.refuses(
            #"{"command":"group.amend","code":"Q-0001","council":"SH-99"}"#, as: .notFound, field: "council",
            saying: "SH-99")
        office.refuses(
            #"{"command":"group.amend","code":"Q-0001","base":"B-99"}"#, as: .notFound, field: "base", saying: "B-99")
    }

    @Test("suspended, reinstated, dissolved and reinstated again")
    func states() throws {
        let steps: [(String, GroupState)] = [
            ("suspend", .suspended), ("reinstate", .registered), ("suspend", .suspended), ("dissolve", .dissolved),
            ("reinstate", .registered), ("dissolve", .dissolved),
        ]
        for (command, state) in steps {
            let entry = try office.carriesOut(
                #"{"command":"group.\#(command)","code":"Q-0002","reason":"نبود گزارش"}"#)
            #expect(try office.group("Q-0002").state == state)
            #expect(entry.answer["result"]?["state"] == .string(state.rawValue))
            #expect(entry.reason == "نبود گزارش")
        }
    }

    @Test(
        "each step only from its own states",
        arguments: [
            ([], "reinstate", "registered"), (["suspend"], "suspend", "suspended"),
            (["dissolve"], "suspend", "dissolved"), (["dissolve"], "dissolve", "dissolved"),
        ])
    func wrongState(before: [String], command: String, state: String) throws {
        for step in before { try office.carriesOut(#"{"command":"group.\#(step)","code":"Q-0002"}"#) }
        office.refuses(
            #"{"command":"group.\#(command)","code":"Q-0002"}"#, as: .wrongState, saying: "Q-0002", en: "is \(state)")
        office.refuses(#"{"command":"group.\#(command)","code":"Q-7777"}"#, as: .notFound, saying: "Q-7777")
    }

    @Test("a dissolved group is neither amended nor joined nor led; a suspended one is")
    func dissolved() throws {
        let lines = [
            #"{"command":"group.amend","code":"Q-0002","size":5}"#,
            #"{"command":"membership.begin","group":"Q-0002","person":"9990000050","from":"1400/06/01"}"#,
            #"{"command":"office.appoint","body":"Q-0002","office":"head","person":"9990000050","from":"1400/06/01"}"#,
        ]
        try office.carriesOut(#"{"command":"group.dissolve","code":"Q-0002"}"#)
        for line in lines {
            office.refuses(line, as: .wrongState, saying: "Q-0002", fa: "منحل‌شده", en: "registered or suspended")
        }
        try office.carriesOut(#"{"command":"group.reinstate","code":"Q-0002"}"#)
        try office.carriesOut(#"{"command":"group.suspend","code":"Q-0002"}"#)
        for line in lines { try office.carriesOut(line) }
    }
}
