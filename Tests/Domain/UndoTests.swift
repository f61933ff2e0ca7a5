import Domain
import Testing

@Suite("Undo")
struct UndoTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    private func undo(_ entry: LedgerEntry) -> String { #"{"command":"ledger.undo","undo":"\#(entry.id)"}"# }

    /// Carries the lines out, undoes the last one, and expects all to be as it was before that one.
    private func undoes(_ lines: String...) throws {
        for line in lines.dropLast() { try office.carriesOut(line) }
        let before = office.registry.contents
        let entry = try office.carriesOut(try #require(lines.last))
        #expect(office.registry.contents != before)
        try office.carriesOut(undo(entry))
        #expect(office.registry.contents == before)
    }

    @Test("an amendment: the record is as it was, its version goes on, and the undo is in the ledger")
    func amendment() throws {
        let entry = try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":44}"#)
        let undone = try office.carriesOut(undo(entry))
        #expect(try office.group("Q-0002").size == 40 && office.group("Q-0002").version == 3)
        #expect(undone.answer["result"]?["undone"] == .string("group.amend"))
        #expect(undone.answer["result"]?["records"] == .list([.string("Q-0002")]))
        #expect(office.registry.ledger.last?.id == undone.id)
    }

    @Test("whatever a command changes, undo puts back")
    func everything() throws {
        let membership = #""group":"Q-0001","person":"9990000050""#
        try undoes(#"{"command":"group.amend","code":"Q-0001","note":"نو","council":null,"fields":["other"]}"#)
        try undoes(
            """
            {"command":"group.register","name":"نو","kind":"general","fields":["relief"],"county":"قم","size":12,\
            "registeredOn":"1400/01/05","head":"9990000018","mediaLiaison":"9990000026"}
            """)
        try undoes(#"{"command":"group.suspend","code":"Q-0001"}"#, #"{"command":"group.dissolve","code":"Q-0001"}"#)
        try undoes(#"{"command":"person.record","nationalID":"9991234561","firstName":"لیلا","lastName":"زارع"}"#)
        try undoes(#"{"command":"person.amend","nationalID":"9990000018","mobile":"09120000018","skills":["بنایی"]}"#)
        try undoes(#"{"command":"membership.begin",\#(membership),"from":"1400/06/01"}"#)
        try undoes(
            #"{"command":"membership.begin",\#(membership),"from":"1400/06/01"}"#,
            #"{"command":"membership.end",\#(membership),"to":"1401/06/01"}"#)
        try undoes(#"{"command":"council.found","name":"شورا","parent":"SH-01"}"#)
        try undoes(#"{"command":"base.amend","code":"B-02","parent":null,"council":"SH-02"}"#)
        try undoes(#"{"command":"office.end","body":"Q-0001","office":"head","to":"1401/01/01"}"#)
        try undoes(#"{"command":"staff.add","account":"other1","name":"دیگری","role":"operator"}"#)
        try undoes(#"{"command":"staff.disable","account":"trainer1"}"#)
        try undoes(#"{"command":"setting.change","name":"activity.months","value":3}"#)
    }

    @Test("a succession: the first head serves on, the second never did")
    func succession() throws {
        try undoes(
            """
            {"command":"office.appoint","body":"Q-0001","office":"head","person":"9990000042","from":"1401/04/01",\
            "succeed":true}
            """)
        #expect(office.registry.terms(of: "Q-0001", .head).map(\.person) == ["9990000018"])
    }

    @Test("a voided group comes back with its terms and memberships")
    func void() throws {
        try undoes(
            #"{"command":"membership.begin","group":"Q-0001","person":"9990000050","from":"1400/06/01"}"#,
            #"{"command":"record.void","kind":"group","code":"Q-0001","reason":"دوباره"}"#)
    }

    @Test("an undo is undone like any other command, and that again")
    func undoOfUndo() throws {
        let entry = try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":44}"#)
        let first = try office.carriesOut(undo(entry))
        let second = try office.carriesOut(undo(first))
        #expect(try office.group("Q-0002").size == 44)
        try office.carriesOut(undo(second))
        #expect(try office.group("Q-0002").size == 40 && office.group("Q-0002").version == 5)
    }

    @Test("a second undo is refused: the first one touched the records")
    func twice() throws {
        for line in [
            #"{"command":"group.amend","code":"Q-0002","size":44}"#, #"{"command":"council.found","name":"شورا"}"#,
            #"{"command":"record.void","kind":"person","code":"9990000141","reason":"دوباره"}"#,
        ] {
            let entry = try office.carriesOut(line)
            try office.carriesOut(undo(entry))
            office.refuses(undo(entry), as: .overlap, field: "undo", saying: "admin1", fa: "بازگرداندن", en: "undo of")
        }
    }

    @Test("nor can be undone what somebody changed since; who and with what is told")
    func touched() throws {
        let entry = try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":44}"#)
        try office.carriesOut(#"{"command":"group.suspend","code":"Q-0002"}"#, by: "operator1")
        office.refuses(
            undo(entry), as: .overlap, saying: "operator1", "Q-0002", fa: "تعلیق گروه", en: "suspend a group")
    }

    @Test("a command and its own undo come to nothing, so that one can go back step by step")
    func stepByStep() throws {
        let before = office.registry.contents
        let size = try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":44}"#)
        let state = try office.carriesOut(#"{"command":"group.suspend","code":"Q-0002"}"#)
        let gone = try office.carriesOut(
            #"{"command":"record.void","kind":"group","code":"Q-0002","reason":"دوباره"}"#)
        office.refuses(undo(size), as: .overlap, fa: "باطل کردن", en: "void")
        let undone = try office.carriesOut(undo(gone))
        office.refuses(undo(size), as: .overlap, fa: "تعلیق گروه", en: "suspend")
        let redone = try office.carriesOut(undo(undone))
        office.refuses(undo(state), as: .overlap, fa: "باطل کردن", en: "void")
        try office.carriesOut(undo(redone))
        try office.carriesOut(undo(state))
        try office.carriesOut(undo(size))
        #expect(office.registry.contents == before)
    }

    @Test("what is in use is not taken back; what uses it is named")
    func inUse() throws {
        let council = try office.carriesOut(#"{"command":"council.found","code":"SH-09","name":"شورا"}"#)
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","council":"SH-09"}"#)
        office.refuses(undo(council), as: .overlap, saying: "SH-09", "Q-0002")

        let group = try office.carriesOut(
            """
            {"command":"group.register","code":"Q-0009","name":"نو","kind":"general","fields":["relief"],\
            "county":"قم","size":12,"registeredOn":"1400/01/05","head":"9990000018"}
            """)
        let joined = try office.carriesOut(
            #"{"command":"membership.begin","group":"Q-0009","person":"9990000050","from":"1400/06/01"}"#)
        office.refuses(undo(group), as: .overlap, saying: "Q-0009", "رضا باقری")
        try office.carriesOut(undo(joined))
        try office.carriesOut(undo(group))
    }

    @Test("a command that is not in the ledger")
    func missing() {
        let id = "01890000-0000-7000-8000-00000000ffff"
        office.refuses(#"{"command":"ledger.undo","undo":"\#(id)"}"#, as: .notFound, field: "undo", saying: id)
    }

    @Test("whoever may send a command may undo it; nobody else, not by way of the undo either")
    func permission() throws {
        let entry = try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":44}"#)
        for account in ["trainer1", "supervisor1"] {
            office.refuses(undo(entry), as: .notPermitted, saying: account, en: "amend a group", by: account)
        }
        let first = try office.carriesOut(undo(entry), by: "operator1")
        for account in ["trainer1", "supervisor1"] {
            office.refuses(undo(first), as: .notPermitted, saying: account, en: "amend a group", by: account)
        }
        let second = try office.carriesOut(undo(first), by: "operator1")
        office.refuses(undo(second), as: .notPermitted, en: "amend a group", by: "trainer1")

        let setting = try office.carriesOut(#"{"command":"setting.change","name":"activity.months","value":3}"#)
        office.refuses(undo(setting), as: .notPermitted, saying: "operator1", by: "operator1")
    }
}
