import Persian

extension Part {
    /// The groups of the office, the councils and bases they are gathered under, and who heads them.
    public static let groups = Part(
        "groups",
        records: [Group.self, Council.self, Base.self, Term.self],
        commands: [
            GroupRegister.self, GroupAmend.self, GroupSuspend.self, GroupReinstate.self, GroupDissolve.self,
            CouncilFound.self, CouncilAmend.self, BaseFound.self, BaseAmend.self, OfficeAppoint.self, OfficeEnd.self,
        ],
        settings: [
            .number(
                "activity.months",
                Phrase(fa: "کمینه ماه‌های فعال برای «فعال مستمر»", en: "active months for “continuous”"), 1...24, 4),
            .number(
                "activity.window", Phrase(fa: "بازه سنجش فعالیت (ماه)", en: "months looked at for activity"), 1...24, 12
            ),
        ],
        needBearers: [Group.self], readers: Set(Role.allCases))
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

extension Adding where Subject: Body {
    /// Whatever has the code may be a group, a council or a base.
    ///
    /// - Throws: `duplicate-code`.
    public func name(_ body: inout Subject, in registry: some Registry) throws(DecideError) {
        body.code = try registry.freeCode(body.code.isEmpty ? nil : body.code, for: Subject.self)
    }
}
