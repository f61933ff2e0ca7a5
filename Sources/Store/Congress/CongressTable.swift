import Domain
import GRDB
import Persian

/// The tables of the congress's editions and their halls.
enum CongressTable {
    /// The newest edition first.
    static let congresses = Table(
        Congress.self, name: "congresses", keyColumn: "year",
        derived: Table.listed(Congress.self, name: { String(9_999 - (Int($0.year) ?? 0)) }) { congress, _ in
            [congress.year, congress.city, congress.venue]
        })

    static let halls = Table(
        Hall.self, name: "halls", keyColumn: "code",
        derived: Table.listed(Hall.self, name: \.name) { hall, _ in [hall.code, hall.name, hall.congress] })
}

extension FileRegistry {
    func largestHall(ofCongress congress: String) throws(DecideError) -> Hall? {
        try storing { try Hall.fetch(db, where: "congress = ? ORDER BY seats DESC, code LIMIT 1", [congress]).first }
    }

    /// The newest edition of the congress.
    func newestCongress() throws(DecideError) -> Congress? {
        try storing { try Congress.fetch(db, where: "1 ORDER BY nameKey LIMIT 1").first }
    }
}

extension Reader {
    /// The newest edition of the congress; nil before the first.
    public func newestCongress() throws(DecideError) -> Congress? {
        try FileRegistry(db: db).newestCongress()
    }

    /// The hall of an edition that has the most seats.
    public func largestHall(ofCongress congress: String) throws(DecideError) -> Hall? {
        try registry.largestHall(ofCongress: congress)
    }
}

extension Desk {
    /// The newest edition of the congress; nil before the first.
    public func newestCongress() throws(DecideError) -> Congress? {
        try FileRegistry(db: db).newestCongress()
    }
}
