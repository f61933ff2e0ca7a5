extension Steps {
    /// The congress's guests.
    ///
    /// How many guests of an edition are in which state, how many seats they have and how many of them are inside
    /// stands in a row of its own, kept by triggers in the same transaction, so that a door reads one row instead of
    /// counting.
    static let guests = """
        CREATE TABLE guests (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            congress TEXT NOT NULL REFERENCES congresses (year),
            name TEXT NOT NULL CHECK (name <> ''),
            title TEXT,
            category TEXT NOT NULL
                CHECK (category IN ('national', 'provincial', 'military', 'family', 'group', 'other')),
            rank INTEGER NOT NULL CHECK (rank > 0),
            companions INTEGER NOT NULL CHECK (companions >= 0),
            state TEXT NOT NULL CHECK
                (state IN ('draft', 'sent', 'accepted', 'declined', 'revoked', 'checkedIn', 'checkedOut')),
            revokedAt TEXT,
            revokedFor TEXT,
            scans TEXT NOT NULL CHECK (json_valid(scans)),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            inside INTEGER NOT NULL CHECK (inside >= 0),
            CHECK ((state = 'revoked') = (revokedAt IS NOT NULL)),
            CHECK (state NOT IN ('checkedIn', 'checkedOut') OR (state = 'checkedIn') = (inside > 0))
        ) STRICT;
        CREATE INDEX guestsByName ON guests (nameKey);
        CREATE INDEX guestsByCongress ON guests (congress);
        CREATE TABLE guestCounts (
            congress TEXT NOT NULL REFERENCES congresses (year) ON DELETE CASCADE,
            state TEXT NOT NULL,
            guests INTEGER NOT NULL,
            seats INTEGER NOT NULL,
            guestsInside INTEGER NOT NULL,
            inside INTEGER NOT NULL,
            PRIMARY KEY (congress, state)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER guestsCountInsert AFTER INSERT ON guests BEGIN
        INSERT INTO guestCounts VALUES (new.congress, new.state, 1, 1 + new.companions, new.inside > 0, new.inside)
            ON CONFLICT DO UPDATE SET guests = guests + 1, seats = seats + excluded.seats,
                guestsInside = guestsInside + excluded.guestsInside, inside = inside + excluded.inside;
        END;
        CREATE TRIGGER guestsCountUpdate AFTER UPDATE ON guests BEGIN
        UPDATE guestCounts SET guests = guests - 1, seats = seats - 1 - old.companions,
            guestsInside = guestsInside - (old.inside > 0), inside = inside - old.inside
            WHERE congress = old.congress AND state = old.state;INSERT INTO guestCounts VALUES (new.congress, new.state, 1, 1 + new.companions, new.inside > 0, new.inside)
            ON CONFLICT DO UPDATE SET guests = guests + 1, seats = seats + excluded.seats,
                guestsInside = guestsInside + excluded.guestsInside, inside = inside + excluded.inside;
        END;
        CREATE TRIGGER guestsCountDelete AFTER DELETE ON guests BEGIN
        UPDATE guestCounts SET guests = guests - 1, seats = seats - 1 - old.companions,
            guestsInside = guestsInside - (old.inside > 0), inside = inside - old.inside
            WHERE congress = old.congress AND state = old.state;
        END;
        INSERT INTO counters (name, value) VALUES ('guests', 0);
        CREATE TRIGGER guestsCountUp AFTER INSERT ON guests BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'guests';
        END;
        CREATE TRIGGER guestsCountDown AFTER DELETE ON guests BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'guests';
        END;
        CREATE VIEW guestsText (row, search) AS SELECT rowid, search || char(10, 10) FROM guests;
        CREATE VIRTUAL TABLE guestsSearch USING fts5
            (search, content='guestsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE guestsTerms USING fts5vocab (guestsSearch, instance);
        INSERT INTO guestsSearch (guestsSearch) VALUES ('rebuild');

        """
}
