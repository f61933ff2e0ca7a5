import Domain
import GRDB
import Persian

/// The table of the roll of honour.
enum RollTable {
    /// Listed by name.
    static let martyrs = Table(
        Martyr.self, name: "martyrs", keyColumn: "code",
        derived: Table.listed(Martyr.self, name: \.name) { martyr, db in
            let group = try martyr.group.flatMap { try Group.fetch(db, key: $0)?.name }
            return [
                martyr.code, martyr.name, martyr.person, martyr.place, martyr.group, group, martyr.incident,
                martyr.state.phrase.fa, martyr.state.phrase.en,
            ]
        })

    /// An edition's roll: published, and died before it was over.
    static let published = """
        state = 'published' AND diedOn <= ? ORDER BY diedOn, nameKey
        """
}

extension FileRegistry {
    func martyr(ofPerson person: String) throws(DecideError) -> Martyr? {
        try storing { try Martyr.fetch(db, where: "person = ?", [person]).first }
    }
}

extension Reader {
    /// The entry of a person, by the national ID as it was typed.
    public func martyr(ofPerson person: String) throws(DecideError) -> Martyr? {
        try registry.martyr(ofPerson: (try? NationalID(person))?.digits ?? person)
    }

    /// How many entries are in each state, from as many rows; states that nobody is in are absent.
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
    public func roll(of congress: Congress) throws(DecideError) -> [Martyr] {
        try roll(until: congress.to)
    }

    /// The published entries of all who died until a day.
    public func roll(until day: Day) throws(DecideError) -> [Martyr] {
        try storing { try Martyr.fetch(db, where: RollTable.published, [day.iso]) }
    }
}

extension Desk {
    /// The entry that a row without a code means: the same person, or the same name and day.
    public func martyr(like martyr: Martyr) throws(DecideError) -> Martyr? {
        if let person = martyr.person { return try FileRegistry(db: db).martyr(ofPerson: person) }
        return try storing {
            try Martyr.fetch(db, where: "nameKey = ?", [Table.nameKey(martyr.name)]).first {
                $0.name.folded() == martyr.name.folded() && $0.diedOn == martyr.diedOn
            }
        }
    }
}
