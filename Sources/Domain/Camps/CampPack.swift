import Persian

/// A camp taken along to where it is held: its leader reports, takes attendance, raises needs, confirms what
/// arrived and records incidents.
///
/// What becomes of the camp itself (suspended, closed) and who is in a group stays with the office.
public enum CampPack: PackKind {
    public static let name = "camp"
    public static let title = Phrase(fa: "اردو", en: "camp")
    public static let subject = Camp.kind
    public static let commands: [any Command.Type] = [
        CampReport.self, CampAttend.self, NeedRaise.self, NeedSettle.self, IncidentRecord.self, IncidentResolve.self,
        SupportConfirm.self,
    ]
    public static let fills = [Camp.kind, Person.kind]

    /// - Throws: `not-found`, `wrong-state` unless it has people in the field.
    public static func check(_ about: PackSubject, in registry: some Registry) throws(DecideError) {
        try registry.existing(Camp.self, about.key, field: "about").require([.running, .suspended])
    }

    /// - Throws: `not-found` for the camp and its groups.
    public static func gather(
        _ about: PackSubject, into contents: inout PackContents, from registry: some Registry
    ) throws(DecideError) {
        let camp = try registry.existing(Camp.self, about.key, field: "about")
        try contents.take(camp, from: registry)
        for part in camp.groups {
            let group = try registry.existing(Group.self, part.group)
            let members = try registry.all(Membership.self, referringTo: group)
            try contents.take(members.filter { camp.touches($0.from, $0.to) }, from: registry)
            let terms = try registry.all(Term.self, referringTo: group)
            try contents.take(terms.filter { camp.touches($0.from, $0.to) }, from: registry)
        }
        try contents.take(try registry.all(DailyReport.self, referringTo: camp), from: registry)
        try contents.take(try registry.all(Attendance.self, referringTo: camp), from: registry)
        let needs = try registry.all(Need.self, referringTo: camp)
        try contents.take(needs, from: registry)
        for need in needs {
            let pledges = try registry.pledges(for: need.code)
            try contents.take(pledges, from: registry)
            for pledge in pledges { try contents.take(try registry.supportLines(of: pledge.code), from: registry) }
        }
        try contents.take(try registry.all(Incident.self, referringTo: camp), from: registry)
        for person in contents.people {
            for day in camp.days {
                let others = try registry.camps(attendedBy: person.nationalID, on: day).filter { $0 != camp.code }
                contents.elsewhere += others.map { .init(person: person.nationalID, day: day, camp: $0) }
            }
        }
    }

    /// - Throws: what the store reports.
    public static func covers(
        _ record: any Record, of about: PackSubject, in registry: some Registry
    ) throws(DecideError) -> Bool {
        switch record {
        case let report as DailyReport: report.camp == about.key
        case let attendance as Attendance: attendance.camp == about.key
        case let need as Need: need.camp == about.key
        case let incident as Incident: incident.camp == about.key
        // The receiver's word about what was sent to the camp.
        case let line as SupportLine where line.step == .confirmed: try registry.need(of: line)?.camp == about.key
        // What a fatal incident of the camp proposes; a pack holds no command of the roll itself.
        case let martyr as Martyr: martyr.incident != nil && martyr.state == .proposed
        default: false
        }
    }
}

extension Camp {
    /// Whether a span has a day in common with the camp.
    fileprivate func touches(_ first: Day, _ last: Day?) -> Bool { first <= to && last.map { $0 >= from } ?? true }
}
