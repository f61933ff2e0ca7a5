import Persian

/// The groups of the office, the councils and bases they are gathered under, and their people.
enum GroupsPart {
    static let commands: [any Command.Type] = [
        GroupRegister.self, GroupAmend.self, GroupSuspend.self, GroupReinstate.self, GroupDissolve.self,
        PersonRecord.self, PersonAmend.self, MembershipBegin.self, MembershipEnd.self,
        CouncilFound.self, CouncilAmend.self, BaseFound.self, BaseAmend.self, OfficeAppoint.self, OfficeEnd.self,
    ]

    static let records: [any Record.Type] = [
        Group.self, Council.self, Base.self, Person.self, Membership.self, Term.self,
    ]
}

/// What the rules about groups read.
public protocol GroupsRegistry {
    /// The group, council or base of that code; they share one code space.
    func body(_ code: String) throws(DecideError) -> (any Body)?
    /// The group whose folded name this is, inside a council or among the groups without one.
    func group(named folded: String, council: String?) throws(DecideError) -> Group?
    /// The group of a code of the national register.
    func group(atlasCode: String) throws(DecideError) -> Group?
    /// All terms of an office of a body, the earliest first.
    func terms(of body: String, _ office: Office) throws(DecideError) -> [Term]
    /// All memberships of a person in a group, the earliest first.
    func memberships(of person: NationalID, in group: String) throws(DecideError) -> [Membership]
}

/// A group, council or base: they share one code space, and each has a head and a media liaison.
public protocol Body: Coded {}

extension Body {
    public static var bodyKinds: [RecordKind] { [Group.kind, Council.kind, Base.kind] }
}

extension Registry {
    /// The code a command brought, if it is free; else the next free one of the series.
    func freeCode<B: Body>(_ wanted: String?, for type: B.Type) throws(DecideError) -> String {
        guard let wanted else { return try nextCode(for: B.self) }
        if let taken = try body(wanted) {
            throw .refused(
                .duplicateCode(
                    wanted, of: Swift.type(of: taken).kind.phrase, name: taken.name, next: try nextCode(for: B.self)))
        }
        return wanted
    }

    /// The group, council or base of that code, or `not-found`.
    func existingBody(_ code: String, field: String) throws(DecideError) -> any Body {
        guard let body = try body(code) else {
            let kind = RecordKind("body", Phrase(fa: "گروه، شورا یا قرارگاه", en: "group, council or base"))
            throw .refused(.notFound(kind, code, field: field))
        }
        return body
    }
}
