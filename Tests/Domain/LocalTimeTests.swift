import Domain
import Persian
import Testing

@Suite("Times of a place")
struct LocalTimeTests {
    @Test("a time is read by the clocks of its place, unless it has an offset of its own")
    func reading() throws {
        let text = try PlaceTime(parsing: "1401/06/26T14:00")
        #expect(text.time(in: .tehran).iso == "2022-09-17T14:00:00+04:30")
        #expect(text.time(in: .baghdad).iso == "2022-09-17T14:00:00+03:00")
        let exact = try PlaceTime(parsing: "2022-09-17T14:00:00+04:30")
        #expect(exact.time(in: .baghdad).iso == "2022-09-17T12:30:00+03:00")
        #expect(exact.moment(in: .tehran) == text.moment(in: .tehran))
    }

    @Test(
        "what it writes it reads, with the clock of its place",
        arguments: ["2022-09-21T23:30:00+04:30", "2022-09-21T23:30:00+03:30"])
    func whole(iso: String) throws {
        let time = try #require(LocalTime(iso: iso))
        #expect(time.iso == iso && time.clockText == "23:30" && time.day.iso == "2022-09-21")
        #expect(LocalTime(time.json) == time && LocalTime(time.moment, in: .tehran) == time)
    }

    @Test("summer time ended in Iran on 21 September 2022 at midnight, and one hour was shown twice")
    func twice() throws {
        let first = try #require(LocalTime(iso: "2022-09-21T23:30:00+04:30"))
        let second = try #require(LocalTime(iso: "2022-09-21T23:30:00+03:30"))
        #expect(first < second && second.moment.milliseconds - first.moment.milliseconds == 3_600_000)
        #expect(try PlaceTime(parsing: "1401/06/30T23:30").time(in: .tehran) == first)
        #expect(try PlaceTime(parsing: "1401/06/30T24:00").time(in: .tehran).iso == "2022-09-22T00:00:00+03:30")
        #expect(try PlaceTime(parsing: "1402/06/30T23:30").time(in: .tehran).iso == "2023-09-21T23:30:00+03:30")
    }

    @Test("no time of a place", arguments: ["2022-09-17", "2022-09-17T14:00", "1401/06/26T14:00+03:00", ""])
    func none(text: String) { #expect(LocalTime(iso: text) == nil) }
}
