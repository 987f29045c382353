-- Version 2 to 3: what commands changed, so that it can be taken back; seals, which show damage; and what
-- the names in other programs' exports stand for. Frozen: it has run on people's logs.

CREATE TABLE operation (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1080 AND 1080),
  zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 100),
  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 2932896),
  command TEXT NOT NULL CHECK (length(command) BETWEEN 1 AND 4096),
  added INTEGER NOT NULL CHECK (added >= 0),
  changed INTEGER NOT NULL CHECK (changed >= 0),
  removed INTEGER NOT NULL CHECK (removed >= 0),
  undone INTEGER CHECK (undone >= 0),
  parts INTEGER NOT NULL CHECK (parts >= 0),
  changes BLOB,
  fingerprint INTEGER NOT NULL,
  replaced TEXT CHECK (length(replaced) BETWEEN 1 AND 4096)
) STRICT;

CREATE INDEX operation_by_undone ON operation (undone) WHERE undone > 0;

CREATE TABLE operation_part (
  operation INTEGER NOT NULL
    REFERENCES operation (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  part INTEGER NOT NULL CHECK (part >= 2),
  changes BLOB NOT NULL,
  fingerprint INTEGER NOT NULL,
  PRIMARY KEY (operation, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE seal (
  entry BLOB NOT NULL PRIMARY KEY CHECK (length(entry) BETWEEN 1 AND 40),
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  fingerprint INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping (
  form TEXT NOT NULL PRIMARY KEY CHECK (length(form) BETWEEN 1 AND 40),
  text TEXT NOT NULL CHECK (length(text) <= 1048576)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
