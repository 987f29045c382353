"""Database files that another program made or changed, with intent or by mistake."""

import hashlib
import subprocess

from operations import made
from trial import HAS_DOCTOR, Folder, Tally, run

tally = Tally()
good = made(
    ["log", "bird-dog", "3x8", "--after", "4"], ["pain", "4", "--note", "before"],
    ["measure", "thomas", "-5", "--side", "left"], ["day", "sitting=9h"])
schema = "PRAGMA writable_schema = ON;"
LOOSE = "PRAGMA ignore_check_constraints = ON;"


# What is done to a log by sqlite3.
CHANGES = {
    "trigger that deletes": "CREATE TRIGGER t AFTER INSERT ON pain BEGIN DELETE FROM session; END",
    "trigger that refuses": "CREATE TRIGGER t BEFORE INSERT ON pain BEGIN SELECT RAISE(ABORT, 'no'); END",
    "trigger without end": "CREATE TRIGGER t AFTER INSERT ON pain BEGIN INSERT INTO pain SELECT "
    "randomblob(16), at, utc_offset, zone, day, 1, 'now', 0, NULL, NULL, NULL FROM pain; END;",
    "temporary names": "CREATE TABLE temp_pain(x); CREATE VIEW day AS SELECT 1",
    "view as pain": "ALTER TABLE pain RENAME TO real; CREATE VIEW pain AS SELECT * FROM real",
    "view without end": "ALTER TABLE pain RENAME TO real; CREATE VIEW pain AS WITH RECURSIVE c AS "
    "(SELECT * FROM real UNION ALL SELECT c.* FROM c) SELECT * FROM c",
    "view on itself": "DROP TABLE flare; CREATE VIEW flare AS SELECT * FROM flare",
    "missing table": "DROP TABLE flare",
    "missing index": "DROP INDEX pain_by_at",
    "table without strictness": "CREATE TABLE other AS SELECT * FROM pain; DROP TABLE pain;"
    "ALTER TABLE other RENAME TO pain; UPDATE pain SET score_tenths = 'four', zone = x'ff00'",
    "text for numbers": "CREATE TABLE other AS SELECT * FROM session; DROP TABLE session;"
    "ALTER TABLE other RENAME TO session; UPDATE session SET at = 'then', day = 1e300",
    "extra column": "ALTER TABLE pain ADD COLUMN mood TEXT",
    "column first": "CREATE TABLE other AS SELECT 1 AS mood, * FROM pain; DROP TABLE pain;"
    "ALTER TABLE other RENAME TO pain",
    "generated column": "ALTER TABLE pain ADD COLUMN twice INTEGER AS (score_tenths * 2)",
    "generated column that fails": "ALTER TABLE pain ADD COLUMN bad INTEGER AS (abs(-9223372036854775808))",
    "unknown function": "CREATE INDEX odd ON pain (score_tenths) WHERE score_tenths > 5;"
    f"{schema} UPDATE sqlite_schema SET sql = replace(sql, '> 5', '> nope(5)') WHERE name = 'odd'",
    "schema of nonsense": f"{schema} UPDATE sqlite_schema SET sql = 'CREATE NONSENSE' WHERE name = 'flare'",
    "root page beyond": f"{schema} UPDATE sqlite_schema SET rootpage = 4000000 WHERE name = 'pain'",
    "root pages that meet": f"{schema} UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM "
    "sqlite_schema WHERE name = 'session') WHERE name = 'pain'",
    "values out of range": f"{LOOSE} UPDATE pain SET score_tenths = 999, at = 9223372036854775807, "
    "day = -9223372036854775808, utc_offset = 9223372036854775807",
    "least of all numbers": f"{LOOSE} UPDATE session SET at = -9223372036854775808, duration_seconds = "
    "9223372036854775807, effort_tenths = -9223372036854775808, set_count = 9223372036854775807",
    "sets without end": f"{LOOSE} UPDATE exercise_set SET reps = 9223372036854775807, hold_seconds = "
    "9223372036854775807, entry = entry + 9223372036854775800",
    "measure beyond": f"{LOOSE} UPDATE measurement_trial SET value_hundredths = 9223372036854775807",
    "factor beyond": f"{LOOSE} UPDATE day_factor SET value_hundredths = -9223372036854775808",
    "key of two bytes": f"{LOOSE} UPDATE pain SET id = x'0102' WHERE id = (SELECT min(id) FROM pain)",
    "key of nothing": f"{LOOSE} UPDATE pain SET id = x'' WHERE id = (SELECT min(id) FROM pain)",
    "unknown zone": "UPDATE pain SET zone = 'Nowhere/' || char(27) || '[2J'",
    "zone with a way out": "UPDATE pain SET zone = '../../../../etc/passwd'",
    "note that is a blob": "CREATE TABLE other AS SELECT * FROM pain; DROP TABLE pain;"
    "ALTER TABLE other RENAME TO pain; UPDATE pain SET note = x'fffe00c0af'",
    "note with bad bytes": "UPDATE pain SET note = CAST(x'61ff62c0af' AS TEXT)",
    "note with NUL and escapes": "UPDATE pain SET note = 'a' || char(0) || char(27) || ']0;x' || char(7) || char(8238)",
    "note of 100 MB": f"{LOOSE} UPDATE pain SET note = printf('%.*c', 100000000, 'x')",
    "no such exercise": "PRAGMA foreign_keys = OFF; DELETE FROM exercise",
    "orphaned sets": "PRAGMA foreign_keys = OFF; DELETE FROM session",
    "changes that are none": "UPDATE operation SET changes = x'00', fingerprint = 0",
    "changes of nonsense": "UPDATE operation SET changes = randomblob(1000)",
    "changes of 50 MB": "UPDATE operation SET changes = zeroblob(50000000)",
    "numbers at the end": "UPDATE operation SET number = 9223372036854775807 WHERE number = 1",
    "false checksums": "UPDATE seal SET fingerprint = -9223372036854775808, row_count = 9223372036854775807",
    "setting of nonsense": "INSERT INTO setting VALUES ('day.start', 'xx:yy'), ('report.weeks', '-9999999999999999999')",
    "newer version": "PRAGMA user_version = 4000",
    "newest version": "PRAGMA user_version = 2147483647",
    "version below": "PRAGMA user_version = -1",
    "version 1 that is none": "PRAGMA user_version = 1",
    "version 2 that is none": "PRAGMA user_version = 2",
    "another program": "PRAGMA application_id = 7",
    "write-ahead log": "PRAGMA journal_mode = WAL",
    "vacuum by itself": "PRAGMA auto_vacuum = FULL; VACUUM",
    "pages of 512": "PRAGMA page_size = 512; VACUUM",
    "pages of 65536": "PRAGMA page_size = 65536; VACUUM",
    "sqlite_sequence": "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT);"
    "INSERT INTO counted DEFAULT VALUES",
    "statistics that lie": "ANALYZE; UPDATE sqlite_stat1 SET stat = '9223372036854775807 -1'",
    "5,000 tables": "\n".join(f"CREATE TABLE t{number} (x);" for number in range(5000)),
    "a deep expression": "CREATE VIEW deep AS SELECT 1" + " + 1" * 900,
    "1,000 columns": "CREATE TABLE wide (" + ",".join(f"c{n}" for n in range(1000)) + ")",
    "tables of search": "CREATE VIRTUAL TABLE words USING fts5(x); INSERT INTO words VALUES ('a')",
    "UTF-16": None,
}
COMMANDS = [
    ["list", "--format", "json"], ["list"], ["status"], ["report", "weekly"], ["history"],
    ["show", "last"], ["search", "before"], ["report", "trend", "pain"], ["check", "--look"],
    ["undo"], ["edit", "last", "--note", "x"], ["rm", "last"], ["pain", "5"],
    ["log", "bird-dog", "2x8", "--after", "3"], ["config", "day.start", "05:00"]]


