extension Steps {
    /// Courses, enrolments, attendance and certificates.
    ///
    /// How many seats of a course are taken and how many people wait stands in its own row, kept by triggers in the same
    /// transaction; that no more are taken than there are is a constraint of that row. No number of a certificate is left out:
    /// the next one has the next, and one that was voided may only come back.
    static let training = """
        CREATE TABLE courses (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
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
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
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
            INSERT INTO courseSessions
            SELECT new.code, value ->> 'code', substr(value ->> 'from', 1, 10),
                (strftime('%s', value ->> 'to') - strftime('%s', value ->> 'from')) / 60
            FROM json_each(new.sessions);
        END;
        CREATE TRIGGER coursesChangeSessions AFTER UPDATE OF sessions ON courses WHEN new.sessions <> old.sessions BEGIN
            DELETE FROM courseSessions WHERE course = new.code;
            INSERT INTO courseSessions
            SELECT new.code, value ->> 'code', substr(value ->> 'from', 1, 10),
                (strftime('%s', value ->> 'to') - strftime('%s', value ->> 'from')) / 60
            FROM json_each(new.sessions);
        END;
        CREATE TABLE enrolments (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            course TEXT NOT NULL REFERENCES courses (code),
            person TEXT NOT NULL REFERENCES people (nationalID),
            number INTEGER NOT NULL CHECK (number > 0),
            state TEXT NOT NULL CHECK (state IN ('enrolled', 'waitlisted', 'withdrawn', 'completed', 'failed')),
            enrolledOn TEXT NOT NULL,
            withdrawnOn TEXT,
            completedOn TEXT,
            groups TEXT NOT NULL,
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
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
        CREATE TABLE courseAttendance (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
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
        CREATE TABLE certificates (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            serial TEXT NOT NULL UNIQUE CHECK (serial <> ''),
            course TEXT NOT NULL REFERENCES courses (code),
            person TEXT NOT NULL REFERENCES people (nationalID),
            issuedOn TEXT NOT NULL,
            issuedBy TEXT NOT NULL CHECK (issuedBy <> ''),
            number INTEGER NOT NULL UNIQUE CHECK (number > 0),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
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
        CREATE TRIGGER enrolmentsSummaryInsert AFTER INSERT ON enrolments BEGIN
            UPDATE courses SET
                taken = taken + (new.state IN ('enrolled', 'completed', 'failed')) - 0,
                waiting = waiting + (new.state = 'waitlisted')
                    - 0,
                lastNumber = max(lastNumber, new.number)
            WHERE code = new.course;
        END;
        CREATE TRIGGER enrolmentsSummaryUpdate AFTER UPDATE OF state, number ON enrolments BEGIN
            UPDATE courses SET
                taken = taken + (new.state IN ('enrolled', 'completed', 'failed')) - (old.state IN ('enrolled', 'completed', 'failed')),
                waiting = waiting + (new.state = 'waitlisted')
                    - (old.state = 'waitlisted'),
                lastNumber = max(lastNumber, new.number)
            WHERE code = new.course;
        END;
        CREATE TRIGGER enrolmentsSummaryDelete AFTER DELETE ON enrolments BEGIN
            UPDATE courses SET
                taken = taken + 0 - (old.state IN ('enrolled', 'completed', 'failed')),
                waiting = waiting + 0
                    - (old.state = 'waitlisted'),
                lastNumber = max(lastNumber, old.number)
            WHERE code = old.course;
        END;
        INSERT INTO counters (name, value) VALUES ('courses', 0);
        CREATE TRIGGER coursesCountUp AFTER INSERT ON courses BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'courses';
        END;
        CREATE TRIGGER coursesCountDown AFTER DELETE ON courses BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'courses';
        END;
        INSERT INTO counters (name, value) VALUES ('enrolments', 0);
        CREATE TRIGGER enrolmentsCountUp AFTER INSERT ON enrolments BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'enrolments';
        END;
        CREATE TRIGGER enrolmentsCountDown AFTER DELETE ON enrolments BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'enrolments';
        END;
        INSERT INTO counters (name, value) VALUES ('certificates', 0);
        CREATE TRIGGER certificatesCountUp AFTER INSERT ON certificates BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'certificates';
        END;
        CREATE TRIGGER certificatesCountDown AFTER DELETE ON certificates BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'certificates';
        END;
        CREATE VIEW coursesText (row, search) AS SELECT rowid, search || char(10, 10) FROM courses;
        CREATE VIRTUAL TABLE coursesSearch USING fts5
            (search, content='coursesText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE coursesTerms USING fts5vocab (coursesSearch, instance);
        INSERT INTO coursesSearch (coursesSearch) VALUES ('rebuild');
        CREATE VIEW enrolmentsText (row, search) AS SELECT rowid, search || char(10, 10) FROM enrolments;
        CREATE VIRTUAL TABLE enrolmentsSearch USING fts5
            (search, content='enrolmentsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE enrolmentsTerms USING fts5vocab (enrolmentsSearch, instance);
        INSERT INTO enrolmentsSearch (enrolmentsSearch) VALUES ('rebuild');
        CREATE VIEW certificatesText (row, search) AS SELECT rowid, search || char(10, 10) FROM certificates;
        CREATE VIRTUAL TABLE certificatesSearch USING fts5
            (search, content='certificatesText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE certificatesTerms USING fts5vocab (certificatesSearch, instance);
        INSERT INTO certificatesSearch (certificatesSearch) VALUES ('rebuild');

        """
}
