import Domain
import GRDB
import Persian

/// The tables of groups, councils, bases and people.
enum GroupsTable {
    static let groups = Table(
        Group.self, name: "groups", keyColumn: "code",
        derived: [Table.derived("folded", Group.self) { group, _ in group.name.folded().databaseValue }]
            + Table.listed(Group.self, name: \.name, search: searchParts))

    static let councils = Table(
        Council.self, name: "councils", keyColumn: "code",
        derived: Table.listed(Council.self, name: \.name) { council, _ in [council.code, council.name] })

    static let bases = Table(
        Base.self, name: "bases", keyColumn: "code",
        derived: Table.listed(Base.self, name: \.name) { base, _ in [base.code, base.name] })

    static let people = Table(
        Person.self, name: "people", keyColumn: "nationalID",
        derived: Table.listed(Person.self, name: { "\($0.lastName) \($0.firstName)" }) { person, _ in
            [person.fullName, person.nationalID, person.mobile] + person.skills
        })

    static let memberships = Table(Membership.self, name: "memberships")
    static let terms = Table(Term.self, name: "terms")

    /// A group is found by its own text and by that of what it belongs to and of who stands for it.
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

extension FileRegistry {
    func body(_ code: String) throws(DecideError) -> (any Body)? {
        let kind = try storing {
            try String.fetchOne(db.cachedStatement(sql: "SELECT kind FROM bodies WHERE code = ?"), arguments: [code])
        }
        return switch kind {
        case Group.kind.name: try find(Group.self, key: code)
        case Council.kind.name: try find(Council.self, key: code)
        case Base.kind.name: try find(Base.self, key: code)
        default: nil
        }
    }

    func group(named folded: String, council: String?) throws(DecideError) -> Group? {
        try storing {
            try Group.fetch(db, where: "folded = ? AND ifnull(council, '') = ?", [folded, council ?? ""]).first
        }
    }

    func group(atlasCode: String) throws(DecideError) -> Group? {
        try storing { try Group.fetch(db, where: "atlasCode = ?", [atlasCode]).first }
    }

    func terms(of body: String, _ office: Office) throws(DecideError) -> [Term] {
        try storing {
            try Term.fetch(db, where: "body = ? AND office = ? ORDER BY \"from\"", [body, office.rawValue])
        }
    }

    func memberships(of person: NationalID, in group: String) throws(DecideError) -> [Membership] {
        try storing {
            try Membership.fetch(db, where: "\"group\" = ? AND person = ? ORDER BY \"from\"", [group, person.digits])
        }
    }

    func base(named folded: String) throws(DecideError) -> Base? {
        try storing { try Base.fetch(db, where: "1 ORDER BY code").first { $0.name.folded() == folded } }
    }
}
