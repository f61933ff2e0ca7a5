import Domain
import Persian
import Store

/// What `list`, `show` and `export` can be asked for.
public enum ListingKind: String, CaseIterable, Sendable {
    case groups, people, members, councils, bases, camps, reports, needs, incidents, courses, enrolments
    case certificates, congresses, halls, sessions, guests, martyrs, hours, groupHours = "group-hours"
    case seasons, points, shifts, supplies, tallies, packs, staff, ledger

    /// From the command line: plural, singular or Persian.
    public init?(word: String) {
        let wanted = word.folded()
        let match = Self.allCases.first { kind in
            [kind.rawValue, kind.singular.en, kind.singular.fa].contains { $0.folded() == wanted }
        }
        guard let match else { return nil }
        self = match
    }

    public var singular: Phrase {
        switch self {
        case .groups: Group.kind.phrase
        case .people: Person.kind.phrase
        case .members: Phrase(fa: "عضو", en: "member")
        case .councils: Council.kind.phrase
        case .bases: Base.kind.phrase
        case .camps: Phrase(fa: "اردو", en: "camp")
        case .reports: Phrase(fa: "گزارش", en: "report")
        case .needs: Need.kind.phrase
        case .incidents: Incident.kind.phrase
        case .courses: Course.kind.phrase
        case .enrolments: Enrolment.kind.phrase
        case .certificates: Certificate.kind.phrase
        case .congresses: Congress.kind.phrase
        case .halls: Hall.kind.phrase
        case .sessions: CongressSession.kind.phrase
        case .guests: Guest.kind.phrase
        case .martyrs: Martyr.kind.phrase
        case .hours: Phrase(fa: "ساعت آموزش", en: "training hours")
        case .groupHours: Phrase(fa: "ساعت آموزش گروه", en: "training hours of a group")
        case .seasons: Season.kind.phrase
        case .points: ServicePoint.kind.phrase
        case .shifts: Shift.kind.phrase
        case .supplies: Supply.kind.phrase
        case .tallies: Tally.kind.phrase
        case .packs: Pack.kind.phrase
        case .staff: Staff.kind.phrase
        case .ledger: Phrase(fa: "رویداد", en: "entry")
        }
    }

    var listing: any Listing.Type {
        switch self {
        case .groups: GroupsListing.self
        case .people: PeopleListing.self
        case .members: MembersListing.self
        case .councils: CouncilsListing.self
        case .bases: BasesListing.self
        case .camps: CampsListing.self
        case .reports: ReportsListing.self
        case .needs: NeedsListing.self
        case .incidents: IncidentsListing.self
        case .courses: CoursesListing.self
        case .enrolments: EnrolmentsListing.self
        case .certificates: CertificatesListing.self
        case .congresses: CongressesListing.self
        case .halls: HallsListing.self
        case .sessions: SessionsListing.self
        case .guests: GuestsListing.self
        case .martyrs: MartyrsListing.self
        case .hours: HoursListing.self
        case .groupHours: GroupHoursListing.self
        case .seasons: SeasonsListing.self
        case .points: PointsListing.self
        case .shifts: ShiftsListing.self
        case .supplies: SuppliesListing.self
        case .tallies: TalliesListing.self
        case .packs: PacksListing.self
        case .staff: StaffListing.self
        case .ledger: LedgerListing.self
        }
    }
}

/// One record of a listing: the rows it takes in a table or a sheet, mostly one, and the record as JSON.
struct ListingRow {
    let rows: [[String]]
    let json: JSON

    init(cells: [String], json: JSON) { self.init(rows: [cells], json: json) }

    init(rows: [[String]], json: JSON) {
        self.rows = rows
        self.json = json
    }
}

/// How the records of a kind are listed. The columns of a sheet that we also import are that sheet's own, so that
/// what `export` writes `import` answers all `same`.
protocol Listing {
    /// The headers; a sheet has the Persian ones.
    static func headers(_ language: Language) -> [String]
    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError)
}

/// What a listing is asked: which rows, for whose eyes, as of when.
public struct ListingQuestion: Sendable {
    public var filter: Filter
    /// Nil for all.
    public var limit: Int?
    public var masking: Masking
    public var day: Day
    /// The language of headers and words, such as a group's state. Sheets are Persian whoever writes them.
    public var language: Language

    public init(
        filter: Filter = Filter(), limit: Int? = nil, masking: Masking, day: Day, language: Language = .persian
    ) {
        self.filter = filter
        self.limit = limit
        self.masking = masking
        self.day = day
        self.language = language
    }

    func mask(_ digits: String?) -> String { digits.map(masking.mask) ?? "" }

    func masked(_ digits: String?) -> JSON { digits.map { .string(masking.mask($0)) } ?? .null }
}

extension JSON {
    /// The object with members added.
    func adding(_ members: [JSON.Member]) -> JSON {
        .object((self.members ?? []) + members)
    }
}

/// Several names one after the other.
func joinedList(_ names: [String]) -> String { names.joined(separator: "، ") }
