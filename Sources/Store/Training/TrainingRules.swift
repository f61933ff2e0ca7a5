import Domain
import GRDB
import Persian

extension FileRegistry {

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
