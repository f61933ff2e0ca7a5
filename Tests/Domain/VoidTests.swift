import Domain
import Testing

@Suite("Voiding a record")
struct VoidTests {
    let office: TestOffice
    init() throws { office = try TestOffice() }

    private func void(_ kind: String, _ code: String) -> String {
        #"{"command":"record.void","kind":"\#(kind)","code":"\#(code)","reason":"ثبت دوباره"}"#
    }

    @Test("a group leaves the lists with its terms and memberships; the ledger keeps them")
    func group() throws {
        try office.carriesOut(
            #"{"command":"membership.begin","group":"Q-0001","person":"9990000050","from":"1400/06/01"}"#)
        let entry = try office.carriesOut(void("group", " q-۰۰۰۱ "))
        #expect(office.registry.find(Group.self, key: "Q-0001") == nil)
        #expect(office.registry.all(Term.self).isEmpty && office.registry.all(Membership.self).isEmpty)
        #expect(entry.changes.count == 4 && entry.changes.allSatisfy { $0.after == nil })
        #expect(entry.answer["result"]?.text == #"{"kind":"group","code":"Q-0001"}"#)
        #expect(entry.reason == "ثبت دوباره")
        #expect(try office.person("9990000018").version == 1, "people are no part of a group")
    }

    @Test("its code, name and national ID are free again")
    func free() throws {
        try office.carriesOut(void("group", "Q-0002"))
        try office.carriesOut(
            """
            {"command":"group.register","code":"Q-0002","name":"گروه جهادی باران","kind":"general",\
            "fields":["relief"],"county":"قم","size":12,"registeredOn":"1400/01/05"}
            """)
        #expect(try office.group("Q-0002").version == 1)
        try office.carriesOut(void("شخص", "۹۹۹۰۰۰۰۱۴۱"))
        try office.carriesOut(
            #"{"command":"person.record","nationalID":"9990000141","firstName":"کوثر","lastName":"حیدری"}"#)
    }

    @Test("a single term or membership, by its key")
    func parts() throws {
        try office.carriesOut(void("term", "Q-0001/head/9990000018/2019-04-30"))
        #expect(office.registry.terms(of: "Q-0001", .head).isEmpty)
        try office.carriesOut(
            #"{"command":"membership.begin","group":"Q-0001","person":"9990000050","from":"1400/06/01"}"#)
        try office.carriesOut(void("membership", "Q-0001/9990000050/2021-08-23"))
        #expect(office.registry.all(Membership.self).isEmpty)
    }

    @Test(
        "what is in use is not voided; what uses it is named",
        arguments: [
            ("council", "SH-01", "Q-0001"), ("council", "SH-01", "B-01"), ("base", "B-01", "B-02"),
            ("base", "B-02", "Q-0002"),
        ])
    func inUse(kind: String, code: String, user: String) {
        office.refuses(void(kind, code), as: .wrongState, field: "code", saying: code, user)
    }

    @Test("a person in office is called by name, and so is the office")
    func inOffice() {
        office.refuses(
            void("person", "9990000026"), as: .wrongState, field: "code", saying: "زهرا نوری", "Q-0001",
            fa: "رابط رسانه", en: "media liaison of Q-0001")
    }

    @Test("a council that only its own terms hold may go, and they with it")
    func ownTerms() throws {
        try office.carriesOut(
            #"{"command":"office.appoint","body":"SH-02","office":"head","person":"9990000034","from":"1400/01/01"}"#)
        try office.carriesOut(void("council", "SH-02"))
        #expect(office.registry.terms(of: "SH-02", .head).isEmpty)
    }

    @Test(
        "what is not there",
        arguments: [("group", "Q-7777"), ("group", "SH-01"), ("person", "9991234561"), ("term", "Q-0001/9990000018")])
    func missing(kind: String, code: String) {
        office.refuses(void(kind, code), as: .notFound, field: "code", saying: code)
    }

    @Test("staff and settings are never voided; what may be is listed", arguments: ["staff", "setting", "camel"])
    func otherKinds(kind: String) {
        office.refuses(
            void(kind, "operator1"), as: .unknownValue, field: "kind", saying: kind, en: "group, council, base")
    }

    @Test("voided once, it is not there a second time")
    func twice() throws {
        try office.carriesOut(void("group", "Q-0002"))
        office.refuses(void("group", "Q-0002"), as: .notFound, saying: "Q-0002")
    }
}
