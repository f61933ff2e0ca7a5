import Domain
import Exchange
import Persian
import Testing

@testable import Store

/// The invented office with all that is made beside its first screen.
let wholeDemo = Result {
    let begun = try filledDemo.get()
    let office = try begun.office.copyInMemory()
    while try begun.rest.make(in: office, by: clerk, clock: morning, longest: .seconds(60)) {}
    return office
}

@Suite("The invented campaigns")
struct DemoPackagesTests {
    private func look<T>(_ body: (Reader) throws(DecideError) -> T) throws -> T {
        try wholeDemo.get().view { (reader) throws(DecideError) in try body(reader) }
    }

    @Test("17,000 packages of the Velayat decade, every one accounted for, and some six hundred households without")
    func figures() throws {
        let figures = try #require(try look { (reader) throws(DecideError) in try reader.campaignFigures("RM-1401") })
        #expect(figures.received == 17_000 && figures.damaged == 69 && figures.missing == 8)
        #expect((16_300...16_450).contains(figures.served) && figures.delivered == figures.served + 9)
        #expect((550...700).contains(figures.waiting) && figures.households == 17_000)
        #expect((300...450).contains(figures.missed) && figures.overdrawn == 0 && figures.doubles == 0)
        let sum = figures.inStore + figures.atBases + figures.delivered + figures.damaged + figures.missing
        #expect(sum == figures.received)
        let campaigns = try look { (reader) throws(DecideError) in try reader.campaigns() }
        #expect(campaigns.map(\.state) == [.open, .closed])
        let decade = try #require(campaigns.first?.days)
        let first = LunarDate(decade.lowerBound)
        #expect(first.year == 1443 && first.month == 12 && (9...11).contains(first.day) && decade.count == 9)
        let rows = try look { (reader) throws(DecideError) in try reader.stockRows(of: "RM-1401", days: decade) }
        #expect(rows.count == 7 && rows.allSatisfy { $0.stock.held >= 0 })
        #expect(rows.dropFirst().allSatisfy { $0.days.allSatisfy { $0 > 0 } })
    }

    @Test("some look alike, of some that was judged; some were served a month before; all national IDs are nobody's")
    func people() throws {
        let suspects = try look { (reader) throws(DecideError) in
            try reader.suspects(undecidedOnly: false, limit: .max)
        }
        #expect(suspects.count == 26 && suspects.count { $0.verdict != nil } == 11)
        #expect(suspects.contains { !$0.likeness.people.isEmpty } && suspects.contains { $0.likeness.hasSameMobile })
        let warned = try wholeDemo.get().entries().count { entry in
            entry.command == "campaign.deliver"
                && entry.warnings.contains { $0["warning"]?.string == RefusalCode.recentlyServed.rawValue }
        }
        #expect((100...700).contains(warned))
        try look { (reader) throws(DecideError) in
            try reader.each(Household.self, matching: Filter(), limit: nil) { household in
                for person in household.people {
                    #expect(person.hasPrefix("999") && (try? NationalID(person))?.digits == person)
                }
            }
        }
        let volunteers = try look { (reader) throws(DecideError) in
            var count = 0
            try reader.each(Household.self, matching: Filter(), limit: 500) { (household) throws(DecideError) in
                if try reader.find(Person.self, key: household.head) != nil { count += 1 }
            }
            return count
        }
        #expect(volunteers == 0)
    }

    @Test("the news of the last hours stay the latest")
    func latest() throws {
        let last = try look { (reader) throws(DecideError) in try reader.ledger(matching: Filter(), limit: 20) }
        #expect(last.allSatisfy { $0.at.day(in: .tehran) >= morning.today().advanced(by: -1) })
    }

    @Test("the same seed invents the same campaigns")
    func same() {
        #expect(DemoProvince(seed: 7).campaigns() == DemoProvince(seed: 7).campaigns())
    }
}
