import Domain
import Persian
import Testing

@Suite("Claims and facts")
struct NatureTests {
    @Test("facts are what rules find a place for when they come late")
    func facts() {
        let facts = Commands.all.filter { $0.nature == .fact }.map { $0.name }
        let kept = [
            "camp.report", "guest.checkIn", "guest.checkOut", "incident.record", "support.dispatch", "support.deliver",
            "support.confirm", "campaign.deliver", "campaign.miss", "campaign.damage",
        ]
        #expect(Set(facts) == Set(kept))
    }

    @Test("what the office changed meanwhile makes a claim from elsewhere stale, and never a fact")
    func late() throws {
        let office = try TestOffice()
        for line in [
            CampTests.bahar, #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
        ] { try office.carriesOut(line) }
        let origin = Origin(station: "ILAM-1", seen: office.registry.ledger.count)
        try office.carriesOut(CampTests.report("1401/05/08"))
        try office.carriesOut(#"{"command":"group.amend","code":"Q-0002","size":44}"#)
        #expect(refusal(of: #"{"command":"group.amend","code":"Q-0002","size":45}"#, origin, office)?.code == .stale)
        #expect(refusal(of: CampTests.report("1401/05/08"), origin, office) == nil)
    }

    private func refusal(of line: String, _ origin: Origin, _ office: TestOffice) -> Refusal? {
        do {
            var request = try Request(try #require(JSON(parsing: line)))
            (request.origin, request.station) = (origin, origin.station)
            _ = try office.send(request, by: Sender(account: TestOffice.administrator, station: "QOM-1"))
            return nil
        } catch DecideError.refused(let refusal) {
            return refusal
        } catch {
            Issue.record(error)
            return nil
        }
    }
}
