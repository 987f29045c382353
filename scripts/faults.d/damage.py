"""Flipped bits and cut files: the program never traps, and what it shows is what was there, or it
says that something is wrong, or the doctor does."""

import os
import sqlite3

from operations import made
from trial import HAS_DOCTOR, Folder, Tally, each, random_source, run

COUNT = 1000
tally = Tally()
readings = [["list", "--format", "json"], ["report", "weekly"], ["status"], ["history"]]
seen = {"unseen": 0, "found": 0, "silent": 0}


def log():
    commands = []
    for number in range(100):
        at = ["--at", f"-{number % 90}d", "--note", f"note {number} " + "words " * (number % 9)]
        commands += [
            ["pain", str(number % 11), *at], ["log", "bird-dog", "3x8", "curl-up", "2x5", *at],
            ["measure", "thomas", str(number % 30), "--side", "left", *at]]
    return made(*commands)


whole = log()
bytes_of_log = open(whole, "rb").read()


def rows(path):
    """Every row of every table as SQLite reads them, and what its own check says."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    database.text_factory = bytes
    try:
        verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
        names = database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        held = [
            (name, sorted(map(repr, database.execute(f'SELECT * FROM "{name.decode()}"'))))
            for (name,) in names]
        return held, verdict
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return None, str(error)
    finally:
        database.close()


held_before = rows(whole)[0]
said_before = [run(words, os.path.dirname(whole)).stdout for words in readings]


def damage(number_and_seed):
    number, place, bit = number_and_seed
    with Folder() as folder:
        data = bytearray(bytes_of_log)
        if number % 5 == 0:
            del data[place:]
            what = f"cut to {place} bytes"
        else:
            data[place] ^= 1 << bit
            what = f"bit {bit} of byte {place}"
        with open(folder.log, "wb") as out:
            out.write(data)
        tally.runs += 1
        results = [run(words, folder.path) for words in readings]
        for words, result in zip(readings, results):
            message = result.stderr.decode(errors="replace")
            if result.returncode not in (0, 1) or (result.returncode and "hint: " not in message):
                tally.find("wrong", f"{what}: {words}: exit {result.returncode} {message[:300]!r}")
        spoken = any(result.returncode for result in results)
        same = [result.stdout for result in results] == said_before
        held, verdict = rows(folder.log)
        changed = held != held_before
        tally.acknowledged += not spoken
        doctor = run(["doctor"], folder.path) if HAS_DOCTOR else None
        named = doctor is not None and doctor.returncode != 0
        if doctor is not None and doctor.returncode not in (0, 1, 3):
            tally.find("wrong", f"{what}: doctor: exit {doctor.returncode} {doctor.stderr!r}")
        if changed and verdict == b"ok":
            seen["unseen"] += 1
            seen["found"] += named
        if not spoken and not same and not named:
            seen["silent"] += 1
            if HAS_DOCTOR:
                tally.find("lost", f"{what}: other output, and nobody says so")
        if changed and HAS_DOCTOR and not named:
            tally.find("wrong", f"{what}: data changed, and doctor finds nothing")
        write = run(["pain", "4"], folder.path)
        if write.returncode not in (0, 1):
            tally.find("wrong", f"{what}: pain 4: exit {write.returncode} {write.stderr!r}")


each(damage, (
    (number, random_source.randrange(len(bytes_of_log)), random_source.randrange(8))
    for number in range(COUNT)))
tally.notes.append(
    f"{seen['unseen']} flips changed data unseen by integrity_check; "
    + (f"doctor finds {seen['found']} of them" if HAS_DOCTOR else "there is no doctor to find them"))
if not HAS_DOCTOR:
    tally.notes.append(f"{seen['silent']} gave other output without a word: NOT CHECKED by a doctor")
tally.finish()
