import Domain
import Persian

extension ListingKind {
    /// The kinds of record whose content it shows: whoever may read all of them may read the listing.
    public var shows: [RecordKind] {
        switch self {
        case .groups: [Group.kind]
        case .people: [Person.kind]
        case .members: [Membership.kind, Person.kind]
        case .councils: [Council.kind]
        case .bases: [Base.kind]
        case .camps: [Camp.kind]
        case .reports: [DailyReport.kind]
        case .needs: [Need.kind]
        case .incidents: [Incident.kind]
        case .courses: [Course.kind]
        case .enrolments: [Enrolment.kind, Person.kind]
        case .certificates: [Certificate.kind, Person.kind]
        case .congresses: [Congress.kind]
        case .halls: [Hall.kind]
        case .sessions: [CongressSession.kind]
        case .guests: [Guest.kind]
        case .martyrs: [Martyr.kind]
        case .hours: [Course.kind, Person.kind]
        case .groupHours: [Course.kind, Group.kind]
        case .seasons: [Season.kind]
        case .points: [ServicePoint.kind]
        case .shifts: [Shift.kind]
        case .supplies: [Supply.kind]
        case .tallies: [Tally.kind]
        case .packs: [Pack.kind]
        case .staff: [Staff.kind]
        case .ledger: RecordKind.all
        }
    }

    /// What sentences call it: the word that the command line takes it by.
    public var name: Phrase { Phrase(fa: singular.fa, en: rawValue) }
}
