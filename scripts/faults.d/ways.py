"""What surrounds the program: permissions, descriptors, pipes, limits."""

import os
import shutil
import subprocess

from operations import operations
from trial import Tally, judge, run

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
tally = Tally()


def shell(operation, line):
    """Runs a line of bash in which "$@" is the program with its words."""
    folder = operation.folder()
    result = run(operation.words, folder, ["bash", "-c", line, "bash"])
    return folder, result


def check(operation, line, **more):
    folder, result = shell(operation, line)
    judge(
        tally, f"{operation.name}: {line}", folder, result, operation, **more)
    shutil.rmtree(folder)


def locked(operation, mode, name):
    """As somebody whom the permissions of the log or of its folder bind."""
    folder = operation.folder()
    os.chmod(os.path.dirname(folder), 0o755)
    subprocess.run(["chown", "-R", "65534:65534", folder], check=True)
    os.chmod(f"{folder}/{name}", mode)
    result = run(operation.words, folder, NOBODY if os.geteuid() == 0 else [])
    # A copy and what is saved only read the log, and where the folder may be written in they may be made;
    # the doctor repairs permissions first.
    reads = operation.name in ("backup", "salvage") and name == "log.db" and mode & 0o400
    reads = reads or (operation.name == "fix" and name == "log.db")
    if result.returncode == 0 and not reads:
        tally.find("wrong", f"{operation.name} wrote into what is read-only")
    subprocess.run(["chown", "-R", "0:0", folder], check=True)
    os.chmod(folder, 0o700)
    if operation.template:
        os.chmod(f"{folder}/log.db", 0o600)
    judge(
        tally, f"{operation.name}: {oct(mode)} {name or 'folder'}", folder, result, operation)
    shutil.rmtree(folder)


for operation in operations():
    if operation.template:
        for mode in (0o444, 0o400, 0):
            locked(operation, mode, "log.db")
    locked(operation, 0o555, "")
    for closed in ("<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"):
        # Without standard error there can be no message.
        check(operation, f'"$@" {closed}', ours="2>" not in closed)
    check(operation, '"$@" > /dev/full')
    check(operation, '"$@" > /dev/full 2> /dev/full', ours=False)
    check(operation, '"$@" | true; exit ${PIPESTATUS[0]}')
    check(operation, '"$@" 2>&1 | true; exit ${PIPESTATUS[0]}')
    for descriptors in range(3, 20):
        # Below some number the loader cannot open the C library and says so itself.
        check(operation, f'ulimit -n {descriptors}; exec "$@"', ours=descriptors > 6)
    for mebibytes in (*range(4, 64, 4), *range(64, 257, 32)):
        # Without memory a program of Swift ends by a signal; nothing may be lost by it.
        check(operation, f'ulimit -v {mebibytes * 1024}; exec "$@"', ours=False)
    for stack in (64, 128, 256, 512, 1024):
        check(operation, f'ulimit -s {stack}; exec "$@"', ours=False)
tally.finish()
