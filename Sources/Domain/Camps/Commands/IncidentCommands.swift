import Persian

/// `{"command":"incident.record","camp":"C-001","when":"1401/05/04T11:30","severity":"serious","what":…,"people":[…]}`
public struct IncidentRecord: Command {
    public static let name = "incident.record"
    public static let title = Phrase(fa: "ثبت حادثه", en: "record an incident")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let parameters = [
        IncidentParameters.code.clearable, CampParameters.camp.clearable, IncidentParameters.point.clearable,
        IncidentParameters.when.required, IncidentParameters.severity.required, IncidentParameters.what.required,
        ReportParameters.people.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) {
        let (camp, point) = (given[CampParameters.camp], given[IncidentParameters.point])
        let place = Phrase(fa: "اردو یا نقطه خدمت‌رسانی", en: "camp or service point")
        if camp == nil, point == nil { throw .missing("camp", place) }
        if camp != nil, let point {
            throw .unknown(
                "point", place, value: point, accepted: Phrase(fa: "تنها یکی از این دو", en: "only one of the two"))
        }
    }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        if let point = given[IncidentParameters.point] {
            let kind = RecordKind(NeedSubject.point.rawValue, NeedSubject.point.phrase)
            throw .refused(.notFound(kind, point, field: "point"))
        }
        let camp = try registry.existing(Camp.self, given.require(CampParameters.camp), field: "camp")
        let people = (given[ReportParameters.people] ?? []).map(\.digits)
        for person in people { try registry.check(Person.self, exists: person, field: "people") }
        try camp.require([.running, .suspended, .closed])
        let when = try given.require(IncidentParameters.when)
        try camp.check(when.day(in: envelope.zone), today: envelope.day, field: "when")
        let incident = Incident(
            code: try registry.freeCode(given[IncidentParameters.code], for: Incident.self), camp: camp.code,
            when: when, severity: try given.require(IncidentParameters.severity),
            what: try given.require(IncidentParameters.what), people: people)
        var decision = Decision(envelope)
        decision.add(incident)
        return decision
    }
}

/// `{"command":"incident.resolve","code":"I-001","note":"درمان شد"}`: open → resolved.
public struct IncidentResolve: Command {
    public static let name = "incident.resolve"
    public static let title = Phrase(fa: "پایان رسیدگی به حادثه", en: "resolve an incident")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let parameters = [IncidentParameters.code.required, IncidentParameters.note.required]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let incident = try registry.existing(Incident.self, given.require(IncidentParameters.code))
        let takesPlace = try envelope.check(versionOf: incident, in: registry)
        guard incident.state == .open || takesPlace else {
            throw .refused(
                .wrongState(incident.label, is: incident.state.phrase, accepted: IncidentState.open.phrase))
        }
        let note = try given.require(IncidentParameters.note)
        var decision = Decision(envelope)
        decision.amend(incident, evenIfSame: takesPlace) { incident in
            incident.state = .resolved
            incident.note = note
        }
        return decision
    }
}

extension Incident {
    /// Taking a fatal incident out of the books takes two: the first request is noted, another account's carries
    /// it out. Nil when it may go.
    func notedVoid(by account: String) -> (refusal: Refusal, isNew: Bool)? {
        guard severity == .fatal else { return nil }
        if let first = voidAskedBy, first != account { return nil }
        let refusal = Refusal(
            .needsSecondPerson, field: "code",
            Phrase(
                fa:
                    "ابطال حادثه منجر به فوت \(code) کار دو نفر است: درخواست \(account) یادداشت شد؛ با همین درخواست از کاربری دیگر انجام می‌شود.",
                en:
                    "Voiding the fatal incident \(code) takes two people: the request of \(account) is noted; the same request by another account carries it out."
            ))
        return (refusal, voidAskedBy == nil)
    }
}
