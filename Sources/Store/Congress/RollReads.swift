import Domain
import GRDB
import Persian

extension Reader {
    /// The entry of a person, by the national ID as it was typed.
    ///
    /// - Throws: what the store reports.
    public func martyr(ofPerson person: String) throws(DecideError) -> Martyr? {
        try registry.martyr(ofPerson: (try? NationalID(person))?.digits ?? person)
    }

    /// How many entries are in each state, from as many rows; states that nobody is in are absent.
    ///
    /// - Throws: what the store reports.
    public func martyrCounts() throws(DecideError) -> [MartyrState: Int] {
        try storing {
            let statement = try db.cachedStatement(sql: "SELECT state, entries FROM martyrCounts WHERE entries > 0")
            var counts: [MartyrState: Int] = [:]
            for row in try Row.fetchAll(statement) {
                if let state = MartyrState(rawValue: row[0]) { counts[state] = try row.figure(1) }
            }
            return counts
        }
    }

    /// The published entries that an edition of the congress commemorates, by the day of death: all who died before it
    /// was over.
    ///
    /// - Throws: what the store reports.
    public func roll(of congress: Congress) throws(DecideError) -> [Martyr] {
        try roll(until: congress.to)
    }

    /// The published entries of all who died until a day.
    ///
    /// - Throws: what the store reports.
    public func roll(until day: Day) throws(DecideError) -> [Martyr] {
        try storing { try Martyr.fetch(db, where: Self.published, [day.iso]) }
    }

    /// An edition's roll: published, and died before it was over.
    static let published = """
        state = 'published' AND diedOn <= ? ORDER BY diedOn, nameKey
        """
}
