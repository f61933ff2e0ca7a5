import Domain
import Persian
import Testing

@Suite("Terms of office and memberships")
struct TermTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    private func appoint(_ person: String, _ body: String, from: String, succeed: Bool? = nil) -> String {
        let tail = succeed.map { #","succeed":\#($0)"# } ?? ""
        return """
            {"command":"office.appoint","body":"\(body)","office":"head","person":"\(person)","from":"\(from)"\(tail)}
            """
    }

    private func end(_ body: String, _ to: String, person: String? = nil) -> String {
        let who = person.map { #","person":"\#($0)""# } ?? ""
        return #"{"command":"office.end","body":"\#(body)","office":"head","to":"\#(to)"\#(who)}"#
    }

    private func heads(of body: String) -> [String] {
        office.registry.terms(of: body, .head).map { term in
            let (from, to) = (JalaliDate(term.from).text, term.to.map { JalaliDate($0).text })
            return "\(term.person) \(from)–\(to ?? "")"
        }
    }

    @Test("anybody may head a group, a council or a base", arguments: ["Q-0002", "SH-01", "B-01"])
    func appoints(body: String) throws {
        let entry = try office.carriesOut(appoint("9990000034", body, from: "1400/01/01"))
        #expect(heads(of: body) == ["9990000034 1400/01/01–"])
        #expect(entry.answer["result"]?["body"] == .string(body))
        #expect(entry.answer["result"]?["office"] == .string("head"))
        try office.carriesOut(end(body, "1401/04/01", person: "9990000034"))
        #expect(heads(of: body) == ["9990000034 1400/01/01–1401/04/01"])
        try office.carriesOut(appoint("9990000034", body, from: "1401/04/02"))
    }

    @Test("one head at a time: a second is refused, with since when the first serves")
    func oneHead() {
        office.refuses(
            appoint("9990000042", "Q-0001", from: "1401/04/15"), as: .overlap, field: "from",
            saying: "علی کریمی", "Q-0001", fa: "از 1398/02/10 تاکنون".inPersianDigits,
            en: "since 1398/02/10")
        office.refuses(appoint("9990000042", "Q-0001", from: "1390/01/01"), as: .overlap, saying: "علی کریمی")
        office.refuses(appoint("9990000042", "Q-0001", from: "1401/04/15", succeed: false), as: .overlap)
    }

    @Test("nor before the day on which the first one's term ends, which is told")
    func overlapsEndedTerm() throws {
        try office.carriesOut(end("Q-0001", "1401/04/14"))
        office.refuses(
            appoint("9990000042", "Q-0001", from: "1401/04/14"), as: .overlap,
            fa: "تا 1401/04/14".inPersianDigits, en: "to 1401/04/14")
        try office.carriesOut(appoint("9990000042", "Q-0001", from: "1401/04/15"))
    }

    @Test("a successor also cuts a term short that was to end later")
    func successionBeforeTheEnd() throws {
        try office.carriesOut(end("Q-0001", "1401/06/31"))
        try office.carriesOut(appoint("9990000042", "Q-0001", from: "1401/05/01", succeed: true))
        #expect(heads(of: "Q-0001") == ["9990000018 1398/02/10–1401/04/31", "9990000042 1401/05/01–"])
    }

    @Test("a successor ends the first one's term the day before")
    func succession() throws {
        let entry = try office.carriesOut(appoint("9990000042", "Q-0001", from: "1401/04/01", succeed: true))
        #expect(heads(of: "Q-0001") == ["9990000018 1398/02/10–1401/03/31", "9990000042 1401/04/01–"])
        #expect(entry.answer["result"]?["succeeded"] == .string("9990000018"))
        #expect(entry.answer["result"]?["person"] == .string("9990000042"))
        #expect(office.registry.terms(of: "Q-0001", .mediaLiaison).map(\.to) == [nil], "the other office goes on")
    }

    @Test("nobody succeeds themselves, nor somebody whose term begins the same day or later")
    func impossibleSuccession() {
        office.refuses(appoint("9990000018", "Q-0001", from: "1401/04/01", succeed: true), as: .overlap)
        office.refuses(
            appoint("9990000042", "Q-0001", from: "1398/02/10", succeed: true), as: .overlap,
            fa: "1398/02/11".inPersianDigits, en: "the earliest day is 1398/02/11")
        office.refuses(appoint("9990000042", "Q-0001", from: "1398/02/09", succeed: true), as: .overlap)
    }

    @Test("succession where nobody serves is an ordinary appointment")
    func successionOfNobody() throws {
        let entry = try office.carriesOut(appoint("9990000042", "B-02", from: "1401/04/01", succeed: true))
        #expect(entry.changes.count == 1 && entry.answer["result"]?["succeeded"] == nil)
    }

    @Test("the body and the person must be there, and the one whose term ends must serve")
    func missing() {
        office.refuses(
            appoint("9990000018", "Q-7777", from: "1401/01/01"), as: .notFound, field: "body", saying: "Q-7777")
        office.refuses(
            appoint("9991234561", "Q-0002", from: "1401/01/01"), as: .notFound, field: "person", saying: "9991234561")
        office.refuses(end("Q-7777", "1401/01/01"), as: .notFound, field: "body", saying: "Q-7777")
        office.refuses(end("Q-0002", "1401/01/01"), as: .notFound, saying: "Q-0002")
        office.refuses(end("Q-0001", "1401/01/01", person: "9990000050"), as: .notFound, saying: "Q-0001")
    }

    @Test("a term ends once, and not before it began")
    func ending() throws {
        office.refuses(
            end("Q-0001", "1398/02/09"), as: .invalidDate, field: "to", fa: "1398/02/10".inPersianDigits,
            en: "1398/02/10")
        try office.carriesOut(end("Q-0001", "1398/02/10"))
        office.refuses(end("Q-0001", "1399/01/01"), as: .wrongState, saying: "Q-0001")
    }

    // MARK: Memberships

    private func begin(_ from: String, _ person: String = "9990000050", _ group: String = "Q-0001") -> String {
        #"{"command":"membership.begin","group":"\#(group)","person":"\#(person)","from":"\#(from)"}"#
    }

    private func leave(_ to: String, _ person: String = "9990000050", _ group: String = "Q-0001") -> String {
        #"{"command":"membership.end","group":"\#(group)","person":"\#(person)","to":"\#(to)"}"#
    }

    @Test("somebody joins, leaves and joins again; in two groups at once, too")
    func membership() throws {
        let entry = try office.carriesOut(begin("1400/06/01"))
        #expect(entry.answer["result"]?["person"] == .string("9990000050"))
        try office.carriesOut(begin("1400/06/01", "9990000050", "Q-0002"))
        try office.carriesOut(leave("1401/01/31"))
        try office.carriesOut(begin("1401/02/01"))
        let nationalID = try NationalID("9990000050")
        let spans = office.registry.memberships(of: nationalID, in: "Q-0001").map { [$0.from, $0.to] }
        #expect(spans == [[try day("1400/06/01"), try day("1401/01/31")], [try day("1401/02/01"), nil]])
        #expect(office.registry.memberships(of: nationalID, in: "Q-0002").map(\.to) == [nil])
    }

    @Test("memberships of one person in one group do not overlap")
    func membershipOverlap() throws {
        try office.carriesOut(begin("1400/06/01"))
        office.refuses(
            begin("1401/06/01"), as: .overlap, field: "from", saying: "رضا باقری", "Q-0001", en: "since 1400/06/01")
        try office.carriesOut(leave("1401/01/31"))
        office.refuses(begin("1401/01/31"), as: .overlap, saying: "رضا باقری", en: "1401/01/31")
        office.refuses(begin("1399/01/01"), as: .overlap, saying: "رضا باقری")
    }

    @Test("a membership ends once, and not before it began")
    func membershipEnd() throws {
        office.refuses(leave("1401/01/01"), as: .notFound, saying: "Q-0001")
        try office.carriesOut(begin("1400/06/01"))
        office.refuses(leave("1400/05/31"), as: .invalidDate, field: "to", en: "1400/06/01")
        try office.carriesOut(leave("1400/06/01"))
        office.refuses(leave("1400/06/02"), as: .wrongState, saying: "رضا باقری", "Q-0001")
    }

    @Test("group and person must be there", arguments: ["begin", "end"])
    func membershipMissing(verb: String) {
        let date = verb == "begin" ? "from" : "to"
        office.refuses(
            #"{"command":"membership.\#(verb)","group":"B-01","person":"9990000050","\#(date)":"1400/06/01"}"#,
            as: .notFound, field: "group", saying: "B-01")
        office.refuses(
            #"{"command":"membership.\#(verb)","group":"Q-0001","person":"9991234561","\#(date)":"1400/06/01"}"#,
            as: .notFound, field: "person", saying: "9991234561")
    }
}

extension String {
    var inPersianDigits: String { persianDigits(self) }
}
