-- Version 1 to 2: protocols, stages, flares, checks, and what a guided session was to hold. Frozen: it has
-- run on people's logs.

ALTER TABLE exercise ADD COLUMN variant_of TEXT CHECK (length(variant_of) BETWEEN 1 AND 40);
ALTER TABLE exercise ADD COLUMN easier TEXT CHECK (length(easier) <= 1000);
ALTER TABLE exercise ADD COLUMN harder TEXT CHECK (length(harder) <= 1000);

CREATE TABLE planned_exercise (
  session_id BLOB NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 1000),
  entry TEXT NOT NULL CHECK (length(entry) BETWEEN 1 AND 1000),
  PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_definition (
  kind TEXT NOT NULL CHECK (kind IN ('routine', 'protocol')),
  slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 40),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 262144),
  PRIMARY KEY (kind, slug)
) STRICT, WITHOUT ROWID;

CREATE TABLE course_change (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 100),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
  kind TEXT NOT NULL CHECK (kind IN ('start', 'advance', 'back', 'stop')),
  protocol TEXT NOT NULL CHECK (length(protocol) BETWEEN 1 AND 40),
  stage TEXT CHECK (length(stage) BETWEEN 1 AND 40), -- null after a stop
  unmet TEXT CHECK (length(unmet) BETWEEN 1 AND 4096), -- criteria passed over, separated by commas
  note TEXT CHECK (length(note) BETWEEN 1 AND 16384),
  CHECK ((kind = 'stop') = (stage IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX course_change_by_at ON course_change (at);

CREATE TABLE course_answer (
  course_id BLOB NOT NULL REFERENCES course_change (id) ON DELETE CASCADE,
  question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 40),
  yes INTEGER NOT NULL CHECK (yes IN (0, 1)),
  PRIMARY KEY (course_id, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE flare (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 100),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
  end_at INTEGER CHECK (end_at BETWEEN 0 AND 253402300799),
  end_utc_offset INTEGER CHECK (end_utc_offset BETWEEN -1080 AND 1080),
  end_zone TEXT CHECK (length(end_zone) BETWEEN 1 AND 100),
  end_day INTEGER CHECK (end_day BETWEEN 0 AND 2932896),
  note TEXT CHECK (length(note) BETWEEN 1 AND 16384),
  CHECK (end_at >= at),
  CHECK ((end_at IS NULL) = (end_day IS NULL) AND (end_at IS NULL) = (end_zone IS NULL)
    AND (end_at IS NULL) = (end_utc_offset IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX flare_by_at ON flare (at);

CREATE TABLE safety_check (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 100),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
  resolution TEXT CHECK (length(resolution) BETWEEN 1 AND 16384)
) STRICT, WITHOUT ROWID;

CREATE INDEX safety_check_by_at ON safety_check (at);

CREATE TABLE check_answer (
  check_id BLOB NOT NULL REFERENCES safety_check (id) ON DELETE CASCADE,
  question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 40),
  yes INTEGER NOT NULL CHECK (yes IN (0, 1)),
  PRIMARY KEY (check_id, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_finding (
  check_id BLOB NOT NULL REFERENCES safety_check (id) ON DELETE CASCADE,
  rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 40),
  evidence TEXT NOT NULL CHECK (length(evidence) BETWEEN 1 AND 4096),
  PRIMARY KEY (check_id, rule)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
