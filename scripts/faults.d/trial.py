"""What the families share: a log to damage, the program run on it, and the judge."""

import functools
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

PROGRAM = os.environ["PSOAS_FAULTS_PROGRAM"]
ROOT = os.environ["PSOAS_FAULTS_ROOT"]
SEED = int(os.environ.get("PSOAS_FAULTS_SEED", "20261121"))
RUNS = os.environ["PSOAS_FAULTS_FOLDER"]
VERSIONS = f"{ROOT}/Tests/StoreTests/Versions"
ENVIRONMENT = {
    "PSOAS_NOW": "2026-11-20T18:00:00Z", "TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "80",
    "PATH": os.environ["PATH"], "HOME": "/nonexistent",
}
random_source = random.Random(SEED)


def run(words, folder, wrap=(), place=None, **more):
    """The program on the log of a folder, through another command where one is given."""
    place = ["--db", f"{folder}/log.db"] if place is None else place
    more.setdefault("env", ENVIRONMENT | {"HOME": folder})
    more.setdefault("stdin", subprocess.DEVNULL)
    more.setdefault("stdout", subprocess.PIPE)
    more.setdefault("stderr", subprocess.PIPE)
    command = [*wrap, PROGRAM, *words, *place]
    try:
        return subprocess.run(command, cwd=folder, timeout=60, **more)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, -99, b"", b"it did not end within a minute")


SURROUNDINGS = {"disk", "future", "clock", "definition"}
HAS_DOCTOR = run(["doctor", "--help"], "/tmp").returncode == 0


class Folder:
    """A folder for one run, with a copy of a log in it or with none."""

    def __init__(self, template=None):
        self.path = tempfile.mkdtemp(dir=RUNS)
        self.log = f"{self.path}/log.db"
        if template:
            shutil.copyfile(template, self.log)
            os.chmod(self.log, 0o600)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


class Tally:
    """The counts of a family, told in one line at its end."""

    def __init__(self):
        self.runs = self.acknowledged = self.lost = self.damaged = self.wrong = 0
        self.started, self.told, self.notes = time.time(), 0, []

    def find(self, kind, text):
        setattr(self, kind, getattr(self, kind) + 1)
        self.told += 1
        if self.told <= int(os.environ.get("PSOAS_FAULTS_TOLD", "10")):
            print(f"  {kind}: {text}", file=sys.stderr)

    def finish(self):
        name = os.path.basename(sys.argv[0]).removesuffix(".py")
        print(
            f"{name:<12} runs {self.runs:>6}  acknowledged {self.acknowledged:>6}"
            f"  lost {self.lost}  damaged {self.damaged}  wrong {self.wrong}"
            f"  {time.time() - self.started:.0f} s", flush=True)
        for note in self.notes:
            print(f"{'':<12} {note}", flush=True)
        sys.exit(1 if self.lost or self.damaged or self.wrong or not self.runs else 0)


def state(folder):
    """All that lies in a folder: names, modes and bytes."""
    found = []
    for place, folders, files in os.walk(folder):
        for name in folders + files:
            path = f"{place}/{name}"
            held = b""
            if name in files and os.path.isfile(path):
                with open(path, "rb") as file:
                    held = hashlib.sha256(file.read()).digest()
            found.append((os.path.relpath(path, folder), os.lstat(path).st_mode, held))
    return tuple(sorted(found))


def remembered(look):
    """A look that need not be repeated where all in the folder is as it was in an earlier run."""
    seen = {}

    @functools.wraps(look)
    def remembering(folder, *more):
        key = (state(folder), more)
        if len(seen) > 1000:
            seen.clear()
        if key not in seen:
            seen[key] = look(folder, *more)
        return seen[key]

    return remembering


