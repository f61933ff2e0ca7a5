/// The tables of courses, enrolments, attendance and certificates: a step of the file.
///
/// How many seats of a course are taken and how many people wait stands in its own row, kept by triggers in the same
/// transaction; that no more are taken than there are is a constraint of that row.
extension Schema {
    static let training = [
        courseTables, enrolmentTables, courseAttendanceTables, certificateTables, courseSummaries,
        counter("courses"), counter("enrolments"), counter("certificates"),
        searchByAnyLength("courses"), searchByAnyLength("enrolments"), searchByAnyLength("certificates"),
    ].joined()

    private static let courseTables = """
        CREATE TABLE courses (
            \(record),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            title TEXT NOT NULL CHECK (title <> ''),
            audience TEXT NOT NULL CHECK (audience IN ('councilAndBaseHeads', 'groupsAndMediaLiaisons', 'anyone')),
            capacity INTEGER NOT NULL CHECK (capacity > 0),
            "from" TEXT NOT NULL,
            "to" TEXT NOT NULL CHECK ("to" >= "from"),
            sessions TEXT NOT NULL CHECK (json_array_length(sessions) > 0),
            threshold INTEGER NOT NULL CHECK (threshold BETWEEN 0 AND 100),
            trainer TEXT REFERENCES people (nationalID),
            state TEXT NOT NULL CHECK (state IN ('announced', 'completed', 'cancelled')),
            \(listed),
            taken INTEGER NOT NULL DEFAULT 0,
            waiting INTEGER NOT NULL DEFAULT 0,
            lastNumber INTEGER NOT NULL DEFAULT 0,
            CHECK (taken BETWEEN 0 AND capacity)
        ) STRICT;
        CREATE INDEX coursesByName ON courses (nameKey);
        CREATE INDEX coursesByStart ON courses ("from");
        CREATE INDEX coursesByState ON courses (state, "from", capacity, taken, waiting);
        CREATE INDEX coursesByTrainer ON courses (trainer, "from") WHERE trainer IS NOT NULL;
        CREATE TABLE courseSessions (
            course TEXT NOT NULL REFERENCES courses (code) ON DELETE CASCADE,
            session TEXT NOT NULL,
            day TEXT NOT NULL,
            minutes INTEGER NOT NULL CHECK (minutes > 0),
            PRIMARY KEY (course, session)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER coursesTakeSessions AFTER INSERT ON courses BEGIN
            \(takeSessions)
        END;
        CREATE TRIGGER coursesChangeSessions AFTER UPDATE OF sessions ON courses WHEN new.sessions <> old.sessions BEGIN
            DELETE FROM courseSessions WHERE course = new.code;
            \(takeSessions)
        END;

        """

    private static let takeSessions = """
        INSERT INTO courseSessions
            SELECT new.code, value ->> 'code', substr(value ->> 'from', 1, 10),
                (strftime('%s', value ->> 'to') - strftime('%s', value ->> 'from')) / 60
            FROM json_each(new.sessions);
        """

    private static let enrolmentTables = """
        CREATE TABLE enrolments (
            \(record),
            course TEXT NOT NULL REFERENCES courses (code),
            person TEXT NOT NULL REFERENCES people (nationalID),
            number INTEGER NOT NULL CHECK (number > 0),
            state TEXT NOT NULL CHECK (state IN ('enrolled', 'waitlisted', 'withdrawn', 'completed', 'failed')),
            enrolledOn TEXT NOT NULL,
            withdrawnOn TEXT,
            completedOn TEXT,
            groups TEXT NOT NULL,
            \(listed),
            UNIQUE (course, person),
            CHECK ((state = 'withdrawn') = (withdrawnOn IS NOT NULL)),
            CHECK ((state = 'completed') = (completedOn IS NOT NULL)),
            CHECK (json_valid(groups))
        ) STRICT;
        CREATE INDEX enrolmentsByName ON enrolments (nameKey);
        CREATE INDEX enrolmentsByPerson ON enrolments (person);
        CREATE UNIQUE INDEX enrolmentsByState ON enrolments (course, state, number);
        CREATE INDEX enrolmentsOfCourse ON enrolments (course, nameKey, state, number);
        CREATE TABLE enrolmentGroups (
            "group" TEXT NOT NULL REFERENCES groups (code),
            enrolment TEXT NOT NULL REFERENCES enrolments (id) ON DELETE CASCADE,
            PRIMARY KEY ("group", enrolment)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX enrolmentGroupsByRecord ON enrolmentGroups (enrolment);
        CREATE TRIGGER enrolmentsTakeGroups AFTER INSERT ON enrolments BEGIN
            INSERT INTO enrolmentGroups SELECT value, new.id FROM json_each(new.groups);
        END;
        CREATE TRIGGER enrolmentsChangeGroups AFTER UPDATE OF groups ON enrolments WHEN new.groups <> old.groups BEGIN
            DELETE FROM enrolmentGroups WHERE enrolment = new.id;
            INSERT INTO enrolmentGroups SELECT value, new.id FROM json_each(new.groups);
        END;

        """

