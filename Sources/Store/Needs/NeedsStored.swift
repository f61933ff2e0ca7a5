import Domain
import GRDB
import Persian

extension StoredPart {
    static let needs = StoredPart(
        part: .needs,
        tables: [.of(Need.self) { NeedsTable.needs }, .of(Incident.self) { NeedsTable.incidents }],
        dayCounts: [DayCount(openNeeds, Need.self) { $0.state == .open }],
        ripples: [
            // A camp that moves takes its needs to another province.
            Ripple(Camp.self) { before, after, db in
                guard let before, let after, before.province != after.province else { return [] }
                return try Need.fetch(db, where: "camp = ?", [after.code])
            }
        ], refreshedSince: [17: [Need.kind]])

    /// How many needs are open, by the day.
    static let openNeeds = "needs.open"
}

/// The tables of needs and incidents.
enum NeedsTable {
    static let needs = Table(
        Need.self, name: "needs", keyColumn: "code",
        derived: Table.listed(Need.self, name: \.item) { need, db in
            [
                need.code, need.item, need.target?.code, try CampsTable.title(of: need.camp, db),
                try ArbaeenTable.name(of: need.point, db), need.urgency.phrase.fa, need.note,
            ]
        } + [
            Table.derived("isOpen", Need.self) { need, _ in (need.state == .open).databaseValue },
            Table.derived("dayKey", Need.self) { need, _ in (need.neededBy?.iso ?? "~").databaseValue },
            Table.derived("matchKey", Need.self) { need, _ in matchKey(need.item, need.unit).databaseValue },
            Table.derived("province", Need.self) { need, db in try province(of: need, db).databaseValue },
            Table.derived("placeKey", Need.self) { need, db in
                Table.nameKey("\(try need.target.flatMap { try name(of: $0, db) } ?? "") \(need.code)")
            },
        ])

    /// What needs of one item and unit have in common, however it is spelt.
    /// Where the code of whom a need is for stands.
    static func column(of subject: NeedSubject) -> String { "\"\(subject.rawValue)\"" }

    static func matchKey(_ item: String, _ unit: String) -> String { "\(item.folded())\n\(unit.folded())" }

    /// The province where it is needed, in the one spelling of files; nil for where the office is.
    private static func province(of need: Need, _ db: Database) throws -> String? {
        if let camp = need.camp {
            let sql = "SELECT province FROM camps WHERE code = ?"
            return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [camp])
        }
        guard let congress = need.congress else { return nil }
        let city = try String.fetchOne(
            db.cachedStatement(sql: "SELECT city FROM congresses WHERE year = ?"), arguments: [congress])
        return city.flatMap(Province.init(named:))?.name.fa
    }

    /// What a camp, point, group or congress is called; nil when it is not there.
    static func name(of target: NeedTarget, _ db: Database) throws -> String? {
        let sql: String? =
            switch target.subject {
            case .camp: "SELECT title FROM camps WHERE code = ?"
            case .point: "SELECT name FROM points WHERE code = ?"
            case .group: "SELECT name FROM groups WHERE code = ?"
            case .congress: "SELECT city FROM congresses WHERE year = ?"
            case .campaign: "SELECT title FROM campaigns WHERE code = ?"
            }
        return try sql.flatMap { try String.fetchOne(db.cachedStatement(sql: $0), arguments: [target.code]) }
    }

    static let incidents = Table(
        Incident.self, name: "incidents", keyColumn: "code",
        derived: Table.listed(Incident.self, name: { "\($0.when.seen(in: .tehran).iso) \($0.code)" }) { incident, db in
            [
                incident.code, incident.what, incident.camp ?? incident.point,
                try CampsTable.title(of: incident.camp, db),
                try ArbaeenTable.name(of: incident.point, db), incident.severity.phrase.fa, incident.note,
            ]
        },
        references: ["people": "id IN (SELECT incident FROM incidentPeople WHERE person = ?)"])
}
