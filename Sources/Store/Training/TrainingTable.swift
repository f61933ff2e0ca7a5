import Domain
import GRDB
import Persian

/// The tables of courses, enrolments, attendance and certificates.
enum TrainingTable {
    static let courses = Table(
        Course.self, name: "courses", keyColumn: "code",
        derived: Table.listed(Course.self, name: \.title) { course, _ in
            [course.code, course.title, course.audience.phrase.fa, course.from.jalaliText(.english)]
        })

    /// Listed by course, then by the names of people.
    static let enrolments = Table(
        Enrolment.self, name: "enrolments",
        derived: [
            Table.derived("nameKey", Enrolment.self) { enrolment, db in
                let person = try Person.fetch(db, key: enrolment.person)
                return Table.nameKey("\(enrolment.course) \(person?.lastName ?? "") \(person?.firstName ?? "")")
            },
            Table.derived("search", Enrolment.self) { enrolment, db in
                let parts = try search(enrolment.course, enrolment.person, db)
                return Table.searchText(parts + [enrolment.state.phrase.fa] + enrolment.groups).databaseValue
            },
        ],
        references: ["groups": "id IN (SELECT enrolment FROM enrolmentGroups WHERE \"group\" = ?)"])

    static let attendance = Table(
        CourseAttendance.self, name: "courseAttendance",
        references: ["people": "id IN (SELECT attendance FROM courseAttendancePeople WHERE person = ?)"])

    /// Listed by serial.
    static let certificates = Table(
        Certificate.self, name: "certificates", keyColumn: "serial",
        derived: Table.listed(Certificate.self, name: \.serial) { certificate, db in
            [certificate.serial] + (try search(certificate.course, certificate.person, db))
        } + [
            Table.derived("number", Certificate.self) { certificate, _ in
                (CertificateSerial(parsing: certificate.serial)?.number ?? 0).databaseValue
            }
        ])

    private static func search(_ course: String, _ person: String, _ db: Database) throws -> [String?] {
        [
            course, try Course.fetch(db, key: course)?.title, person, try Person.fetch(db, key: person)?.fullName,
        ]
    }
}

extension FileRegistry {
    func terms(ofPerson person: String) throws(DecideError) -> [Term] {
        try storing { try Term.fetch(db, where: "person = ? ORDER BY \"from\", id", [person]) }
    }

    func memberships(ofPerson person: String) throws(DecideError) -> [Membership] {
        try storing { try Membership.fetch(db, where: "person = ? ORDER BY \"from\", id", [person]) }
    }

    func enrolment(of person: String, in course: String) throws(DecideError) -> Enrolment? {
        try storing { try Enrolment.fetch(db, where: "course = ? AND person = ?", [course, person]).first }
    }

    func enrolments(in course: String) throws(DecideError) -> [Enrolment] {
        try storing { try Enrolment.fetch(db, where: "course = ? ORDER BY number", [course]) }
    }

    func enrolments(ofPerson person: String) throws(DecideError) -> [Enrolment] {
        try storing { try Enrolment.fetch(db, where: "person = ? ORDER BY course", [person]) }
    }

    func seats(in course: String) throws(DecideError) -> (taken: Int, lastNumber: Int) {
        try storing {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT taken, (SELECT last FROM courseNumbers WHERE course = ?1) FROM courses WHERE code = ?1
                    """)
            let row = try Row.fetchOne(statement, arguments: [course])
            return (try row?.figure(0) ?? 0, try row?.figure(1) ?? 0)
        }
    }

    func waiting(in course: String, before number: Int) throws(DecideError) -> Int {
        try storing {
            let statement = try db.cachedStatement(
                sql: "SELECT count(*) FROM enrolments WHERE course = ? AND state = 'waitlisted' AND number < ?")
            return try Int.fetchOne(statement, arguments: [course, number]) ?? 0
        }
    }

    func attendance(ofCourse course: String) throws(DecideError) -> [CourseAttendance] {
        try storing { try CourseAttendance.fetch(db, where: "course = ? ORDER BY session", [course]) }
    }

    func attendance(ofCourse course: String, session: String) throws(DecideError) -> CourseAttendance? {
        try storing { try CourseAttendance.fetch(db, where: "course = ? AND session = ?", [course, session]).first }
    }

    func courses(taughtBy person: String, during days: ClosedRange<Day>) throws(DecideError) -> [Course] {
        try storing {
            try Course.fetch(
                db,
                where: """
                    trainer = ? AND "from" <= ? AND "to" >= ? AND state = 'announced' ORDER BY "from", code
                    """, [person, days.upperBound.iso, days.lowerBound.iso])
        }
    }

    func certificate(of person: String, for course: String) throws(DecideError) -> Certificate? {
        try storing { try Certificate.fetch(db, where: "course = ? AND person = ?", [course, person]).first }
    }

    func lastCertificate() throws(DecideError) -> Int {
        try storing { try Counters.value("certificates.last", db) }
    }
}
