extension Steps {
    /// Camps, their reports and attendance, needs and incidents.
    ///
    /// Beside its own columns a camp's row holds what the board shows of it, kept by triggers in the same transaction: no
    /// screen has to look through the reports of all camps.
    static let camps = """
        CREATE TABLE camps (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            title TEXT NOT NULL CHECK (title <> ''),
            groups TEXT NOT NULL CHECK (json_array_length(groups) > 0),
            kind TEXT NOT NULL CHECK (kind IN ('neighbourhood', 'village')),
            province TEXT NOT NULL CHECK (province <> ''),
            county TEXT NOT NULL CHECK (county <> ''),
            place TEXT NOT NULL CHECK (place <> ''),
            fields TEXT NOT NULL CHECK (json_array_length(fields) > 0),
            "from" TEXT NOT NULL,
            "to" TEXT NOT NULL CHECK ("to" >= "from"),
            leader TEXT REFERENCES people (nationalID),
            state TEXT NOT NULL
                CHECK (state IN ('planned', 'approved', 'running', 'suspended', 'cancelled', 'closed')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            headcount INTEGER NOT NULL,
            reports INTEGER NOT NULL DEFAULT 0,
            lastDay TEXT,
            lastAt TEXT,
            present INTEGER,
            beneficiaries INTEGER NOT NULL DEFAULT 0,
            openNeeds INTEGER NOT NULL DEFAULT 0,
            openIncidents INTEGER NOT NULL DEFAULT 0,
            alarms INTEGER NOT NULL DEFAULT 0,
            CHECK (kind <> 'neighbourhood' OR "to" = "from")
        ) STRICT;
        CREATE INDEX campsByName ON camps (nameKey);
        CREATE INDEX campsByStart ON camps ("from");
        CREATE INDEX campsByEnd ON camps ("to");
        CREATE INDEX campsByLeader ON camps (leader) WHERE leader IS NOT NULL;
        CREATE INDEX campsByState ON camps (state, "from", "to", reports, lastDay, alarms, headcount, present, province);
        CREATE TABLE campGroups (
            "group" TEXT NOT NULL REFERENCES groups (code),
            camp TEXT NOT NULL REFERENCES camps (code) ON DELETE CASCADE,
            headcount INTEGER NOT NULL CHECK (headcount > 0),
            "from" TEXT NOT NULL,
            "to" TEXT NOT NULL,
            PRIMARY KEY ("group", camp)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX campGroupsByCamp ON campGroups (camp);
        CREATE INDEX campGroupsByDay ON campGroups ("group", "to", "from");
        CREATE TRIGGER campsTakeGroups AFTER INSERT ON camps BEGIN
            INSERT INTO campGroups
                SELECT value ->> 'group', new.code, value ->> 'headcount', new."from", new."to"
                FROM json_each(new.groups);
        END;
        CREATE TRIGGER campsChangeGroups AFTER UPDATE OF groups, "from", "to" ON camps
        WHEN new.groups <> old.groups OR new."from" <> old."from" OR new."to" <> old."to" BEGIN
            DELETE FROM campGroups WHERE camp = new.code;
            INSERT INTO campGroups
                SELECT value ->> 'group', new.code, value ->> 'headcount', new."from", new."to"
                FROM json_each(new.groups);
        END;
        CREATE TABLE reports (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            camp TEXT NOT NULL REFERENCES camps (code),
            day TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number > 0),
            present INTEGER NOT NULL CHECK (present >= 0),
            beneficiaries INTEGER NOT NULL CHECK (beneficiaries >= 0),
            work TEXT NOT NULL,
            note TEXT,
            author TEXT NOT NULL,
            at TEXT NOT NULL,
            late INTEGER NOT NULL CHECK (late IN (0, 1)),
            state TEXT NOT NULL CHECK (state IN ('current', 'superseded')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            UNIQUE (camp, day, number)
        ) STRICT;
        CREATE INDEX reportsByName ON reports (nameKey);
        CREATE INDEX reportsOfCamp ON reports (camp, state, day, present, beneficiaries);
        CREATE TABLE attendance (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            camp TEXT NOT NULL REFERENCES camps (code),
            day TEXT NOT NULL,
            people TEXT NOT NULL,
            UNIQUE (camp, day)
        ) STRICT;
        CREATE TABLE attendancePeople (
            person TEXT NOT NULL REFERENCES people (nationalID),
            day TEXT NOT NULL,
            attendance TEXT NOT NULL REFERENCES attendance (id) ON DELETE CASCADE,
            camp TEXT NOT NULL,
            PRIMARY KEY (person, day)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX attendancePeopleByRecord ON attendancePeople (attendance);
        CREATE TRIGGER attendanceTakesPeople AFTER INSERT ON attendance BEGIN
            INSERT INTO attendancePeople SELECT value, new.day, new.id, new.camp FROM json_each(new.people);
        END;
        CREATE TRIGGER attendanceChangesPeople AFTER UPDATE ON attendance BEGIN
            DELETE FROM attendancePeople WHERE attendance = new.id;
            INSERT INTO attendancePeople SELECT value, new.day, new.id, new.camp FROM json_each(new.people);
        END;
        CREATE TABLE needs (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            camp TEXT REFERENCES camps (code),
            point TEXT,
            "group" TEXT REFERENCES groups (code),
            campaign TEXT,
            congress TEXT,
            item TEXT NOT NULL CHECK (item <> ''),
            quantity INTEGER NOT NULL CHECK (quantity > 0),
            unit TEXT NOT NULL CHECK (unit <> ''),
            urgency TEXT NOT NULL CHECK (urgency IN ('low', 'normal', 'high')),
            neededBy TEXT,
            outcome TEXT CHECK (outcome IN ('met', 'handedOver', 'unmet')),
            note TEXT,
            state TEXT NOT NULL CHECK (state IN ('open', 'settled')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            CHECK ((camp IS NOT NULL) + (point IS NOT NULL) + ("group" IS NOT NULL) + (campaign IS NOT NULL)
                + (congress IS NOT NULL) = 1),
            CHECK ((state = 'settled') = (outcome IS NOT NULL))
        ) STRICT;
        CREATE INDEX needsByName ON needs (nameKey);
        CREATE INDEX needsByCamp ON needs (camp, state) WHERE camp IS NOT NULL;
        CREATE INDEX needsByGroup ON needs ("group", state) WHERE "group" IS NOT NULL;
        CREATE INDEX needsByState ON needs (state, urgency);
        CREATE TABLE incidents (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            camp TEXT REFERENCES camps (code),
            point TEXT,
            "when" TEXT NOT NULL,
            severity TEXT NOT NULL CHECK (severity IN ('minor', 'serious', 'fatal')),
            what TEXT NOT NULL CHECK (what <> ''),
            people TEXT NOT NULL,
            note TEXT,
            voidAskedBy TEXT,
            state TEXT NOT NULL CHECK (state IN ('open', 'resolved')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            CHECK ((camp IS NOT NULL) + (point IS NOT NULL) = 1)
        ) STRICT;
        CREATE INDEX incidentsByName ON incidents (nameKey);
        CREATE INDEX incidentsByCamp ON incidents (camp, state) WHERE camp IS NOT NULL;
        CREATE INDEX incidentsByState ON incidents (state, severity);
        CREATE TABLE incidentPeople (
            person TEXT NOT NULL REFERENCES people (nationalID),
            incident TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,
            PRIMARY KEY (person, incident)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX incidentPeopleByRecord ON incidentPeople (incident);
        CREATE TRIGGER incidentsTakePeople AFTER INSERT ON incidents BEGIN
            INSERT INTO incidentPeople SELECT value, new.id FROM json_each(new.people);
        END;
        CREATE TRIGGER reportsSummaryInsert AFTER INSERT ON reports WHEN new.camp IS NOT NULL BEGIN
            UPDATE camps SET (reports, beneficiaries, lastDay) = (SELECT count(*), ifnull(sum(beneficiaries), 0), max(day)
            FROM reports WHERE camp = new.camp AND state = 'current'),
        (present, lastAt) = (SELECT r.present, r.at FROM reports r
            WHERE r.camp = new.camp AND r.state = 'current' ORDER BY r.day DESC LIMIT 1) WHERE code = new.camp;
        END;
        CREATE TRIGGER reportsSummaryUpdate AFTER UPDATE ON reports WHEN new.camp IS NOT NULL BEGIN
            UPDATE camps SET (reports, beneficiaries, lastDay) = (SELECT count(*), ifnull(sum(beneficiaries), 0), max(day)
            FROM reports WHERE camp = new.camp AND state = 'current'),
        (present, lastAt) = (SELECT r.present, r.at FROM reports r
            WHERE r.camp = new.camp AND r.state = 'current' ORDER BY r.day DESC LIMIT 1) WHERE code = new.camp;
        END;
        CREATE TRIGGER reportsSummaryDelete AFTER DELETE ON reports WHEN old.camp IS NOT NULL BEGIN
            UPDATE camps SET (reports, beneficiaries, lastDay) = (SELECT count(*), ifnull(sum(beneficiaries), 0), max(day)
            FROM reports WHERE camp = old.camp AND state = 'current'),
        (present, lastAt) = (SELECT r.present, r.at FROM reports r
            WHERE r.camp = old.camp AND r.state = 'current' ORDER BY r.day DESC LIMIT 1) WHERE code = old.camp;
        END;
        CREATE TRIGGER needsSummaryInsert AFTER INSERT ON needs WHEN new.camp IS NOT NULL BEGIN
            UPDATE camps SET openNeeds = (SELECT count(*) FROM needs WHERE camp = new.camp AND state = 'open') WHERE code = new.camp;
        END;
        CREATE TRIGGER needsSummaryUpdate AFTER UPDATE ON needs WHEN new.camp IS NOT NULL BEGIN
            UPDATE camps SET openNeeds = (SELECT count(*) FROM needs WHERE camp = new.camp AND state = 'open') WHERE code = new.camp;
        END;
        CREATE TRIGGER needsSummaryDelete AFTER DELETE ON needs WHEN old.camp IS NOT NULL BEGIN
            UPDATE camps SET openNeeds = (SELECT count(*) FROM needs WHERE camp = old.camp AND state = 'open') WHERE code = old.camp;
        END;
        CREATE TRIGGER incidentsSummaryInsert AFTER INSERT ON incidents WHEN new.camp IS NOT NULL BEGIN
            UPDATE camps SET (openIncidents, alarms) = (SELECT count(*), ifnull(sum(severity <> 'minor'), 0)
            FROM incidents WHERE camp = new.camp AND state = 'open') WHERE code = new.camp;
        END;
        CREATE TRIGGER incidentsSummaryUpdate AFTER UPDATE ON incidents WHEN new.camp IS NOT NULL BEGIN
            UPDATE camps SET (openIncidents, alarms) = (SELECT count(*), ifnull(sum(severity <> 'minor'), 0)
            FROM incidents WHERE camp = new.camp AND state = 'open') WHERE code = new.camp;
        END;
        CREATE TRIGGER incidentsSummaryDelete AFTER DELETE ON incidents WHEN old.camp IS NOT NULL BEGIN
            UPDATE camps SET (openIncidents, alarms) = (SELECT count(*), ifnull(sum(severity <> 'minor'), 0)
            FROM incidents WHERE camp = old.camp AND state = 'open') WHERE code = old.camp;
        END;
        CREATE VIRTUAL TABLE campsSearch USING fts5
            (search, content='camps', content_rowid='rowid', tokenize='trigram', columnsize=0);
        INSERT INTO counters (name, value) VALUES ('camps', 0);
        CREATE TRIGGER campsCountUp AFTER INSERT ON camps BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'camps';
        END;
        CREATE TRIGGER campsCountDown AFTER DELETE ON camps BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'camps';
        END;
        CREATE VIRTUAL TABLE reportsSearch USING fts5
            (search, content='reports', content_rowid='rowid', tokenize='trigram', columnsize=0);
        INSERT INTO counters (name, value) VALUES ('reports', 0);
        CREATE TRIGGER reportsCountUp AFTER INSERT ON reports BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'reports';
        END;
        CREATE TRIGGER reportsCountDown AFTER DELETE ON reports BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'reports';
        END;
        CREATE VIRTUAL TABLE needsSearch USING fts5
            (search, content='needs', content_rowid='rowid', tokenize='trigram', columnsize=0);
        INSERT INTO counters (name, value) VALUES ('needs', 0);
        CREATE TRIGGER needsCountUp AFTER INSERT ON needs BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'needs';
        END;
        CREATE TRIGGER needsCountDown AFTER DELETE ON needs BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'needs';
        END;
        CREATE VIRTUAL TABLE incidentsSearch USING fts5
            (search, content='incidents', content_rowid='rowid', tokenize='trigram', columnsize=0);
        INSERT INTO counters (name, value) VALUES ('incidents', 0);
        CREATE TRIGGER incidentsCountUp AFTER INSERT ON incidents BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'incidents';
        END;
        CREATE TRIGGER incidentsCountDown AFTER DELETE ON incidents BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'incidents';
        END;
        CREATE INDEX activityByMonth ON activity (month, "group");
        CREATE INDEX activityBySource ON activity (source, month, "group");
        CREATE TRIGGER activityEnds AFTER UPDATE ON activity WHEN new.count <= 0 BEGIN
            DELETE FROM activity WHERE "group" = new."group" AND month = new.month AND source = new.source;
        END;
        INSERT INTO counters (name, value) SELECT 'groups.registered', count(*) FROM groups WHERE state = 'registered';
        CREATE TRIGGER groupsRegisteredUp AFTER INSERT ON groups WHEN new.state = 'registered' BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'groups.registered';
        END;
        CREATE TRIGGER groupsRegisteredDown AFTER DELETE ON groups WHEN old.state = 'registered' BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'groups.registered';
        END;
        CREATE TRIGGER groupsRegisteredChange AFTER UPDATE OF state ON groups WHEN new.state <> old.state BEGIN
            UPDATE counters SET value = value + (new.state = 'registered') - (old.state = 'registered')
            WHERE name = 'groups.registered';
        END;

        """
}
