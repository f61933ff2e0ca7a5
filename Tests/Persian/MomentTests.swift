import Foundation
import Persian
import Testing

// One after another: they look at the environment, which zones change for an instant.
@Suite("Moments and zones", .serialized)
struct MomentTests {
    @Test("Tehran was at +04:30 in the summer of 1401 and at +03:30 in the autumn")
    func summerTime() throws {
        #expect(try Moment(parsing: "2022-08-01T10:00", in: .tehran).iso(in: .tehran) == "2022-08-01T10:00:00+04:30")
        #expect(try Moment(parsing: "2022-10-01T10:00", in: .tehran).iso(in: .tehran) == "2022-10-01T10:00:00+03:30")
        #expect(try Moment(parsing: "2023-08-01T10:00", in: .tehran).iso(in: .tehran) == "2023-08-01T10:00:00+03:30")
        #expect(try Moment(parsing: "2022-08-01T10:00", in: .baghdad).iso(in: .baghdad) == "2022-08-01T10:00:00+03:00")
    }

    // Foundation brings zone data of its own, the system's may be newer: they must agree only on years that are
    // settled. In 2026 a change of Tehran's clock in 1979 was moved by a day.
    @Test("offsets are Foundation's, every ten hours of 1980–2025", arguments: [Zone.tehran, .baghdad, .utc])
    func oracle(zone: Zone) throws {
        let oracle = try #require(TimeZone(identifier: zone.identifier))
        for second in stride(from: Int64(315_532_800), to: 1_767_225_600, by: 36_000) {
            let expected = oracle.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
            try #require(zone.offset(atEpochSecond: second) == expected, "\(second)")
        }
    }

    @Test("an offset changes at its very second")
    func changes() throws {
        let change = try #require(Moment(iso: "2022-09-21T19:30:00Z")).milliseconds / 1000
        #expect(Zone.tehran.offset(atEpochSecond: change - 1) == 16_200)
        #expect(Zone.tehran.offset(atEpochSecond: change) == 12_600)
    }

    @Test("asking a zone leaves the process's own zone alone")
    func environment() {
        let before = ProcessInfo.processInfo.environment["TZ"]
        _ = Zone.baghdad.offset(atEpochSecond: -1_000_000_000)
        #expect(ProcessInfo.processInfo.environment["TZ"] == before)
    }

    @Test(
        "one moment, however it is written",
        arguments: [
            "1401/05/10T10:00", "۱۴۰۱/۵/۱۰ ۱۰:۰۰", "1401/05/10 10:00:00", "2022-08-01T10:00",
            "2022-08-01T10:00:00+04:30",
            "2022-08-01T05:30:00Z", "2022-08-01T08:30+0300", "2022-08-01T08:30+03", "2022-08-01T10:00:00.000",
            "\u{200F}1401/05/10T10:00 ",
        ])
    func written(text: String) throws {
        #expect(try Moment(parsing: text, in: .tehran).iso(in: .utc) == "2022-08-01T05:30:00+00:00")
    }

    @Test("a day alone is its first moment, 24:00 is its end")
    func wholeDays() throws {
        let midnight = try Moment(parsing: "1401/05/10", in: .tehran)
        #expect(midnight.iso(in: .tehran) == "2022-08-01T00:00:00+04:30")
        let end = try Moment(parsing: "1401/05/10T24:00", in: .tehran)
        #expect(end == (try Moment(parsing: "1401/05/11T00:00", in: .tehran)))
        #expect(end.milliseconds - midnight.milliseconds == 86_400_000)
    }

    @Test(
        "times that do not exist",
        arguments: ["25:00", "24:01", "10:60", "10:00:60", "10", "10:0", "", "صبح", "10:00+25:00", "10:00 ب"])
    func noSuchTime(text: String) {
        #expect(throws: DateError.noSuchTime(text)) { try Moment(parsing: "1401/05/09T\(text)", in: .tehran) }
    }

    @Test("a day that does not exist is refused as a day, whatever its time")
    func noSuchDay() {
        #expect(throws: DateError.noSuchMonth(13)) { try Moment(parsing: "1401/13/09T10:00", in: .tehran) }
    }

    @Test("when clocks go forward the skipped hour is the one after, when they go back the first showing counts")
    func skippedAndRepeated() throws {
        let skipped = try Moment(parsing: "2022-03-22T00:30", in: .tehran)
        #expect(skipped.iso(in: .tehran) == "2022-03-22T01:30:00+04:30")
        let newYearsSecondDay = try Moment(parsing: "2022-03-22", in: .tehran)
        #expect(newYearsSecondDay.day(in: .tehran).iso == "2022-03-22")
        #expect(newYearsSecondDay == (try Moment(parsing: "2022-03-21T24:00", in: .tehran)))
        let repeated = try Moment(parsing: "2022-09-21T23:30", in: .tehran)
        #expect(repeated.iso(in: .tehran) == "2022-09-21T23:30:00+04:30")
        #expect(try Moment(parsing: "2022-09-22", in: .tehran).iso(in: .tehran) == "2022-09-22T00:00:00+03:30")
    }

    @Test("day and clock come back for every hour of a year with summer time")
    func dayAndClock() throws {
        for hour in 0..<(366 * 24) {
            let moment = Moment(milliseconds: 1_640_995_200_000 + Int64(hour) * 3_600_000)
            let (hour, minute, second) = moment.clock(in: .tehran)
            let back = Moment(day: moment.day(in: .tehran), hour: hour, minute: minute, second: second, in: .tehran)
            // The hour that is shown twice is taken for its first showing.
            let isRepeated = moment.iso(in: .utc) == "2022-09-21T20:00:00+00:00"
            #expect(back == moment || isRepeated || back.milliseconds == moment.milliseconds - 3_600_000 && hour == 23)
        }
    }

    @Test("ISO text gives back the moment to the millisecond; finer digits are cut off")
    func isoRoundTrip() throws {
        for milliseconds in [0, 1, -1, 1_659_335_400_250, -1_500_000_000_001, Moment.now().milliseconds] {
            let moment = Moment(milliseconds: milliseconds)
            for zone in [Zone.tehran, .baghdad, .utc] {
                #expect(Moment(iso: moment.iso(in: zone)) == moment, "\(moment.iso(in: zone))")
            }
        }
        #expect(Moment(milliseconds: 250).iso(in: .utc) == "1970-01-01T00:00:00.250+00:00")
        #expect(Moment(iso: "1970-01-01T00:00:00.9999999Z")?.milliseconds == 999)
        #expect(Moment(iso: "1970-01-01T00:00:00.5Z")?.milliseconds == 500)
        #expect(Moment(iso: "1969-12-31T19:00:00-05:00")?.milliseconds == 0)
    }

    @Test(
        "what is no ISO moment",
        arguments: [
            "2022-08-01T10:00:00", "2022-08-01", "1401/05/09T10:00Z", "2022-08-01 10:00Z", "2022-02-30T10:00Z",
            "2022-08-01T10:00:00.Z", "2022-08-01T10:00Z+", "",
        ])
    func notISO(text: String) {
        #expect(Moment(iso: text) == nil)
    }
}
