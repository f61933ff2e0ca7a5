/// The table of the roll of honour: a step of the file.
///
/// How many entries are in which state stands in a row of its own, kept by triggers in the same transaction.
extension Schema {
    static let roll =
        """
        CREATE TABLE martyrs (
            \(record),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            person TEXT UNIQUE REFERENCES people (nationalID),
            name TEXT NOT NULL CHECK (name <> ''),
            diedOn TEXT NOT NULL,
            place TEXT NOT NULL CHECK (place <> ''),
            "group" TEXT REFERENCES groups (code),
            incident TEXT REFERENCES incidents (code),
            biography TEXT,
            verifiedBy TEXT NOT NULL CHECK (json_valid(verifiedBy)),
            state TEXT NOT NULL CHECK (state IN ('proposed', 'documented', 'verified', 'published')),
            \(listed),
            CHECK (state = 'proposed' OR biography IS NOT NULL),
            CHECK (state IN ('proposed', 'documented') OR json_array_length(verifiedBy) >= 2)
        ) STRICT;
        CREATE TABLE martyrCounts (state TEXT PRIMARY KEY, entries INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TRIGGER martyrsCountInsert AFTER INSERT ON martyrs BEGIN
            \(up)
        END;
        CREATE TRIGGER martyrsCountUpdate AFTER UPDATE OF state ON martyrs BEGIN
            \(down)
            \(up)
        END;
        CREATE TRIGGER martyrsCountDelete AFTER DELETE ON martyrs BEGIN
            \(down)
        END;
        CREATE INDEX martyrsByName ON martyrs (nameKey);
        CREATE INDEX martyrsByGroup ON martyrs ("group") WHERE "group" IS NOT NULL;
        CREATE INDEX martyrsByIncident ON martyrs (incident) WHERE incident IS NOT NULL;
        CREATE INDEX martyrsPublished ON martyrs (diedOn, nameKey) WHERE state = 'published';

        """ + counter("martyrs") + searchByAnyLength("martyrs")

    private static let up = """
        INSERT INTO martyrCounts VALUES (new.state, 1) ON CONFLICT DO UPDATE SET entries = entries + 1;
        """
    private static let down = "UPDATE martyrCounts SET entries = entries - 1 WHERE state = old.state;"
}
