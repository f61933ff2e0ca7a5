-- Fills an invented province up to 1,000,000 more households with 5,000,000 members, for measuring only.
--
--     sqlite3 province.db < grow-packages.sql
--
-- Another number stands in a table `growth (households)` that was made before. Nine in ten of them got a package of the campaign
-- GRM-1402, which is open; all got one of GRM-1401 the year before; one in fifty was not met, and one in 250 is suspected of being
-- its neighbour in the list. The rows have no entry in the ledger: `khedmat verify` names them, and so it should. Triggers keep
-- the sums, as for every other row; it takes some minutes.
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF;
PRAGMA cache_size = -600000;
PRAGMA temp_store = MEMORY;
CREATE TABLE IF NOT EXISTS growth (households INTEGER NOT NULL);
INSERT INTO growth SELECT 1000000 WHERE NOT EXISTS (SELECT 1 FROM growth);
BEGIN IMMEDIATE;

CREATE TEMP TABLE base AS
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 60) SELECT n, printf('GB-%02d', n) AS code FROM n;
INSERT INTO bases (id, version, code, name, nameKey, search)
    SELECT printf('grown-base-%02d', n), 1, code, printf('قرارگاه نمونه %02d', n), CAST(printf('z%02d', n) AS BLOB),
        lower(code) || char(10) || printf('قرارگاه نمونه %02d', n) FROM base;
INSERT INTO campaigns (id, version, code, title, "from", "to", target, state, nameKey, search)
    VALUES ('grown-campaign-1', 1, 'GRM-1401', 'رزمایش ۱۴۰۱', '2022-07-10', '2022-07-18', 1000000, 'closed', x'02', 'grm-1401'),
    ('grown-campaign-2', 1, 'GRM-1402', 'رزمایش ۱۴۰۲', '2023-07-01', '2023-07-09', 1000000, 'open', x'01', 'grm-1402');
INSERT INTO stockLines (id, version, campaign, move, base, quantity, "on", account, at, moment)
    SELECT 'grown-receipt-' || code, 1, code, 'received', NULL, 1500000, '2022-07-01', 'f.sharifi',
        '2022-07-01T10:00:00+04:30', 1656657000 FROM campaigns WHERE code LIKE 'GRM-%';
INSERT INTO stockLines (id, version, campaign, move, base, quantity, "on", account, at, moment)
    SELECT 'grown-allocation-' || c.code || b.n, 1, c.code, 'allocated', b.code, 20000, '2022-07-01', 'f.sharifi',
        '2022-07-01T10:00:00+04:30', 1656657000 FROM campaigns c JOIN base b WHERE c.code LIKE 'GRM-%';

-- IDs begin with 999 and are numbered on, valid or not.
CREATE TEMP TABLE grown AS
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < (SELECT households FROM growth))
    SELECT n, printf('G-%07d', n) AS code, printf('%010d', 9990000000 + n * 6) AS head, like,
        'سرپرست ' || like AS name, printf('ده %03d', like % 900) AS place, printf('0912%07d', like) AS mobile,
        (SELECT json_group_array(printf('%010d', 9990000000 + n * 6 + value)) FROM json_each('[1,2,3,4,5]')) AS members
    FROM (SELECT n, CASE WHEN n % 250 = 1 THEN n - 1 ELSE n END AS like FROM n);
INSERT INTO households (id, version, code, head, headName, members, size, area, place, mobile, nameKey, search, likeKey)
    SELECT 'grown-household-' || n, 1, code, head, name, members, 6, CASE n % 3 WHEN 0 THEN 'outskirts' ELSE 'village' END, place,
        mobile, CAST(place || ' ' || code AS BLOB),
        lower(code) || char(10) || place || char(10) || char(57344) || name || char(10) || char(57344) || mobile || char(10)
            || char(57344) || head,
        replace(name || '/' || place, ' ', '')
    FROM grown ORDER BY n;
INSERT INTO suspects SELECT printf('G-%07d', n - 1), code FROM grown WHERE n % 250 = 1 AND n > 1;

INSERT INTO deliveries (id, version, campaign, base, household, people, quantity, "on", account, at, moment)
    SELECT 'grown-delivery-' || c.code || '-' || n, 1, c.code, printf('GB-%02d', 1 + n % 60), g.code,
        json_insert(members, '$[#]', head), 1, date(c.first, (n % 9) || ' days'), 'f.sharifi',
        date(c.first, (n % 9) || ' days') || 'T10:00:00+04:30', CAST(strftime('%s', c.first) AS INTEGER) + n % 777600
    FROM grown g JOIN (SELECT 'GRM-1401' AS code, '2022-07-10' AS first, 10 AS share UNION ALL SELECT 'GRM-1402', '2023-07-01', 9) c
    WHERE g.n % 10 < c.share ORDER BY c.code, n;
INSERT INTO misses (id, version, campaign, base, household, reason, "on", account, at, moment)
    SELECT 'grown-miss-' || n, 1, 'GRM-1402', printf('GB-%02d', 1 + n % 60), code, 'absent', '2023-07-02', 'f.sharifi',
        '2023-07-02T10:00:00+04:30', CAST(strftime('%s', '2023-07-02') AS INTEGER)
    FROM grown WHERE n % 50 = 9;

INSERT INTO householdsSearch (householdsSearch) VALUES ('rebuild');
INSERT INTO campaignsSearch (campaignsSearch) VALUES ('rebuild');
INSERT INTO basesSearch (basesSearch) VALUES ('rebuild');
COMMIT;
DROP TABLE growth;
PRAGMA wal_checkpoint(TRUNCATE);
