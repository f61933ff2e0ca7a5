extension Steps {
    /// Institutions, what they promise and what came of it, and their spiritual support.
    ///
    /// The sums of a pledge stand in its own row, those of a need in the need's: triggers compute them anew from all its
    /// lines, in the same transaction, so that they never depend on what they were before. `worst`, `dayKey`, `nameKey` and
    /// `placeKey` are the orders of the board; `matchKey` tells needs of one item and unit. `isOpen` has indexes of its own,
    /// because for `state = 'open'` SQLite would take the one by state, and sort. What is delivered without having been
    /// dispatched would refer to a row that there cannot be, which the file refuses when the transaction ends: within it
    /// lines come and go in any order.
    static let support = """
        CREATE TABLE institutions (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            custodian INTEGER NOT NULL CHECK (custodian IN (0, 1)),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX institutionsByName ON institutions (nameKey);
        CREATE VIEW institutionsText (row, search) AS SELECT rowid, search || char(10, 10) FROM institutions;
        CREATE VIRTUAL TABLE institutionsSearch USING fts5
            (search, content='institutionsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE institutionsTerms USING fts5vocab (institutionsSearch, instance);
        INSERT INTO counters (name, value) VALUES ('institutions', 0);
        CREATE TRIGGER institutionsCountUp AFTER INSERT ON institutions BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'institutions';
        END;
        CREATE TRIGGER institutionsCountDown AFTER DELETE ON institutions BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'institutions';
        END;
        CREATE TABLE excesses (row INTEGER PRIMARY KEY CHECK (row < 0)) STRICT;
        CREATE TABLE pledges (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            need TEXT NOT NULL REFERENCES needs (code),
            institution TEXT NOT NULL REFERENCES institutions (code),
            quantity INTEGER NOT NULL CHECK (quantity >= 0),
            dueBy TEXT,
            reason TEXT,
            movedFrom TEXT,
            account TEXT NOT NULL,
            at TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pledged', 'withdrawn', 'moved')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            moment INTEGER NOT NULL,
            dispatched INTEGER NOT NULL DEFAULT 0,
            delivered INTEGER NOT NULL DEFAULT 0,
            confirmed INTEGER NOT NULL DEFAULT 0,
            words INTEGER NOT NULL DEFAULT 0,
            heard INTEGER NOT NULL DEFAULT 0,
            awaited INTEGER NOT NULL DEFAULT 0 CHECK (awaited IN (0, 1)),
            due TEXT,
            excess INTEGER REFERENCES excesses (row) DEFERRABLE INITIALLY DEFERRED,
            inDoubt INTEGER NOT NULL DEFAULT 0 CHECK (inDoubt IN (0, 1)),
            CHECK ((quantity = 0) = (state = 'moved')),
            CHECK ((reason IS NOT NULL) = (state = 'withdrawn'))
        ) STRICT;
        CREATE INDEX pledgesOfNeed ON pledges (need, code);
        CREATE INDEX pledgesOfInstitution ON pledges
            (institution, awaited, due, state, heard, quantity, delivered, confirmed, words, need);
        CREATE INDEX pledgesAwaitedByDue ON pledges (awaited, due, need) WHERE awaited = 1;
        CREATE INDEX pledgesAwaitedByWord ON pledges (awaited, heard, need) WHERE awaited = 1;
        CREATE INDEX pledgesInDoubt ON pledges (inDoubt, need) WHERE inDoubt = 1;
        CREATE INDEX pledgesInExcess ON pledges (excess) WHERE excess IS NOT NULL;
        CREATE INDEX pledgesByName ON pledges (nameKey);
        CREATE VIEW pledgesText (row, search) AS SELECT rowid, search || char(10, 10) FROM pledges;
        CREATE VIRTUAL TABLE pledgesSearch USING fts5
            (search, content='pledgesText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE pledgesTerms USING fts5vocab (pledgesSearch, instance);
        INSERT INTO counters (name, value) VALUES ('pledges', 0);
        CREATE TRIGGER pledgesCountUp AFTER INSERT ON pledges BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'pledges';
        END;
        CREATE TRIGGER pledgesCountDown AFTER DELETE ON pledges BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'pledges';
        END;
        CREATE TABLE supportLines (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            pledge TEXT NOT NULL REFERENCES pledges (code),
            step TEXT NOT NULL CHECK (step IN ('dispatched', 'delivered', 'confirmed')),
            quantity INTEGER NOT NULL CHECK (quantity >= 0),
            "on" TEXT NOT NULL,
            note TEXT,
            account TEXT NOT NULL,
            at TEXT NOT NULL,
            moment INTEGER NOT NULL,
            CHECK (quantity > 0 OR step = 'confirmed')
        ) STRICT;
        CREATE INDEX supportLinesOfPledge ON supportLines (pledge, moment, id, step, quantity);
        CREATE TABLE declines (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            need TEXT NOT NULL REFERENCES needs (code),
            institution TEXT NOT NULL REFERENCES institutions (code),
            reason TEXT NOT NULL CHECK (reason <> ''),
            account TEXT NOT NULL,
            at TEXT NOT NULL,
            moment INTEGER NOT NULL,
            UNIQUE (need, institution)
        ) STRICT;
        CREATE INDEX declinesOfInstitution ON declines (institution, moment);
        CREATE TABLE supports (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            institution TEXT NOT NULL REFERENCES institutions (code),
            camp TEXT REFERENCES camps (code),
            point TEXT REFERENCES points (code),
            "group" TEXT REFERENCES groups (code),
            campaign TEXT,
            congress TEXT REFERENCES congresses (year),
            what TEXT NOT NULL CHECK (what <> ''),
            "on" TEXT NOT NULL,
            outcome TEXT,
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            CHECK ((camp IS NOT NULL) + (point IS NOT NULL) + ("group" IS NOT NULL) + (campaign IS NOT NULL)
                + (congress IS NOT NULL) = 1)
        ) STRICT;
        CREATE INDEX supportsOfInstitution ON supports (institution, "on");
        CREATE INDEX supportsOfCamp ON supports (camp, "on") WHERE camp IS NOT NULL;
        CREATE INDEX supportsOfPoint ON supports (point, "on") WHERE point IS NOT NULL;
        CREATE INDEX supportsOfGroup ON supports ("group", "on") WHERE "group" IS NOT NULL;
        CREATE INDEX supportsOfCampaign ON supports (campaign, "on") WHERE campaign IS NOT NULL;
        CREATE INDEX supportsOfCongress ON supports (congress, "on") WHERE congress IS NOT NULL;
        CREATE INDEX supportsByName ON supports (nameKey);
        CREATE VIEW supportsText (row, search) AS SELECT rowid, search || char(10, 10) FROM supports;
        CREATE VIRTUAL TABLE supportsSearch USING fts5
            (search, content='supportsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE supportsTerms USING fts5vocab (supportsSearch, instance);
        INSERT INTO counters (name, value) VALUES ('supports', 0);
        CREATE TRIGGER supportsCountUp AFTER INSERT ON supports BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'supports';
        END;
        CREATE TRIGGER supportsCountDown AFTER DELETE ON supports BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'supports';
        END;
        ALTER TABLE needs ADD COLUMN pledged INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE needs ADD COLUMN dispatched INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE needs ADD COLUMN delivered INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE needs ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE needs ADD COLUMN matchKey TEXT NOT NULL DEFAULT '';
        ALTER TABLE needs ADD COLUMN province TEXT;
        ALTER TABLE needs ADD COLUMN placeKey BLOB NOT NULL DEFAULT x'';
        ALTER TABLE needs ADD COLUMN dayKey TEXT NOT NULL DEFAULT '~';
        ALTER TABLE needs ADD COLUMN isOpen INTEGER NOT NULL DEFAULT 0 CHECK (isOpen IN (0, 1));
        ALTER TABLE needs ADD COLUMN worst INTEGER NOT NULL DEFAULT 0;
        UPDATE needs SET worst =
                (pledged > 0) * 1000000000000000
                + (1000000 - (max(quantity - delivered, 0) * 1000000 + quantity - 1) / quantity) * 100000000
                + ifnull(CAST(replace(neededBy, '-', '') AS INTEGER), 99999999);
        CREATE INDEX needsOpenByWorst ON needs (isOpen, worst) WHERE isOpen = 1;
        CREATE INDEX needsOpenByDay ON needs (isOpen, dayKey) WHERE isOpen = 1;
        CREATE INDEX needsOpenByItem ON needs (isOpen, nameKey) WHERE isOpen = 1;
        CREATE INDEX needsOpenByPlace ON needs (isOpen, placeKey) WHERE isOpen = 1;
        CREATE INDEX needsOpenInProvince ON needs (isOpen, province) WHERE isOpen = 1;
        CREATE INDEX needsOpenByMatch ON needs (isOpen, matchKey, dayKey, pledged, quantity) WHERE isOpen = 1;
        CREATE INDEX needsOpenBySums ON needs (isOpen, pledged, quantity, delivered, dayKey) WHERE isOpen = 1;
        CREATE TRIGGER supportLinesAdd AFTER INSERT ON supportLines BEGIN
            UPDATE pledges SET (dispatched, delivered, confirmed, words, heard) = (
                SELECT ifnull(sum(quantity) FILTER (WHERE step = 'dispatched'), 0),
                    ifnull(sum(quantity) FILTER (WHERE step = 'delivered'), 0),
                    ifnull(sum(quantity) FILTER (WHERE step = 'confirmed'), 0),
                    count(*) FILTER (WHERE step = 'confirmed'), max(pledges.moment, ifnull(max(l.moment), 0))
                FROM supportLines l WHERE l.pledge = new.pledge) WHERE code = new.pledge;
        END;
        CREATE TRIGGER supportLinesChange AFTER UPDATE ON supportLines BEGIN
            UPDATE pledges SET (dispatched, delivered, confirmed, words, heard) = (
                SELECT ifnull(sum(quantity) FILTER (WHERE step = 'dispatched'), 0),
                    ifnull(sum(quantity) FILTER (WHERE step = 'delivered'), 0),
                    ifnull(sum(quantity) FILTER (WHERE step = 'confirmed'), 0),
                    count(*) FILTER (WHERE step = 'confirmed'), max(pledges.moment, ifnull(max(l.moment), 0))
                FROM supportLines l WHERE l.pledge = new.pledge) WHERE code = new.pledge;
        END;
        CREATE TRIGGER supportLinesTake AFTER DELETE ON supportLines BEGIN
            UPDATE pledges SET (dispatched, delivered, confirmed, words, heard) = (
                SELECT ifnull(sum(quantity) FILTER (WHERE step = 'dispatched'), 0),
                    ifnull(sum(quantity) FILTER (WHERE step = 'delivered'), 0),
                    ifnull(sum(quantity) FILTER (WHERE step = 'confirmed'), 0),
                    count(*) FILTER (WHERE step = 'confirmed'), max(pledges.moment, ifnull(max(l.moment), 0))
                FROM supportLines l WHERE l.pledge = old.pledge) WHERE code = old.pledge;
        END;
        CREATE TRIGGER pledgesAdd AFTER INSERT ON pledges BEGIN
            UPDATE pledges SET (dispatched, delivered, confirmed, words, heard) = (
                SELECT ifnull(sum(quantity) FILTER (WHERE step = 'dispatched'), 0),
                    ifnull(sum(quantity) FILTER (WHERE step = 'delivered'), 0),
                    ifnull(sum(quantity) FILTER (WHERE step = 'confirmed'), 0),
                    count(*) FILTER (WHERE step = 'confirmed'), max(pledges.moment, ifnull(max(l.moment), 0))
                FROM supportLines l WHERE l.pledge = new.code) WHERE code = new.code;
        END;
        CREATE TRIGGER pledgesChange AFTER UPDATE OF need, quantity, dueBy, state, moment ON pledges BEGIN
            UPDATE pledges SET (dispatched, delivered, confirmed, words, heard) = (
                SELECT ifnull(sum(quantity) FILTER (WHERE step = 'dispatched'), 0),
                    ifnull(sum(quantity) FILTER (WHERE step = 'delivered'), 0),
                    ifnull(sum(quantity) FILTER (WHERE step = 'confirmed'), 0),
                    count(*) FILTER (WHERE step = 'confirmed'), max(pledges.moment, ifnull(max(l.moment), 0))
                FROM supportLines l WHERE l.pledge = new.code) WHERE code = new.code;
        END;
        CREATE TRIGGER pledgesTake AFTER DELETE ON pledges BEGIN
            UPDATE needs SET (pledged, dispatched, delivered, confirmed, worst) = (
                SELECT s.pledged, s.dispatched, s.delivered, s.confirmed,
                (s.pledged > 0) * 1000000000000000
                + (1000000 - (max(needs.quantity - s.delivered, 0) * 1000000 + needs.quantity - 1) / needs.quantity) * 100000000
                + ifnull(CAST(replace(needs.neededBy, '-', '') AS INTEGER), 99999999)
                FROM (
                    SELECT ifnull(sum(CASE state WHEN 'pledged' THEN quantity ELSE delivered END), 0) AS pledged,
                        ifnull(sum(dispatched), 0) AS dispatched, ifnull(sum(delivered), 0) AS delivered,
                        ifnull(sum(confirmed), 0) AS confirmed
                    FROM pledges WHERE need = old.need) s) WHERE code = old.need;
        END;
        CREATE TRIGGER pledgesSums AFTER UPDATE OF dispatched, delivered, confirmed, words, heard ON pledges BEGIN
            UPDATE pledges SET
                awaited = state = 'pledged' AND delivered < quantity
                    AND (SELECT state FROM needs WHERE code = pledges.need) = 'open',
                due = CASE
                    WHEN state = 'pledged' AND delivered < quantity
                        AND (SELECT state FROM needs WHERE code = pledges.need) = 'open'
                    THEN ifnull(dueBy, (SELECT neededBy FROM needs WHERE code = pledges.need)) END,
                inDoubt = words > 0 AND confirmed < delivered,
                excess = CASE WHEN delivered > dispatched THEN 1 END
            WHERE code = new.code;
            UPDATE needs SET (pledged, dispatched, delivered, confirmed, worst) = (
                SELECT s.pledged, s.dispatched, s.delivered, s.confirmed,
                (s.pledged > 0) * 1000000000000000
                + (1000000 - (max(needs.quantity - s.delivered, 0) * 1000000 + needs.quantity - 1) / needs.quantity) * 100000000
                + ifnull(CAST(replace(needs.neededBy, '-', '') AS INTEGER), 99999999)
                FROM (
                    SELECT ifnull(sum(CASE state WHEN 'pledged' THEN quantity ELSE delivered END), 0) AS pledged,
                        ifnull(sum(dispatched), 0) AS dispatched, ifnull(sum(delivered), 0) AS delivered,
                        ifnull(sum(confirmed), 0) AS confirmed
                    FROM pledges WHERE need = new.need) s) WHERE code = new.need;
        END;
        CREATE TRIGGER needsWorstAdd AFTER INSERT ON needs BEGIN
            UPDATE needs SET worst =
                (pledged > 0) * 1000000000000000
                + (1000000 - (max(quantity - delivered, 0) * 1000000 + quantity - 1) / quantity) * 100000000
                + ifnull(CAST(replace(neededBy, '-', '') AS INTEGER), 99999999)
            WHERE code = new.code;
        END;
        CREATE TRIGGER needsWorstChange AFTER UPDATE OF quantity, neededBy ON needs
        WHEN new.quantity <> old.quantity OR new.neededBy IS NOT old.neededBy BEGIN
            UPDATE needs SET worst =
                (pledged > 0) * 1000000000000000
                + (1000000 - (max(quantity - delivered, 0) * 1000000 + quantity - 1) / quantity) * 100000000
                + ifnull(CAST(replace(neededBy, '-', '') AS INTEGER), 99999999)
            WHERE code = new.code;
        END;
        CREATE TRIGGER needsAwaiting AFTER UPDATE OF state, neededBy ON needs
        WHEN new.state <> old.state OR new.neededBy IS NOT old.neededBy BEGIN
            UPDATE pledges SET
                awaited = state = 'pledged' AND delivered < quantity AND new.state = 'open',
                due = CASE WHEN state = 'pledged' AND delivered < quantity AND new.state = 'open'
                    THEN ifnull(dueBy, new.neededBy) END
            WHERE need = new.code;
        END;

        """
}
