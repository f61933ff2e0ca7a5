import Domain
import GRDB
import Persian

extension StoredPart {
    static let groups = StoredPart(
        part: .groups,
        tables: [
            .of(Group.self) { GroupsTable.groups }, .of(Council.self) { GroupsTable.councils },
            .of(Base.self) { GroupsTable.bases }, .of(Term.self) { GroupsTable.terms },
        ],
        first: [Group.kind, Council.kind, Base.kind, Term.kind],
        ripples: [
            // A group's search text names those who hold its offices.
            Ripple(Term.self) { before, after, db in
                guard let term = after ?? before else { return [] }
                return try Group.fetch(db, where: "code = ?", [term.body])
            },
            Ripple(Person.self) { before, after, db in
                guard let before, let after, before.fullName != after.fullName else { return [] }
                return try Group.fetch(
                    db, where: "code IN (SELECT body FROM terms WHERE person = ?)", [after.nationalID])
            },
        ])
}

/// The tables of groups, councils, bases and their offices.
enum GroupsTable {
    /// Groups, councils and bases share one code space.
    private static let bodies = "bodies"

    static let groups = Table(
        Group.self, name: "groups", keyColumn: "code", codes: bodies,
        derived: [Table.derived("folded", Group.self) { group, _ in group.name.folded().databaseValue }]
            + Table.listed(Group.self, name: \.name, search: searchParts))

    static let councils = Table(
        Council.self, name: "councils", keyColumn: "code", codes: bodies,
        derived: Table.listed(Council.self, name: \.name) { council, _ in [council.code, council.name] })

    static let bases = Table(
        Base.self, name: "bases", keyColumn: "code", codes: bodies,
        derived: Table.listed(Base.self, name: \.name) { base, _ in [base.code, base.name] })

    static let terms = Table(Term.self, name: "terms")

    /// A group is found by its own texts, by the names of its base and council, and by those who hold its offices.
    @Sendable private static func searchParts(_ group: Group, _ db: Database) throws -> [String?] {
        func name(_ sql: String, _ code: String?) throws -> String? {
            try code.flatMap { try String.fetchOne(db.cachedStatement(sql: sql), arguments: [$0]) }
        }
        let holders = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT p.firstName || ' ' || p.lastName FROM terms t JOIN people p ON p.nationalID = t.person
                    WHERE t.body = ? AND t."to" IS NULL
                    """), arguments: [group.code])
        return [
            group.code, group.name, group.county, group.atlasCode,
            try name("SELECT name FROM bases WHERE code = ?", group.base),
            try name("SELECT name FROM councils WHERE code = ?", group.council),
        ] + group.fields.map(\.phrase.fa) + holders + [group.note]
    }
}
