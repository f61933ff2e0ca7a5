import Domain
import Testing

/// Undo looks at the records it touches; these are the promises between them and all the others.
@Suite("What undo may not break")
struct UndoPromiseTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    private func undo(_ entry: LedgerEntry) -> String { #"{"command":"ledger.undo","undo":"\#(entry.id)"}"# }

    private func void(_ kind: String, _ code: String) throws -> LedgerEntry {
        try office.carriesOut(#"{"command":"record.void","kind":"\#(kind)","code":"\#(code)","reason":"دوباره"}"#)
    }

    @Test("a name that another group took meanwhile")
    func name() throws {
        let renamed = try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","name":"گروه نسیم"}"#)
        try office.carriesOut(
            """
            {"command":"group.register","code":"Q-0003","name":"گروه جهادي باران","kind":"general",\
            "fields":["relief"],"county":"قم","size":12,"registeredOn":"1400/01/05"}
            """)
        office.refuses(undo(renamed), as: .duplicateName, saying: "Q-0003")
    }

    @Test("a code, a national ID or an account that another record took meanwhile")
    func key() throws {
        let group = try void("group", "Q-0002")
        try office.carriesOut(#"{"command":"council.found","code":"Q-0002","name":"شورا"}"#)
        office.refuses(
            undo(group), as: .overlap, field: "undo", saying: "Q-0002", fa: "شورا", en: "council شورا (Q-0002)")

        let person = try void("person", "9990000141")
        try office.carriesOut(
            #"{"command":"person.record","nationalID":"9990000141","firstName":"کوثر","lastName":"حیدری"}"#)
        office.refuses(undo(person), as: .overlap, saying: "کوثر حیدری")
    }

    @Test("a council that is no longer there")
    func reference() throws {
        let freed = try office.carriesOut(#"{"command":"group.amend","code":"Q-0001","council":null}"#)
        try office.carriesOut(#"{"command":"base.amend","code":"B-01","council":null}"#)
        _ = try void("council", "SH-01")
        office.refuses(undo(freed), as: .notFound, saying: "SH-01")
    }

    @Test("a person who is no longer there")
    func member() throws {
        try office.carriesOut(
            #"{"command":"membership.begin","group":"Q-0002","person":"9990000050","from":"1400/06/01"}"#)
        let group = try void("group", "Q-0002")
        _ = try void("person", "9990000050")
        office.refuses(undo(group), as: .notFound, saying: "9990000050")
    }

    @Test("an office that somebody else holds meanwhile")
    func office_() throws {
        let ended = try office.carriesOut(
            #"{"command":"office.end","body":"Q-0001","office":"head","to":"1401/01/01"}"#)
        try office.carriesOut(
            #"{"command":"office.appoint","body":"Q-0001","office":"head","person":"9990000042","from":"1401/01/02"}"#)
        office.refuses(undo(ended), as: .overlap, saying: "مریم جعفری", "Q-0001")
    }

    @Test("a membership that was begun anew meanwhile")
    func membership() throws {
        let member = #""group":"Q-0001","person":"9990000050""#
        try office.carriesOut(#"{"command":"membership.begin",\#(member),"from":"1400/06/01"}"#)
        let ended = try office.carriesOut(#"{"command":"membership.end",\#(member),"to":"1401/01/01"}"#)
        try office.carriesOut(#"{"command":"membership.begin",\#(member),"from":"1401/01/02"}"#)
        office.refuses(undo(ended), as: .overlap, saying: "رضا باقری", "Q-0001")
    }

    @Test("a parent that stands below by now")
    func loop() throws {
        let freed = try office.carriesOut(#"{"command":"base.amend","code":"B-02","parent":null}"#)
        try office.carriesOut(#"{"command":"base.amend","code":"B-01","parent":"B-02"}"#)
        office.refuses(undo(freed), as: .loop, saying: "B-01", "B-02")
    }

    @Test("the last administrator")
    func lastAdministrator() throws {
        let added = try office.carriesOut(
            #"{"command":"staff.add","account":"admin2","name":"مدیر دوم","role":"administrator"}"#)
        let promoted = try office.carriesOut(#"{"command":"staff.amend","account":"operator1","role":"administrator"}"#)
        try office.carriesOut(#"{"command":"staff.disable","account":"admin1"}"#, by: "admin2")
        try office.carriesOut(undo(promoted), by: "admin2")
        office.refuses(undo(added), as: .wrongState, saying: "admin2", by: "admin2")
    }

    @Test("restoring one of two states of the same promise is fine when the other gave way")
    func otherGaveWay() throws {
        let renamed = try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","name":"گروه نسیم"}"#)
        try office.carriesOut(
            """
            {"command":"group.register","code":"Q-0003","name":"گروه جهادی باران","kind":"general",\
            "fields":["relief"],"county":"قم","size":12,"registeredOn":"1400/01/05"}
            """)
        _ = try void("group", "Q-0003")
        try office.carriesOut(undo(renamed))
        #expect(try office.group("Q-0002").name == "گروه جهادی باران")
    }
}
