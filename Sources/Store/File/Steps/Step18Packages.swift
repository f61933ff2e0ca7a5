extension Steps {
    /// Campaigns of livelihood packages, their stock, the households and what they got.
    ///
    /// `stocks` holds what the lines and deliveries of a campaign come to at each base and in its store (the empty base);
    /// triggers count each of them in and out, and the sums of the whole campaign in one statement with it, so that both
    /// close at every moment or the statement fails. What is taken from a place that does not hold it would refer to a row
    /// that there cannot be, which the file refuses when the command ends: within it lines come and go in any order.
    /// `servedPeople` holds each person, and each household, once in a campaign, unless another package was answered for or
    /// handed out where nobody could know (`again`): of such one comes first only where there is no other. `lastBase` is where a household was served, or missed, last.
    static let packages =
        """
        ALTER TABLE packs ADD COLUMN campaign TEXT;
        CREATE TABLE servedElsewhere (
            campaign TEXT NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (campaign, hash)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX needsOfCampaign ON needs (campaign) WHERE campaign IS NOT NULL;
        CREATE TABLE campaigns (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            title TEXT NOT NULL CHECK (title <> ''),
            "from" TEXT NOT NULL,
            "to" TEXT NOT NULL,
            target INTEGER NOT NULL CHECK (target > 0),
            contents TEXT,
            worth INTEGER CHECK (worth >= 0),
            state TEXT NOT NULL CHECK (state IN ('open', 'reconciled', 'closed')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            received INTEGER NOT NULL DEFAULT 0,
            inStore INTEGER NOT NULL DEFAULT 0,
            atBases INTEGER NOT NULL DEFAULT 0,
            delivered INTEGER NOT NULL DEFAULT 0,
            damaged INTEGER NOT NULL DEFAULT 0,
            missing INTEGER NOT NULL DEFAULT 0,
            served INTEGER NOT NULL DEFAULT 0,
            missed INTEGER NOT NULL DEFAULT 0,
            CHECK ("from" <= "to"),
            CHECK (received = inStore + atBases + delivered + damaged + missing)
        ) STRICT;
        CREATE INDEX campaignsByName ON campaigns (nameKey);
        CREATE VIEW campaignsText (row, search) AS SELECT rowid, search || char(10, 10) FROM campaigns;
        CREATE VIRTUAL TABLE campaignsSearch USING fts5
            (search, content='campaignsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE campaignsTerms USING fts5vocab (campaignsSearch, instance);
        INSERT INTO counters (name, value) VALUES ('campaigns', 0);
        CREATE TRIGGER campaignsCountUp AFTER INSERT ON campaigns BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'campaigns';
        END;
        CREATE TRIGGER campaignsCountDown AFTER DELETE ON campaigns BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'campaigns';
            DELETE FROM stocks WHERE campaign = old.code;
            DELETE FROM deliveryDays WHERE campaign = old.code;
        END;
        CREATE TABLE stocks (
            campaign TEXT NOT NULL,
            base TEXT NOT NULL,
            received INTEGER NOT NULL DEFAULT 0,
            allocated INTEGER NOT NULL DEFAULT 0,
            returned INTEGER NOT NULL DEFAULT 0,
            delivered INTEGER NOT NULL DEFAULT 0,
            damaged INTEGER NOT NULL DEFAULT 0,
            missing INTEGER NOT NULL DEFAULT 0,
            brought INTEGER NOT NULL DEFAULT 0,
            held INTEGER NOT NULL DEFAULT 0,
            heard INTEGER NOT NULL DEFAULT 0,
            excess INTEGER REFERENCES excesses (row) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (campaign, base),
            CHECK (held = CASE base WHEN '' THEN received + returned - allocated - damaged - missing
                ELSE allocated - returned - delivered - damaged - missing END),
            CHECK (CASE base WHEN '' THEN delivered ELSE received END = 0)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX stocksInExcess ON stocks (excess) WHERE excess IS NOT NULL;
        CREATE TABLE deliveryDays (
            campaign TEXT NOT NULL,
            base TEXT NOT NULL,
            day TEXT NOT NULL,
            quantity INTEGER NOT NULL,
            PRIMARY KEY (campaign, base, day)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE stockLines (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            campaign TEXT NOT NULL REFERENCES campaigns (code),
            move TEXT NOT NULL CHECK (move IN ('received', 'allocated', 'returned', 'damaged', 'counted')),
            base TEXT REFERENCES bases (code),
            institution TEXT REFERENCES institutions (code),
            quantity INTEGER NOT NULL,
            found INTEGER CHECK (found >= 0),
            "on" TEXT NOT NULL,
            station TEXT,
            account TEXT NOT NULL,
            at TEXT NOT NULL,
            moment INTEGER NOT NULL,
            CHECK (quantity > 0 OR move = 'counted'),
            CHECK ((found IS NOT NULL) = (move = 'counted')),
            CHECK (base IS NULL OR move <> 'received'),
            CHECK (base IS NOT NULL OR move NOT IN ('allocated', 'returned'))
        ) STRICT;
        CREATE INDEX stockLinesOfCampaign ON stockLines (campaign, base, moment);
        CREATE INDEX stockLinesOfBase ON stockLines (base, moment) WHERE base IS NOT NULL;
        CREATE INDEX stockLinesOfInstitution ON stockLines (institution) WHERE institution IS NOT NULL;
        CREATE TABLE households (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            head TEXT NOT NULL CHECK (head <> ''),
            headName TEXT NOT NULL CHECK (headName <> ''),
            members TEXT NOT NULL,
            size INTEGER NOT NULL CHECK (size > 0),
            area TEXT NOT NULL CHECK (area IN ('village', 'outskirts')),
            place TEXT NOT NULL CHECK (place <> ''),
            mobile TEXT,
            base TEXT REFERENCES bases (code),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            likeKey TEXT NOT NULL,
            lastBase TEXT
        ) STRICT;
        CREATE INDEX householdsByName ON households (nameKey);
        CREATE INDEX householdsByLikeness ON households (likeKey);
        CREATE INDEX householdsOfBase ON households (base) WHERE base IS NOT NULL;
        CREATE INDEX householdsOfLastBase ON households (ifnull(base, lastBase), nameKey);
        CREATE VIEW householdsText (row, search) AS SELECT rowid, search || char(10, 10) FROM households;
        CREATE VIRTUAL TABLE householdsSearch USING fts5
            (search, content='householdsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE householdsTerms USING fts5vocab (householdsSearch, instance);
        INSERT INTO counters (name, value) VALUES ('households', 0);
        CREATE TRIGGER householdsCountUp AFTER INSERT ON households BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'households';
        END;
        CREATE TRIGGER householdsCountDown AFTER DELETE ON households BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'households';
        END;
        CREATE TABLE householdPeople (
            person TEXT NOT NULL,
            household TEXT NOT NULL,
            PRIMARY KEY (person, household)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX householdPeopleByHousehold ON householdPeople (household);
        CREATE TRIGGER householdsAddPeople AFTER INSERT ON households BEGIN
            INSERT OR IGNORE INTO householdPeople SELECT new.head, new.code
                UNION ALL SELECT value, new.code FROM json_each(new.members);
        END;
        CREATE TRIGGER householdsChangePeople AFTER UPDATE OF head, members, code ON households
        WHEN new.head <> old.head OR new.members <> old.members OR new.code <> old.code BEGIN
            DELETE FROM householdPeople WHERE household = old.code;
            INSERT OR IGNORE INTO householdPeople SELECT new.head, new.code
                UNION ALL SELECT value, new.code FROM json_each(new.members);
        END;
        CREATE TRIGGER householdsTakePeople AFTER DELETE ON households BEGIN
            DELETE FROM householdPeople WHERE household = old.code;
        END;
        CREATE TABLE suspects (
            a TEXT NOT NULL,
            b TEXT NOT NULL,
            PRIMARY KEY (a, b),
            CHECK (a < b)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX suspectsByOther ON suspects (b);
        CREATE TABLE householdVerdicts (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            a TEXT NOT NULL REFERENCES households (code),
            b TEXT NOT NULL REFERENCES households (code),
            verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
            account TEXT NOT NULL,
            at TEXT NOT NULL,
            UNIQUE (a, b),
            CHECK (a < b)
        ) STRICT;
        CREATE INDEX householdVerdictsByOther ON householdVerdicts (b);
        CREATE TABLE deliveries (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            campaign TEXT NOT NULL REFERENCES campaigns (code),
            base TEXT NOT NULL REFERENCES bases (code),
            household TEXT NOT NULL REFERENCES households (code),
            people TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0),
            "on" TEXT NOT NULL,
            "by" TEXT REFERENCES groups (code),
            collectedBy TEXT,
            reason TEXT,
            station TEXT,
            account TEXT NOT NULL,
            at TEXT NOT NULL,
            moment INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX deliveriesOfCampaign ON deliveries (campaign, base, moment);
        CREATE INDEX deliveriesOfHousehold ON deliveries (household, campaign);
        CREATE INDEX deliveriesOfBase ON deliveries (base);
        CREATE INDEX deliveriesOfGroup ON deliveries ("by") WHERE "by" IS NOT NULL;
        CREATE INDEX deliveriesByDay ON deliveries (campaign, "on");
        CREATE TRIGGER stockLinesStay BEFORE UPDATE ON stockLines BEGIN
            SELECT RAISE(ABORT, 'a package movement is taken back and told anew, never changed');
        END;
        CREATE TRIGGER deliveriesStay BEFORE UPDATE ON deliveries BEGIN
            SELECT RAISE(ABORT, 'a delivery is taken back and told anew, never changed');
        END;
        CREATE TABLE servedPeople (
            campaign TEXT NOT NULL,
            person TEXT NOT NULL,
            again TEXT NOT NULL,
            delivery TEXT NOT NULL,
            PRIMARY KEY (campaign, person, again)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX servedPeopleByPerson ON servedPeople (person, delivery);
        CREATE INDEX servedPeopleByDelivery ON servedPeople (delivery);
        CREATE INDEX servedPeopleAgain ON servedPeople (campaign, delivery) WHERE again <> '';
        CREATE TABLE misses (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            campaign TEXT NOT NULL REFERENCES campaigns (code),
            base TEXT NOT NULL REFERENCES bases (code),
            household TEXT NOT NULL REFERENCES households (code),
            reason TEXT NOT NULL CHECK (reason IN ('absent', 'moved', 'refused', 'unknownAddress', 'other')),
            "on" TEXT NOT NULL,
            account TEXT NOT NULL,
            at TEXT NOT NULL,
            moment INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX missesOfCampaign ON misses (campaign, base, moment);
        CREATE INDEX missesOfHousehold ON misses (household, campaign);
        CREATE INDEX missesOfBase ON misses (base);
        CREATE INDEX missesByDay ON misses (campaign, "on");
        CREATE TRIGGER missesStay BEFORE UPDATE ON misses BEGIN
            SELECT RAISE(ABORT, 'a miss is taken back and told anew, never changed');
        END;

        """ + trigger("stockLinesAdd", "INSERT ON stockLines", countLine("new", "+"))
        + trigger("stockLinesTake", "DELETE ON stockLines", countLine("old", "-"))
        + trigger("deliveriesAdd", "INSERT ON deliveries", countDelivery("new", "+"))
        + trigger("deliveriesTake", "DELETE ON deliveries", countDelivery("old", "-"))
        + trigger("missesAdd", "INSERT ON misses", countMiss("new", "+"))
        + trigger("missesTake", "DELETE ON misses", countMiss("old", "-"))

    private static func trigger(_ name: String, _ event: String, _ body: String) -> String {
        "CREATE TRIGGER \(name) AFTER \(event) BEGIN\n\(body)END;\n"
    }

    /// Counts a line in (`+`) or out (`-`): at its places, then in the sums of its campaign.
    private static func countLine(_ row: String, _ sign: String) -> String {
        func when(_ moves: String) -> String { "(\(row).move IN (\(moves))) * \(row).quantity" }
        func here(_ moves: String) -> String { "(base = ifnull(\(row).base, '')) * \(when(moves))" }
        let minus = sign == "+" ? "-" : "+"
        return """
                INSERT OR IGNORE INTO stocks (campaign, base) VALUES (\(row).campaign, ''),
                    (\(row).campaign, ifnull(\(row).base, ''));
                UPDATE stocks SET received = received \(sign) \(here("'received'")),
                    allocated = allocated \(sign) \(when("'allocated'")),
                    returned = returned \(sign) \(when("'returned'")),
                    damaged = damaged \(sign) \(here("'damaged'")),
                    missing = missing \(sign) \(here("'counted'")),
                    brought = brought \(sign) (\(row).move IN ('allocated', 'returned') OR base = ifnull(\(row).base, ''))
                        * (\(row).station IS NOT NULL),
                    held = held \(sign) CASE
                        WHEN base = ifnull(\(row).base, '') THEN CASE
                            WHEN \(row).move IN ('received', 'allocated') THEN \(row).quantity ELSE -\(row).quantity END
                        WHEN \(row).move = 'allocated' THEN -\(row).quantity
                        WHEN \(row).move = 'returned' THEN \(row).quantity ELSE 0 END,
                    heard = max(heard, \(row).moment)
                WHERE campaign = \(row).campaign AND base IN ('', ifnull(\(row).base, ''));
                UPDATE stocks SET excess = CASE WHEN held < 0 AND brought = 0 THEN 1 END
                WHERE campaign = \(row).campaign AND base IN ('', ifnull(\(row).base, ''));
                UPDATE campaigns SET received = received \(sign) \(when("'received'")),
                    inStore = inStore \(sign) \(when("'received', 'returned'")) \(minus) \(when("'allocated'"))
                        \(minus) (\(row).base IS NULL) * \(when("'damaged', 'counted'")),
                    atBases = atBases \(sign) \(when("'allocated'")) \(minus) \(when("'returned'"))
                        \(minus) (\(row).base IS NOT NULL) * \(when("'damaged', 'counted'")),
                    damaged = damaged \(sign) \(when("'damaged'")),
                    missing = missing \(sign) \(when("'counted'"))
                WHERE code = \(row).campaign;

            """
    }

    /// Counts a delivery in or out: at its base, its day and its people, then in the sums of its campaign.
    private static func countDelivery(_ row: String, _ sign: String) -> String {
        let recipients = "SELECT value FROM json_each(\(row).people) UNION SELECT '/' || \(row).household"
        let people =
            sign == "+"
            ? """
                UPDATE servedPeople SET again = delivery
                WHERE \(row).reason IS NULL AND \(row).station IS NULL AND campaign = \(row).campaign AND again = ''
                    AND person IN (\(recipients)) AND EXISTS (SELECT 1 FROM deliveries d WHERE d.id = servedPeople.delivery
                        AND (d.reason IS NOT NULL OR d.station IS NOT NULL));
                INSERT INTO servedPeople SELECT \(row).campaign, value,
                    CASE WHEN (\(row).reason IS NOT NULL OR \(row).station IS NOT NULL) AND EXISTS (
                        SELECT 1 FROM servedPeople WHERE campaign = \(row).campaign AND person = value AND again = '')
                    THEN \(row).id ELSE '' END, \(row).id FROM (\(recipients));

            """
            : """
                DELETE FROM servedPeople WHERE delivery = \(row).id;

            """
        // The first of a household has come, or its last has gone.
        let isOnly = """
            (SELECT count(*) FROM deliveries WHERE household = \(row).household AND campaign = \(row).campaign)
                        = \(sign == "+" ? 1 : 0)
            """
        return """
                INSERT OR IGNORE INTO stocks (campaign, base) VALUES (\(row).campaign, \(row).base);
                UPDATE stocks SET delivered = delivered \(sign) \(row).quantity,
                    held = held \(sign == "+" ? "-" : "+") \(row).quantity,
                    brought = brought \(sign) (\(row).station IS NOT NULL), heard = max(heard, \(row).moment)
                WHERE campaign = \(row).campaign AND base = \(row).base;
                UPDATE stocks SET excess = CASE WHEN held < 0 AND brought = 0 THEN 1 END
                WHERE campaign = \(row).campaign AND base = \(row).base;
                INSERT INTO deliveryDays VALUES (\(row).campaign, \(row).base, \(row)."on", \(sign)\(row).quantity)
                ON CONFLICT DO UPDATE SET quantity = quantity + excluded.quantity;
            \(people)    UPDATE campaigns SET delivered = delivered \(sign) \(row).quantity,
                    atBases = atBases \(sign == "+" ? "-" : "+") \(row).quantity,
                    served = served \(sign) (\(isOnly)),
                    missed = missed \(sign == "+" ? "-" : "+") (\(isOnly) AND EXISTS (
                        SELECT 1 FROM misses WHERE household = \(row).household AND campaign = \(row).campaign))
                WHERE code = \(row).campaign;
            \(lastBase(row))
            """
    }

    /// Counts a miss in or out: of a household that was missed, however often, and got nothing.
    private static func countMiss(_ row: String, _ sign: String) -> String {
        """
            UPDATE campaigns SET missed = missed \(sign) (
                (SELECT count(*) FROM misses WHERE household = \(row).household AND campaign = \(row).campaign)
                    = \(sign == "+" ? 1 : 0)
                AND NOT EXISTS (
                    SELECT 1 FROM deliveries WHERE household = \(row).household AND campaign = \(row).campaign))
            WHERE code = \(row).campaign;
        \(lastBase(row))
        """
    }

    /// Where a household was served, or missed, last.
    private static func lastBase(_ row: String) -> String {
        """
            UPDATE households SET lastBase = (
                SELECT base FROM (
                    SELECT base, moment, id FROM deliveries WHERE household = \(row).household
                    UNION ALL SELECT base, moment, id FROM misses WHERE household = \(row).household)
                ORDER BY moment DESC, id DESC LIMIT 1)
            WHERE code = \(row).household;

        """
    }
}
