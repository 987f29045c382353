"""Random errors of the C library's file functions, from libfiu."""

import shutil

from operations import operations
from trial import Tally, each, judge, random_source, run

RUNS_EACH = 500
tally = Tally()


def disturb(item):
    operation, probability = item
    folder = operation.folder()
    # fiu-run leaves its pipes in /tmp unless told otherwise; it has no seed, so the counts vary.
    wrap = [
        "fiu-run", "-x", "-f", folder, "-c",
        f"enable_random name=posix/io/*,probability={probability:.4f}"]
    result = run(operation.words, folder, wrap)
    judge(
        tally, f"{operation.name} at {probability:.4f}", folder, result, operation.before,
        operation.after, ours=result.returncode != 127)
    shutil.rmtree(folder)


chosen = operations()
each(disturb, (
    (random_source.choice(chosen), random_source.choice([0.002, 0.01, 0.05]))
    for _ in range(RUNS_EACH)))
tally.finish()
