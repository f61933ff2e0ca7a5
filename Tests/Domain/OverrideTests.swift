import Domain
import Persian
import Testing

/// Which rules a reason goes beyond, and whose. The clock stands at 1401/05/09.
@Suite("Overrides")
struct OverrideTests {
    @Test("who may send a command, and who may have it carried out against a rule, is known before")
    func roles() {
        #expect(Role.supervisor.mayOverride(CampPlan.self) && !Role.supervisor.maySend(CampPlan.self))
        #expect(Role.supervisor.mayOverride(ShiftAssign.self) && Role.supervisor.mayOverride(GuestCheckIn.self))
        #expect(!Role.operator.mayOverride(CampPlan.self) && Role.operator.maySend(CampPlan.self))
        #expect(!Role.trainer.mayOverride(CampClose.self) && !Role.supervisor.mayOverride(GroupAmend.self))
        #expect(Role.administrator.mayOverride(CampClose.self) && Role.administrator.maySend(StaffAdd.self))
    }

    @Test("the commands with such rules are those of the rules")
    func commands() {
        let named = Commands.all.filter { !$0.overrides.isEmpty }.map { $0.name }
        #expect(
            Set(named) == [
                "camp.plan", "camp.amend", "camp.close", "guest.checkIn", "shift.assign", "support.dispatch",
                "pledge.amend", "campaign.deliver", "campaign.count",
            ])
    }

    @Test("a supervisor's reason carries out what an override alone stands against, and nothing else")
    func supervisor() throws {
        let office = try TestOffice()
        let long = CampTests.planned("C-001", to: "1401/05/16", #","reason":"راه دور""#)
        let missing = CampTests.planned(
            "C-002", groups: #"{"group":"Q-7777","headcount":1}"#, to: "1401/05/16", #","reason":"x""#)
        office.refuses(missing, as: .notPermitted, by: "supervisor1")
        office.refuses(
            CampTests.planned("C-001", to: "1401/05/10", #","reason":"x""#), as: .notPermitted, by: "supervisor1")
        try office.carriesOut(long, by: "supervisor1")
        let amend = #"{"command":"camp.amend","code":"C-001","to":"1401/05/18","reason":"باران"}"#
        office.refuses(amend, as: .campLength, by: "operator1")
        office.refuses(amend, as: .notPermitted, by: "trainer1")
        #expect(try office.carriesOut(amend, by: "supervisor1").overrides == ["camp-length"])
        for state in ["approve", "start"] {
            try office.carriesOut(#"{"command":"camp.\#(state)","code":"C-001"}"#)
        }
        let close = #"{"command":"camp.close","code":"C-001","reason":"گزارش کاغذی گم شد"}"#
        #expect(try office.carriesOut(close, by: "supervisor1").overrides == ["not-complete"])
        office.refuses(
            #"{"command":"group.amend","code":"Q-0001","size":4,"reason":"x"}"#, as: .notPermitted, by: "supervisor1")
    }
}
