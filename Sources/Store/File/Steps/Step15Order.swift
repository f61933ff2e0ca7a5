extension Steps {
    /// Keeps the order of records that are removed and restored.
    ///
    /// `courseNumbers` holds the greatest number that an enrolment of each course ever had, since an undone one may
    /// return; `formerRows` the rows of removed records. Series are emptied, to be counted anew: some had run to the
    /// end of the integers. A slash in an item's name no longer divides its key.
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
