/// The tables of Arbaeen: seasons, service points, their shifts, supplies and tallies: a step of the file.
///
/// Times of shifts and tallies stand as the clocks of their place show them, with their offset, and beside that in
/// seconds of absolute time: only these can be compared between two countries, and across a change to summer time.
extension Schema {
    static let arbaeen = [
        seasonTables, pointTables, shiftTables, supplyTables, tallyTables, pointNeeds,
        listedParts("seasons"), listedParts("points"), listedParts("shifts"), listedParts("supplies"),
        listedParts("tallies"),
    ].joined()

    private static func listedParts(_ table: String) -> String { searchByAnyLength(table) + counter(table) }

    private static let seasonTables = """
        CREATE TABLE seasons (
            \(record),
            year INTEGER NOT NULL UNIQUE CHECK (year > 0),
            announcements TEXT NOT NULL CHECK (json_valid(announcements)),
            \(listed)
        ) STRICT;
        CREATE INDEX seasonsByName ON seasons (nameKey);

        """

    private static let pointTables = """
        CREATE TABLE points (
            \(record),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('border', 'route')),
            country TEXT NOT NULL CHECK (country IN ('IR', 'IQ')),
            pole INTEGER CHECK (pole > 0),
            services TEXT NOT NULL CHECK (json_array_length(services) > 0),
            season INTEGER NOT NULL REFERENCES seasons (year),
            permit TEXT,
            validUntil TEXT,
            openedOn TEXT,
            closedOn TEXT CHECK (closedOn >= openedOn),
            state TEXT NOT NULL CHECK (state IN ('planned', 'licensed', 'open', 'closed')),
            \(listed),
            openNeeds INTEGER NOT NULL DEFAULT 0,
            openIncidents INTEGER NOT NULL DEFAULT 0,
            alarms INTEGER NOT NULL DEFAULT 0,
            CHECK ((permit IS NULL) = (validUntil IS NULL)),
            CHECK (state = 'planned' OR permit IS NOT NULL),
            CHECK ((openedOn IS NOT NULL) = (state IN ('open', 'closed'))),
            CHECK ((closedOn IS NOT NULL) = (state = 'closed'))
        ) STRICT;
        CREATE INDEX pointsByName ON points (nameKey);
        CREATE INDEX pointsByState ON points (state, code);
        CREATE INDEX pointsBySeason ON points (season, country);

        """

    private static let shiftTables = """
        CREATE TABLE shifts (
            \(record),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            point TEXT NOT NULL REFERENCES points (code),
            "from" TEXT NOT NULL,
            "to" TEXT NOT NULL,
            roles TEXT NOT NULL CHECK (json_array_length(roles) > 0),
            groups TEXT NOT NULL CHECK (json_valid(groups)),
            state TEXT NOT NULL CHECK (state IN ('planned', 'cancelled')),
            \(listed),
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL CHECK (ends > begins),
            needed INTEGER NOT NULL CHECK (needed > 0),
            present INTEGER NOT NULL CHECK (present >= 0)
        ) STRICT;
        CREATE INDEX shiftsByName ON shifts (nameKey);
        CREATE INDEX shiftsByStart ON shifts (begins, point, ends, needed, present) WHERE state = 'planned';
        CREATE INDEX shiftsOfPoint ON shifts (point, begins, ends, needed, present) WHERE state = 'planned';
        CREATE INDEX shiftsByPoint ON shifts (point);
        CREATE INDEX shiftGaps ON shifts (begins, point) WHERE state = 'planned' AND present < needed;
        CREATE INDEX shiftGapsOfPoint ON shifts (point, begins) WHERE state = 'planned' AND present < needed;
        CREATE TABLE shiftGroups (
            "group" TEXT NOT NULL REFERENCES groups (code),
            begins INTEGER NOT NULL,
            shift TEXT NOT NULL REFERENCES shifts (code) ON DELETE CASCADE,
            ends INTEGER NOT NULL,
            headcount INTEGER NOT NULL CHECK (headcount > 0),
            state TEXT NOT NULL,
            PRIMARY KEY ("group", begins, shift)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX shiftGroupsByShift ON shiftGroups (shift);
        CREATE INDEX shiftGroupsByStart ON shiftGroups (begins, "group");
        CREATE TRIGGER shiftsTakeGroups AFTER INSERT ON shifts BEGIN
            \(takeShiftGroups)
        END;
        CREATE TRIGGER shiftsChangeGroups AFTER UPDATE OF groups, begins, ends, state ON shifts
        WHEN new.groups <> old.groups OR new.begins <> old.begins OR new.ends <> old.ends OR new.state <> old.state
        BEGIN
            DELETE FROM shiftGroups WHERE shift = new.code;
            \(takeShiftGroups)
        END;

        """

