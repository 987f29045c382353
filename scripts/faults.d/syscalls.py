"""An error and a kill at every system call of each operation in turn."""

import re
import shutil
from collections import Counter

from operations import operations
from trial import NOT_OURS, RUNS, Tally, each, judge, run

# Calls on files, where a system has more ways to fail than one.
FILES = {
    "openat", "pread64", "read", "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink",
    "rename", "fcntl", "newfstatat", "access", "close", "mkdir", "fchmod", "chmod", "link",
    "renameat2", "unlinkat", "lseek"}
ERRORS = ["EIO", "ENOSPC", "EINTR", "EACCES"]

tally = Tally()


def calls(operation):
    """The names of the system calls of an operation that nothing disturbs, and which of them is the
    first of the program's own, after the loader's and the runtime's."""
    folder = operation.folder()
    run(operation.words, folder, ["strace", "-f", "-qq", "-o", f"{folder}/calls"])
    names, own = [], None
    for line in open(f"{folder}/calls", errors="replace"):
        name = re.match(r"\d+ +(\w+)\(", line)
        if name:
            if own is None and "F_GETFD" in line:
                own = len(names)
            names.append(name[1])
    shutil.rmtree(folder)
    return names, own


def disturb(item):
    operation, number, name, fault, ours = item
    folder = operation.folder()
    wrap = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={name}:{fault}:when={number}"]
    result = run(operation.words, folder, wrap)
    judge(
        tally, f"{operation.name} call {number} {name} {fault}", folder, result, operation,
        ours and name not in NOT_OURS, "signal" in fault)
    shutil.rmtree(folder)


def faults():
    for operation in operations():
        names, own = calls(operation)
        # strace counts the calls of each name by themselves.
        counts = Counter()
        for index, name in enumerate(names):
            counts[name] += 1
            ours = own is not None and index >= own
            yield operation, counts[name], name, "signal=KILL", ours
            if name in ("execve", "exit_group"):
                continue
            for error in ERRORS if ours and name in FILES else ERRORS[:1]:
                yield operation, counts[name], name, f"error={error}", ours


each(disturb, faults())
tally.finish()
