extension Steps {
    /// The congress's sessions. Beside their times as texts stand seconds, by which they are compared.
    static let sessions = """
        CREATE TABLE sessions (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            congress TEXT NOT NULL REFERENCES congresses (year),
            hall TEXT NOT NULL REFERENCES halls (code),
            "from" TEXT NOT NULL,
            "to" TEXT NOT NULL,
            title TEXT NOT NULL CHECK (title <> ''),
            kind TEXT NOT NULL
                CHECK (kind IN ('ceremony', 'panel', 'lecture', 'memorial', 'exhibition', 'meal', 'other')),
            speakers TEXT NOT NULL CHECK (json_valid(speakers)),
            moderator TEXT REFERENCES people (nationalID),
            state TEXT NOT NULL CHECK (state IN ('scheduled', 'cancelled')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL CHECK (ends > begins)
        ) STRICT;
        CREATE INDEX sessionsByName ON sessions (nameKey);
        CREATE INDEX sessionsByCongress ON sessions (congress, begins, code) WHERE state = 'scheduled';
        CREATE INDEX sessionsOfCongress ON sessions (congress);
        CREATE INDEX sessionsByHall ON sessions (hall);
        CREATE INDEX sessionsByModerator ON sessions (moderator) WHERE moderator IS NOT NULL;
        CREATE INDEX sessionsByTime ON sessions (begins, code, ends) WHERE state = 'scheduled';
        CREATE TABLE sessionSpeakers (
            person TEXT NOT NULL REFERENCES people (nationalID),
            session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            PRIMARY KEY (person, session)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessionSpeakersBySession ON sessionSpeakers (session);
        CREATE TRIGGER sessionsTakeSpeakers AFTER INSERT ON sessions BEGIN
            INSERT INTO sessionSpeakers SELECT value, new.id FROM json_each(new.speakers);
        END;
        INSERT INTO counters (name, value) VALUES ('sessions', 0);
        CREATE TRIGGER sessionsCountUp AFTER INSERT ON sessions BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'sessions';
        END;
        CREATE TRIGGER sessionsCountDown AFTER DELETE ON sessions BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'sessions';
        END;
        CREATE VIEW sessionsText (row, search) AS SELECT rowid, search || char(10, 10) FROM sessions;
        CREATE VIRTUAL TABLE sessionsSearch USING fts5
            (search, content='sessionsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE sessionsTerms USING fts5vocab (sessionsSearch, instance);
        INSERT INTO sessionsSearch (sessionsSearch) VALUES ('rebuild');

        """
}
