import Domain
import Persian
import Testing

/// What is kept though it cannot be quite right, and what is said of it. The clock of these tests stands at 1401/05/09.
@Suite("What support warns of")
struct SupportWarningsTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice()
        for line in SupportTests.beginning { try office.carriesOut(line) }
        try office.carriesOut(SupportTests.raise("N-030", #""camp":"C-001""#, 40, by: "1401/05/01"))
    }

    private func warnings(_ line: String) throws -> [String] {
        try office.carriesOut(line).warnings.compactMap { $0["warning"]?.string }
    }

    private func standing(_ code: String) throws -> PledgeStanding {
        let pledge = try #require(office.registry.find(Pledge.self, key: code))
        return PledgeStanding(pledge, lines: office.registry.supportLines(of: code))
    }

    @Test(
        "a pledge or a move whose day is past is late from the start, and one for another century is of another calendar"
    )
    func pastDue() throws {
        #expect(try warnings(SupportTests.pledge("PL-1", "HOWZEH", 10, need: "N-030")) == ["past-due"])
        let later = SupportTests.pledge("PL-2", "SETAD", 10, need: "N-030", #","dueBy":"1401/05/20""#)
        #expect(try warnings(later) == [])
        #expect(try warnings(SupportTests.pledge("PL-3", "SEPAH", 20, need: "N-002")) == [])
        #expect(try warnings(SupportTests.move("PL-3", to: "N-030", 5)) == ["past-due"])
        #expect(try warnings(#"{"command":"pledge.amend","code":"PL-2","dueBy":"1401/05/02"}"#) == ["past-due"])
        #expect(try warnings(#"{"command":"pledge.amend","code":"PL-2","dueBy":"1443/01/05"}"#) == ["future-date"])
        let need = try #require(office.registry.find(Need.self, key: "N-030"))
        let outlook = try standing("PL-1").outlook(for: need, on: try day("1401/05/09"), silentAfter: 14)
        #expect(outlook == .late(days: 8) && outlook.phrase.en == "8 days late" && outlook.phrase.fa.contains("۸ روز"))
    }

    @Test("a need for another century is of another calendar, and who declines what they promised is told")
    func farAndDeclined() throws {
        let far = SupportTests.raise("N-031", #""camp":"C-001""#, item: "بیل", 40, by: "1443/02/10")
        #expect(try warnings(far) == ["future-date"])
        let camp = CampTests.bahar.replacing("C-001", with: "C-099").replacing("1401/", with: "1443/")
        #expect(try warnings(camp).filter { $0 == "future-date" }.count == 2, "a camp's days as well")
        let decline = #"{"command":"support.decline","need":"N-030","institution":"HOWZEH","reason":"موجود نیست"}"#
        #expect(try warnings(decline) == [])
        try office.carriesOut(SupportTests.pledge("PL-1", "HOWZEH", 10, need: "N-002"))
        #expect(try warnings(decline.replacing("N-030", with: "N-002")) == ["wrong-state"])
    }

    @Test("the same need of the same camp, and one whose day is past")
    func twinsAndPastDays() throws {
        let again = SupportTests.raise("N-032", #""camp":"C-001""#, item: "پتـو ", 5)
        #expect(try warnings(again) == ["duplicate-name"])
        #expect(
            try warnings(SupportTests.raise("N-033", #""group":"Q-0001""#, 5)) == [], "elsewhere it is another need")
        #expect(try warnings(SupportTests.raise("N-034", #""camp":"C-001""#, unit: "عدل", 5)) == [])
        for number in 1...60 {
            let elsewhere = SupportTests.raise("N-1\(number)", #""group":"Q-0001""#, item: "بیل", 1)
            try office.carriesOut(elsewhere)
        }
        #expect(try warnings(SupportTests.raise("N-036", #""camp":"C-001""#, item: "بیل", 1)) == [])
        #expect(try warnings(SupportTests.raise("N-037", #""camp":"C-001""#, item: "بیل", 1)) == ["duplicate-name"])
        let past = SupportTests.raise("N-035", #""camp":"C-001""#, item: "بیل", 5, by: "1301/05/20")
        #expect(try warnings(past).contains("past-due"))
    }

    @Test("something arrived of a pledge that was withdrawn")
    func arrivedOfWithdrawn() throws {
        try office.carriesOut(SupportTests.pledge("PL-1", "SETAD", 10, need: "N-002"))
        try office.carriesOut(SupportTests.say("dispatch", "PL-1", 10))
        try office.carriesOut(SupportTests.withdraw("PL-1"))
        #expect(try warnings(SupportTests.say("confirm", "PL-1", 10)) == ["wrong-state"])
    }

    @Test("confirmed more than was ever sent is in doubt, from home and from a pack alike")
    func twiceConfirmed() throws {
        try office.carriesOut(SupportTests.pledge("PL-1", "SETAD", 78))
        try office.carriesOut(SupportTests.say("dispatch", "PL-1", 78))
        try office.carriesOut(SupportTests.say("deliver", "PL-1", 60))
        #expect(try warnings(SupportTests.say("confirm", "PL-1", 60)) == [])
        #expect(try !standing("PL-1").isInDoubt)
        #expect(try warnings(SupportTests.say("confirm", "PL-1", 18)) == [], "what is sent may come before it is told")
        #expect(try !standing("PL-1").isInDoubt)
        #expect(try warnings(SupportTests.say("confirm", "PL-1", 70)) == ["exceeds-dispatched"])
        #expect(try standing("PL-1").isInDoubt)
    }

    @Test("a delivery dated before the first dispatch is told")
    func order() throws {
        try office.carriesOut(SupportTests.pledge("PL-1", "SETAD", 78))
        try office.carriesOut(SupportTests.say("dispatch", "PL-1", 78, on: "1401/05/07"))
        #expect(try warnings(SupportTests.say("deliver", "PL-1", 8, on: "1401/05/07")) == [])
        #expect(try warnings(SupportTests.say("deliver", "PL-1", 8, on: "1401/05/06")) == ["before-dispatch"])
    }

    @Test("a need that is settled while something is to come, or as met though nothing came, says so")
    func settled() throws {
        #expect(try warnings(#"{"command":"need.settle","code":"N-030","outcome":"met"}"#) == [], "nobody had promised")
        try office.carriesOut(SupportTests.pledge("PL-1", "SETAD", 20, need: "N-002"))
        let entry = try office.carriesOut(#"{"command":"need.settle","code":"N-002","outcome":"met"}"#)
        #expect(entry.warnings.compactMap { $0["warning"]?.string } == ["not-complete"])
        #expect(entry.warnings.first?["en"]?.string?.contains("ستاد اجرایی") == true)
    }

    @Test("two institutions of one name are told")
    func namesakes() throws {
        #expect(try warnings(SupportTests.institution("SETAD2", "ستاد اجرايي")) == ["duplicate-name"])
        #expect(try warnings(#"{"command":"institution.amend","code":"SETAD2","name":"ستاد نو"}"#) == [])
        #expect(try warnings(#"{"command":"institution.amend","code":"SETAD2","name":"سپاه"}"#) == ["duplicate-name"])
    }

    @Test("who else helps never names the one who helps, and a Persian name stands before its figure in English too")
    func others() throws {
        try office.carriesOut(SupportTests.pledge("PL-1", "HOWZEH", 300))
        try office.carriesOut(SupportTests.pledge("PL-2", "SETAD", 200))
        let entry = try office.carriesOut(SupportTests.pledge("PL-3", "SETAD", 100))
        let said = try #require(entry.warnings.first?["en"]?.string)
        #expect(!said.contains("ستاد اجرایی"))
        #expect(said.contains("حوزه علمیه\u{2069} (\u{2066}300\u{2069})"), "\(said.debugDescription)")
    }

    @Test("a move to the need that a pledge is for already is told as just that")
    func ownNeed() throws {
        try office.carriesOut(SupportTests.pledge("PL-1", "HOWZEH", 30))
        office.refuses(SupportTests.move("PL-1", to: "N-001", 5), as: .notMatching, fa: "از پیش", en: "already")
    }
}
