import Domain
import Persian
import Testing

/// The clock of these tests stands at 1401/05/09, ten in the morning: the report of the 8th is due, that of the 9th
/// is not.
@Suite("Camps")
struct CampTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    static let bahar = planned("C-001")

    static func planned(
        _ code: String, groups: String = #"{"group":"Q-0001","headcount":12}"#, kind: String = "village",
        from: String = "1401/05/01", to: String = "1401/05/10", _ more: String = ""
    ) -> String {
        """
        {"command":"camp.plan","code":"\(code)","title":"اردوی بهار","groups":[\(groups)],"kind":"\(kind)",\
        "province":"ایلام","county":"مهران","place":"چشمه‌سفید","fields":["medical"],"from":"\(from)","to":"\(to)"\(more)}
        """
    }

    static func report(_ day: String, camp: String = "C-001", present: Int = 12, _ more: String = "") -> String {
        """
        {"command":"camp.report","camp":"\(camp)","day":"\(day)","present":\(present),"beneficiaries":85,\
        "work":[{"field":"medical","what":"ویزیت","quantity":85,"unit":"نفر"}]\(more)}
        """
    }

    static let need = """
        {"command":"need.raise","for":{"camp":"C-001"},"item":"پتو","quantity":500,"unit":"تخته","urgency":"high",\
        "neededBy":"1401/05/09"}
        """

    static func incident(_ severity: String, when: String = "1401/05/08T11:30") -> String {
        """
        {"command":"incident.record","camp":"C-001","when":"\(when)","severity":"\(severity)",\
        "what":"سقوط از داربست","people":["9990000050"]}
        """
    }

    private func run(_ code: String = "C-001", _ plan: String = bahar) throws {
        try office.carriesOut(plan)
        try office.carriesOut(#"{"command":"camp.approve","code":"\#(code)"}"#)
        try office.carriesOut(#"{"command":"camp.start","code":"\#(code)"}"#)
    }

    private func state(_ name: String, _ code: String = "C-001") -> String {
        #"{"command":"camp.\#(name)","code":"\#(code)"}"#
    }

    private func warnings(_ entry: LedgerEntry) -> [String] { entry.warnings.compactMap { $0["warning"]?.string } }

    private func camp(_ code: String = "C-001") throws -> Camp {
        try #require(office.registry.find(Camp.self, key: code))
    }

    // MARK: Planning

    @Test("a camp is planned with all it is given")
    func plan() throws {
        let entry = try office.carriesOut(
            Self.planned(
                "c-۰۰۱", groups: #"{"group":"q-0001","headcount":"۱۲"},"Q-0002 9""#, #","leader":"9990000018""#))
        let camp = try camp()
        #expect(camp.groups == [CampGroup(group: "Q-0001", headcount: 12), CampGroup(group: "Q-0002", headcount: 9)])
        #expect(camp.state == .planned && camp.length == 10 && camp.headcount == 21 && camp.leader == "9990000018")
        #expect(entry.answer["result"]?["code"] == .string("C-001") && warnings(entry) == [])
        #expect(try office.carriesOut(Self.planned("")).answer["result"]?["code"] == .string("C-002"))
    }

    @Test("what is not there, not whole or not in order is refused")
    func refusals() throws {
        try office.carriesOut(Self.bahar)
        office.refuses(Self.bahar, as: .duplicateCode, field: "code", saying: "C-001", "C-002")
        office.refuses(
            Self.planned("C-2", groups: #"{"group":"Q-7777","headcount":1}"#), as: .notFound, saying: "Q-7777")
        office.refuses(Self.planned("C-2", #","leader":"9991234561""#), as: .notFound, field: "leader")
        office.refuses(Self.planned("C-2", from: "1401/05/09", to: "1401/05/03"), as: .invalidDate, field: "to")
        office.refuses(Self.planned("C-2", groups: ""), as: .missingValue, field: "groups")
        office.refuses(Self.planned("C-2", groups: #"{"group":"Q-0001"}"#), as: .missingValue, field: "groups")
        office.refuses(Self.planned("C-2", groups: #""Q-0001""#), as: .unknownValue, field: "groups")
        office.refuses(
            Self.planned("C-2", groups: #"{"group":"Q-0001","headcount":0}"#), as: .invalidNumber, field: "groups")
        office.refuses(
            Self.planned("C-2", groups: #""Q-0001 1","Q-0001 2""#), as: .unknownValue, field: "groups", saying: "Q-0001"
        )
    }

    @Test("1 to 14 days; longer only with a reason of a supervisor or administrator")
    func length() throws {
        let long = Self.planned("C-001", to: "1401/05/15")
        let refusal = office.refuses(long, as: .campLength, field: "to", fa: "۱۵", en: "15")
        #expect(refusal?.canBeOverridden == true)
        let reasoned = Self.planned("C-001", to: "1401/05/15", #","reason":"راه دور""#)
        office.refuses(reasoned, as: .campLength, by: "operator1")
        #expect(try office.carriesOut(reasoned, by: "supervisor1").overrides == ["camp-length"])
        let several = Self.planned("C-002", kind: "neighbourhood", to: "1401/05/03")
        let two = office.refuses(several, as: .campLength, field: "to", fa: "۳ روز", en: "has 3")
        #expect(two?.canBeOverridden == true)
        let four = office.refuses(
            Self.planned("C-002", kind: "neighbourhood", to: "1401/05/04", #","reason":"من""#), as: .campLength,
            fa: "تا ۳ روز", en: "up to 3")
        #expect(four?.canBeOverridden == false)
        let known = String(several.dropLast()) + #","reason":"جشن سه‌روزه محله"}"#
        #expect(try office.carriesOut(known, by: "supervisor1").overrides == ["camp-length"])
        try office.carriesOut(Self.planned("C-009", kind: "neighbourhood", to: "1401/05/01"))
        #expect(
            try warnings(office.carriesOut(Self.planned("C-003", from: "1401/06/01", to: "1401/06/06"))) == [
                "camp-length"
            ])
    }

    @Test("more people than a group has, and a group at two camps, are warned of")
    func warned() throws {
        try office.carriesOut(Self.bahar)
        let crowd = #"{"group":"Q-0001","headcount":25}"#
        #expect(try warnings(office.carriesOut(Self.planned("C-002", groups: crowd))) == ["capacity", "overlap"])
        try office.carriesOut(state("cancel"))
        try office.carriesOut(state("cancel", "C-002"))
        #expect(try warnings(office.carriesOut(Self.planned("C-003"))) == [], "cancelled camps are in nobody's way")
    }

    @Test("every group of a camp is registered")
    func registered() throws {
        try office.carriesOut(#"{"command":"group.suspend","code":"Q-0001"}"#)
        office.refuses(Self.bahar, as: .wrongState, saying: "Q-0001", fa: "آن را بازگردانید", en: "reinstate it")
        try office.carriesOut(#"{"command":"group.reinstate","code":"Q-0001"}"#)
        try office.carriesOut(Self.bahar)
        try office.carriesOut(#"{"command":"group.dissolve","code":"Q-0001"}"#)
        office.refuses(state("approve"), as: .wrongState, saying: "Q-0001")
        office.refuses(
            #"{"command":"record.void","kind":"group","code":"Q-0001","reason":"ر"}"#, as: .wrongState, saying: "C-001")
    }

    @Test("from state to state, and no other way")
    func states() throws {
        try office.carriesOut(Self.bahar)
        for name in ["start", "suspend", "resume", "close"] {
            office.refuses(state(name), as: .wrongState, saying: "C-001")
        }
        try office.carriesOut(state("approve"))
        office.refuses(state("approve"), as: .wrongState)
        try office.carriesOut(state("start"))
        office.refuses(state("cancel"), as: .wrongState)
        try office.carriesOut(state("suspend"))
        try office.carriesOut(state("resume"))
        try office.carriesOut(Self.planned("C-002"))
        try office.carriesOut(state("cancel", "C-002"))
        office.refuses(#"{"command":"camp.amend","code":"C-002","title":"نو"}"#, as: .wrongState)
        office.refuses(state("approve", "C-777"), as: .notFound, saying: "C-777")
    }

    @Test("an amended camp still holds what was reported of it")
    func amend() throws {
        try run()
        try office.carriesOut(Self.report("1401/05/03"))
        office.refuses(#"{"command":"camp.amend","code":"C-001","from":"1401/05/04"}"#, as: .invalidDate, field: "from")
        try office.carriesOut(#"{"command":"camp.amend","code":"C-001","to":"1401/05/09","version":3}"#)
        #expect(try camp().length == 9)
        office.refuses(
            #"{"command":"camp.amend","code":"C-001","title":"نو","version":3}"#, as: .stale, saying: "admin1")
        office.refuses(#"{"command":"camp.amend","code":"C-001","from":"1401/05/10"}"#, as: .invalidDate)
        office.refuses(#"{"command":"camp.amend","code":"C-001","kind":"neighbourhood"}"#, as: .campLength)
        office.refuses(#"{"command":"camp.amend","code":"C-001","to":"1401/05/20"}"#, as: .campLength)
    }
}
