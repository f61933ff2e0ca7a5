extension Steps {
    /// Stories, and the issues of the bulletin.
    ///
    /// How many stories are in which state stands in a row of its own, kept by triggers in the same transaction, as are whom
    /// a story names and what a bulletin holds. What was issued is never changed, nor taken out.
    static let stories = """
        CREATE TABLE stories (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            title TEXT NOT NULL CHECK (title <> ''),
            body TEXT NOT NULL CHECK (body <> ''),
            camp TEXT REFERENCES camps (code),
            point TEXT REFERENCES points (code),
            "group" TEXT REFERENCES groups (code),
            campaign TEXT REFERENCES campaigns (code),
            congress TEXT REFERENCES congresses (year),
            author TEXT REFERENCES people (nationalID),
            pictures TEXT NOT NULL CHECK (json_valid(pictures)),
            names TEXT NOT NULL CHECK (json_valid(names)),
            account TEXT NOT NULL,
            submittedBy TEXT,
            note TEXT,
            publishedOn TEXT,
            standing TEXT CHECK (standing IS NULL OR json_valid(standing)),
            state TEXT NOT NULL
                CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'published', 'withdrawn')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            CHECK ((camp IS NOT NULL) + (point IS NOT NULL) + ("group" IS NOT NULL) + (campaign IS NOT NULL)
                + (congress IS NOT NULL) = 1),
            CHECK (publishedOn IS NOT NULL OR state <> 'published'),
            CHECK (publishedOn IS NULL OR state <> 'approved'),
            CHECK (standing IS NULL OR publishedOn IS NOT NULL)
        ) STRICT;
        CREATE INDEX storiesByName ON stories (nameKey);
        CREATE INDEX storiesByState ON stories (state, nameKey);
        CREATE INDEX storiesStanding ON stories (nameKey) WHERE publishedOn IS NOT NULL AND state <> 'withdrawn';
        CREATE INDEX storiesOfCamp ON stories (camp) WHERE camp IS NOT NULL;
        CREATE INDEX storiesOfPoint ON stories (point) WHERE point IS NOT NULL;
        CREATE INDEX storiesOfGroup ON stories ("group") WHERE "group" IS NOT NULL;
        CREATE INDEX storiesOfCampaign ON stories (campaign) WHERE campaign IS NOT NULL;
        CREATE INDEX storiesOfCongress ON stories (congress) WHERE congress IS NOT NULL;
        CREATE INDEX storiesOfAuthor ON stories (author) WHERE author IS NOT NULL;
        CREATE VIEW storiesText (row, search) AS SELECT rowid, search || char(10, 10) FROM stories;
        CREATE VIRTUAL TABLE storiesSearch USING fts5
            (search, content='storiesText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE storiesTerms USING fts5vocab (storiesSearch, instance);
        INSERT INTO counters (name, value) VALUES ('stories', 0);
        CREATE TRIGGER storiesCountUp AFTER INSERT ON stories BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'stories';
        END;
        CREATE TRIGGER storiesCountDown AFTER DELETE ON stories BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'stories';
        END;
        CREATE TABLE storyCounts (state TEXT PRIMARY KEY, stories INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TRIGGER storiesStateInsert AFTER INSERT ON stories BEGIN
            INSERT INTO storyCounts VALUES (new.state, 1) ON CONFLICT DO UPDATE SET stories = stories + 1;
        END;
        CREATE TRIGGER storiesStateUpdate AFTER UPDATE OF state ON stories WHEN new.state <> old.state BEGIN
            UPDATE storyCounts SET stories = stories - 1 WHERE state = old.state;
            INSERT INTO storyCounts VALUES (new.state, 1) ON CONFLICT DO UPDATE SET stories = stories + 1;
        END;
        CREATE TRIGGER storiesStateDelete AFTER DELETE ON stories BEGIN
            UPDATE storyCounts SET stories = stories - 1 WHERE state = old.state;
        END;
        CREATE TABLE storyNames (
            story TEXT NOT NULL REFERENCES stories (code) ON DELETE CASCADE,
            household TEXT NOT NULL REFERENCES households (code),
            PRIMARY KEY (story, household)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX storyNamesByHousehold ON storyNames (household, story);
        CREATE TRIGGER storiesAddNames AFTER INSERT ON stories BEGIN
            INSERT OR IGNORE INTO storyNames
                SELECT new.code, json_extract(value, '$.household') FROM json_each(new.names);
        END;
        CREATE TRIGGER storiesChangeNames AFTER UPDATE OF names, code ON stories
        WHEN new.names <> old.names OR new.code <> old.code BEGIN
            DELETE FROM storyNames WHERE story = old.code;
            INSERT OR IGNORE INTO storyNames
                SELECT new.code, json_extract(value, '$.household') FROM json_each(new.names);
        END;
        CREATE TABLE bulletins (
            rowid INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL CHECK (version > 0),
            number INTEGER NOT NULL CHECK (number > 0),
            edition INTEGER NOT NULL CHECK (edition > 0),
            "on" TEXT NOT NULL,
            title TEXT,
            lead TEXT,
            stories TEXT NOT NULL CHECK (json_valid(stories)),
            erratum TEXT,
            content TEXT CHECK (content IS NULL OR json_valid(content)),
            sha256 TEXT CHECK (length(sha256) = 64),
            state TEXT NOT NULL CHECK (state IN ('composed', 'issued')),
            nameKey BLOB NOT NULL,
            search TEXT NOT NULL,
            UNIQUE (number, edition),
            CHECK ((edition = 1) = (erratum IS NULL)),
            CHECK (edition = 1 OR state = 'issued'),
            CHECK ((state = 'issued') = (content IS NOT NULL)),
            CHECK ((state = 'issued') = (sha256 IS NOT NULL))
        ) STRICT;
        CREATE INDEX bulletinsByName ON bulletins (nameKey);
        CREATE VIEW bulletinsText (row, search) AS SELECT rowid, search || char(10, 10) FROM bulletins;
        CREATE VIRTUAL TABLE bulletinsSearch USING fts5
            (search, content='bulletinsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE bulletinsTerms USING fts5vocab (bulletinsSearch, instance);
        INSERT INTO counters (name, value) VALUES ('bulletins', 0);
        CREATE TRIGGER bulletinsCountUp AFTER INSERT ON bulletins BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'bulletins';
        END;
        CREATE TRIGGER bulletinsCountDown AFTER DELETE ON bulletins BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'bulletins';
        END;
        CREATE TABLE bulletinStories (
            bulletin TEXT NOT NULL REFERENCES bulletins (id) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            story TEXT NOT NULL REFERENCES stories (code),
            PRIMARY KEY (bulletin, place)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX bulletinStoriesByStory ON bulletinStories (story, bulletin);
        CREATE TABLE bulletinNames (
            household TEXT NOT NULL,
            bulletin TEXT NOT NULL REFERENCES bulletins (id) ON DELETE CASCADE,
            story TEXT NOT NULL,
            PRIMARY KEY (household, bulletin, story)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX bulletinNamesByBulletin ON bulletinNames (bulletin);
        CREATE TRIGGER bulletinsAddStories AFTER INSERT ON bulletins BEGIN
            INSERT INTO bulletinStories SELECT new.id, key, value FROM json_each(new.stories);
            INSERT OR IGNORE INTO bulletinNames
                SELECT n.value, new.id, json_extract(s.value, '$.code')
                FROM json_each(new.content, '$.stories') s, json_each(s.value, '$.names') n;
        END;
        CREATE TRIGGER bulletinsChangeStories AFTER UPDATE OF stories, content ON bulletins BEGIN
            DELETE FROM bulletinStories WHERE bulletin = old.id;
            DELETE FROM bulletinNames WHERE bulletin = old.id;
            INSERT INTO bulletinStories SELECT new.id, key, value FROM json_each(new.stories);
            INSERT OR IGNORE INTO bulletinNames
                SELECT n.value, new.id, json_extract(s.value, '$.code')
                FROM json_each(new.content, '$.stories') s, json_each(s.value, '$.names') n;
        END;
        CREATE TRIGGER bulletinsStay BEFORE UPDATE OF number, edition, "on", title, lead, stories, content, sha256, state
        ON bulletins WHEN old.state = 'issued' BEGIN
            SELECT RAISE(ABORT, 'an issued bulletin never changes');
        END;
        CREATE TRIGGER bulletinsRemain BEFORE DELETE ON bulletins WHEN old.state = 'issued' BEGIN
            SELECT RAISE(ABORT, 'an issued bulletin is never taken out');
        END;

        """
}
