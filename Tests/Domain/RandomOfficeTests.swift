import Domain
import Persian
import Testing

/// Whatever people send, in whatever order: the promises hold, and everything can be taken back.
@Suite("Random offices")
struct RandomOfficeTests {
    @Test("after any commands, undos and voids, carried out or refused, every promise holds", arguments: 1...12)
    func promises(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let office = try TestOffice.inTheField()
        var carriedOut: [LedgerEntry] = []
        for _ in 0..<150 {
            let undone = dice.roll(5) == 0 ? carriedOut.randomElement(using: &dice) : nil
            let line = undone.map { #"{"command":"ledger.undo","undo":"\#($0.id)"}"# } ?? dice.command()
            let before = office.registry.contents
            guard let entry = try office.attempt(line) else {
                #expect(office.registry.contents == before)
                continue
            }
            carriedOut.append(entry)
            try #require(office.registry.brokenPromises() == [], "\(line)")
        }
        #expect(carriedOut.count > 30, "the dice should find commands that are carried out")
    }

    @Test("undoing everything, the last first, leads back to the beginning", arguments: 1...12)
    func undoAll(seed: UInt64) throws {
        var dice = Dice(seed: seed &+ 1000)
        let office = try TestOffice.inTheField()
        let before = office.registry.contents
        var carriedOut: [LedgerEntry] = []
        for _ in 0..<100 {
            if let entry = try office.attempt(dice.command()) { carriedOut.append(entry) }
        }
        #expect(office.registry.contents != before)
        for entry in carriedOut.reversed() {
            try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
        }
        #expect(office.registry.contents == before)
    }

    @Test("versions only ever rise, through undo and void as well", arguments: 1...4)
    func versions(seed: UInt64) throws {
        var dice = Dice(seed: seed &+ 2000)
        let office = try TestOffice.inTheField()
        for _ in 0..<100 {
            let undone = dice.roll(3) == 0 ? office.registry.ledger.suffix(6).randomElement(using: &dice) : nil
            _ = try office.attempt(undone.map { #"{"command":"ledger.undo","undo":"\#($0.id)"}"# } ?? dice.command())
        }
        var seen: [String: Int] = [:]
        for change in office.registry.ledger.flatMap(\.changes) {
            let version = change.after?.version ?? change.record.version + 1
            // What was only asked for raises none.
            let isNote = change.before?.version == change.after?.version
            #expect(version > seen[change.record.id] ?? 0 || isNote, "\(change.record.label.en)")
            seen[change.record.id] = version
        }
    }
}

extension TestOffice {
    /// One whose first camp runs, so that reports and incidents have where to come from.
    static func inTheField() throws -> TestOffice {
        let office = try TestOffice()
        for line in [
            CampTests.bahar, #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
            ArbaeenTests.announce("IR", "1401/06/07"), ArbaeenTests.plan("AP-1"), ArbaeenTests.license("AP-1"),
            PackagesTests.open("RM-1"), PackagesTests.stock("receive", 40),
            PackagesTests.stock("allocate", 9, at: "B-01"),
        ] { try office.carriesOut(line) }
        return office
    }

    /// What came of a line; nil when it was refused. Any other error is the test's failure.
    fileprivate func attempt(_ line: String) throws -> LedgerEntry? {
        do {
            return try send(line)
        } catch DecideError.refused {
            return nil
        } catch is Refusal {
            return nil
        }
    }
}

/// Random commands about a few codes, people and days, so that they meet; the same for the same seed.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }

    mutating func one(_ items: String...) -> String { items[roll(items.count)] }

    mutating func group() -> String { one("Q-0001", "Q-0002", "Q-0003", "Q-0004") }
    private mutating func council() -> String { one("\"SH-01\"", "\"SH-02\"", "\"SH-03\"", "null") }
    private mutating func base() -> String { one("\"B-01\"", "\"B-02\"", "\"B-03\"", "null") }
    private mutating func body() -> String { one("Q-0001", "Q-0002", "Q-0003", "SH-01", "SH-02", "B-01") }
    mutating func person() -> String { one("9990000018", "9990000026", "9990000034", "9991234561") }
    private mutating func day() -> String { "1400/0\(1 + roll(9))/\(10 + roll(18))" }
    private mutating func name() -> String { one("باران", "بهار", "نسیم") }
    private mutating func office() -> String { one("head", "mediaLiaison") }

    mutating func command() -> String {
        switch roll(11) {
        case 9, 10: packageCommand()
        case 7, 8: supportCommand()
        case 6: pointCommand()
        case 0: groupCommand()
        case 1: datedCommand()
        case 2: campCommand()
        case 3: fieldCommand()
        case 4: courseCommand()
        default: otherCommand()
        }
    }

    mutating func camp() -> String { one("C-001", "C-002", "C-003") }
    mutating func campDay() -> String { "1401/05/0\(1 + roll(9))" }

    private mutating func campCommand() -> String {
        switch roll(4) {
        case 0:
            """
            {"command":"camp.plan","code":"\(camp())","title":"\(name())",\
            "groups":["\(one("Q-0001", "Q-0002", "Q-0003")) \(1 + roll(40))"],\
            "kind":"\(one("village", "village", "neighbourhood"))","province":"قم","county":"قم","place":"ده‌نو",\
            "fields":["relief"],"from":"\(campDay())","to":"\(campDay())","leader":"\(person())"}
            """
        case 1: #"{"command":"camp.amend","code":"\#(camp())","from":"\#(campDay())","to":"\#(campDay())"}"#
        case 2:
            #"{"command":"camp.\#(one("approve", "start", "start", "approve"))","code":"\#(camp())"}"#
        default:
            #"{"command":"camp.\#(one("suspend", "resume", "cancel", "close"))","code":"\#(camp())"}"#
        }
    }

    mutating func fieldCommand() -> String {
        switch roll(6) {
        case 0, 1:
            """
            {"command":"camp.report","camp":"\(camp())","day":"\(campDay())","present":\(roll(20)),\
            "beneficiaries":\(roll(90))}
            """
        case 2: #"{"command":"camp.attend","camp":"\#(camp())","day":"\#(campDay())","people":["\#(person())"]}"#
        case 3:
            """
            {"command":"need.raise","for":{"camp":"\(camp())"},"item":"پتو","quantity":\(1 + roll(9)),\
            "unit":"تخته","urgency":"high"}
            """
        case 4:
            """
            {"command":"incident.record","camp":"\(camp())","when":"\(campDay())T11:00",\
            "severity":"\(one("minor", "serious"))","what":"تب","people":["\(person())"]}
            """
        default:
            one(
                #"{"command":"need.settle","code":"N-00\#(1 + roll(4))","outcome":"met"}"#,
                #"{"command":"incident.resolve","code":"I-00\#(1 + roll(4))","note":"خوب شد"}"#)
        }
    }

    mutating func course() -> String { one("T-001", "T-001", "T-002") }

    /// Without certificates, which are never taken back.
    private mutating func courseCommand() -> String {
        let (course, person) = (course(), person())
        return switch roll(9) {
        case 0: TrainingTests.course(course, audience: one("anyone", "groupsAndMediaLiaisons"), capacity: 1 + roll(2))
        case 1: #"{"command":"course.amend","code":"\#(course)","capacity":\#(1 + roll(3))}"#
        case 2, 3, 4: TrainingTests.enrol(person, in: course)
        case 5:
            """
            {"command":"course.withdraw","course":"\(course)","person":"\(person)",\
            "on":"\(one("1401/04/20", "1401/05/01", "1401/05/02"))"}
            """
        case 6, 7:
            """
            {"command":"course.attend","course":"\(course)","session":"S-\(1 + roll(2))",\
            "people":["\(person)","\(one("9990000018", "9990000026", "9990000034"))"]}
            """
        default: #"{"command":"course.\#(one("complete", "cancel"))","code":"\#(course)"}"#
        }
    }

    private mutating func point() -> String { one("AP-1", "AP-1", "AP-2") }
    private mutating func hour() -> String { "05/0\(7 + roll(3))T0\(roll(10)):00" }
    private mutating func shift() -> String { "SF-00\(1 + roll(4))" }

    private mutating func pointCommand() -> String {
        switch roll(10) {
        case 0: ArbaeenTests.plan(point(), country: one("IR", "IQ"))
        case 1: one(ArbaeenTests.license(point()), ArbaeenTests.announce("IR", one("1401/06/07", "1401/06/08")))
        case 2: ArbaeenTests.open(point(), on: one("1401/05/07", "1401/05/08"))
        case 3:
            one(#"{"command":"point.close","code":"\#(point())"}"#, #"{"command":"shift.cancel","code":"\#(shift())"}"#)
        case 4, 5: ArbaeenTests.shift(shift(), at: point(), hour(), "05/09T12:00")
        case 6: ArbaeenTests.assign(shift(), 1 + roll(30), one("Q-0001", "Q-0002"))
        case 7: ArbaeenTests.tally(hour(), roll(90), at: point())
        case 8: ArbaeenTests.stock(one("use", "count"), 1 + roll(9))
        default: ArbaeenTests.stock("receive", 1 + roll(9), #","unit":"بطری","reorderLevel":5"#)
        }
    }

    private mutating func institution() -> String { one("SETAD", "SETAD", "SEPAH") }
    private mutating func need() -> String { "N-00\(1 + roll(4))" }
    private mutating func pledge() -> String { "PL-00\(1 + roll(4))" }

    private mutating func supportCommand() -> String {
        switch roll(12) {
        case 0: SupportTests.institution(institution(), "دستگاه")
        case 1, 2: SupportTests.raise("", #""group":"\#(group())""#, item: one("پتو", "پتو", "چای"), 1 + roll(30))
        case 3, 4: SupportTests.pledge("", institution(), 1 + roll(30), need: need())
        case 5: #"{"command":"pledge.amend","code":"\#(pledge())","quantity":\#(1 + roll(30))}"#
        case 6, 7: SupportTests.say("dispatch", pledge(), 1 + roll(12))
        case 8: SupportTests.say(one("deliver", "deliver", "confirm"), pledge(), 1 + roll(9))
        case 9: SupportTests.move(pledge(), to: need(), 1 + roll(9))
        case 10: one(SupportTests.withdraw(pledge()), SupportTests.decline(need(), institution()))
        default: SupportTests.spiritual().replacing("HOWZEH", with: institution())
        }
    }

    private mutating func householdCode() -> String { "H-0000\(1 + roll(4))" }

    private mutating func packageCommand() -> String {
        let (code, base) = (householdCode(), one("B-01", "B-01", "B-02"))
        return switch roll(12) {
        case 0: PackagesTests.stock("receive", 1 + roll(9))
        case 1: PackagesTests.stock("allocate", 1 + roll(9), at: base)
        case 2: PackagesTests.stock(one("return", "damage", "count"), 1 + roll(4), at: base)
        case 3, 4, 5: PackagesTests.deliver(code, at: base, one("", "", PackagesTests.reason))
        case 6: PackagesTests.miss(code)
        case 7, 8: HouseholdTests.record(code, person(), one("", HouseholdTests.mobile))
        case 9: HouseholdTests.amend(code, one(#""size":7"#, #""mobile":null"#, #""members":["9990000034"]"#))
        case 10: HouseholdTests.judge(code, householdCode(), one("same", "different"))
        default: #"{"command":"campaign.\#(one("amend", "reconcile", "close"))","code":"RM-1"}"#
        }
    }

    private mutating func groupCommand() -> String {
        switch roll(4) {
        case 0:
            """
            {"command":"group.register","code":"\(group())","name":"\(name())","kind":"general","fields":["relief"],\
            "council":\(council()),"base":\(base()),"county":"قم","size":12,"registeredOn":"\(day())",\
            "head":"\(person())"}
            """
        case 1: #"{"command":"group.amend","code":"\#(group())","name":"\#(name())","council":\#(council())}"#
        case 2: #"{"command":"group.amend","code":"\#(group())","size":\#(1 + roll(3)),"base":\#(base())}"#
        default: #"{"command":"group.\#(one("suspend", "reinstate", "dissolve"))","code":"\#(group())"}"#
        }
    }

    private mutating func datedCommand() -> String {
        switch roll(4) {
        case 0: #"{"command":"membership.begin","group":"\#(group())","person":"\#(person())","from":"\#(day())"}"#
        case 1: #"{"command":"membership.end","group":"\#(group())","person":"\#(person())","to":"\#(day())"}"#
        case 2:
            """
            {"command":"office.appoint","body":"\(body())","office":"\(office())","person":"\(person())",\
            "from":"\(day())","succeed":\(one("true", "false"))}
            """
        default: #"{"command":"office.end","body":"\#(body())","office":"\#(office())","to":"\#(day())"}"#
        }
    }

    private mutating func otherCommand() -> String {
        switch roll(9) {
        case 0: #"{"command":"person.record","nationalID":"\#(person())","firstName":"لیلا","lastName":"زارع"}"#
        case 1: #"{"command":"council.found","code":"SH-0\#(1 + roll(3))","name":"شورا","parent":\#(council())}"#
        case 2: #"{"command":"council.amend","code":"SH-0\#(1 + roll(3))","parent":\#(council())}"#
        case 3: #"{"command":"base.found","code":"B-0\#(1 + roll(3))","name":"قرارگاه","council":\#(council())}"#
        case 4: #"{"command":"base.amend","code":"B-0\#(1 + roll(3))","parent":\#(base()),"council":\#(council())}"#
        case 5: #"{"command":"setting.change","name":"activity.months","value":\#(1 + roll(3))}"#
        case 6: staffCommand()
        case 7:
            #"{"command":"record.void","kind":"group","code":"\#(group())","reason":"آزمایش"}"#
        default: voidCommand()
        }
    }

    /// About everybody but the sender.
    private mutating func staffCommand() -> String {
        let account = one("operator1", "trainer1", "other1")
        let role = one("administrator", "operator", "trainer")
        return switch roll(3) {
        case 0: #"{"command":"staff.add","account":"\#(account)","name":"کاربر","role":"\#(role)"}"#
        case 1: #"{"command":"staff.amend","account":"\#(account)","role":"\#(role)"}"#
        default: #"{"command":"staff.disable","account":"\#(account)"}"#
        }
    }

    private mutating func voidCommand() -> String {
        let (kind, code) =
            switch roll(16) {
            case 14: ("household", householdCode())
            case 15: ("campaign", "RM-1")
            case 11: ("pledge", pledge())
            case 12: ("institution", institution())
            case 13: ("support", "SP-001")
            case 8: ("point", point())
            case 9: ("shift", shift())
            case 10: ("supply", "AP-1/آب معدنی")
            case 6: ("course", course())
            case 7: ("enrolment", "\(course())/\(person())")
            case 0: ("council", "SH-0\(1 + roll(3))")
            case 1: ("base", "B-0\(1 + roll(3))")
            case 2: ("camp", camp())
            case 3: ("need", "N-00\(1 + roll(4))")
            case 4: ("incident", "I-00\(1 + roll(4))")
            default: ("person", person())
            }
        return #"{"command":"record.void","kind":"\#(kind)","code":"\#(code)","reason":"آزمایش"}"#
    }
}