@remembered
def contents(folder):
    """What the log says it holds, without the keys, which differ from run to run; None when the
    program cannot read it. No log holds nothing."""
    held = []
    for words in (["list"], ["history", "--all"]):
        result = run([*words, "--format", "json"], folder)
        if result.returncode:
            return [[], []] if b"there is no log" in result.stderr else None
        # Paths differ from run to run too.
        rows = json.loads(result.stdout.replace(folder.encode(), b""))
        for row in rows:
            row.pop("id", None)
            row["session"] = bool(row.get("session"))
        held.append(sorted(json.dumps(row, sort_keys=True) for row in rows))
    return held


@remembered
def flaw(folder, name="log.db"):
    """What is wrong with a file in the eyes of SQLite and of the doctor; None when it is whole."""
    path = f"{folder}/{name}"
    if not os.path.exists(path) or os.path.getsize(path) == 0:
        return None
    database = sqlite3.connect(path)
    try:
        verdict = database.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            return verdict
        if database.execute("PRAGMA foreign_key_check").fetchone():
            return "a foreign key leads nowhere"
    except sqlite3.Error as error:
        return str(error)
    finally:
        database.close()
    if HAS_DOCTOR and name == "log.db":
        doctor = run(["doctor", "--format", "json"], folder)
        if doctor.returncode not in (0, 3):
            return f"doctor: exit {doctor.returncode} {doctor.stderr.decode()}"
        # A small disk and a strange clock are what some families are about, and the log of version 2
        # has a routine in it that could never be read.
        findings = [
            f"{finding['id']}: {finding['says']}"
            for finding in json.loads(doctor.stdout)["findings"]
            if finding["severity"] == "attention" and finding["id"] not in SURROUNDINGS]
        return f"doctor: {findings}" if findings else None
    return None


def copies(folder):
    """The copies that were made next to the log."""
    place = f"{folder}/log.db.backups"
    return [f"log.db.backups/{name}" for name in os.listdir(place)] if os.path.isdir(place) else []


# What a program without memory or a loader can do is not ours to promise.
NOT_OURS = {
    "execve", "exit_group", "brk", "mmap", "munmap", "mprotect", "mremap", "madvise", "getrandom"}


def judge(tally, what, folder, result, operation, ours=True, killed=False):
    """Holds one run against what the log held before, and what it holds where all goes well."""
    before, after = operation.before, operation.after
    tally.runs += 1
    acknowledged = result.returncode == 0
    tally.acknowledged += acknowledged
    now = contents(folder)
    message = result.stderr.decode(errors="replace")
    if now is None:
        tally.find("damaged", f"{what}: cannot be read any more")
    elif now != after and (acknowledged or now != before):
        tally.find("lost", f"{what}: exit {result.returncode} {message!r}")
    for name in sorted(os.listdir(folder)) + sorted(copies(folder)):
        is_log = ".db" in name and not name.endswith((".tmp", "-journal", ".backups"))
        wrong = flaw(folder, name) if is_log else None
        if wrong and wrong != operation.flaw:
            tally.find("damaged", f"{what}: {name}: {wrong}")
    if killed or acknowledged or not ours:
        return
    # The doctor may say as well what it could not repair, check or save.
    if result.returncode == 3 and b"\nLost\n" in result.stdout:
        return
    if result.returncode == 3 and b"eeds attention" in result.stdout:
        if b"nothing could be repaired" in result.stdout and b"hint: " not in result.stderr:
            tally.find("wrong", f"{what}: says that there is nothing to repair")
        return
    form = "error: " in message and message.count("hint: ") == 1
    if result.returncode != 1 or not form:
        said = message or result.stdout[-300:].decode(errors="replace")
        tally.find("wrong", f"{what}: exit {result.returncode} {said!r}")
    elif now == after != before and "nothing was" in message:
        tally.find("wrong", f"{what}: stored, but said: {message!r}")


def each(body, items, workers=2):
    """Runs a body for every item, two at a time."""
    with ThreadPoolExecutor(workers) as pool:
        for _ in pool.map(body, items):
            pass
