import Domain
import Exchange
import Persian
import Testing

@testable import Store

@Suite("The invented guests")
struct DemoGuestsTests {
    @Test("stand in every state on the second morning, and fit into the largest hall")
    func states() throws {
        let office = try demoWithNews.get()
        let day = try Day(parsing: "1401/05/10")
        let (counts, hall) = try office.view { (reader) throws(DecideError) in
            (try reader.guestCounts(ofCongress: "1401", on: day), try reader.largestHall(ofCongress: "1401"))
        }
        for state in GuestState.allCases { #expect(counts[state].guests > 0, "\(state)") }
        #expect(GuestState.allCases.reduce(0) { $0 + counts[$1].guests } == 84)
        #expect(counts.inside.guests >= 20 && counts.inside.seats > counts.inside.guests)
        #expect(counts.expected.seats < hall?.seats ?? 0)
    }
}
