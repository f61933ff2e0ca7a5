import Domain
import GRDB
import Persian

extension StoredPart {
    static let needs = StoredPart(
        part: .needs,
        tables: [.of(Need.self) { NeedsTable.needs }, .of(Incident.self) { NeedsTable.incidents }],
        dayCounts: [DayCount(openNeeds, Need.self) { $0.state == .open }])

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
        })

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
