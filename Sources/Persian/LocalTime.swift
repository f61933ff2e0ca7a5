/// A moment as the clocks of its place show it: it knows how far from UTC they were then.
///
///     let moment = try Moment(parsing: "1401/06/26T14:00", in: .baghdad)
///     LocalTime(moment, in: .baghdad).iso       // "2022-09-17T14:00:00+03:00"
///     LocalTime(moment, in: .tehran).clockText  // "15:30"
public struct LocalTime: Hashable, Sendable {
    public let moment: Moment
    /// Seconds east of UTC.
    public let offset: Int

    public init(_ moment: Moment, in zone: Zone) {
        self.moment = moment
        offset = zone.offset(at: moment)
    }

    /// - Parameter offset: seconds east of UTC.
    public init(_ moment: Moment, offset: Int) {
        self.moment = moment
        self.offset = offset
    }

    /// Reads ISO 8601 with its offset, as ``iso`` writes it; nil when the text is anything else.
    public init?(iso: String) {
        guard let moment = Moment(iso: iso), let cut = iso.firstIndex(of: "T"),
            let offset = ClockTime(iso[iso.index(after: cut)...])?.offset
        else { return nil }
        self.moment = moment
        self.offset = offset
    }

    public var iso: String { moment.iso(offset: offset) }

    /// The day that calendars of the place show.
    public var day: Day { shown.day(in: .utc) }

    /// The time that clocks of the place show.
    public var clock: (hour: Int, minute: Int, second: Int) { shown.clock(in: .utc) }

    /// The same to the minute: "09:05".
    public var clockText: String { shown.clockText(in: .utc) }

    /// The same moment as the clocks of another place show it.
    public func seen(in zone: Zone) -> LocalTime { LocalTime(moment, in: zone) }

    /// Whether the clocks of a place we know, where they stood so far from UTC, showed this time twice.
    public var isShownTwice: Bool {
        [Zone.tehran, .baghdad].contains { $0.offset(at: moment) == offset && moment.showing(in: $0) != .once }
    }

    /// "+03:30"
    public var offsetText: String { String(iso.dropFirst(iso.count - 6)) }

    private var shown: Moment { Moment(milliseconds: moment.milliseconds + Int64(offset) * 1000) }
}

extension LocalTime: Comparable {
    public static func < (a: LocalTime, b: LocalTime) -> Bool { a.moment < b.moment }
}

extension Zone {
    /// Seconds east of UTC at a moment.
    func offset(at moment: Moment) -> Int {
        offset(atEpochSecond: Int64(floorQuotient(Int(moment.milliseconds), 1000)))
    }
}
