import Domain
import Persian
import Testing

/// Stories, their review and the bulletin. The clock of these tests stands at 1401/05/09; Zahra Nouri is media liaison of
/// Q-0001.
@Suite("Stories")
struct StoriesTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice()
        try office.carriesOut(PackagesTests.household("H-00001", "9990000069"))
    }

    static func draft(_ code: String, about: String = #""group":"Q-0001""#, _ more: String = "") -> String {
        """
        {"command":"story.draft","code":"\(code)","title":"روزی که چشمه جوشید","body":"آمدیم.","about":{\(about)}\(more)}
        """
    }

    static func step(_ verb: String, _ code: String, _ more: String = "") -> String {
        #"{"command":"story.\#(verb)","code":"\#(code)"\#(more)}"#
    }

    static func compose(_ number: Int, _ stories: String, _ more: String = "") -> String {
        #"{"command":"bulletin.compose","number":\#(number),"on":"1401/05/20","stories":[\#(stories)]\#(more)}"#
    }

    static func issue(_ number: Int, _ more: String = "") -> String {
        #"{"command":"bulletin.issue","number":\#(number)\#(more)}"#
    }

    static func correct(_ number: Int, _ note: String = "نام روستا اشتباه بود.") -> String {
        #"{"command":"bulletin.correct","number":\#(number),"note":"\#(note)"}"#
    }

    static let liaison = #","author":"9990000026""#
    static let note = #","note":"نام روستا را بنویسید""#
    static let reason = #","reason":"تکراری""#
    static func names(_ consent: Bool, _ more: String = "") -> String {
        #","names":[{"household":"H-00001","consent":\#(consent)\#(more)}]"#
    }

    private func approved(_ code: String, _ more: String = "") throws {
        try office.carriesOut(Self.draft(code, more))
        try office.carriesOut(Self.step("submit", code), by: "operator1")
        try office.carriesOut(Self.step("approve", code))
    }

    private func issued(_ code: String = "ST-001", _ more: String = "") throws {
        try approved(code, more)
        try office.carriesOut(Self.compose(1, "\"\(code)\""))
        try office.carriesOut(Self.issue(1))
    }

    private func story(_ code: String = "ST-001") throws -> Story {
        try #require(office.registry.find(Story.self, key: code))
    }

    private func bulletin(_ key: String = "1") throws -> Bulletin {
        try #require(office.registry.find(Bulletin.self, key: key))
    }

    @Test("a story about a group is by its media liaison of that day, or by the office")
    func author() throws {
        try office.carriesOut(Self.draft("ST-001", Self.liaison))
        try office.carriesOut(Self.draft("ST-002", about: #""group":"Q-0002""#))
        office.refuses(
            Self.draft("ST-003", about: #""group":"Q-0002""#, Self.liaison), as: .notEligible, field: "author",
            saying: "Q-0002", fa: "زهرا نوری")
        office.refuses(
            Self.step("amend", "ST-001", #","author":"9990000050""#), as: .notEligible, field: "author",
            saying: "Q-0001", fa: "زهرا نوری")
        try office.carriesOut(
            #"{"command":"office.end","body":"Q-0001","office":"mediaLiaison","to":"1401/05/01"}"#)
        office.refuses(Self.draft("ST-003", Self.liaison), as: .notEligible)
        office.refuses(Self.draft("ST-003", about: #""group":"Q-0099""#), as: .notFound, saying: "Q-0099")
    }

    @Test("from state to state, and what each forbids")
    func states() throws {
        try office.carriesOut(Self.draft("ST-001"))
        office.refuses(Self.step("approve", "ST-001"), as: .wrongState, saying: "ST-001")
        office.refuses(Self.step("return", "ST-001", Self.note), as: .wrongState)
        try office.carriesOut(Self.step("submit", "ST-001"), by: "operator1")
        office.refuses(Self.step("submit", "ST-001"), as: .wrongState)
        office.refuses(Self.step("return", "ST-001"), as: .missingValue, field: "note")
        try office.carriesOut(Self.step("return", "ST-001", Self.note))
        #expect(try story().note == "نام روستا را بنویسید")
        try office.carriesOut(Self.step("amend", "ST-001", #","body":"در چشمه‌سفید""#), by: "operator1")
        #expect(try story().state == .returned)
        try office.carriesOut(Self.step("submit", "ST-001"), by: "operator1")
        try office.carriesOut(Self.step("approve", "ST-001"))
        #expect(try story().state == .approved)
        #expect(try story().note == nil)
        try office.carriesOut(Self.step("amend", "ST-001", #","title":"چشمه""#))
        #expect(try story().state == .draft, "what was approved is another now")
        office.refuses(Self.step("withdraw", "ST-001"), as: .missingValue, field: "reason")
        try office.carriesOut(Self.step("withdraw", "ST-001", Self.reason))
        office.refuses(Self.step("amend", "ST-001", #","title":"نو""#), as: .wrongState)
        office.refuses(Self.step("withdraw", "ST-001", Self.reason), as: .wrongState)
        office.refuses(Self.step("submit", "ST-009"), as: .notFound, saying: "ST-009")
    }

    @Test("whoever submitted does not approve, where anybody else may")
    func secondPerson() throws {
        try office.carriesOut(Self.draft("ST-001"))
        try office.carriesOut(Self.step("submit", "ST-001"), by: "operator1")
        office.refuses(Self.step("approve", "ST-001"), as: .needsSecondPerson, saying: "operator1", by: "operator1")
        try office.carriesOut(#"{"command":"staff.disable","account":"operator1"}"#)
        try office.carriesOut(Self.draft("ST-002"))
        try office.carriesOut(Self.step("submit", "ST-002"))
        let alone = try office.carriesOut(Self.step("approve", "ST-002"))
        #expect(alone.warnings.first?["warning"] == .string("needs-second-person"))
    }

    @Test("nobody is named without consent, and consent can be taken back")
    func consent() throws {
        office.refuses(Self.draft("ST-001", Self.names(false)), as: .noConsent, field: "names", saying: "H-00001")
        office.refuses(Self.draft("ST-001", Self.names(true, #","use":"صدا""#)), as: .unknownValue)
        office.refuses(
            Self.draft("ST-001", #","names":[{"household":"H-00099","consent":true}]"#), as: .notFound,
            saying: "H-00099")
        office.refuses(Self.draft("ST-001", #","names":["H-00001 شاید"]"#), as: .unknownValue, field: "names")
        office.refuses(
            Self.draft("ST-001", #","names":["H-00001 نام بله","H-00001 بله"]"#), as: .unknownValue, field: "names")
        try office.carriesOut(Self.draft("ST-001", #","names":"H-00001 محل بله، H-00001 نام بله""#))
        #expect(try story().names.map(\.use) == [.place, .name])
        try office.carriesOut(Self.step("amend", "ST-001", #","names":"H-00001 محل خیر، H-00001 نام بله""#))
        office.refuses(Self.step("submit", "ST-001"), as: .noConsent, saying: "H-00001")
        office.refuses(
            #"{"command":"record.void","kind":"household","code":"H-00001","reason":"دوباره"}"#, as: .wrongState)
    }

    @Test("consent that is taken back names the issues that hold the household, whatever the story's state")
    func consentTakenBack() throws {
        try issued("ST-001", Self.names(true))
        let entry = try office.carriesOut(Self.step("amend", "ST-001", Self.names(false)))
        #expect(entry.result.first { $0.name == "issues" }?.value == .list([.string("1")]))
        #expect(entry.warnings.first?["warning"] == .string("in-issues"))
        #expect(try story().state == .published, "consent is no change of the text")
        let next = try office.carriesOut(Self.correct(1))
        #expect(next.result.first { $0.name == "leftOut" }?.value == .list([.string("ST-001")]))
        #expect(try bulletin("1/2").content?.stories == [])
        #expect(try bulletin().content?.stories.map(\.names) == [["H-00001"]], "the first edition stays")

        try office.carriesOut(Self.step("withdraw", "ST-001", Self.reason))
        try office.carriesOut(Self.step("amend", "ST-001", Self.names(true)))
        #expect(try story().state == .withdrawn)
    }

    @Test("a household of the published text alone takes its consent back, and the change being written stays as it is")
    func consentOfStandingText() throws {
        try issued("ST-001", Self.names(true))
        try office.carriesOut(PackagesTests.household("H-00002", "9990000050"))
        let other = StoryName(household: "H-00002", consent: true)
        try office.carriesOut(
            Self.step("amend", "ST-001", #","body":"نو","names":[{"household":"H-00002","consent":true}]"#))
        try office.carriesOut(Self.step("submit", "ST-001"), by: "operator1")
        let entry = try office.carriesOut(Self.step("amend", "ST-001", Self.names(false)))
        #expect(entry.result.first { $0.name == "issues" }?.value == .list([.string("1")]))
        #expect(try story().names == [other] && story().state == .submitted)
        #expect(try story().standing?.names == [StoryName(household: "H-00001", consent: false)])
        #expect(try story().published?.hasConsent == false)
        try office.carriesOut(Self.step("approve", "ST-001"))
        #expect(try story().published?.names == [other])
        #expect(office.registry.bulletins(of: "ST-001").first?.content?.stories.first?.names == ["H-00001"])
    }

    @Test("a change that names nobody any more takes consents back beside what it changes")
    func consentBesideAChange() throws {
        try issued("ST-001", Self.names(true))
        try office.carriesOut(Self.step("amend", "ST-001", #","body":"نو","names":[]"#))
        try office.carriesOut(Self.step("amend", "ST-001", #","body":"نوتر""# + Self.names(false)))
        #expect(try story().names == [] && story().body == "نوتر")
        #expect(try story().standing?.names.map(\.consent) == [false])
        try office.carriesOut(Self.step("submit", "ST-001"), by: "operator1")
    }

    @Test("a change to a published story waits for review while the old one stands")
    func pending() throws {
        try issued()
        try office.carriesOut(Self.step("amend", "ST-001", #","body":"آمدیم و ماندیم.""#))
        #expect(try story().state == .draft)
        #expect(try story().published?.body == "آمدیم.")
        office.refuses(Self.step("amend", "ST-001", Self.liaison), as: .wrongState)
        office.refuses(Self.compose(2, "\"ST-001\""), as: .wrongState, saying: "ST-001")
        try office.carriesOut(Self.step("submit", "ST-001"))
        office.refuses(Self.step("approve", "ST-001"), as: .needsSecondPerson)
        try office.carriesOut(Self.step("approve", "ST-001"), by: "operator1")
        #expect(try story().state == .published)
        #expect(try story().published?.body == "آمدیم و ماندیم.")
        #expect(try bulletin().content?.stories.first?.body == "آمدیم.", "an issue never changes")
        try office.carriesOut(Self.correct(1))
        #expect(try bulletin("1/2").content?.stories.first?.body == "آمدیم و ماندیم.")
    }

    @Test("only approved stories are composed, each in one issue")
    func composing() throws {
        try office.carriesOut(Self.draft("ST-001"))
        office.refuses(Self.compose(1, "\"ST-001\""), as: .wrongState, saying: "ST-001")
        office.refuses(Self.compose(1, "\"ST-009\""), as: .notFound, saying: "ST-009")
        office.refuses(Self.issue(1), as: .notFound)
        try approved("ST-002")
        try office.carriesOut(Self.compose(1, "\"ST-002\"", #","title":"بهار""#))
        try office.carriesOut(Self.compose(1, "\"ST-002\"", #","lead":"به نام خدا""#))
        #expect(try bulletin().title == "بهار")
        #expect(try bulletin().lead == "به نام خدا")
        office.refuses(Self.compose(2, "\"ST-002\""), as: .overlap, saying: "ST-002")
        office.refuses(Self.correct(1), as: .wrongState)
        try office.carriesOut(Self.step("return", "ST-002", Self.note))
        office.refuses(Self.issue(1), as: .wrongState, saying: "ST-002")
        try office.carriesOut(Self.compose(1, ""))
        office.refuses(Self.issue(1), as: .notComplete)
        try office.carriesOut(
            #"{"command":"record.void","kind":"bulletin","code":"1","reason":"دوباره"}"#)
    }

    @Test("an issue is frozen, proved by its hash and never taken back")
    func issuing() throws {
        try approved("ST-001", Self.liaison)
        try office.carriesOut(Self.compose(1, "\"ST-001\""))
        let entry = try office.carriesOut(Self.issue(1))
        #expect(entry.result.first { $0.name == "sha256" }?.value == .string(String(repeating: "1", count: 64)))
        #expect(try story().state == .published)
        #expect(try story().publishedOn == day("1401/05/20"))
        let content = try #require(try bulletin().content)
        #expect(content.stories.first?.author == "زهرا نوری")
        #expect(content.title == "خبرنامه شماره ۱")
        #expect(try content.figures.from == day("1401/01/01"))
        office.refuses(Self.compose(1, ""), as: .wrongState)
        office.refuses(Self.issue(1), as: .wrongState)
        office.refuses(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#, as: .wrongState)
        for (kind, code) in [("bulletin", "1"), ("story", "ST-001")] {
            office.refuses(
                #"{"command":"record.void","kind":"\#(kind)","code":"\#(code)","reason":"دوباره"}"#, as: .wrongState)
        }
        let withdrawn = try office.carriesOut(Self.step("withdraw", "ST-001", Self.reason))
        #expect(withdrawn.result.first { $0.name == "issues" }?.value == .list([.string("1")]))
        let corrected = try office.carriesOut(Self.correct(1))
        office.refuses(#"{"command":"ledger.undo","undo":"\#(corrected.id)"}"#, as: .wrongState)
        #expect(try bulletin("1/2").content?.errata.map(\.note) == ["نام روستا اشتباه بود."])
        office.refuses(Self.correct(7), as: .notFound)
    }

    @Test("an issue is printed by the office's own template where there is one, unless another is given")
    func template() throws {
        office.registry.template = "<p>{{title}}</p>"
        try issued()
        #expect(try bulletin().content?.template == "<p>{{title}}</p>")
        #expect(try bulletin().drafted(by: nil, in: office.registry).stories.map(\.code) == ["ST-001"])
        office.registry.template = nil
        try office.carriesOut(Self.correct(1))
        #expect(try bulletin("1/2").content?.template == nil)
        try approved("ST-002")
        office.registry.template = "<p>{{title}}</p>"
        try office.carriesOut(Self.compose(2, #""ST-002""#))
        try office.carriesOut(Self.issue(2, #","template":null"#))
        #expect(try bulletin("2").content?.template == nil)
    }

    @Test("a published story is evidence of its group's activity, a withdrawn one is not")
    func evidence() throws {
        try issued()
        let found = try PublishedStories.evidence(of: story(), in: office.registry)
        #expect(found == [Evidence(group: "Q-0001", month: JalaliMonth(of: try day("1401/05/20")), source: "stories")])
        try office.carriesOut(Self.step("amend", "ST-001", #","body":"نو""#))
        #expect(try PublishedStories.evidence(of: story(), in: office.registry) == found)
        try office.carriesOut(Self.step("withdraw", "ST-001", Self.reason))
        #expect(try PublishedStories.evidence(of: story(), in: office.registry) == [])
    }

    @Test("the figures of an issue stay, and those that changed since are told")
    func errata() throws {
        try office.carriesOut(CampTests.bahar)
        for verb in ["approve", "start"] { try office.carriesOut(#"{"command":"camp.\#(verb)","code":"C-001"}"#) }
        try office.carriesOut(
            #"{"command":"camp.report","camp":"C-001","day":"1401/05/03","present":20,"beneficiaries":5,"work":[]}"#)
        try issued()
        try office.carriesOut(
            #"{"command":"camp.report","camp":"C-001","day":"1401/05/03","present":18,"beneficiaries":5,"work":[]}"#)
        let figures = try #require(try bulletin().content?.figures)
        #expect(figures.provinces.map(\.value) == [20])
        let now = office.registry.seasonFigures(during: figures.days)
        #expect(figures.changes(until: now) == [PendingErratum(figure: .personDays, issued: 20, now: 18)])
    }

    @Test("pictures are those of the folder, each with what it shows")
    func pictures() throws {
        let hash = String(repeating: "a1", count: 32)
        office.registry.pictures = []
        let picture = #","pictures":[{"picture":"\#(hash)","alt":"چشمه"}]"#
        office.refuses(Self.draft("ST-001", picture), as: .notFound, field: "pictures", fa: "چشمه")
        office.registry.pictures = [hash]
        try office.carriesOut(Self.draft("ST-001", picture))
        office.refuses(
            Self.draft("ST-002", #","pictures":[{"picture":"\#(hash)"}]"#), as: .missingValue, field: "alt")
        try office.carriesOut(Self.step("submit", "ST-001"), by: "operator1")
        office.registry.pictures = []
        office.refuses(Self.step("approve", "ST-001"), as: .notFound, field: "pictures", fa: "چشمه")
        office.registry.pictures = [hash]
        try office.carriesOut(Self.step("approve", "ST-001"))
        try office.carriesOut(Self.compose(1, #""ST-001""#))
        office.registry.pictures = []
        office.refuses(Self.issue(1), as: .notFound, field: "pictures")
        office.registry.pictures = [hash]
        try office.carriesOut(Self.issue(1))
        office.registry.pictures = []
        office.refuses(Self.correct(1), as: .notFound, field: "pictures", fa: "چشمه")
        office.refuses(Self.draft("ST-002", #","pictures":[{"picture":"a1","alt":"چشمه"}]"#), as: .unknownValue)
    }

    @Test("what it is about is not told twice, nor is a household in a title")
    func titles() throws {
        try issued("ST-001", Self.names(true))
        for entry in office.registry.ledger.suffix(5) {
            #expect(try !entry.headline(in: office.registry)[.persian].contains("H-00001"))
        }
        #expect(try bulletin().title(in: office.registry).en == "bulletin number 1")
    }
}

@Suite("The text of stories")
struct StoryTextTests {
    @Test("is parted into paragraphs, quotations and lists")
    func blocks() {
        #expect(
            StoryBlock.blocks(of: "آمدیم\nو ماندیم.\n\n«خوش آمدید»\n\n- آب\n- نان\nپایان")
                == [.paragraph("آمدیم و ماندیم."), .quotation("خوش آمدید"), .list(["آب", "نان"]), .paragraph("پایان")])
        #expect(StoryBlock.blocks(of: "«الف» و «ب»") == [.paragraph("«الف» و «ب»")])
        #expect(StoryBlock.blocks(of: " \n\n ").isEmpty)
    }

    @Test("is counted in words, and in minutes of reading")
    func words() {
        #expect(StoryText(title: "", body: "آب، نان – می‌رود 12").words == 4)
        #expect(StoryText(title: "", body: "").minutes == 1)
        #expect(StoryText(title: "", body: String(repeating: "کار ", count: 361)).minutes == 3)
    }

    @Test("differs from another version by words")
    func differences() {
        let found = WordChange.between("آب آمد", "آب شیرین آمد")
        #expect(found.map(\.sort) == [.same, .added, .same] && found.map(\.text) == ["آب ", "شیرین ", "آمد"])
        #expect(WordChange.between("", "").isEmpty)
        for seed in 0..<200 {
            let (one, other) = (Self.text(seed), Self.text(seed &* 7 &+ 3))
            let changes = WordChange.between(one, other)
            #expect(changes.filter { $0.sort != .added }.map(\.text).joined() == one)
            #expect(changes.filter { $0.sort != .removed }.map(\.text).joined() == other)
        }
    }

    private static func text(_ seed: Int) -> String {
        let words = ["آب", "نان", "کوه", "«ده»", "\n\n", "رفت"]
        return (0..<seed % 17).map { words[(seed &* 31 &+ $0 &* $0) % words.count] }.joined(separator: " ")
    }
}
