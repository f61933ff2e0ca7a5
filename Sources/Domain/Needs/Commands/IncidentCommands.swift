import Persian

/// `{"command":"incident.record","camp":"C-001","when":"1401/05/04T11:30","severity":"serious","what":…,"people":[…]}`
public struct IncidentRecord: Adding {
    public static let name = "incident.record"
    public static let title = Phrase(fa: "ثبت حادثه", en: "record an incident")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let nature = CommandNature.fact
    public static let fields: [FieldUse<Incident>] = [
        IncidentFields.code.coined, IncidentFields.camp.clearable, IncidentFields.point.clearable,
        .also(IncidentFields.when.required), IncidentFields.severity.required, IncidentFields.what.required,
        IncidentFields.people.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `missing-value` without a place, `unknown-value` for two.
    public static func check(_ given: Arguments) throws(Refusal) {
        let (camp, point) = (given[IncidentFields.camp], given[IncidentFields.point])
        let place = Phrase(fa: "اردو یا نقطه خدمت‌رسانی", en: "camp or service point")
        if camp == nil, point == nil { throw .missing("camp", place) }
        if camp != nil, let point {
            throw .unknown(
                "point", place, value: point, accepted: Phrase(fa: "تنها یکی از این دو", en: "only one of the two"))
        }
    }

    /// - Throws: `missing-value` without a place, `not-found`, `wrong-state`.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        try site(given, in: registry).checkState()
    }

    /// - Throws: `missing-value`, `not-found`, `wrong-state`, `invalid-date`.
    public func prepare(
        _ incident: inout Incident, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let site = try Self.site(given, in: registry)
        incident.when = try given.require(IncidentFields.when).time(in: site.zone)
        try site.check(incident.when.day, at: decision.envelope.at)
    }

    /// - Throws: what the store reports.
    public func follow(
        _ incident: Incident, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let site = try Self.site(given, in: registry)
        let martyrs = try incident.proposedMartyrs(at: site.place, groups: site.groups, in: registry)
        for martyr in martyrs { decision.add(martyr) }
    }

    private static func site(_ given: Arguments, in registry: some Registry) throws(DecideError) -> Site {
        if let point = given[IncidentFields.point] {
            return .point(try registry.existing(ServicePoint.self, point, field: "point"))
        }
        return .camp(try registry.existing(Camp.self, given.require(IncidentFields.camp), field: "camp"))
    }

    /// Where incidents happen.
    private enum Site {
        case camp(Camp)
        case point(ServicePoint)

        var zone: Zone {
            switch self {
            case .camp: .tehran
            case .point(let point): point.zone
            }
        }

        var place: String {
            switch self {
            case .camp(let camp): camp.place
            case .point(let point): point.name
            }
        }

        /// The codes of the groups that are there; who serves at a point changes by the hour.
        var groups: [String] {
            switch self {
            case .camp(let camp): camp.groups.map(\.group)
            case .point: []
            }
        }

        /// Refuses a place where nobody is, or was.
        func checkState() throws(DecideError) {
            switch self {
            case .camp(let camp): try camp.require([.running, .suspended, .closed])
            case .point(let point): try point.require([.open, .closed])
            }
        }

        /// Refuses what cannot have happened there on that day.
        func check(_ day: Day, at now: Moment) throws(DecideError) {
            try checkState()
            switch self {
            case .camp(let camp):
                try camp.check(day, today: now.day(in: zone), field: "when")
            case .point(let point):
                try point.check(day, field: "when", today: now.day(in: zone))
            }
        }
    }
}

/// `{"command":"incident.resolve","code":"I-001","note":"درمان شد"}`: open → resolved.
public struct IncidentResolve: Command {
    public static let name = "incident.resolve"
    public static let title = Phrase(fa: "پایان رسیدگی به حادثه", en: "resolve an incident")
    public static let roles: Set<Role> = [.operator, .supervisor]
    public static let parameters = [IncidentFields.code.required, IncidentFields.note.required]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `stale`, `wrong-state`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let incident = try registry.existing(Incident.self, given.require(IncidentFields.code))
        let takesPlace = try envelope.check(versionOf: incident, in: registry)
        guard incident.state == .open || takesPlace else {
            throw .refused(
                .wrongState(incident.label, is: incident.state.phrase, accepted: IncidentState.open.phrase))
        }
        let note = try given.require(IncidentFields.note)
        var decision = Decision(envelope)
        decision.amend(incident, evenIfSame: takesPlace) { incident in
            incident.state = .resolved
            incident.note = note
        }
        return decision
    }
}

extension Incident {
    public var isNeverTakenBack: Bool { severity == .fatal }

    /// Taking a fatal incident out of the books takes two: the first request is noted, another account's carries
    /// it out.
    public func notedVoid(by account: String) -> NotedVoid<Incident>? {
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
        var noted = self
        noted.voidAskedBy = account
        return NotedVoid(record: noted, refusal: refusal, isNew: voidAskedBy == nil)
    }
}
