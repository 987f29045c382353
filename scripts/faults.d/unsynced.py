"""The power fails: of what was written and not yet synced, any part may be on the disk.

The file system calls of some commands are recorded, then played up to every point. There a random
choice of the writes that no fsync followed is kept, each in sectors of 512 bytes, and of the names
made, moved or removed that no sync of their folder followed. Every such disk has to hold what was
acknowledged before that point."""

import os
import re
import shutil
import subprocess

from operations import version
from trial import RUNS, Folder, Tally, contents, copies, each, flaw, random_source, run

CHOICES, SECTOR, UMASK = 6, 512, 0o022
CALLS = (
    "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,"
    "mkdir,close,dup,dup2,dup3,fcntl,fchmod,link,linkat,fallocate,sendfile,copy_file_range")
COMMANDS = [
    ["pain", "4", "--note", "one"], ["log", "bird-dog", "20x8", "--after", "3"],
    ["measure", "thomas", "-5", "--side", "left"], ["edit", "last", "--note", "other"],
    ["undo"], ["day", "sitting=9h"], ["rm", "last"], ["pain", "5", "--note", "two"]]
os.umask(UMASK)
tally = Tally()


def text(escaped):
    return bytes.fromhex(escaped.replace("\\x", ""))


class Recording:
    """What commands did to the files below a folder, as a list of changes."""

    def __init__(self, folder):
        self.folder, self.changes, self.paths, self.next = folder, [], {}, 0

    def start_with(self, name):
        self.add("make", name, self.inode(name), 0o600)
        path = f"{self.folder}/{name}"
        self.add("write", self.paths[name], 0, open(path, "rb").read())
        self.add("sync", self.paths[name])
        self.add("sync folder", os.path.dirname(name))

    def add(self, *change):
        self.changes.append(change)

    def inode(self, name):
        self.next += 1
        self.paths[name] = self.next
        return self.next

    def name(self, path):
        path = text(path).decode()
        path = path if path.startswith("/") else f"{self.folder}/{path}"
        path = os.path.normpath(path)
        inside = path == self.folder or path.startswith(self.folder + "/")
        return os.path.relpath(path, self.folder) if inside else None

    def read(self, trace):
        """Adds the changes of one command that strace wrote down."""
        open_files = {}
        for line in open(trace):
            call = re.match(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)", line)
            if not call or call[3].startswith("-"):
                continue
            kind, arguments, answer = call[1], call[2], int(call[3])
            quoted = re.findall(r'"((?:\\x..)*)"', arguments)
            first = arguments.split(",")[0]
            descriptor = int(first) if first.isdigit() else None
            if kind == "openat":
                open_files.pop(answer, None)
                name = self.name(quoted[0])
                if name is None:
                    continue
                if "O_CREAT" in arguments and name not in self.paths:
                    mode = re.search(r", (0\d+)$", arguments)
                    self.add("make", name, self.inode(name), int(mode[1], 8) & ~UMASK)
                inode = self.paths.get(name)
                if inode is None:
                    open_files[answer] = ("folder", "" if name == "." else name)
                else:
                    open_files[answer] = ("file", inode)
                    if "O_TRUNC" in arguments:
                        self.add("cut", inode, 0)
            elif kind == "mkdir" and self.name(quoted[0]):
                self.add("mkdir", self.name(quoted[0]))
            elif kind == "close":
                open_files.pop(descriptor, None)
            elif kind in ("unlink", "rename") and self.name(quoted[0]):
                names = [self.name(path) for path in quoted]
                self.add(kind, *names)
                inode = self.paths.pop(names[0], None)
                if kind == "rename":
                    self.paths[names[1]] = inode
            elif kind == "link" and self.name(quoted[1]):
                # The other name leads to what was written, wherever the first one leads later.
                old, new = map(self.name, quoted)
                self.paths[new] = self.paths[old]
                self.add("make", new, self.paths[old], None)
            elif descriptor in open_files:
                sort, target = open_files[descriptor]
                if kind in ("fsync", "fdatasync"):
                    self.add("sync" if sort == "file" else "sync folder", target)
                elif kind == "pwrite64":
                    offset = int(arguments.rsplit(",", 1)[1])
                    self.add("write", target, offset, text(quoted[0])[:answer])
                elif kind == "ftruncate":
                    self.add("cut", target, int(arguments.rsplit(",", 1)[1]))
                elif kind == "fchmod":
                    self.add("mode", target, int(arguments.rsplit(",", 1)[1], 8))
                elif kind not in ("fcntl",):
                    raise SystemExit(f"unsynced: cannot play {line[:100]}")
            elif kind in ("renameat", "renameat2", "linkat", "unlinkat", "fallocate"):
                raise SystemExit(f"unsynced: cannot play {line[:100]}")


