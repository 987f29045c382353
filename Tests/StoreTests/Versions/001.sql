-- The tables of a psoas log, version 1. This file makes every new log; it is part of the program.
--
-- Every moment is kept in four columns, as the user lived it:
--   at          seconds since 1970-01-01T00:00Z
--   utc_offset  minutes that the local clock was ahead of UTC
--   zone        the name of the zone that the clock followed
--   day         the user's day, in days since 1970-01-01; hours before day.start belong to the day
--               before. date(day * 86400, 'unixepoch') shows it, (day + 3) / 7 numbers its ISO week.
-- Amounts are whole numbers of a small unit, so that nothing is rounded: *_tenths, *_hundredths.
-- Keys are UUIDs of version 7, 16 bytes, made by the program.

PRAGMA application_id = 1886613345; -- 'psoa'
PRAGMA user_version = 1;

-- The exercises that sessions name: copied here from the program's catalogue on first use, so that a
-- log explains itself without the program, and those that the user added (own = 1).
CREATE TABLE exercise (
  slug TEXT NOT NULL PRIMARY KEY CHECK (length(slug) BETWEEN 1 AND 40),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  one_sided INTEGER NOT NULL CHECK (one_sided IN (0, 1)),
  dose TEXT NOT NULL CHECK (dose IN ('reps', 'hold', 'reps-hold', 'none')),
  aim TEXT CHECK (length(aim) <= 16384),
  cue TEXT CHECK (length(cue) <= 16384),
  own INTEGER NOT NULL CHECK (own IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Other words by which the user types an exercise of their own.
CREATE TABLE exercise_alias (
  alias TEXT NOT NULL PRIMARY KEY CHECK (length(alias) BETWEEN 1 AND 40),
  exercise TEXT NOT NULL REFERENCES exercise (slug) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 100),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
  routine TEXT CHECK (length(routine) BETWEEN 1 AND 40),
  duration_seconds INTEGER CHECK (duration_seconds BETWEEN 1 AND 86400),
  effort_tenths INTEGER CHECK (effort_tenths BETWEEN 0 AND 100), -- CR10
  set_count INTEGER NOT NULL CHECK (set_count BETWEEN 0 AND 100000), -- its rows in exercise_set
  note TEXT CHECK (length(note) BETWEEN 1 AND 16384)
) STRICT, WITHOUT ROWID;

-- Weekly reports, without touching a table, which is what set_count is for; lists and the newest
-- session.
CREATE INDEX session_by_day ON session (day, duration_seconds, effort_tenths, set_count);
CREATE INDEX session_by_at ON session (at);

-- One row for each set. `entry` numbers the exercises of a session, `number` the sets of one. Both
-- reps and hold are null where an exercise was done without counting.
CREATE TABLE exercise_set (
  session_id BLOB NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  entry INTEGER NOT NULL CHECK (entry BETWEEN 1 AND 1000),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 1000),
  exercise TEXT NOT NULL REFERENCES exercise (slug) ON UPDATE CASCADE,
  reps INTEGER CHECK (reps BETWEEN 1 AND 9999),
  hold_seconds INTEGER CHECK (hold_seconds BETWEEN 1 AND 86400),
  side TEXT CHECK (side IN ('left', 'right', 'both')), -- both: the dose on each side
  load_hundredths INTEGER CHECK (load_hundredths BETWEEN 0 AND 100000),
  load_unit TEXT CHECK (load_unit IN ('kg', 'lb')),
  pain_tenths INTEGER CHECK (pain_tenths BETWEEN 0 AND 100), -- during the exercise
  PRIMARY KEY (session_id, entry, number),
  CHECK ((load_hundredths IS NULL) = (load_unit IS NULL))
) STRICT, WITHOUT ROWID;

