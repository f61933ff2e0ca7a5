extension Steps {
    /// The roll of honour. How many entries are in which state stands in a row of its own, kept by triggers in the same
    /// transaction.
    static let roll = """
        CREATE TABLE martyrs (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
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
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            CHECK (state = 'proposed' OR biography IS NOT NULL),
            CHECK (state IN ('proposed', 'documented') OR json_array_length(verifiedBy) >= 2)
        ) STRICT;
        CREATE TABLE martyrCounts (state TEXT PRIMARY KEY, entries INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TRIGGER martyrsCountInsert AFTER INSERT ON martyrs BEGIN
            INSERT INTO martyrCounts VALUES (new.state, 1) ON CONFLICT DO UPDATE SET entries = entries + 1;
        END;
        CREATE TRIGGER martyrsCountUpdate AFTER UPDATE OF state ON martyrs BEGIN
            UPDATE martyrCounts SET entries = entries - 1 WHERE state = old.state;
            INSERT INTO martyrCounts VALUES (new.state, 1) ON CONFLICT DO UPDATE SET entries = entries + 1;
        END;
        CREATE TRIGGER martyrsCountDelete AFTER DELETE ON martyrs BEGIN
            UPDATE martyrCounts SET entries = entries - 1 WHERE state = old.state;
        END;
        CREATE INDEX martyrsByName ON martyrs (nameKey);
        CREATE INDEX martyrsByGroup ON martyrs ("group") WHERE "group" IS NOT NULL;
        CREATE INDEX martyrsByIncident ON martyrs (incident) WHERE incident IS NOT NULL;
        CREATE INDEX martyrsPublished ON martyrs (diedOn, nameKey) WHERE state = 'published';
        INSERT INTO counters (name, value) VALUES ('martyrs', 0);
        CREATE TRIGGER martyrsCountUp AFTER INSERT ON martyrs BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'martyrs';
        END;
        CREATE TRIGGER martyrsCountDown AFTER DELETE ON martyrs BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'martyrs';
        END;
        CREATE VIEW martyrsText (row, search) AS SELECT rowid, search || char(10, 10) FROM martyrs;
        CREATE VIRTUAL TABLE martyrsSearch USING fts5
            (search, content='martyrsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE martyrsTerms USING fts5vocab (martyrsSearch, instance);
        INSERT INTO martyrsSearch (martyrsSearch) VALUES ('rebuild');

        """
}
