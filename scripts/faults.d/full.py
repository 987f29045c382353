"""A disk with every number of free pages, and a limit on file sizes at every page."""

import os
import shutil
import subprocess
import sys

from operations import operations
from trial import RUNS, Tally, judge, run

PAGE, STEPS = 4096, 128
tally = Tally()
place = f"{RUNS}/disk"
os.mkdir(place)
if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "psoas", place]).returncode:
    sys.exit("full: only root can mount a small disk; try: unshare -rm scripts/faults full")


def fill(free):
    """Leaves a number of free pages."""
    with open(f"{place}/ballast", "wb") as ballast:
        available = os.statvfs(place).f_bavail
        if available > free:
            os.posix_fallocate(ballast.fileno(), 0, (available - free) * PAGE)


try:
    for operation in operations():
        for free in range(STEPS):
            folder = f"{place}/run"
            made = operation.folder()
            shutil.copytree(made, folder)
            shutil.rmtree(made)
            fill(free)
            result = run(operation.words, folder)
            os.unlink(f"{place}/ballast")
            judge(
                tally, f"{operation.name} with {free} free pages", folder, result,
                operation)
            shutil.rmtree(folder)
            if result.returncode == 0 and free > 100:
                break
        for limit in range(STEPS):
            folder = operation.folder()
            result = run(operation.words, folder, ["prlimit", f"--fsize={limit * PAGE}"])
            judge(
                tally, f"{operation.name} with files of {limit} pages", folder, result,
                operation)
            shutil.rmtree(folder)
finally:
    subprocess.run(["umount", place], check=True)
tally.finish()
