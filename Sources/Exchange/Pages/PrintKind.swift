import Domain
import Persian
import Store

/// What the office prints, each with the record it is printed of. `khedmat print` and the dashboard read this list.
public enum PrintKind: String, Hashable, Sendable, CaseIterable {
    /// A certificate by its serial, or all of a course by its code.
    case certificate
    /// The programme of a day of the congress, by its date.
    case programme
    /// The sheet of a service point for a day: `AP-1/1401/06/15`.
    case point
    /// The invitation of a guest, or all of the congress of a year.
    case invitations
    /// The roll of honour of an edition of the congress, by its year.
    case roll

    public var phrase: Phrase {
        switch self {
        case .certificate: Phrase(fa: "گواهی", en: "certificate")
        case .programme: Phrase(fa: "برنامه روز", en: "programme")
        case .point: Phrase(fa: "برگه نقطه", en: "sheet of a point")
        case .invitations: Phrase(fa: "دعوت‌نامه", en: "invitation")
        case .roll: Phrase(fa: "نام در فهرست شهدا", en: "name of the roll of honour")
        }
    }

    /// The list that who prints it must be allowed to read.
    public var reading: ListingKind {
        switch self {
        case .certificate: .certificates
        case .programme: .sessions
        case .point: .points
        case .invitations: .guests
        case .roll: .martyrs
        }
    }

    /// The pages of one record.
    ///
    ///     let printed = try PrintKind.certificate.print("T-030", for: masking, in: reader)
    ///     try printed.pages.write(to: "T-030.html")
    ///
    /// - Parameter code: the record's key, however it is typed.
    /// - Throws: `not-found`, and what else the record says against being printed.
    public func print(_ code: String, for masking: Masking, in reader: Reader) throws(DecideError) -> Printed {
        switch self {
        case .certificate: try Printed(CertificatePages(code, for: masking, in: reader))
        case .programme: try Printed(ProgrammePages(code, in: reader))
        case .point: try Printed(PointPage(code, in: reader))
        case .invitations: try Printed(InvitationPages(code, in: reader))
        case .roll: try Printed(RollPages(code, in: reader))
        }
    }
}

/// What can be laid out on sheets of paper.
protocol Printable {
    /// How many things are printed: certificates, invitations.
    var count: Int { get }
    func pages() throws(PageError) -> PrintedPages
}

/// Pages ready to be written, and how many things stand on them.
public struct Printed: Sendable {
    public let count: Int
    public let pages: Result<PrintedPages, PageError>

    init(_ printable: some Printable) {
        count = printable.count
        pages = Result { () throws(PageError) in try printable.pages() }
    }
}
