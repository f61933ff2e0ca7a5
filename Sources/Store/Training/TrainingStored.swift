import Domain
import GRDB
import Persian

extension StoredPart {
    static let training = StoredPart(
        part: .training,
        tables: [
            .of(Course.self) { TrainingTable.courses }, .of(Enrolment.self) { TrainingTable.enrolments },
            .of(CourseAttendance.self) { TrainingTable.attendance },
            .of(Certificate.self) { TrainingTable.certificates },
        ])
}

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
