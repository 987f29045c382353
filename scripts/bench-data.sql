-- Fills a new log with 522 weeks up to :now: three sessions and one measurement a week, :sets sets
-- and 20,000 pain ratings in all. :bytes holds the bytes 0 to 255, because the SQLite of Debian 12
-- cannot make a blob from numbers yet.
BEGIN;

CREATE TEMP TABLE entry (
  kind TEXT, n INTEGER, at INTEGER, day INTEGER, id BLOB, PRIMARY KEY (kind, n)) WITHOUT ROWID;

WITH RECURSIVE
  amount (kind, entries) AS (VALUES ('session', 1566), ('pain', 20000), ('measurement', 522)),
  numbered (kind, entries, n) AS (
    SELECT kind, entries, 1 FROM amount
    UNION ALL SELECT kind, entries, n + 1 FROM numbered WHERE n < entries),
  dated (kind, n, at) AS (
    SELECT kind, n, :now - 522 * 604800 + n * 522 * 604800 / entries FROM numbered)
INSERT INTO entry
SELECT kind, n, at, (at - 4 * 3600) / 86400,
  -- A UUID of version 7: milliseconds, then random bytes around the version and the variant.
  CAST(
    substr(:bytes, 1 + (at * 1000 >> 40 & 255), 1)
    || substr(:bytes, 1 + (at * 1000 >> 32 & 255), 1)
    || substr(:bytes, 1 + (at * 1000 >> 24 & 255), 1)
    || substr(:bytes, 1 + (at * 1000 >> 16 & 255), 1)
    || substr(:bytes, 1 + (at * 1000 >> 8 & 255), 1)
    || substr(:bytes, 1 + (at * 1000 & 255), 1)
    || x'70' || randomblob(1) || x'80' || randomblob(7) AS BLOB)
FROM dated;

INSERT INTO exercise (slug, name, one_sided, dose, own) VALUES
  ('bird-dog', 'Bird-dog', 1, 'reps-hold', 0), ('curl-up', 'Curl-up', 0, 'reps-hold', 0),
  ('glute-bridge', 'Glute bridge', 0, 'reps-hold', 0);
INSERT INTO measurement_kind VALUES
  ('glute-bridge', 'hip angle in a glute bridge', 'deg', 'higher', 0, 60, 210, 0);

INSERT INTO session (id, at, utc_offset, zone, day, duration_seconds, effort_tenths, set_count)
SELECT id, at, 0, 'UTC', day, 600 + n % 5 * 300, 20 + n % 4 * 10, 0
FROM entry WHERE kind = 'session' ORDER BY n;

-- Spread evenly over the sessions, three sets to an exercise.
WITH RECURSIVE
  numbered (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbered WHERE n + 1 < :sets),
  dealt (session, n) AS (SELECT n * 1566 / :sets, n FROM numbered),
  placed (session, place) AS (
    SELECT session, n - (session * :sets + 1565) / 1566 FROM dealt)
INSERT INTO exercise_set (session_id, entry, number, exercise, reps)
SELECT id, 1 + place / 3, 1 + place % 3,
  CASE place / 3 % 3 WHEN 0 THEN 'bird-dog' WHEN 1 THEN 'curl-up' ELSE 'glute-bridge' END, 8
FROM placed CROSS JOIN entry ON kind = 'session' AND entry.n = session + 1;

UPDATE session
SET set_count = (SELECT count(*) FROM exercise_set WHERE session_id = session.id);

INSERT INTO pain (id, at, utc_offset, zone, day, score_tenths, recall, woke)
SELECT id, at, 0, 'UTC', day, 70 - n / 500 + n * 7919 % 21,
  CASE n % 10 WHEN 0 THEN 'morning' WHEN 1 THEN 'worst' ELSE 'now' END, 0
FROM entry WHERE kind = 'pain' ORDER BY n;

INSERT INTO measurement (id, at, utc_offset, zone, day, kind, side, method, motion)
SELECT id, at, 0, 'UTC', day, 'glute-bridge', '', 'inclinometer', ''
FROM entry WHERE kind = 'measurement' ORDER BY n;
INSERT INTO measurement_trial (measurement_id, number, value_hundredths)
SELECT id, trial, (11000 + n * 12) + trial * 100
FROM entry, (SELECT 1 AS trial UNION SELECT 2 UNION SELECT 3) WHERE kind = 'measurement'
ORDER BY n, trial;

COMMIT;
