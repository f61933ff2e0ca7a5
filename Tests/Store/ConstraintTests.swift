import Domain
import Testing

@testable import Store

/// What no rule catches, because it was written past the rules, the file itself refuses.
@Suite("The file holds its constraints")
struct ConstraintTests {
    /// An office with a council, a base, two groups, two people, a membership and a term.
    static func office() throws -> OfficeFile {
        let office = try newOffice()
        try office.send(#"{"command":"council.found","code":"SH-01","name":"شورا"}"#)
        try office.send(#"{"command":"base.found","code":"B-01","name":"قرارگاه","council":"SH-01"}"#)
        for id in someIDs.prefix(2) { try office.record(id) }
        try office.register(
            "Q-0001", name: "بهار", #","council":"SH-01","base":"B-01","head":"\#(someIDs[0])""#)
        try office.register("Q-0002", name: "باران")
        try office.send(
            #"{"command":"membership.begin","group":"Q-0001","person":"\#(someIDs[0])","from":"1400/01/01"}"#)
        return office
    }

    static let violations = [
        // One code space for groups, councils and bases.
        "UPDATE groups SET code = 'Q-0002' WHERE code = 'Q-0001'",
        "INSERT INTO councils (id, version, code, name, nameKey, search) VALUES ('x', 1, 'B-01', 'ش', x'00', '')",
        "INSERT INTO bodies (code, kind) VALUES ('X-1', 'institution')",
        // Ids and versions.
        "UPDATE groups SET id = (SELECT id FROM groups WHERE code = 'Q-0002') WHERE code = 'Q-0001'",
        "UPDATE groups SET version = 0",
        "UPDATE people SET id = NULL",
        // What a record refers to is there.
        "UPDATE groups SET council = 'SH-99'",
        "UPDATE groups SET base = 'B-99'",
        "UPDATE bases SET council = 'SH-99'",
        "UPDATE bases SET parent = 'B-99'",
        "UPDATE councils SET parent = 'SH-99'",
        "UPDATE terms SET body = 'Q-9999'",
        "UPDATE terms SET person = '9990000141'",
        "UPDATE memberships SET \"group\" = 'Q-9999'",
        "UPDATE memberships SET person = '9990000141'",
        "INSERT INTO activity VALUES ('Q-9999', 1, 'camp', 1)",
        "INSERT INTO touches (record, number, version) VALUES ('x', 9999, 1)",
        "DELETE FROM people",
        "DELETE FROM groups WHERE code = 'Q-0001'",
        // Values.
        "UPDATE groups SET name = ''",
        "UPDATE groups SET kind = 'secret'",
        "UPDATE groups SET fields = '[]'",
        "UPDATE groups SET fields = 'relief'",
        "UPDATE groups SET kind = 'specialised', fields = '[\"relief\",\"medical\"]'",
        "UPDATE groups SET county = ''",
        "UPDATE groups SET size = 0",
        "UPDATE groups SET size = 'many'",
        "UPDATE groups SET registeredOn = NULL",
        "UPDATE groups SET state = 'asleep'",
        "UPDATE people SET nationalID = '123' WHERE nationalID = '9990000050'",
        "UPDATE people SET firstName = ''",
        "UPDATE people SET lastName = NULL",
        "UPDATE people SET gender = 'other'",
        "UPDATE people SET mobile = '0912'",
        "UPDATE councils SET name = ''",
        "UPDATE bases SET name = ''",
        "UPDATE staff SET role = 'king'",
        "UPDATE staff SET state = 'away'",
        "UPDATE staff SET account = ''",
        // One head at a time, one open membership, no end before its beginning.
        """
        INSERT INTO terms (id, version, body, office, person, "from")
        SELECT 'x', 1, body, office, '9990000050', "from" FROM terms
        """,
        """
        INSERT INTO memberships (id, version, "group", person, "from")
        SELECT 'x', 1, "group", person, '2022-01-01' FROM memberships
        """,
        "UPDATE terms SET \"to\" = '1990-01-01'",
        "UPDATE terms SET office = 'king'",
        "UPDATE memberships SET \"to\" = '1990-01-01'",
        // A folded name once inside a council, or among the groups without one.
        "UPDATE groups SET council = NULL, folded = 'باران' WHERE code = 'Q-0001'",
        // Keys.
        "UPDATE people SET nationalID = '9990000018' WHERE nationalID = '9990000050'",
        "INSERT INTO staff (id, version, account, name, role, state, nameKey, search) "
            + "VALUES ('x', 1, 'ali', 'ع', 'operator', 'active', x'00', '')",
        // The ledger is neither changed nor cut, and each entry has its own number and id.
        "UPDATE ledger SET entry = '{}'",
        "DELETE FROM ledger WHERE number = 2",
        "INSERT INTO ledger VALUES (0, 'x', '{}', zeroblob(32), '')",
        "INSERT INTO ledger VALUES (99, 'x', '{}', zeroblob(31), '')",
        "INSERT INTO ledger SELECT 99, id, entry, hash, search FROM ledger WHERE number = 1",
    ]

    @Test("a violation is refused and nothing of it is kept", arguments: violations)
    func refuses(_ sql: String) throws {
        let office = try Self.office()
        #expect(throws: (any Error).self) { try office.execute(sql) }
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("a constraint that catches what no rule caught is said to be a fault of the program")
    func reported() throws {
        let office = try newOffice()
        let reason = reason {
            try office.transaction(by: ali, clock: noon) { (session) throws(DecideError) in
                try storing { try session.db.execute(sql: "UPDATE staff SET role = 'king'") }
            }
        }
        #expect(reason == .constraint)
    }
}
