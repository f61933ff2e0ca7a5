extension Steps {
    /// What keeps its order although records leave and come back.
    ///
    /// The greatest number that an enrolment of a course ever had, as the ledger tells: one that was taken back may return.
    /// The rows of records that were taken out. Series tell the greatest code in use and are counted anew, those with them that
    /// were driven to the end of the whole numbers. A slash in the name of an item no longer parts its key.
    static let order = """
        CREATE TABLE courseNumbers (
            course TEXT NOT NULL PRIMARY KEY,
            last INTEGER NOT NULL CHECK (last >= 0)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO courseNumbers
            SELECT c.value -> 'after' ->> 'course', max(c.value -> 'after' ->> 'number')
            FROM ledger, json_each(entry, '$.changes') c
            WHERE instr(entry, '"kind":"enrolment"') > 0 AND c.value ->> 'kind' = 'enrolment'
                AND c.value -> 'after' ->> 'course' IS NOT NULL
            GROUP BY 1;
        CREATE TRIGGER enrolmentsNumberInsert AFTER INSERT ON enrolments BEGIN
            INSERT INTO courseNumbers VALUES (new.course, new.number)
            ON CONFLICT DO UPDATE SET last = max(last, excluded.last);
        END;
        CREATE TRIGGER enrolmentsNumberUpdate AFTER UPDATE OF number ON enrolments BEGIN
            INSERT INTO courseNumbers VALUES (new.course, new.number)
            ON CONFLICT DO UPDATE SET last = max(last, excluded.last);
        END;
        CREATE TABLE formerRows (
            record TEXT NOT NULL PRIMARY KEY,
            row INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        DELETE FROM series;
        UPDATE supplies SET key = point || '/' || replace(substr(key, length(point) + 2), '/', char(0x2044))
            WHERE instr(substr(key, length(point) + 2), '/') > 0;

        """
}
