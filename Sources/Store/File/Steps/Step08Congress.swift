extension Steps {
    /// The congress's editions and their halls.
    static let congress = """
        CREATE TABLE congresses (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            year TEXT NOT NULL UNIQUE CHECK (length(year) = 4),
            number INTEGER NOT NULL CHECK (number > 0),
            city TEXT NOT NULL CHECK (city <> ''),
            venue TEXT NOT NULL CHECK (venue <> ''),
            "from" TEXT NOT NULL,
            "to" TEXT NOT NULL CHECK ("to" >= "from"),
            previousCity TEXT,
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX congressesByName ON congresses (nameKey);
        CREATE TABLE halls (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            congress TEXT NOT NULL REFERENCES congresses (year),
            name TEXT NOT NULL CHECK (name <> ''),
            seats INTEGER NOT NULL CHECK (seats > 0),
            turnaround INTEGER NOT NULL CHECK (turnaround >= 0),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX hallsByName ON halls (nameKey);
        CREATE INDEX hallsByCongress ON halls (congress, seats);
        INSERT INTO counters (name, value) VALUES ('congresses', 0);
        CREATE TRIGGER congressesCountUp AFTER INSERT ON congresses BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'congresses';
        END;
        CREATE TRIGGER congressesCountDown AFTER DELETE ON congresses BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'congresses';
        END;
        INSERT INTO counters (name, value) VALUES ('halls', 0);
        CREATE TRIGGER hallsCountUp AFTER INSERT ON halls BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'halls';
        END;
        CREATE TRIGGER hallsCountDown AFTER DELETE ON halls BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'halls';
        END;
        CREATE VIEW congressesText (row, search) AS SELECT rowid, search || char(10, 10) FROM congresses;
        CREATE VIRTUAL TABLE congressesSearch USING fts5
            (search, content='congressesText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE congressesTerms USING fts5vocab (congressesSearch, instance);
        INSERT INTO congressesSearch (congressesSearch) VALUES ('rebuild');
        CREATE VIEW hallsText (row, search) AS SELECT rowid, search || char(10, 10) FROM halls;
        CREATE VIRTUAL TABLE hallsSearch USING fts5
            (search, content='hallsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE hallsTerms USING fts5vocab (hallsSearch, instance);
        INSERT INTO hallsSearch (hallsSearch) VALUES ('rebuild');

        """
}