    private static let takeShiftGroups = """
        INSERT INTO shiftGroups ("group", begins, shift, ends, headcount, state)
            SELECT value ->> 'group', new.begins, new.code, new.ends, value ->> 'headcount', new.state
            FROM json_each(new.groups);
        """

    private static let supplyTables = """
        CREATE TABLE supplies (
            \(record),
            point TEXT NOT NULL REFERENCES points (code),
            item TEXT NOT NULL CHECK (item <> ''),
            unit TEXT NOT NULL CHECK (unit <> ''),
            stock INTEGER NOT NULL CHECK (stock >= 0),
            reorderLevel INTEGER CHECK (reorderLevel >= 0),
            reordered INTEGER NOT NULL CHECK (reordered IN (0, 1)),
            \(listed),
            key TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX suppliesByName ON supplies (nameKey);
        CREATE INDEX suppliesOfPoint ON supplies (point, nameKey, stock, reorderLevel);

        """

    private static let tallyTables = """
        CREATE TABLE tallies (
            \(record),
            point TEXT NOT NULL REFERENCES points (code),
            service TEXT NOT NULL
                CHECK (service IN ('food', 'water', 'lodging', 'medical', 'cultural', 'repair', 'lostPersons')),
            hour TEXT NOT NULL,
            served INTEGER NOT NULL CHECK (served >= 0),
            men INTEGER CHECK (men >= 0),
            women INTEGER CHECK (women >= 0),
            \(listed),
            key TEXT NOT NULL UNIQUE,
            begins INTEGER NOT NULL,
            CHECK (men IS NULL AND women IS NULL OR men + women = served)
        ) STRICT;
        CREATE INDEX talliesByName ON tallies (nameKey);
        CREATE INDEX talliesOfPoint ON tallies (point, begins, service, served);

        """

    /// Needs and incidents of points: columns of tables that came before the points did, so that triggers hold them to
    /// points that are there. How many are open stands in the point's own row.
    private static let pointNeeds =
        ["needs", "incidents"].map { table in
            """
            CREATE INDEX \(table)ByPoint ON \(table) (point, state) WHERE point IS NOT NULL;
            CREATE TRIGGER \(table)HavePoint BEFORE INSERT ON \(table)
            WHEN new.point IS NOT NULL AND NOT EXISTS (SELECT 1 FROM points WHERE code = new.point)
            BEGIN SELECT RAISE(ABORT, '\(table) belong to a point that is there'); END;
            CREATE TRIGGER pointsKeep\(table) BEFORE DELETE ON points
            WHEN EXISTS (SELECT 1 FROM \(table) WHERE point = old.code)
            BEGIN SELECT RAISE(ABORT, 'a point with \(table) stays'); END;

            """
        }.joined()
        + summary(
            "Point", "needs", "point", "openNeeds = (SELECT count(*) FROM needs WHERE point = code AND state = 'open')")
        + summary(
            "Point", "incidents", "point",
            """
            (openIncidents, alarms) = (SELECT count(*), ifnull(sum(severity <> 'minor'), 0)
                FROM incidents WHERE point = code AND state = 'open')
            """)
}
