import Glibc

/// A point in time, to the millisecond.
///
///     let moment = try Moment(parsing: "1401/05/10T10:00", in: .tehran)
///     moment.iso(in: .tehran)   // "2022-08-01T10:00:00+04:30"
///     moment.iso(in: .baghdad)  // "2022-08-01T08:30:00+03:00"
public struct Moment: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01 UTC.
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// What the system's clock says.
    public static func now() -> Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// When the clocks of a zone show that time of that day; 24:00 is the end of
    /// the day. A time that is shown twice, when clocks go back, is its first
    /// showing; one that is skipped is as long after the skip as it is in it.
    public init(day: Day, hour: Int, minute: Int, second: Int = 0, in zone: Zone) {
        let local = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        // No offset is above a day and none changes twice in two days, so that
        // these are the offsets before and after a change that may be near.
        let before = Int64(zone.offset(atEpochSecond: local - 86_400))
        let after = Int64(zone.offset(atEpochSecond: local + 86_400))
        let isAfter = Int64(zone.offset(atEpochSecond: local - before)) != before
        let isShown = Int64(zone.offset(atEpochSecond: local - after)) == after
        milliseconds = (local - (isAfter && isShown ? after : before)) * 1000
    }

    /// The day that calendars of a zone show.
    public func day(in zone: Zone) -> Day {
        Day(number: floorQuotient(localSecond(in: zone), 86_400))
    }

    /// The time that clocks of a zone show.
    public func clock(in zone: Zone) -> (hour: Int, minute: Int, second: Int) {
        let second = floorRemainder(localSecond(in: zone), 86_400)
        return (second / 3600, second / 60 % 60, second % 60)
    }

    /// The time that clocks of a zone show, to the minute.
    ///
    ///     try Moment(parsing: "1401/05/09T09:05", in: .tehran).clockText(in: .tehran)  // "09:05"
    public func clockText(in zone: Zone) -> String {
        let clock = clock(in: zone)
        return "\(clock.hour < 10 ? "0" : "")\(clock.hour):\(clock.minute < 10 ? "0" : "")\(clock.minute)"
    }

    public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

    /// Seconds since 1970-01-01, rounded down.
    private var epochSecond: Int64 { Int64(floorQuotient(Int(milliseconds), 1000)) }

    private func localSecond(in zone: Zone) -> Int {
        Int(epochSecond) + zone.offset(atEpochSecond: epochSecond)
    }
}

extension Moment {
    /// ISO 8601 with the offset of a zone: `2022-08-01T10:00:00+04:30`;
    /// milliseconds (`10:00:00.250`) only where there are some, so that
    /// `Moment(iso:)` gives back the same moment.
    public func iso(in zone: Zone) -> String { iso(offset: zone.offset(atEpochSecond: epochSecond)) }

    /// The same at a distance from UTC, in seconds east of it.
    func iso(offset: Int) -> String {
        let shown = Moment(milliseconds: milliseconds + Int64(offset) * 1000)
        let (hour, minute, second) = shown.clock(in: .utc)
        let fraction = floorRemainder(Int(milliseconds), 1000)
        let east = abs(offset)
        return "\(shown.day(in: .utc).iso)T\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))"
            + (fraction == 0 ? "" : ".\(padded(fraction, to: 3))")
            + "\(offset < 0 ? "-" : "+")\(padded(east / 3600, to: 2)):\(padded(east / 60 % 60, to: 2))"
            + (east % 60 == 0 ? "" : ":\(padded(east % 60, to: 2))")
    }

    /// Reads ISO 8601 with any offset; digits after the thousandths are cut off.
    /// Nil when the text is anything else.
    public init?(iso: String) {
        guard let cut = iso.firstIndex(of: "T"), let day = Day(iso: String(iso[..<cut])),
            let time = ClockTime(iso[iso.index(after: cut)...]), let offset = time.offset
        else { return nil }
        self.init(day: day, time: time, offset: offset)
    }

    /// Reads a date and a time as people and scripts write them, in the zone of
    /// the place unless the text has an offset. A day alone is its first moment;
    /// 24:00 is the end of the day.
    ///
    ///     try Moment(parsing: "۱۴۰۱/۵/۱۰ ۱۰:۰۰", in: .tehran)
    ///     try Moment(parsing: "2022-08-01T10:00:00+04:30", in: .baghdad)  // the same
    public init(parsing text: String, in zone: Zone) throws(DateError) {
        let typed = typedInput(text)
        guard let cut = typed.unicodeScalars.firstIndex(where: { $0 == "T" || $0 == "t" || $0.isSpace }) else {
            self.init(day: try Day(parsing: typed), hour: 0, minute: 0, in: zone)
            return
        }
        let day = try Day(parsing: String(typed[..<cut]))
        // However wide the gap, and with a T in it or not.
        let rest = typedInput(String(typed[typed.unicodeScalars.index(after: cut)...]))
        guard let time = ClockTime(rest) else { throw .noSuchTime(String(rest)) }
        if let offset = time.offset {
            self.init(day: day, time: time, offset: offset)
        } else {
            let second = Moment(day: day, hour: time.hour, minute: time.minute, second: time.second, in: zone)
            self.init(milliseconds: second.milliseconds + Int64(time.millisecond))
        }
    }

    private init(day: Day, time: ClockTime, offset: Int) {
        let second = day.number * 86_400 + time.hour * 3600 + time.minute * 60 + time.second - offset
        self.init(milliseconds: Int64(second * 1000 + time.millisecond))
    }
}
