-- What `psoas import strong` does with the table `raw` that the shell has imported before, as far as
-- SQL alone can: the same sessions, exercises and sets in the same tables, without a record for undo,
-- without checksums and without a check of each value.
BEGIN IMMEDIATE;
INSERT OR IGNORE INTO exercise (slug, name, one_sided, dose, own)
SELECT DISTINCT lower(replace("Exercise Name", ' ', '-')), "Exercise Name", 0, 'reps', 1 FROM raw;
INSERT INTO session (id, at, utc_offset, zone, day, duration_seconds, set_count)
SELECT randomblob(16), unixepoch(Date), 0, 'UTC', unixepoch(Date) / 86400,
  60 * CAST(Duration AS INTEGER), count(*)
FROM raw GROUP BY Date, "Workout Name";
INSERT INTO exercise_set (
  session_id, entry, number, exercise, reps, hold_seconds, load_hundredths, load_unit)
SELECT session.id, 1 + (row_number() OVER (PARTITION BY Date ORDER BY raw.rowid) - 1) / 4,
  CAST("Set Order" AS INTEGER), lower(replace("Exercise Name", ' ', '-')),
  nullif(CAST(Reps AS INTEGER), 0), nullif(CAST(Seconds AS INTEGER), 0),
  CAST(100 * Weight AS INTEGER), 'kg'
FROM raw JOIN session ON at = unixepoch(Date);
DROP TABLE raw;
COMMIT;
