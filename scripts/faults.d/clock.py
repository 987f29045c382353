"""A clock that jumps during a series of entries: back, forward, over a change of the clocks, over New
Year. Every entry stays, its key keeps it apart from the others, and the reports stay readable."""

import json

from trial import ENVIRONMENT, Folder, Tally, flaw, random_source, run

STEPS = [
    "2026-11-20 18:00:00", "2025-11-20 18:00:00", "2026-03-29 01:59:50", "2026-03-29 03:00:10",
    "2026-10-25 02:59:50", "2026-10-25 02:00:10", "2025-12-31 23:59:58", "2026-01-01 00:00:02",
    "2024-02-29 12:00:00", "2026-11-20 18:00:01", "1971-01-01 00:00:01", "2026-11-20 18:00:02"]
tally = Tally()
environment = {key: value for key, value in ENVIRONMENT.items() if key != "PSOAS_NOW"}
for zone in ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"):
    with Folder() as folder:
        env = environment | {"TZ": zone, "HOME": folder.path}
        # libfaketime has no seed: the order of the jumps does.
        steps = STEPS + random_source.sample(STEPS, len(STEPS))
        notes = []
        for number, moment in enumerate(steps):
            wrap = ["faketime", moment]
            result = run(["pain", "4", "--note", str(number)], folder.path, wrap, env=env)
            tally.runs += 1
            if result.returncode == 0:
                tally.acknowledged += 1
                notes.append(str(number))
            else:
                tally.find("wrong", f"{zone} {moment}: {result.stderr.decode()!r}")
        rows = json.loads(run(["list", "--format", "json"], folder.path, env=env).stdout)
        if sorted(row["note"] for row in rows) != sorted(notes):
            tally.find("lost", f"{zone}: {len(rows)} of {len(notes)}")
        if [row["at"][:10] for row in rows] != sorted((row["at"][:10] for row in rows), reverse=True):
            tally.find("wrong", f"{zone}: not listed newest first")
        words = ["history", "--all", "--format", "json"]
        history = json.loads(run(words, folder.path, env=env).stdout)
        typed = [row["command"].rsplit(" ", 1)[-1] for row in history]
        if typed != notes[::-1]:
            tally.find("wrong", f"{zone}: the history is not in the order of the commands")
        for words in (["status"], ["report", "weekly"], ["report", "trend", "pain"], ["undo", "2"]):
            for moment in ("2026-11-20 18:00:03", "2026-03-29 03:00:00", "1971-06-01 00:00:00"):
                if words == ["undo", "2"] and moment[0] == "1":
                    continue
                result = run(words, folder.path, ["faketime", moment], env=env)
                tally.runs += 1
                if result.returncode:
                    tally.find("wrong", f"{zone} {words} {moment}: {result.stderr.decode()!r}")
        wrong = flaw(folder.path)
        if wrong:
            tally.find("damaged", f"{zone}: {wrong}")
tally.finish()
