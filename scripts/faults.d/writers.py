"""Writers killed at random, and eight at once with a reader."""

import json
import os
import signal
import subprocess
import threading
import time

from trial import ENVIRONMENT, PROGRAM, Folder, Tally, flaw, random_source, run

ROUNDS, WRITERS, ENTRIES = 200, 8, 500
tally = Tally()


def loop(folder, name, count):
    """A shell that writes entries one after the other and notes the acknowledged ones."""
    line = (
        f"for ((n = 1; n <= {count}; n++)); do \"$0\" log bird-dog 2x8 curl-up 3x5 --after 3 --quiet "
        f"--note {name}-$n --db log.db && echo {name}-$n >> acknowledged-{name}; done")
    return subprocess.Popen(
        ["bash", "-c", line, PROGRAM], cwd=folder, env=ENVIRONMENT, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def stored(folder):
    """The notes of the sessions that are there; a session by half is found here."""
    result = run(["list", "--format", "json"], folder)
    if result.returncode:
        if b"there is no log" not in result.stderr:
            tally.find("wrong", f"reader: {result.stderr.decode()!r}")
        return set()
    rows = json.loads(result.stdout)
    sessions = {row["id"]: row for row in rows if row["type"] == "session"}
    tied = {row["session"] for row in rows if row["type"] == "pain"}
    for key, row in sessions.items():
        if sum(len(entry["sets"]) for entry in row["entries"]) != 5 or key not in tied:
            tally.find("lost", f"a session by half: {row}")
    return {row["note"] for row in sessions.values()}


def compare(folder):
    acknowledged = set()
    for name in os.listdir(folder):
        if name.startswith("acknowledged-"):
            acknowledged |= set(open(f"{folder}/{name}").read().split())
    tally.acknowledged += len(acknowledged)
    for note in acknowledged - stored(folder):
        tally.find("lost", f"{note} was acknowledged")
    wrong = flaw(folder)
    if wrong:
        tally.find("damaged", wrong)
    return acknowledged


with Folder() as folder:
    for number in range(ROUNDS):
        writers = [loop(folder.path, f"r{number}w{writer}", 1000) for writer in range(2)]
        time.sleep(random_source.uniform(0.01, 0.4))
        for writer in writers:
            os.killpg(writer.pid, signal.SIGKILL)
            writer.wait()
        tally.runs += 1
    compare(folder.path)

with Folder() as folder:
    reading = True

    def read():
        while reading:
            stored(folder.path)
            result = run(["report", "weekly"], folder.path)
            if result.returncode and b"there is no log" not in result.stderr:
                tally.find("wrong", f"reader: {result.stderr.decode()!r}")

    reader = threading.Thread(target=read)
    reader.start()
    writers = [loop(folder.path, f"w{number}", ENTRIES) for number in range(WRITERS)]
    for writer in writers:
        message = writer.communicate()[1].decode()
        if "error" in message:
            tally.find("wrong", f"writer: {message[:300]!r}")
    reading = False
    reader.join()
    tally.runs += WRITERS * ENTRIES
    missing = WRITERS * ENTRIES - len(compare(folder.path))
    if missing:
        tally.find("wrong", f"{missing} of the entries of writers at once were refused")
tally.finish()