def folder_of(change):
    return os.path.dirname(change[1])


def lasting(changes, keep):
    """The changes that reach the disk: all that was synced, and of the rest what `keep` decides."""
    synced_files, synced_folders, last = set(), set(), []
    for change in reversed(changes):
        if change[0] == "sync":
            synced_files.add(change[1])
        elif change[0] == "sync folder":
            synced_folders.add(change[1])
        elif change[0] == "write":
            if change[1] in synced_files:
                last.append(change)
                continue
            for start in range(0, len(change[3]), SECTOR):
                if keep():
                    last.append(
                        ("write", change[1], change[2] + start, change[3][start:start + SECTOR]))
        elif change[0] in ("cut", "mode"):
            if change[1] in synced_files or keep():
                last.append(change)
        elif folder_of(change) in synced_folders or keep():
            last.append(change)
    return reversed(last)


def play(changes, keep, folder):
    files, names, modes, folders = {}, {}, {}, {""}
    for change in lasting(changes, keep):
        if change[0] == "mkdir":
            folders.add(change[1])
        elif change[0] == "make":
            names[change[1]] = change[2]
            if change[3] is not None:
                modes[change[2]] = change[3]
        elif change[0] == "mode":
            modes[change[1]] = change[2]
        elif change[0] == "unlink":
            names.pop(change[1], None)
        elif change[0] == "rename":
            if change[1] in names:
                names[change[2]] = names.pop(change[1])
        else:
            data = files.setdefault(change[1], bytearray())
            if change[0] == "cut":
                del data[change[2]:]
                data.extend(bytes(change[2] - len(data)))
            else:
                end = change[2] + len(change[3])
                data.extend(bytes(max(0, end - len(data))))
                data[change[2]:end] = change[3]
    for name, inode in names.items():
        if os.path.dirname(name) in folders:
            path = f"{folder}/{name}"
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as out:
                out.write(files.get(inode, b""))
            # A file that only another name was kept of is as private as it was made.
            os.chmod(path, modes.get(inode, 0o600))


def look(folder):
    """What the log holds, which may be in the default place: looked at where it is not."""
    place = f"{folder}/.local/share/psoas"
    with Folder() as other:
        shutil.copytree(place if os.path.isdir(place) else folder, other.path, dirs_exist_ok=True)
        said = run(["list"], other.path).stderr
        held, wrong = contents(other.path), flaw(other.path)
        for name in copies(other.path):
            if not wrong and name.endswith(".db"):
                wrong = flaw(other.path, name)
                wrong = wrong and f"{name}: {wrong}"
        return held, wrong, said


def record(template, commands):
    """The changes of commands, and after which of them the log held what."""
    folder = f"{RUNS}/recorded"
    os.mkdir(folder)
    recording = Recording(folder)
    if template:
        shutil.copyfile(template, f"{folder}/log.db")
        os.chmod(f"{folder}/log.db", 0o600)
        recording.start_with("log.db")
    # Opening it brings it up to date, which changes nothing that can be listed.
    states = [(0, look(folder)[0])]
    for words in commands:
        trace = f"{RUNS}/trace"
        result = run(
            words, folder, ["strace", "-f", "-qq", "-xx", "-s", "4194304", "-e", f"trace={CALLS}",
                            "-o", trace], place=None if template else [])
        assert result.returncode == 0, result
        recording.read(trace)
        states.append((len(recording.changes), look(folder)[0]))
    shutil.rmtree(folder)
    return recording.changes, states


def crash(item):
    changes, states, point, seed, share = item
    choice = random_source.__class__(seed)
    # What was acknowledged by then, and what the command that was under way would have made of it.
    done = [held for length, held in states if length <= point][-1]
    ahead = [held for length, held in states if length > point][:1]
    with Folder() as folder:
        play(changes[:point], lambda: choice.random() < share, folder.path)
        now, wrong, said = look(folder.path)
        tally.runs += 1
        tally.acknowledged += sum(length <= point for length, _ in states[1:])
        what = f"point {point} of {len(changes)}, seed {seed}, share {share}"
        if now is None:
            tally.find("damaged", f"{what}: {said!r}")
        elif now not in [done, *ahead]:
            tally.find("lost", what)
        if wrong:
            tally.find("damaged", f"{what}: {wrong}")


def points(template, commands):
    changes, states = record(template, commands)
    first = 4 if template else 0
    for point in range(first, len(changes) + 1):
        for number in range(CHOICES):
            share = (0, 1, 0.5, 0.2, 0.8, 0.5)[number]
            yield changes, states, point, random_source.randrange(1 << 32), share


# The new log is in the default place, so that its folders are at stake too.
each(crash, points(None, COMMANDS))
each(crash, points(version(1), COMMANDS[:2]))
each(crash, points(version(2), COMMANDS[:2]))
tally.finish()
