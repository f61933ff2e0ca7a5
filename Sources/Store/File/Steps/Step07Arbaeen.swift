extension Steps {
    /// Seasons, service points, their shifts, supplies and tallies.
    ///
    /// Times of shifts and tallies stand as the clocks of their place show them, with their offset, and beside that in
    /// seconds of absolute time: only these can be compared between two countries, and across a change to summer time.
    /// Needs and incidents had a column for points before there were any, so triggers do the work of a foreign key
    /// there; how many are open stands in the point's own row.
    static let arbaeen = """
        CREATE TABLE seasons (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            year INTEGER NOT NULL UNIQUE CHECK (year > 0),
            announcements TEXT NOT NULL CHECK (json_valid(announcements)),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX seasonsByName ON seasons (nameKey);
        CREATE TABLE points (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
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
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
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
        CREATE TABLE shifts (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            point TEXT NOT NULL REFERENCES points (code),
            "from" TEXT NOT NULL,
            "to" TEXT NOT NULL,
            roles TEXT NOT NULL CHECK (json_array_length(roles) > 0),
            groups TEXT NOT NULL CHECK (json_valid(groups)),
            state TEXT NOT NULL CHECK (state IN ('planned', 'cancelled')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
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
            INSERT INTO shiftGroups ("group", begins, shift, ends, headcount, state)
            SELECT value ->> 'group', new.begins, new.code, new.ends, value ->> 'headcount', new.state
            FROM json_each(new.groups);
        END;
        CREATE TRIGGER shiftsChangeGroups AFTER UPDATE OF groups, begins, ends, state ON shifts
        WHEN new.groups <> old.groups OR new.begins <> old.begins OR new.ends <> old.ends OR new.state <> old.state
        BEGIN
            DELETE FROM shiftGroups WHERE shift = new.code;
            INSERT INTO shiftGroups ("group", begins, shift, ends, headcount, state)
            SELECT value ->> 'group', new.begins, new.code, new.ends, value ->> 'headcount', new.state
            FROM json_each(new.groups);
        END;
        CREATE TABLE supplies (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            point TEXT NOT NULL REFERENCES points (code),
            item TEXT NOT NULL CHECK (item <> ''),
            unit TEXT NOT NULL CHECK (unit <> ''),
            stock INTEGER NOT NULL CHECK (stock >= 0),
            reorderLevel INTEGER CHECK (reorderLevel >= 0),
            reordered INTEGER NOT NULL CHECK (reordered IN (0, 1)),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX suppliesByName ON supplies (nameKey);
        CREATE INDEX suppliesOfPoint ON supplies (point, nameKey, stock, reorderLevel);
        CREATE TABLE tallies (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            point TEXT NOT NULL REFERENCES points (code),
            service TEXT NOT NULL
                CHECK (service IN ('food', 'water', 'lodging', 'medical', 'cultural', 'repair', 'lostPersons')),
            hour TEXT NOT NULL,
            served INTEGER NOT NULL CHECK (served >= 0),
            men INTEGER CHECK (men >= 0),
            women INTEGER CHECK (women >= 0),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,
            begins INTEGER NOT NULL,
            CHECK (men IS NULL AND women IS NULL OR men + women = served)
        ) STRICT;
        CREATE INDEX talliesByName ON tallies (nameKey);
        CREATE INDEX talliesOfPoint ON tallies (point, begins, service, served);
        CREATE INDEX needsByPoint ON needs (point, state) WHERE point IS NOT NULL;
        CREATE TRIGGER needsHavePoint BEFORE INSERT ON needs
        WHEN new.point IS NOT NULL AND NOT EXISTS (SELECT 1 FROM points WHERE code = new.point)
        BEGIN SELECT RAISE(ABORT, 'needs belong to a point that is there'); END;
        CREATE TRIGGER pointsKeepneeds BEFORE DELETE ON points
        WHEN EXISTS (SELECT 1 FROM needs WHERE point = old.code)
        BEGIN SELECT RAISE(ABORT, 'a point with needs stays'); END;
        CREATE INDEX incidentsByPoint ON incidents (point, state) WHERE point IS NOT NULL;
        CREATE TRIGGER incidentsHavePoint BEFORE INSERT ON incidents
        WHEN new.point IS NOT NULL AND NOT EXISTS (SELECT 1 FROM points WHERE code = new.point)
        BEGIN SELECT RAISE(ABORT, 'incidents belong to a point that is there'); END;
        CREATE TRIGGER pointsKeepincidents BEFORE DELETE ON points
        WHEN EXISTS (SELECT 1 FROM incidents WHERE point = old.code)
        BEGIN SELECT RAISE(ABORT, 'a point with incidents stays'); END;
        CREATE TRIGGER needsPointSummaryInsert AFTER INSERT ON needs WHEN new.point IS NOT NULL BEGIN
            UPDATE points SET openNeeds = (SELECT count(*) FROM needs WHERE point = new.point AND state = 'open') WHERE code = new.point;
        END;
        CREATE TRIGGER needsPointSummaryUpdate AFTER UPDATE ON needs WHEN new.point IS NOT NULL BEGIN
            UPDATE points SET openNeeds = (SELECT count(*) FROM needs WHERE point = new.point AND state = 'open') WHERE code = new.point;
        END;
        CREATE TRIGGER needsPointSummaryDelete AFTER DELETE ON needs WHEN old.point IS NOT NULL BEGIN
            UPDATE points SET openNeeds = (SELECT count(*) FROM needs WHERE point = old.point AND state = 'open') WHERE code = old.point;
        END;
        CREATE TRIGGER incidentsPointSummaryInsert AFTER INSERT ON incidents WHEN new.point IS NOT NULL BEGIN
            UPDATE points SET (openIncidents, alarms) = (SELECT count(*), ifnull(sum(severity <> 'minor'), 0)
            FROM incidents WHERE point = new.point AND state = 'open') WHERE code = new.point;
        END;
        CREATE TRIGGER incidentsPointSummaryUpdate AFTER UPDATE ON incidents WHEN new.point IS NOT NULL BEGIN
            UPDATE points SET (openIncidents, alarms) = (SELECT count(*), ifnull(sum(severity <> 'minor'), 0)
            FROM incidents WHERE point = new.point AND state = 'open') WHERE code = new.point;
        END;
        CREATE TRIGGER incidentsPointSummaryDelete AFTER DELETE ON incidents WHEN old.point IS NOT NULL BEGIN
            UPDATE points SET (openIncidents, alarms) = (SELECT count(*), ifnull(sum(severity <> 'minor'), 0)
            FROM incidents WHERE point = old.point AND state = 'open') WHERE code = old.point;
        END;
        CREATE VIEW seasonsText (row, search) AS SELECT rowid, search || char(10, 10) FROM seasons;
        CREATE VIRTUAL TABLE seasonsSearch USING fts5
            (search, content='seasonsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE seasonsTerms USING fts5vocab (seasonsSearch, instance);
        INSERT INTO seasonsSearch (seasonsSearch) VALUES ('rebuild');
        INSERT INTO counters (name, value) VALUES ('seasons', 0);
        CREATE TRIGGER seasonsCountUp AFTER INSERT ON seasons BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'seasons';
        END;
        CREATE TRIGGER seasonsCountDown AFTER DELETE ON seasons BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'seasons';
        END;
        CREATE VIEW pointsText (row, search) AS SELECT rowid, search || char(10, 10) FROM points;
        CREATE VIRTUAL TABLE pointsSearch USING fts5
            (search, content='pointsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE pointsTerms USING fts5vocab (pointsSearch, instance);
        INSERT INTO pointsSearch (pointsSearch) VALUES ('rebuild');
        INSERT INTO counters (name, value) VALUES ('points', 0);
        CREATE TRIGGER pointsCountUp AFTER INSERT ON points BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'points';
        END;
        CREATE TRIGGER pointsCountDown AFTER DELETE ON points BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'points';
        END;
        CREATE VIEW shiftsText (row, search) AS SELECT rowid, search || char(10, 10) FROM shifts;
        CREATE VIRTUAL TABLE shiftsSearch USING fts5
            (search, content='shiftsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE shiftsTerms USING fts5vocab (shiftsSearch, instance);
        INSERT INTO shiftsSearch (shiftsSearch) VALUES ('rebuild');
        INSERT INTO counters (name, value) VALUES ('shifts', 0);
        CREATE TRIGGER shiftsCountUp AFTER INSERT ON shifts BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'shifts';
        END;
        CREATE TRIGGER shiftsCountDown AFTER DELETE ON shifts BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'shifts';
        END;
        CREATE VIEW suppliesText (row, search) AS SELECT rowid, search || char(10, 10) FROM supplies;
        CREATE VIRTUAL TABLE suppliesSearch USING fts5
            (search, content='suppliesText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE suppliesTerms USING fts5vocab (suppliesSearch, instance);
        INSERT INTO suppliesSearch (suppliesSearch) VALUES ('rebuild');
        INSERT INTO counters (name, value) VALUES ('supplies', 0);
        CREATE TRIGGER suppliesCountUp AFTER INSERT ON supplies BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'supplies';
        END;
        CREATE TRIGGER suppliesCountDown AFTER DELETE ON supplies BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'supplies';
        END;
        CREATE VIEW talliesText (row, search) AS SELECT rowid, search || char(10, 10) FROM tallies;
        CREATE VIRTUAL TABLE talliesSearch USING fts5
            (search, content='talliesText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE talliesTerms USING fts5vocab (talliesSearch, instance);
        INSERT INTO talliesSearch (talliesSearch) VALUES ('rebuild');
        INSERT INTO counters (name, value) VALUES ('tallies', 0);
        CREATE TRIGGER talliesCountUp AFTER INSERT ON tallies BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'tallies';
        END;
        CREATE TRIGGER talliesCountDown AFTER DELETE ON tallies BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'tallies';
        END;

        """
}
