extension Steps {
    /// Groups, councils and bases, people, staff and settings, the ledger, and what is counted beside them.
    ///
    /// Column names are the JSON names of the records. Beside its own columns a listed record has `nameKey` (its place in
    /// Persian order) and `search` (its folded text, indexed by trigrams). Groups, councils and bases share one code space,
    /// which `bodies` holds. `counters` tells how many records each listed table has, so that no screen has to count them.
    /// The key's columns come first in `touches`: else quick_check of SQLite 3.40 looks for NULLs in the wrong ones.
    static let office = """
        CREATE TABLE bodies (
            code TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('group', 'council', 'base'))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE series (
            prefix TEXT NOT NULL PRIMARY KEY,
            last INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE councils (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE REFERENCES bodies (code),
            name TEXT NOT NULL CHECK (name <> ''),
            parent TEXT REFERENCES councils (code),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX councilsByName ON councils (nameKey);
        CREATE INDEX councilsByParent ON councils (parent);
        CREATE TABLE bases (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE REFERENCES bodies (code),
            name TEXT NOT NULL CHECK (name <> ''),
            council TEXT REFERENCES councils (code),
            parent TEXT REFERENCES bases (code),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX basesByName ON bases (nameKey);
        CREATE INDEX basesByCouncil ON bases (council);
        CREATE INDEX basesByParent ON bases (parent);
        CREATE TABLE people (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            nationalID TEXT NOT NULL UNIQUE CHECK (length(nationalID) = 10),
            firstName TEXT NOT NULL CHECK (firstName <> ''),
            lastName TEXT NOT NULL CHECK (lastName <> ''),
            gender TEXT CHECK (gender IN ('female', 'male')),
            mobile TEXT CHECK (length(mobile) = 11),
            birthYear INTEGER,
            skills TEXT NOT NULL,
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX peopleByName ON people (nameKey);
        CREATE TABLE groups (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE REFERENCES bodies (code),
            name TEXT NOT NULL CHECK (name <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('general', 'specialised')),
            fields TEXT NOT NULL CHECK (json_array_length(fields) > 0),
            council TEXT REFERENCES councils (code),
            base TEXT REFERENCES bases (code),
            county TEXT NOT NULL CHECK (county <> ''),
            size INTEGER NOT NULL CHECK (size > 0),
            registeredOn TEXT NOT NULL,
            note TEXT,
            state TEXT NOT NULL CHECK (state IN ('registered', 'suspended', 'dissolved')),
            folded TEXT NOT NULL,
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            CHECK (kind <> 'specialised' OR json_array_length(fields) = 1)
        ) STRICT;
        CREATE UNIQUE INDEX groupsByFoldedName ON groups (folded, ifnull(council, ''));
        CREATE INDEX groupsByName ON groups (nameKey);
        CREATE INDEX groupsBySize ON groups (size);
        CREATE INDEX groupsByRegistration ON groups (registeredOn);
        CREATE INDEX groupsByCouncil ON groups (council);
        CREATE INDEX groupsByBase ON groups (base);
        CREATE TABLE memberships (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            "group" TEXT NOT NULL REFERENCES groups (code),
            person TEXT NOT NULL REFERENCES people (nationalID),
            "from" TEXT NOT NULL,
            "to" TEXT CHECK ("to" >= "from")
        ) STRICT;
        CREATE INDEX membershipsByGroup ON memberships ("group", person, "from");
        CREATE INDEX membershipsByPerson ON memberships (person);
        CREATE UNIQUE INDEX membershipsOpen ON memberships ("group", person) WHERE "to" IS NULL;
        CREATE TABLE terms (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            body TEXT NOT NULL REFERENCES bodies (code),
            office TEXT NOT NULL CHECK (office IN ('head', 'mediaLiaison')),
            person TEXT NOT NULL REFERENCES people (nationalID),
            "from" TEXT NOT NULL,
            "to" TEXT CHECK ("to" >= "from")
        ) STRICT;
        CREATE INDEX termsByBody ON terms (body, office, "from");
        CREATE INDEX termsByPerson ON terms (person);
        CREATE UNIQUE INDEX termsOpen ON terms (body, office) WHERE "to" IS NULL;
        CREATE TABLE staff (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            account TEXT NOT NULL UNIQUE CHECK (account <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            role TEXT NOT NULL CHECK (role IN ('administrator', 'operator', 'supervisor', 'trainer')),
            state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX staffByName ON staff (nameKey);
        CREATE TABLE settings (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            name TEXT NOT NULL UNIQUE,
            value TEXT NOT NULL
        ) STRICT;
        CREATE TABLE ledger (
            number INTEGER PRIMARY KEY CHECK (number > 0),
            id TEXT NOT NULL UNIQUE,
            batch TEXT,
            entry TEXT NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX ledgerByBatch ON ledger (batch, number) WHERE batch IS NOT NULL;
        CREATE TRIGGER ledgerStaysAsItIs BEFORE UPDATE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
        CREATE TRIGGER ledgerStaysWhole BEFORE DELETE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is never cut'); END;
        CREATE TABLE touches (
            record TEXT NOT NULL,
            number INTEGER NOT NULL REFERENCES ledger (number),
            version INTEGER NOT NULL,
            PRIMARY KEY (record, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE counters (
            name TEXT NOT NULL PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE activity (
            "group" TEXT NOT NULL REFERENCES groups (code) ON DELETE CASCADE,
            month INTEGER NOT NULL,
            source TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY ("group", month, source)
        ) STRICT, WITHOUT ROWID;
        CREATE VIRTUAL TABLE councilsSearch USING fts5
            (search, content='councils', content_rowid='rowid', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE basesSearch USING fts5
            (search, content='bases', content_rowid='rowid', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE peopleSearch USING fts5
            (search, content='people', content_rowid='rowid', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE groupsSearch USING fts5
            (search, content='groups', content_rowid='rowid', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE staffSearch USING fts5
            (search, content='staff', content_rowid='rowid', tokenize='trigram', columnsize=0);
        CREATE TRIGGER councilsTakeCode BEFORE INSERT ON councils BEGIN
            INSERT INTO bodies (code, kind) VALUES (new.code, 'council');
        END;
        CREATE TRIGGER councilsFreeCode AFTER DELETE ON councils BEGIN
            DELETE FROM bodies WHERE code = old.code;
        END;
        CREATE TRIGGER basesTakeCode BEFORE INSERT ON bases BEGIN
            INSERT INTO bodies (code, kind) VALUES (new.code, 'base');
        END;
        CREATE TRIGGER basesFreeCode AFTER DELETE ON bases BEGIN
            DELETE FROM bodies WHERE code = old.code;
        END;
        CREATE TRIGGER groupsTakeCode BEFORE INSERT ON groups BEGIN
            INSERT INTO bodies (code, kind) VALUES (new.code, 'group');
        END;
        CREATE TRIGGER groupsFreeCode AFTER DELETE ON groups BEGIN
            DELETE FROM bodies WHERE code = old.code;
        END;
        INSERT INTO counters (name, value) VALUES ('councils', 0);
        CREATE TRIGGER councilsCountUp AFTER INSERT ON councils BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'councils';
        END;
        CREATE TRIGGER councilsCountDown AFTER DELETE ON councils BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'councils';
        END;
        INSERT INTO counters (name, value) VALUES ('bases', 0);
        CREATE TRIGGER basesCountUp AFTER INSERT ON bases BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'bases';
        END;
        CREATE TRIGGER basesCountDown AFTER DELETE ON bases BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'bases';
        END;
        INSERT INTO counters (name, value) VALUES ('people', 0);
        CREATE TRIGGER peopleCountUp AFTER INSERT ON people BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'people';
        END;
        CREATE TRIGGER peopleCountDown AFTER DELETE ON people BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'people';
        END;
        INSERT INTO counters (name, value) VALUES ('groups', 0);
        CREATE TRIGGER groupsCountUp AFTER INSERT ON groups BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'groups';
        END;
        CREATE TRIGGER groupsCountDown AFTER DELETE ON groups BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'groups';
        END;
        INSERT INTO counters (name, value) VALUES ('staff', 0);
        CREATE TRIGGER staffCountUp AFTER INSERT ON staff BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'staff';
        END;
        CREATE TRIGGER staffCountDown AFTER DELETE ON staff BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'staff';
        END;

        """
}
