import Persian

extension Part {
    /// The courses of the office, who is in them, and what they earned.
    public static let training = Part(
        "training",
        records: [Course.self, Enrolment.self, CourseAttendance.self, Certificate.self],
        commands: [
            CourseAnnounce.self, CourseAmend.self, CourseCancel.self, CourseEnrol.self, CourseWithdraw.self,
            CourseAttend.self, CourseComplete.self, CourseCertify.self,
        ],
        settings: [
            .number(
                "attendance.threshold",
                Phrase(fa: "کمینه حضور برای گواهی (درصد)", en: "attendance threshold (percent)"), 0...100, 75)
        ],
        evidence: [CompletedCourses.self], consequences: [FreedSeats.self], readers: Set(Role.allCases))
}

extension Set<Role> {
    /// Whoever may send the commands about courses, beside administrators.
    static let whoTrain: Set = [.operator, .trainer]
}

/// What the rules about courses read.
public protocol TrainingRegistry {
    /// All terms of office of a person, the earliest first; of one day, in the order in which they were recorded.
    func terms(ofPerson person: String) throws(DecideError) -> [Term]
    /// All memberships of a person, in the same order.
    func memberships(ofPerson person: String) throws(DecideError) -> [Membership]
    /// A person's enrolment in a course.
    func enrolment(of person: String, in course: String) throws(DecideError) -> Enrolment?
    /// All enrolments in a course, in the order in which people came.
    func enrolments(in course: String) throws(DecideError) -> [Enrolment]
    /// All enrolments of a person.
    func enrolments(ofPerson person: String) throws(DecideError) -> [Enrolment]
    /// How many seats of a course are taken, and the highest number that an enrolment in it ever had.
    func seats(in course: String) throws(DecideError) -> (taken: Int, lastNumber: Int)
    /// How many wait in a course before an enrolment of that number.
    func waiting(in course: String, before number: Int) throws(DecideError) -> Int
    /// All attendance of a course.
    func attendance(ofCourse course: String) throws(DecideError) -> [CourseAttendance]
    /// The attendance of a session of a course.
    func attendance(ofCourse course: String, session: String) throws(DecideError) -> CourseAttendance?
    /// The courses announced that somebody teaches and that have a day in common with these.
    func courses(taughtBy person: String, during days: ClosedRange<Day>) throws(DecideError) -> [Course]
    /// The certificate that somebody holds for a course.
    func certificate(of person: String, for course: String) throws(DecideError) -> Certificate?
    /// The number of the last certificate that was ever issued; 0 when none was.
    func lastCertificate() throws(DecideError) -> Int
}

extension RefusalCode {
    /// Somebody for whom this is not meant.
    public static let notEligible = RefusalCode(rawValue: "not-eligible")
    /// Somebody who is in the course already.
    public static let alreadyEnrolled = RefusalCode(rawValue: "already-enrolled")
}
