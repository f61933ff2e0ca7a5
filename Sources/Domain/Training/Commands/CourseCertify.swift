import Persian

/// `{"command":"course.certify","course":"RK-1401","person":"9990000034"}`: once for each completed enrolment; never
/// undone. The answer holds the serial.
public struct CourseCertify: Command {
    public static let name = "course.certify"
    public static let title = Phrase(fa: "صدور گواهی", en: "issue a certificate")
    public static let roles: Set<Role> = .whoTrain
    public static let canBeUndone = false
    public static let parameters = [CourseFields.course.required, CourseFields.person.required]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the course, the person and the enrolment, `stale`, `wrong-state`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let course = try registry.existing(Course.self, given.require(CourseFields.course), field: "course")
        let id = try given.require(CourseFields.person).digits
        let person = try registry.existing(Person.self, id, field: "person")
        let enrolment = try registry.existingEnrolment(person, in: course)
        try envelope.check(versionOf: enrolment, in: registry)
        try enrolment.require([.completed], in: registry)
        let serial = CertificateSerial(number: try registry.lastCertificate() + 1)
        let certificate = Certificate(
            serial: serial.text, course: course.code, person: id, issuedOn: envelope.day, issuedBy: envelope.account)
        try certificate.check(in: registry)
        var decision = Decision(envelope)
        decision.add(certificate)
        return decision
    }
}