def digest(path):
    return hashlib.sha256(open(path, "rb").read()).digest()


def sixteen(path):
    """The whole log in a file whose text is UTF-16."""
    dump = subprocess.run(["sqlite3", good, ".dump"], capture_output=True, check=True).stdout
    header = "".join(
        f"PRAGMA {name} = {subprocess.run(['sqlite3', good, f'PRAGMA {name}'], capture_output=True).stdout.decode()};"
        for name in ("application_id", "user_version"))
    subprocess.run(
        ["sqlite3", path], input=b"PRAGMA encoding = 'UTF-16le';" + dump + header.encode(),
        check=True)


def tried(folder, name, words):
    before = digest(folder.log)
    result = run(words, folder.path)
    tally.runs += 1
    message = result.stderr.decode(errors="replace")
    what = f"{name}: {' '.join(words)}"
    if result.returncode == 0:
        tally.acknowledged += 1
    elif result.returncode not in (1, 64) or "hint: " not in message:
        attention = result.returncode == 3 and words[0] in ("check", "doctor")
        if not attention:
            tally.find("wrong", f"{what}: exit {result.returncode} {message[:300]!r}")
    elif digest(folder.log) != before:
        tally.find("damaged", f"{what}: refused, but the file changed: {message[:300]!r}")
    if b"\x1b" in result.stdout + result.stderr:
        tally.find("wrong", f"{what}: an escape reaches the terminal")
    return result


def sessions(path):
    answer = subprocess.run(
        ["sqlite3", path, "SELECT count(*) FROM session"], capture_output=True).stdout
    return int(answer) if answer.strip().isdigit() else None


for name, change in CHANGES.items():
    for words in [*COMMANDS, *([["doctor"]] if HAS_DOCTOR else [])]:
        with Folder(None if change is None else good) as folder:
            if change is None:
                sixteen(folder.log)
            else:
                subprocess.run(
                    ["sqlite3", folder.log], input=change.encode(), check=True,
                    capture_output=True)
            count = sessions(folder.log)
            result = tried(folder, name, words)
            if words[0] == "pain" and result.returncode == 0 and sessions(folder.log) != count:
                tally.find("lost", f"{name}: an entry was stored and others went")
tally.finish()
