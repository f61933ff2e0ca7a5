/// The table of the congress's sessions: a step of the file.
///
/// Beside their times as texts stand seconds, by which they are compared.
extension Schema {
    static let sessions =
        """
        CREATE TABLE sessions (
            \(record),
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
            \(listed),
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

        """ + counter("sessions") + searchByAnyLength("sessions")

    /// Who speaks is also taken from what was amended: by it a person is known to be in use.
    static let amendedSpeakers = """
        CREATE TRIGGER sessionsAmendSpeakers AFTER UPDATE OF speakers ON sessions BEGIN
            DELETE FROM sessionSpeakers WHERE session = new.id;
            INSERT INTO sessionSpeakers SELECT DISTINCT value, new.id FROM json_each(new.speakers);
        END;
        DELETE FROM sessionSpeakers;
        INSERT INTO sessionSpeakers SELECT DISTINCT j.value, s.id FROM sessions s, json_each(s.speakers) j;

        """
}
