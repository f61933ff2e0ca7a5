import Domain
import Persian

extension SentPart {
    static let training = SentPart(
        part: .training,
        listings: [
            CoursesListing.self, EnrolmentsListing.self, CertificatesListing.self, HoursListing.self,
            GroupHoursListing.self,
        ],
        sheets: [EnrolmentsSheet.self],
        pages: [.certificate])
}

extension ListingKind {
    public static let courses = ListingKind(CoursesListing.self)
    public static let enrolments = ListingKind(EnrolmentsListing.self)
    public static let certificates = ListingKind(CertificatesListing.self)
    public static let hours = ListingKind(HoursListing.self)
    public static let groupHours = ListingKind(GroupHoursListing.self)
}

extension PrintKind {
    /// A certificate by its serial, or all of a course by its code.
    public static let certificate = PrintKind(
        "certificate", Phrase(fa: "گواهی", en: "certificate"), reading: CertificatesListing.self
    ) { (code, masking, reader) throws(DecideError) in try Printed(CertificatePages(code, for: masking, in: reader)) }
}
