/// How often the clocks of a place show a time on its day: twice in the hour by which they go back.
public enum Showing: Hashable, Sendable {
    case once, first, second

    /// What is said beside such a time, so that its two showings are told apart; nothing for the times shown once.
    public var mark: Phrase {
        switch self {
        case .once: Phrase(fa: "", en: "")
        case .first: Phrase(fa: " (پیش از عقب کشیدن ساعت)", en: " (before the clocks go back)")
        case .second: Phrase(fa: " (پس از عقب کشیدن ساعت)", en: " (after the clocks went back)")
        }
    }
}

extension Moment {
    /// Whether the clocks of a zone show this time of the day once, or twice and which of the two it is.
    public func showing(in zone: Zone) -> Showing {
        let own = zone.offset(at: self)
        func offset(hoursLater hours: Int64) -> Int {
            zone.offset(at: Moment(milliseconds: milliseconds + hours * 3_600_000))
        }
        // No zone changes its clocks twice within three hours, nor by more than that.
        let (before, after) = (offset(hoursLater: -3), offset(hoursLater: 3))
        func isShown(at offset: Int) -> Bool {
            zone.offset(at: Moment(milliseconds: milliseconds + Int64(own - offset) * 1000)) == offset
        }
        if after < own, isShown(at: after) { return .first }
        if before > own, isShown(at: before) { return .second }
        return .once
    }

    /// This moment, or the end of the hour that clocks show a second time when it lies in it: a time that is understood
    /// as it was meant when somebody writes it as the clocks show it.
    public func firstShowing(in zone: Zone) -> Moment {
        guard showing(in: zone) == .second else { return self }
        let minute: Int64 = 60_000
        var moment = Moment(milliseconds: milliseconds / minute * minute)
        while moment.showing(in: zone) == .second { moment = Moment(milliseconds: moment.milliseconds + minute) }
        return moment
    }
}
