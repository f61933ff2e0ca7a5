import Domain
import GRDB
import Persian

extension StoredPart {
    static let packages = StoredPart(
        part: .packages,
        tables: [
            .of(Campaign.self) { PackagesTable.campaigns }, .of(StockLine.self) { PackagesTable.lines },
            .of(Household.self) { PackagesTable.households }, .of(HouseholdVerdict.self) { PackagesTable.verdicts },
            .of(Delivery.self) { PackagesTable.deliveries }, .of(Miss.self) { PackagesTable.misses },
        ],
        followers: [Suspects.follow], given: ["servedElsewhere"])
}

/// The tables of campaigns, their stock, and of households and what they got.
enum PackagesTable {
    /// Listed by their first day, the latest first.
    static let campaigns = Table(
        Campaign.self, name: "campaigns", keyColumn: "code",
        derived: Table.listed(Campaign.self, name: { "\(9_999_999 - $0.from.number) \($0.code)" }) { campaign, _ in
            [campaign.code, campaign.title, campaign.from.jalaliText(.english), campaign.contents]
        })

    static let lines = Table(
        StockLine.self, name: "stockLines", keyColumn: "id", derived: [moment(StockLine.self, \.at)])

    /// Listed by place, then by code: the order of names would tell those who may not read them.
    static let households = Table(
        Household.self, name: "households", keyColumn: "code",
        derived: Table.listed(Household.self, name: { "\($0.place) \($0.code)" }) { household, _ in
            [household.code, household.place, household.area.phrase.fa, household.base]
                + ([household.headName, household.mobile] + household.people).map(Table.private)
        } + [Table.derived("likeKey", Household.self) { household, _ in household.likeKey.databaseValue }],
        isPrivate: true)

    static let verdicts = Table(HouseholdVerdict.self, name: "householdVerdicts")

    static let deliveries = Table(
        Delivery.self, name: "deliveries", keyColumn: "id", derived: [moment(Delivery.self, \.at)])

    static let misses = Table(Miss.self, name: "misses", keyColumn: "id", derived: [moment(Miss.self, \.at)])

    /// When it was said, in seconds: times of two offsets are compared by these alone.
    private static func moment<R: Record>(_ type: R.Type, _ at: @escaping @Sendable (R) -> Moment) -> Table.Derived {
        Table.derived("moment", type) { record, _ in at(record).epochSecond.databaseValue }
    }
}

/// The pairs of households that may be one, kept beside them: whenever one changes it is held against those near it.
enum Suspects {
    static func follow(_ change: Change, in registry: FileRegistry) throws {
        guard change.record is Household else { return }
        let db = registry.db
        if let before = change.before as? Household {
            let remove = "DELETE FROM suspects WHERE a = ?1 OR b = ?1"
            try db.cachedStatement(sql: remove).execute(arguments: [before.code])
        }
        guard let household = change.after as? Household else { return }
        let add = try db.cachedStatement(sql: "INSERT OR IGNORE INTO suspects (a, b) VALUES (?, ?)")
        for other in try registry.households(near: household) where household.likeness(to: other).isSuspect {
            let pair = HouseholdPair(household.code, other.code)
            try add.execute(arguments: [pair.a, pair.b])
        }
    }
}