    private static let courseAttendanceTables = """
        CREATE TABLE courseAttendance (
            \(record),
            course TEXT NOT NULL REFERENCES courses (code),
            session TEXT NOT NULL,
            people TEXT NOT NULL CHECK (json_valid(people)),
            UNIQUE (course, session)
        ) STRICT;
        CREATE TABLE courseAttendancePeople (
            person TEXT NOT NULL REFERENCES people (nationalID),
            course TEXT NOT NULL,
            session TEXT NOT NULL,
            attendance TEXT NOT NULL REFERENCES courseAttendance (id) ON DELETE CASCADE,
            PRIMARY KEY (person, course, session),
            FOREIGN KEY (course, person) REFERENCES enrolments (course, person) DEFERRABLE INITIALLY DEFERRED
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX courseAttendancePeopleByRecord ON courseAttendancePeople (attendance);
        CREATE INDEX courseAttendancePeopleByCourse ON courseAttendancePeople (course, person);
        CREATE TRIGGER courseAttendanceTakesPeople AFTER INSERT ON courseAttendance BEGIN
            INSERT INTO courseAttendancePeople SELECT value, new.course, new.session, new.id FROM json_each(new.people);
        END;
        CREATE TRIGGER courseAttendanceChangesPeople AFTER UPDATE ON courseAttendance BEGIN
            DELETE FROM courseAttendancePeople WHERE attendance = new.id;
            INSERT INTO courseAttendancePeople SELECT value, new.course, new.session, new.id FROM json_each(new.people);
        END;

        """

    /// No number is left out: the next certificate has the next one, and one that was voided may only come back.
    private static let certificateTables = """
        CREATE TABLE certificates (
            \(record),
            serial TEXT NOT NULL UNIQUE CHECK (serial <> ''),
            course TEXT NOT NULL REFERENCES courses (code),
            person TEXT NOT NULL REFERENCES people (nationalID),
            issuedOn TEXT NOT NULL,
            issuedBy TEXT NOT NULL CHECK (issuedBy <> ''),
            number INTEGER NOT NULL UNIQUE CHECK (number > 0),
            \(listed),
            UNIQUE (course, person),
            FOREIGN KEY (course, person) REFERENCES enrolments (course, person) DEFERRABLE INITIALLY DEFERRED
        ) STRICT;
        CREATE INDEX certificatesByName ON certificates (nameKey);
        CREATE INDEX certificatesByPerson ON certificates (person);
        INSERT INTO counters (name, value) VALUES ('certificates.last', 0);
        CREATE TRIGGER certificatesWithoutGap BEFORE INSERT ON certificates
        WHEN new.number > 1 + (SELECT value FROM counters WHERE name = 'certificates.last')
        BEGIN SELECT RAISE(ABORT, 'certificates are numbered without a gap'); END;
        CREATE TRIGGER certificatesCount AFTER INSERT ON certificates BEGIN
            UPDATE counters SET value = max(value, new.number) WHERE name = 'certificates.last';
        END;
        CREATE TRIGGER certificatesStay BEFORE UPDATE OF serial, number, course, person ON certificates
        WHEN new.serial <> old.serial OR new.number <> old.number OR new.course <> old.course
            OR new.person <> old.person
        BEGIN SELECT RAISE(ABORT, 'a certificate speaks of one person and course for ever'); END;

        """

    /// The seats of a course, counted anew when one of its enrolments changes.
    private static let courseSummaries = [
        ("Insert", "INSERT", "new"), ("Update", "UPDATE OF state, number", "new"), ("Delete", "DELETE", "old"),
    ].map { name, event, row in
        """
        CREATE TRIGGER enrolmentsSummary\(name) AFTER \(event) ON enrolments BEGIN
            UPDATE courses SET
                taken = taken + \(event == "DELETE" ? "0" : seat("new")) - \(event == "INSERT" ? "0" : seat("old")),
                waiting = waiting + \(event == "DELETE" ? "0" : "(new.state = 'waitlisted')")
                    - \(event == "INSERT" ? "0" : "(old.state = 'waitlisted')"),
                lastNumber = max(lastNumber, \(row).number)
            WHERE code = \(row).course;
        END;

        """
    }.joined()

    private static func seat(_ row: String) -> String { "(\(row).state IN ('enrolled', 'completed', 'failed'))" }
}
