-- Fills an invented province up to 2,000 running camps and 60,000 in history, for measuring only.
--
--     sqlite3 province.db < grow-camps.sql
--
-- Camps are copied from those of the province: the running ones lie around 10 Mordad 1401 and have a report for each
-- day until the day before, one of fifty too few; those of history lie in the ten years before. The copies have no
-- entry in the ledger: `khedmat verify` names them, and so it should.
PRAGMA synchronous = OFF;
PRAGMA cache_size = -200000;
PRAGMA temp_store = MEMORY;
BEGIN IMMEDIATE;

CREATE TEMP TABLE pattern AS
    SELECT row_number() OVER (ORDER BY rowid) - 1 AS place, * FROM camps WHERE kind = 'village';
CREATE UNIQUE INDEX temp.patternByPlace ON pattern (place);
CREATE TEMP TABLE copy AS
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 62000)
    SELECT n, n <= 2000 AS runs, n % (SELECT count(*) FROM pattern) AS place,
        CASE WHEN n <= 2000 THEN date('2022-08-01', -(1 + n % 9) || ' days')
            ELSE date('2022-06-01', -(n % 3600) || ' days') END AS start
    FROM n;

INSERT INTO camps (id, version, code, title, groups, kind, province, county, place, fields, "from", "to", leader, state,
    nameKey, search, headcount)
SELECT printf('grown-camp-%05d', c.n), 1, printf('G-%05d', c.n), p.title || ' ' || c.n, p.groups, p.kind, p.province,
    p.county, p.place, p.fields, c.start, date(c.start, '10 days'), p.leader,
    CASE WHEN c.runs THEN 'running' ELSE 'closed' END, CAST(p.nameKey || printf('%05d', c.n) AS BLOB),
    replace(p.search, lower(p.code), printf('g-%05d', c.n)), p.headcount
FROM copy c JOIN pattern p ON p.place = c.place ORDER BY c.n;

INSERT INTO reports (id, version, camp, day, number, present, beneficiaries, work, author, at, late, state, nameKey,
    search)
WITH RECURSIVE day (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM day WHERE n < 10)
SELECT printf('grown-report-%05d-%02d', c.n, d.n), 1, k.code, date(c.start, d.n || ' days'), 1, max(1, k.headcount - c.n % 5),
    20 + c.n % 90, '[]', 'f.sharifi', date(c.start, d.n || ' days') || 'T20:30:00+04:30', 0, 'current',
    CAST(date(c.start, d.n || ' days') || k.code AS BLOB), lower(k.code)
FROM copy c JOIN camps k ON k.code = printf('G-%05d', c.n) JOIN day d
WHERE d.n <= 10 AND date(c.start, d.n || ' days') < CASE WHEN c.n % 50 = 7 THEN '2022-07-31' ELSE '2022-08-01' END
    AND (c.runs OR d.n = 0);

INSERT INTO campsSearch (campsSearch) VALUES ('rebuild');
INSERT INTO reportsSearch (reportsSearch) VALUES ('rebuild');
COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