-- Pain on the 0-10 numeric rating scale. Ratings of different recall windows are different series.
CREATE TABLE pain (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 100),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
  score_tenths INTEGER NOT NULL CHECK (score_tenths BETWEEN 0 AND 100),
  recall TEXT NOT NULL CHECK (recall IN ('now', 'average', 'worst', 'morning')),
  woke INTEGER NOT NULL CHECK (woke IN (0, 1)), -- it woke the user from sleep
  session_id BLOB REFERENCES session (id) ON DELETE CASCADE,
  tie TEXT CHECK (tie IN ('before', 'after')), -- what it says about that session
  note TEXT CHECK (length(note) BETWEEN 1 AND 16384),
  CHECK ((session_id IS NULL) = (tie IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX pain_by_recall_day ON pain (recall, day, score_tenths);
CREATE INDEX pain_by_at ON pain (at);
CREATE UNIQUE INDEX pain_by_session ON pain (session_id, tie) WHERE session_id IS NOT NULL;

CREATE TABLE pain_site (
  pain_id BLOB NOT NULL REFERENCES pain (id) ON DELETE CASCADE,
  site TEXT NOT NULL CHECK (length(site) BETWEEN 1 AND 40),
  side TEXT NOT NULL CHECK (side IN ('', 'left', 'right', 'both')),
  PRIMARY KEY (pain_id, site, side)
) STRICT, WITHOUT ROWID;

CREATE TABLE pain_trigger (
  pain_id BLOB NOT NULL REFERENCES pain (id) ON DELETE CASCADE,
  trigger TEXT NOT NULL CHECK (length(trigger) BETWEEN 1 AND 80),
  PRIMARY KEY (pain_id, trigger)
) STRICT, WITHOUT ROWID;

-- Kinds of measurement in use: copied here from the program on first use, and the user's own.
CREATE TABLE measurement_kind (
  slug TEXT NOT NULL PRIMARY KEY CHECK (length(slug) BETWEEN 1 AND 40),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  unit TEXT NOT NULL CHECK (unit IN ('deg', 's', 'points', 'cm', 'kg', 'count')),
  better TEXT NOT NULL CHECK (better IN ('higher', 'lower')),
  sided INTEGER NOT NULL CHECK (sided IN (0, 1)),
  lowest INTEGER NOT NULL CHECK (lowest BETWEEN -1000000 AND 1000000), -- in the unit itself
  highest INTEGER NOT NULL CHECK (highest BETWEEN -1000000 AND 1000000),
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  CHECK (highest > lowest)
) STRICT, WITHOUT ROWID;

-- One visit's measurement of one kind on one side.
CREATE TABLE measurement (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 100),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
  kind TEXT NOT NULL REFERENCES measurement_kind (slug) ON UPDATE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('', 'left', 'right')),
  method TEXT NOT NULL CHECK (method IN ('', 'inclinometer', 'goniometer', 'photo', 'estimate')),
  motion TEXT NOT NULL CHECK (motion IN ('', 'active', 'passive')),
  pain_tenths INTEGER CHECK (pain_tenths BETWEEN 0 AND 100), -- 0 is pain-free, null is not said
  photo TEXT CHECK (length(photo) BETWEEN 1 AND 4096), -- where a picture of it is
  note TEXT CHECK (length(note) BETWEEN 1 AND 16384)
) STRICT, WITHOUT ROWID;

CREATE INDEX measurement_by_day ON measurement (day);
CREATE INDEX measurement_by_at ON measurement (at);
CREATE INDEX measurement_by_series ON measurement (kind, side, at);

-- The repeated trials of one visit.
CREATE TABLE measurement_trial (
  measurement_id BLOB NOT NULL REFERENCES measurement (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 100),
  value_hundredths INTEGER NOT NULL CHECK (value_hundredths BETWEEN -100000000 AND 100000000),
  PRIMARY KEY (measurement_id, number)
) STRICT, WITHOUT ROWID;

-- Daily exposures, a row for each time the user told some. Of two amounts of one factor on one day the
-- one with the later key counts, so that taking an entry back brings the earlier amount back.
CREATE TABLE day_record (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 100),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896)
) STRICT, WITHOUT ROWID;

CREATE INDEX day_record_by_day ON day_record (day);
CREATE INDEX day_record_by_at ON day_record (at);

CREATE TABLE day_factor (
  day_id BLOB NOT NULL REFERENCES day_record (id) ON DELETE CASCADE,
  factor TEXT NOT NULL CHECK (length(factor) BETWEEN 1 AND 40),
  unit TEXT NOT NULL CHECK (unit IN ('time', 'number')), -- hundredths of a minute, or of one
  value_hundredths INTEGER NOT NULL CHECK (value_hundredths BETWEEN 0 AND 100000000000),
  PRIMARY KEY (day_id, factor)
) STRICT, WITHOUT ROWID;

-- A factor keeps to one unit, so that its days can be compared.
CREATE INDEX day_factor_by_factor ON day_factor (factor, unit);

-- What `psoas config` was told; everything else has the default that `psoas config` shows.
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (length(value) <= 16384)
) STRICT, WITHOUT ROWID;
