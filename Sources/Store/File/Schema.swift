/// The tables of the file. What the database can hold as a constraint it also holds.
///
/// Column names are the JSON names of the records. Beside its own columns a listed record has `nameKey` (its
/// place in Persian order) and `search` (its folded text, indexed by trigrams).
enum Schema {
    static let first = [
        bodies, councils, bases, people, groups, dated, staff, ledger, summaries,
        search("councils"), search("bases"), search("people"), search("groups"), search("staff"),
        bodyTriggers("councils", "council"), bodyTriggers("bases", "base"), bodyTriggers("groups", "group"),
        counters,
    ].joined()

    private static let bodies = """
        CREATE TABLE bodies (
            code TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('group', 'council', 'base'))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE series (
            prefix TEXT NOT NULL PRIMARY KEY,
            last INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        """

    static let record = """
        rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0)
        """

    static let listed = """
        nameKey BLOB NOT NULL,
            search TEXT NOT NULL
        """

    private static let councils = """
        CREATE TABLE councils (
            \(record),
            code TEXT NOT NULL UNIQUE REFERENCES bodies (code),
            name TEXT NOT NULL CHECK (name <> ''),
            parent TEXT REFERENCES councils (code),
            \(listed)
        ) STRICT;
        CREATE INDEX councilsByName ON councils (nameKey);
        CREATE INDEX councilsByParent ON councils (parent);

        """

    private static let bases = """
        CREATE TABLE bases (
            \(record),
            code TEXT NOT NULL UNIQUE REFERENCES bodies (code),
            name TEXT NOT NULL CHECK (name <> ''),
            council TEXT REFERENCES councils (code),
            parent TEXT REFERENCES bases (code),
            \(listed)
        ) STRICT;
        CREATE INDEX basesByName ON bases (nameKey);
        CREATE INDEX basesByCouncil ON bases (council);
        CREATE INDEX basesByParent ON bases (parent);

        """

    private static let people = """
        CREATE TABLE people (
            \(record),
            nationalID TEXT NOT NULL UNIQUE CHECK (length(nationalID) = 10),
            firstName TEXT NOT NULL CHECK (firstName <> ''),
            lastName TEXT NOT NULL CHECK (lastName <> ''),
            gender TEXT CHECK (gender IN ('female', 'male')),
            mobile TEXT CHECK (length(mobile) = 11),
            birthYear INTEGER,
            skills TEXT NOT NULL,
            \(listed)
        ) STRICT;
        CREATE INDEX peopleByName ON people (nameKey);

        """

    private static let groups = """
        CREATE TABLE groups (
            \(record),
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
            \(listed),
            CHECK (kind <> 'specialised' OR json_array_length(fields) = 1)
        ) STRICT;
        CREATE UNIQUE INDEX groupsByFoldedName ON groups (folded, ifnull(council, ''));
        CREATE INDEX groupsByName ON groups (nameKey);
        CREATE INDEX groupsBySize ON groups (size);
        CREATE INDEX groupsByRegistration ON groups (registeredOn);
        CREATE INDEX groupsByCouncil ON groups (council);
        CREATE INDEX groupsByBase ON groups (base);

        """

    private static let dated = """
        CREATE TABLE memberships (
            \(record),
            "group" TEXT NOT NULL REFERENCES groups (code),
            person TEXT NOT NULL REFERENCES people (nationalID),
            "from" TEXT NOT NULL,
            "to" TEXT CHECK ("to" >= "from")
        ) STRICT;
        CREATE INDEX membershipsByGroup ON memberships ("group", person, "from");
        CREATE INDEX membershipsByPerson ON memberships (person);
        CREATE UNIQUE INDEX membershipsOpen ON memberships ("group", person) WHERE "to" IS NULL;
        CREATE TABLE terms (
            \(record),
            body TEXT NOT NULL REFERENCES bodies (code),
            office TEXT NOT NULL CHECK (office IN ('head', 'mediaLiaison')),
            person TEXT NOT NULL REFERENCES people (nationalID),
            "from" TEXT NOT NULL,
            "to" TEXT CHECK ("to" >= "from")
        ) STRICT;
        CREATE INDEX termsByBody ON terms (body, office, "from");
        CREATE INDEX termsByPerson ON terms (person);
        CREATE UNIQUE INDEX termsOpen ON terms (body, office) WHERE "to" IS NULL;

        """

    private static let staff = """
        CREATE TABLE staff (
            \(record),
            account TEXT NOT NULL UNIQUE CHECK (account <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            role TEXT NOT NULL CHECK (role IN ('administrator', 'operator', 'supervisor', 'trainer')),
            state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
            \(listed)
        ) STRICT;
        CREATE INDEX staffByName ON staff (nameKey);
        CREATE TABLE settings (
            \(record),
            name TEXT NOT NULL UNIQUE,
            value TEXT NOT NULL
        ) STRICT;

        """

    /// The key's columns come first in `touches`: else quick_check of SQLite 3.40 looks for NULLs in the wrong ones.
    private static let ledger = """
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

        """

    private static let summaries = """
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

        """

    /// A trigram index over `search` of a table; ``SearchIndex`` keeps it in step. The third step puts another in its
    /// place.
    static func search(_ table: String) -> String {
        """
        CREATE VIRTUAL TABLE \(table)Search USING fts5
            (search, content='\(table)', content_rowid='rowid', tokenize='trigram', columnsize=0);

        """
    }

    /// Groups, councils and bases share one code space.
    private static func bodyTriggers(_ table: String, _ kind: String) -> String {
        """
        CREATE TRIGGER \(table)TakeCode BEFORE INSERT ON \(table) BEGIN
            INSERT INTO bodies (code, kind) VALUES (new.code, '\(kind)');
        END;
        CREATE TRIGGER \(table)FreeCode AFTER DELETE ON \(table) BEGIN
            DELETE FROM bodies WHERE code = old.code;
        END;

        """
    }

    /// How many records each listed table holds, so that no screen has to count them.
    private static let counters = ["councils", "bases", "people", "groups", "staff"].map(counter).joined()

    /// Counts the records of a table as they come and go.
    static func counter(_ table: String) -> String {
        """
        INSERT INTO counters (name, value) VALUES ('\(table)', 0);
        CREATE TRIGGER \(table)CountUp AFTER INSERT ON \(table) BEGIN
            UPDATE counters SET value = value + 1 WHERE name = '\(table)';
        END;
        CREATE TRIGGER \(table)CountDown AFTER DELETE ON \(table) BEGIN
            UPDATE counters SET value = value - 1 WHERE name = '\(table)';
        END;

        """
    }
}
