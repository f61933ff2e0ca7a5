import Domain
import GRDB
import Persian

extension Reader {
    /// The newest edition of the congress; nil before the first.
    ///
    /// - Throws: what the store reports.
    public func newestCongress() throws(DecideError) -> Congress? {
        try FileRegistry(db: db).newestCongress()
    }

    /// The hall of an edition that has the most seats.
    ///
    /// - Throws: what the store reports.
    public func largestHall(ofCongress congress: String) throws(DecideError) -> Hall? {
        try registry.largestHall(ofCongress: congress)
    }

    /// All editions of the congress, the newest first.
    ///
    /// - Throws: what the store reports.
    public func congresses() throws(DecideError) -> [Congress] {
        try storing { try Congress.fetch(db, where: "1 ORDER BY nameKey") }
    }

    /// The halls of an edition, the largest first.
    ///
    /// - Throws: what the store reports.
    public func halls(ofCongress congress: String) throws(DecideError) -> [Hall] {
        try storing { try Hall.fetch(db, where: "congress = ? ORDER BY seats DESC, code", [congress]) }
    }

    /// The scheduled sessions of an edition that begin on a day, by time.
    ///
    /// - Throws: what the store reports.
    public func sessions(ofCongress congress: String, on day: Day) throws(DecideError) -> [CongressSession] {
        let from = Moment(day: day, hour: 0, minute: 0, in: .tehran).epochSecond
        let to = Moment(day: day, hour: 24, minute: 0, in: .tehran).epochSecond
        return try storing { try CongressSession.fetch(db, where: Self.sessionsOfDay, [congress, from, to]) }
    }

    /// Those that began on the day before and go on after midnight.
    ///
    /// - Throws: what the store reports.
    public func sessions(ofCongress congress: String, goingOnInto day: Day) throws(DecideError) -> [CongressSession] {
        let from = Moment(day: day, hour: 0, minute: 0, in: .tehran).epochSecond
        let earliest = from - Int64(CongressSession.longest) * 3600
        return try storing {
            try CongressSession.fetch(db, where: Self.sessionsGoingOn, [congress, earliest, from, from])
        }
    }

    static let sessionsGoingOn = """
        congress = ? AND begins >= ? AND begins < ? AND ends > ? AND state = 'scheduled' ORDER BY begins, code
        """

    static let sessionsOfDay = """
        congress = ? AND begins >= ? AND begins < ? AND state = 'scheduled' ORDER BY begins, code
        """

    /// The first moment from `start` on at which a hall is free for so long; nil when there is none.
    ///
    /// - Throws: what the store reports.
    public func nextStart(in hall: Hall, from start: Moment, minutes: Int) throws(DecideError) -> Moment? {
        try registry.nextStart(in: hall, from: start, minutes: minutes)
    }

    /// Why the rules would refuse a session at its place and time, with the next free time; nil when they would not.
    /// Nothing is written.
    ///
    /// - Throws: what the store reports.
    public func objection(to session: CongressSession) throws(DecideError) -> Refusal? {
        do throws(DecideError) {
            try session.check(beside: [], in: registry)
            return nil
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            return refusal
        }
    }
}
