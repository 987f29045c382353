"""The changes of a log that the families disturb: one line for each."""

import os
import shutil
import subprocess
import tempfile

from trial import RUNS, VERSIONS, contents, flaw, run


def made(*commands):
    """A log in which these commands were done."""
    folder = tempfile.mkdtemp(dir=RUNS)
    for words in commands:
        result = run(words, folder)
        assert result.returncode == 0, (words, result)
    return f"{folder}/log.db"


def version(number):
    """The log of an earlier version that the tests keep."""
    folder = tempfile.mkdtemp(dir=RUNS)
    script = "".join(
        open(f"{VERSIONS}/{name}.sql").read() for name in (f"{number:03}", f"{number:03}-entries"))
    subprocess.run(["sqlite3", f"{folder}/log.db"], input=script.encode(), check=True)
    return f"{folder}/log.db"


def written(text):
    """A file with a text in it."""
    path = f"{tempfile.mkdtemp(dir=RUNS)}/text"
    with open(path, "w") as file:
        file.write(text)
    return path


def changed(template, sql):
    """A log that another program has changed."""
    path = f"{tempfile.mkdtemp(dir=RUNS)}/log.db"
    shutil.copyfile(template, path)
    subprocess.run(["sqlite3", path, sql], check=True)
    return path


class Operation:
    """One change of a log; `files` are next to it, `x_db` as x.db. `flaw` is what is wrong with the log
    before the change, of those that repair."""

    def __init__(self, name, template, *words, **files):
        self.name, self.template, self.words = name, template, list(words)
        self.files = {name.replace("_", "."): path for name, path in files.items()}
        (self.before, self.flaw), (self.after, _) = self.state(False), self.state(True)

    def folder(self):
        folder = tempfile.mkdtemp(dir=RUNS)
        if self.template:
            shutil.copyfile(self.template, f"{folder}/log.db")
            os.chmod(f"{folder}/log.db", 0o600)
        for name, path in self.files.items():
            shutil.copyfile(path, f"{folder}/{name}")
        return folder

    def state(self, done):
        folder = self.folder()
        if done:
            result = run(self.words, folder)
            assert result.returncode == 0, (self.words, result)
        held = contents(folder), flaw(folder)
        shutil.rmtree(folder)
        return held


def operations():
    some = made(
        ["log", "bird-dog", "3x8", "side-plank", "3x20s/side", "--effort", "3", "--after", "4"],
        ["pain", "4", "--note", "before"], ["measure", "thomas", "-5", "--side", "left"],
        ["day", "sitting=9h"], ["pain", "3"])
    every = [
        Operation("first", None, "pain", "4", "--note", "new"),
        Operation("entry", some, "pain", "6", "--note", "new"),
        Operation("session", some, "log", "bird-dog", "20x8", "--before", "2", "--after", "3"),
        Operation("edit", some, "edit", "last", "--note", "other words"),
        Operation("undo", some, "undo", "2"),
        Operation("remove", some, "rm", "last"),
        Operation("setting", some, "config", "day.start", "05:00"),
        Operation("flare", some, "flare", "start"),
        Operation("backup", some, "backup", "copy.db"),
        Operation("restore", some, "restore", "copy.db", copy_db=made(["pain", "9"])),
        Operation("redo", made(["pain", "4"], ["pain", "5"], ["undo", "2"]), "redo", "2"),
        Operation(
            "import", some, "import", "csv", "diary.csv", "--columns", "date=Day,pain=Pain",
            diary_csv=written("Day,Pain\n" + "".join(f"2026-11-{day:02},{day % 10}\n" for day in range(1, 20)))),
        Operation("fix", changed(some, "DROP INDEX pain_by_at"), "doctor", "--fix"),
        Operation("salvage", some, "doctor", "--salvage", "rescued.db"),
        Operation("upgrade-1", version(1), "pain", "6"),
        Operation("upgrade-2", version(2), "pain", "6"),
    ]
    wanted = os.environ.get("PSOAS_FAULTS_OPERATIONS", "").split(",")
    return [operation for operation in every if wanted == [""] or operation.name in wanted]
