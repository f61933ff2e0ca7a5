import Domain
import Testing

/// A form opens only where its command may be carried out: what the state forbids is known from the fields that are fixed.
@Suite("What a state forbids is known before anything is typed") struct ObstacleTests {
    @Test("by the group alone for members and offices of a group that is dissolved")
    func groups() throws {
        let office = try TestOffice()
        #expect(try office.obstacle(MembershipBegin.self, "group", "Q-0002") == nil)
        #expect(try office.obstacle(OfficeAppoint.self, "body", "Q-0002") == nil)
        #expect(try office.obstacle(OfficeAppoint.self, "body", "SH-01") == nil)
        try office.carriesOut(#"{"command":"group.dissolve","code":"Q-0002","reason":"پایان کار"}"#)
        #expect(try office.obstacle(MembershipBegin.self, "group", "Q-0002") == .wrongState)
        #expect(try office.obstacle(OfficeAppoint.self, "body", "Q-0002") == .wrongState)
    }

    @Test("by the point alone for what a closed one receives")
    func points() throws {
        let office = try TestOffice()
        for line in [
            #"{"command":"season.announce","year":1444,"country":"IR","month":"safar","startsOn":"1401/06/07","status":"provisional"}"#,
            #"{"command":"point.plan","code":"AP-1","name":"موکب","kind":"border","country":"IR","season":1444,"services":[{"service":"food","perDay":100}]}"#,
        ] { try office.carriesOut(line) }
        #expect(try office.obstacle(SupplyReceive.self, "point", "AP-1") == nil)
        for line in [
            #"{"command":"point.license","code":"AP-1","permit":"م/۱","validUntil":"1401/07/05"}"#,
            #"{"command":"point.open","code":"AP-1","on":"1401/05/09"}"#, #"{"command":"point.close","code":"AP-1"}"#,
        ] { try office.carriesOut(line) }
        #expect(try office.obstacle(SupplyReceive.self, "point", "AP-1") == .wrongState)
    }
}

extension TestOffice {
    /// What the rules have against a command of which one field is known.
    fileprivate func obstacle<C: Command>(_ command: C.Type, _ field: String, _ value: String) throws -> RefusalCode? {
        let envelope = Envelope(id: "", at: now, account: Self.administrator, role: .administrator, station: "QOM-1")
        return try command.obstacle([.init(field, .string(value))], envelope, in: registry)?.code
    }
}
