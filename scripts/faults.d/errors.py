"""Random errors of the C library's file functions, from libfiu."""

import shutil

from operations import operations
from trial import Tally, each, judge, random_source, run

RUNS_EACH = 500
tally = Tally()


def disturb(item):
    operation, probability, mute = item
    folder = operation.folder()
    # fiu-run leaves its pipes in /tmp unless told otherwise; it has no seed, so the counts vary.
    # Only messages and results leave by write, the log by pwrite: where it may fail, so may the
    # message, and only where it may not can the harness ask for a whole one.
    wrap = [
        "fiu-run", "-x", "-f", folder, "-c",
        f"enable_random name=posix/io/*,probability={probability:.4f}",
        "-c", f"enable_random name=posix/io/rw/write,probability={probability if mute else 0:.4f}"]
    result = run(operation.words, folder, wrap)
    judge(
        tally, f"{operation.name} at {probability:.4f}", folder, result, operation,
        ours=result.returncode != 127 and not mute)
    shutil.rmtree(folder)


chosen = operations()
each(disturb, (
    (random_source.choice(chosen), random_source.choice([0.002, 0.01, 0.05]),
     number % 2 == 1)
    for number in range(RUNS_EACH)))
tally.finish()
