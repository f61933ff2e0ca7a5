/// The table of the congress's guests: a step of the file.
///
/// How many guests of an edition are in which state, how many seats they have and how many of them are inside stands in
/// a row of its own, kept by triggers in the same transaction: a door counts nobody.
extension Schema {
    static let guests = guestTable + guestCounts + counter("guests") + searchByAnyLength("guests")

    private static let guestTable = """
        CREATE TABLE guests (
            \(record),
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
            \(listed),
            inside INTEGER NOT NULL CHECK (inside >= 0),
            CHECK ((state = 'revoked') = (revokedAt IS NOT NULL)),
            CHECK (state NOT IN ('checkedIn', 'checkedOut') OR (state = 'checkedIn') = (inside > 0))
        ) STRICT;
        CREATE INDEX guestsByName ON guests (nameKey);
        CREATE INDEX guestsByCongress ON guests (congress);

        """

    private static let guestCounts =
        """
        CREATE TABLE guestCounts (
            congress TEXT NOT NULL REFERENCES congresses (year) ON DELETE CASCADE,
            state TEXT NOT NULL,
            guests INTEGER NOT NULL,
            seats INTEGER NOT NULL,
            guestsInside INTEGER NOT NULL,
            inside INTEGER NOT NULL,
            PRIMARY KEY (congress, state)
        ) STRICT, WITHOUT ROWID;

        """
        + [("Insert", "INSERT", [up]), ("Update", "UPDATE", [down, up]), ("Delete", "DELETE", [down])].map {
            """
            CREATE TRIGGER guestsCount\($0) AFTER \($1) ON guests BEGIN
            \($2.joined())
            END;

            """
        }.joined()

    private static let up = """
        INSERT INTO guestCounts VALUES (new.congress, new.state, 1, 1 + new.companions, new.inside > 0, new.inside)
            ON CONFLICT DO UPDATE SET guests = guests + 1, seats = seats + excluded.seats,
                guestsInside = guestsInside + excluded.guestsInside, inside = inside + excluded.inside;
        """
    private static let down = """
        UPDATE guestCounts SET guests = guests - 1, seats = seats - 1 - old.companions,
            guestsInside = guestsInside - (old.inside > 0), inside = inside - old.inside
            WHERE congress = old.congress AND state = old.state;
        """
}
