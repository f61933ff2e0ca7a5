import Domain
import GRDB
import Persian

extension FileRegistry {
    func largestHall(ofCongress congress: String) throws(DecideError) -> Hall? {
        try storing { try Hall.fetch(db, where: "congress = ? ORDER BY seats DESC, code LIMIT 1", [congress]).first }
    }

    /// The newest edition of the congress.
    func newestCongress() throws(DecideError) -> Congress? {
        try storing { try Congress.fetch(db, where: "1 ORDER BY nameKey LIMIT 1").first }
    }

    static let sessionsDuring = """
        begins > ? AND begins < ? AND ends > ? AND state = 'scheduled' ORDER BY begins, code
        """

    func sessions(during moments: Range<Moment>) throws(DecideError) -> [CongressSession] {
        let lower = moments.lowerBound.epochSecond
        let earliest = lower - Int64(CongressSession.longest) * 3600
        return try storing {
            try CongressSession.fetch(
                db, where: Self.sessionsDuring, [earliest, moments.upperBound.epochSecond, lower])
        }
    }

    func seatsInside(ofCongress congress: String, on day: Day) throws(DecideError) -> Int {
        try storing { try GuestCounts.inside(congress, on: day, db).seats }
    }

    func martyr(ofPerson person: String) throws(DecideError) -> Martyr? {
        try storing { try Martyr.fetch(db, where: "person = ?", [person]).first }
    }
}

extension CommandSession {
    /// The newest edition of the congress; nil before the first.
    ///
    /// - Throws: what the store reports.
    public func newestCongress() throws(DecideError) -> Congress? {
        try FileRegistry(db: db).newestCongress()
    }

    /// The guest with the same place in the protocol and the same name: whom a sheet's row without a code means.
    ///
    /// - Throws: what the store reports.
    public func guest(like guest: Guest) throws(DecideError) -> Guest? {
        try storing {
            try Guest.fetch(db, where: "nameKey = ?", [CongressTable.guestKey(of: guest)]).first {
                $0.name.folded() == guest.name.folded()
            }
        }
    }

    /// The entry that a row without a code means: the same person, or the same name and day.
    ///
    /// - Throws: what the store reports.
    public func martyr(like martyr: Martyr) throws(DecideError) -> Martyr? {
        if let person = martyr.person { return try FileRegistry(db: db).martyr(ofPerson: person) }
        return try storing {
            try Martyr.fetch(db, where: "nameKey = ?", [Table.nameKey(martyr.name)]).first {
                $0.name.folded() == martyr.name.folded() && $0.diedOn == martyr.diedOn
            }
        }
    }
}
