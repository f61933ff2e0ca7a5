import Persian
import Testing

/// In Iran clocks went back from 24:00 to 23:00 on 30 Shahrivar 1401.
@Suite("Times that clocks show twice")
struct ShowingTests {
    private func moment(_ iso: String) throws -> Moment { try #require(Moment(iso: iso)) }

    @Test(
        "the two showings of an hour are told apart",
        arguments: [
            ("2022-09-21T22:59:59+04:30", Showing.once), ("2022-09-21T23:00:00+04:30", .first),
            ("2022-09-21T23:59:00+04:30", .first), ("2022-09-21T23:00:00+03:30", .second),
            ("2022-09-21T23:59:59+03:30", .second), ("2022-09-22T00:00:00+03:30", .once),
            ("2022-03-22T01:00:00+04:30", .once), ("2023-09-21T23:30:00+03:30", .once),
        ])
    func showing(iso: String, showing: Showing) throws {
        #expect(try moment(iso).showing(in: .tehran) == showing)
        #expect(try moment(iso).showing(in: .baghdad) == .once)
    }

    @Test("the second showing gives way to a time that is understood as it is written")
    func firstShowing() throws {
        let midnight = try moment("2022-09-22T00:00:00+03:30")
        #expect(try moment("2022-09-21T23:15:30+03:30").firstShowing(in: .tehran) == midnight)
        let first = try moment("2022-09-21T23:15:30+04:30")
        #expect(first.firstShowing(in: .tehran) == first)
        #expect(midnight.firstShowing(in: .tehran) == midnight)
    }
}
