import Domain
import GRDB
import Persian

extension StoredPart {
    static let support = StoredPart(
        part: .support,
        tables: [
            .of(Institution.self) { SupportTable.institutions }, .of(Pledge.self) { SupportTable.pledges },
            .of(SupportLine.self) { SupportTable.lines }, .of(Decline.self) { SupportTable.declines },
            .of(SpiritualSupport.self) { SupportTable.supports },
        ])
}

/// The tables of institutions, their pledges, lines and declines, and of spiritual support.
enum SupportTable {
    static let institutions = Table(
        Institution.self, name: "institutions", keyColumn: "code",
        derived: Table.listed(Institution.self, name: \.name) { institution, _ in
            [institution.code, institution.name, institution.custodian ? InstitutionFields.custodian.phrase.fa : nil]
        })

    /// Listed by institution, then by code.
    static let pledges = Table(
        Pledge.self, name: "pledges", keyColumn: "code",
        derived: Table.listed(Pledge.self, name: { "\($0.institution) \($0.code)" }) { pledge, db in
            let need = try Need.fetch(db, key: pledge.need)
            return [
                pledge.code, pledge.need, need?.item, need?.target?.code, pledge.institution,
                try name(of: pledge.institution, db), pledge.state.phrase.fa,
            ]
        } + [moment(Pledge.self, \.at)])

    static let lines = Table(
        SupportLine.self, name: "supportLines", keyColumn: "id", derived: [moment(SupportLine.self, \.at)])

    static let declines = Table(Decline.self, name: "declines", derived: [moment(Decline.self, \.at)])

    /// The latest first.
    static let supports = Table(
        SpiritualSupport.self, name: "supports", keyColumn: "code",
        derived: Table.listed(
            SpiritualSupport.self, name: { "\(9_999_999 - $0.on.number) \($0.code)" }
        ) { support, db in
            [
                support.code, support.what, support.institution, try name(of: support.institution, db),
                support.target?.code, try support.target.flatMap { try NeedsTable.name(of: $0, db) },
                support.on.jalaliText(.english), support.outcome,
            ]
        })

    /// When it was said, in seconds: times of two offsets are compared by these alone.
    private static func moment<R: Record>(_ type: R.Type, _ at: @escaping @Sendable (R) -> Moment) -> Table.Derived {
        Table.derived("moment", type) { record, _ in at(record).epochSecond.databaseValue }
    }

    static func name(of institution: String, _ db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT name FROM institutions WHERE code = ?"), arguments: [institution])
    }
}
