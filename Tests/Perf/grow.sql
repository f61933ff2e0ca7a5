-- Fills an invented province up to 1,000,000 groups, for measuring only.
--
--     sqlite3 province.db < grow.sql
--
-- Every group is copied with its head, again and again, under a code, a name and a place in the order of its own.
-- The copies have no members, no activity and no entry in the ledger: `khedmat verify` names them, and so it should.
PRAGMA synchronous = OFF;
PRAGMA cache_size = -200000;
PRAGMA temp_store = MEMORY;
BEGIN IMMEDIATE;

CREATE TEMP TABLE pattern AS
    SELECT row_number() OVER (ORDER BY rowid) - 1 AS place, * FROM groups;
CREATE UNIQUE INDEX temp.patternByPlace ON pattern (place);
CREATE TEMP TABLE copy AS
    WITH RECURSIVE n (n) AS (
        SELECT max(rowid) + 1 FROM groups UNION ALL SELECT n + 1 FROM n WHERE n < 1000000)
    SELECT n, printf('Z-%07d', n) AS code, n % (SELECT count(*) FROM pattern) AS place FROM n;

INSERT INTO groups (rowid, id, version, code, name, kind, fields, council, base, county, size, registeredOn, note,
    state, folded, nameKey, search)
SELECT c.n, printf('grown-%07d', c.n), 1, c.code, p.name || ' ' || c.n, p.kind, p.fields, p.council, p.base, p.county,
    p.size, p.registeredOn, p.note, p.state, p.folded || ' ' || c.n, CAST(p.nameKey || printf('%07d', c.n) AS BLOB),
    replace(replace(p.search, lower(p.code), lower(c.code)), p.folded, p.folded || ' ' || c.n)
FROM copy c JOIN pattern p ON p.place = c.place ORDER BY c.n;

INSERT INTO terms (id, version, body, office, person, "from")
SELECT printf('grown-head-%07d', c.n), 1, c.code, 'head', t.person, t."from"
FROM copy c JOIN pattern p ON p.place = c.place
    JOIN terms t ON t.body = p.code AND t.office = 'head' AND t."to" IS NULL;

INSERT INTO groupsSearch (groupsSearch) VALUES ('rebuild');
COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
