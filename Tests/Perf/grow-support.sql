-- Fills an invented province up to 10,000 more open needs and 40 institutions, for measuring only.
--
--     sqlite3 province.db < grow-support.sql
--
-- The needs are of the camps that run there, of 200 items; four in five have up to seven pledges, with what was dispatched,
-- delivered and confirmed of them; of 500 more is promised than they ask for. The rows have no entry in the ledger:
-- `khedmat verify` names them, and so it should. Triggers keep the sums, as for every other row.
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = ON;
PRAGMA cache_size = -200000;
PRAGMA temp_store = MEMORY;
BEGIN IMMEDIATE;

INSERT INTO institutions (id, version, code, name, custodian, nameKey, search)
WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 28)
SELECT printf('grown-institution-%02d', n), 1, printf('G-%02d', n), printf('دستگاه نمونه %02d', n), 0,
    CAST(printf('z%02d', n) AS BLOB), printf('g-%02d', n) FROM n;
CREATE TEMP TABLE giver AS SELECT row_number() OVER (ORDER BY code) - 1 AS place, code FROM institutions;
CREATE TEMP TABLE place AS
    SELECT row_number() OVER (ORDER BY code) - 1 AS place, code, province FROM camps WHERE state = 'running';

INSERT INTO needs (id, version, code, camp, item, quantity, unit, urgency, neededBy, state, nameKey, search, matchKey,
    province, placeKey, isOpen, dayKey)
WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 10000)
SELECT printf('grown-need-%05d', n), 1, printf('GN-%05d', n), p.code, printf('قلم %03d', n % 200), 100, 'عدد',
    CASE n % 3 WHEN 0 THEN 'low' WHEN 1 THEN 'normal' ELSE 'high' END, date('2022-08-01', (n % 40 - 5) || ' days'), 'open',
    CAST(printf('q%03d', n % 200) AS BLOB), printf('gn-%05d' || char(10) || 'قلم %03d', n, n % 200),
    printf('قلم %03d' || char(10) || 'عدد', n % 200), p.province, CAST(p.code || printf('%05d', n) AS BLOB), 1,
    date('2022-08-01', (n % 40 - 5) || ' days')
FROM n JOIN place p ON p.place = n % (SELECT count(*) FROM place);

-- One in five has nothing; of 500 the pledges come to more than the need.
INSERT INTO pledges (id, version, code, need, institution, quantity, account, at, state, nameKey, search, moment)
WITH RECURSIVE k (k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM k WHERE k < 6)
SELECT printf('grown-pledge-%05d-%d', m.n, k), 1, printf('GP-%05d-%d', m.n, k), printf('GN-%05d', m.n), g.code,
    CASE WHEN m.n % 20 = 3 THEN 40 ELSE 12 END, 'f.sharifi', '2022-07-2' || (m.n % 10) || 'T10:00:00+04:30', 'pledged',
    CAST(printf('p%05d%d', m.n, k) AS BLOB), printf('gp-%05d-%d', m.n, k),
    CAST(strftime('%s', '2022-07-2' || (m.n % 10)) AS INTEGER)
FROM (SELECT CAST(substr(code, 4) AS INTEGER) AS n FROM needs WHERE code LIKE 'GN-%') m JOIN k
JOIN giver g ON g.place = (m.n * 7 + k * 5) % 40
WHERE m.n % 5 <> 0 AND k <= m.n % 7 + 1 AND k < CASE WHEN m.n % 20 = 3 THEN 4 ELSE 7 END;

INSERT INTO supportLines (id, version, pledge, step, quantity, "on", account, at, moment)
SELECT id || '-' || s.step, 1, code, s.step, quantity / s.share, '2022-07-30', account, '2022-07-30T10:00:00+04:30',
    CAST(strftime('%s', '2022-07-30') AS INTEGER)
FROM pledges JOIN (SELECT 'dispatched' AS step, 1 AS share UNION ALL SELECT 'delivered', 2 UNION ALL SELECT 'confirmed', 3) s
WHERE code LIKE 'GP-%' AND substr(code, -1) IN ('0', '2') AND CAST(substr(code, 4, 5) AS INTEGER) % 20 <> 3
ORDER BY s.share;

INSERT INTO institutionsSearch (institutionsSearch) VALUES ('rebuild');
INSERT INTO needsSearch (needsSearch) VALUES ('rebuild');
INSERT INTO pledgesSearch (pledgesSearch) VALUES ('rebuild');
COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
