extension Steps {
    /// Packs: those that were made, what makes a file a pack, and what came home and was refused.
    static let packs = """
        CREATE TABLE packs (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            letter TEXT NOT NULL UNIQUE CHECK (letter <> ''),
            kind TEXT NOT NULL,
            about TEXT NOT NULL,
            account TEXT NOT NULL REFERENCES staff (account),
            office TEXT NOT NULL,
            seal TEXT NOT NULL UNIQUE CHECK (length(seal) = 64),
            madeAt TEXT NOT NULL,
            madeBy TEXT NOT NULL,
            received INTEGER NOT NULL CHECK (received >= 0),
            receivedAt TEXT,
            state TEXT NOT NULL CHECK (state IN ('out', 'recalled')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX packsByName ON packs (nameKey);
        CREATE INDEX packsByAbout ON packs (about);
        CREATE INDEX packsByAccount ON packs (account);
        CREATE TABLE carried (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            pack TEXT NOT NULL REFERENCES packs (code),
            secret BLOB NOT NULL CHECK (length(secret) = 32)
        ) STRICT;
        CREATE TABLE elsewhere (
            person TEXT NOT NULL REFERENCES people (nationalID),
            day TEXT NOT NULL,
            camp TEXT NOT NULL,
            PRIMARY KEY (person, day, camp)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE returned (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            pack TEXT NOT NULL REFERENCES packs (code),
            number INTEGER NOT NULL,
            entry TEXT NOT NULL,
            refusal TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'dropped', 'takenBack')),
            account TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT;
        CREATE INDEX returnedByState ON returned (state, pack, number);
        CREATE VIEW packsText (row, search) AS SELECT rowid, search || char(10, 10) FROM packs;
        CREATE VIRTUAL TABLE packsSearch USING fts5
            (search, content='packsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE packsTerms USING fts5vocab (packsSearch, instance);
        INSERT INTO packsSearch (packsSearch) VALUES ('rebuild');
        INSERT INTO counters (name, value) VALUES ('packs', 0);
        CREATE TRIGGER packsCountUp AFTER INSERT ON packs BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'packs';
        END;
        CREATE TRIGGER packsCountDown AFTER DELETE ON packs BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'packs';
        END;

        """
}
