"""Keys lie in locked pages while a command needs them and are gone before it ends: looked for in the memory of the
stopped process, which takes root. Names lie in ordinary memory while they are shown; the manual says so.

What a key is, is not asked of the program: whatever lies in its guarded pages is one.
"""

import os
import pathlib
import platform
import re
import subprocess
import time
import unittest

import harness
from canaries import FORMS, SECRETS
from walk import Office, Walk

CALLS = {"pwrite64": 18, "fdatasync": 75, "exit_group": 231}  # numbers of x86-64
FILLED = {b"\0" * 32, b"\xdb" * 32}  # what libsodium fills fresh pages with
STOPPED = 2_000_000  # microseconds that strace holds a call


def areas(pid):
    """(address, length, is locked) of every writable part of a process"""
    found, area = [], None
    for line in pathlib.Path(f"/proc/{pid}/smaps").read_text().splitlines():
        if head := re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line):
            start, end = int(head.group(1), 16), int(head.group(2), 16)
            area = (start, end - start) if head.group(3).startswith("rw") else None
        elif line.startswith("VmFlags:") and area:
            found.append((*area, "lo" in line.split()))
    return found


class Memory:
    """of a process that strace holds still"""

    def __init__(self, pid):
        with open(f"/proc/{pid}/mem", "rb") as memory:
            self.parts = []
            for start, length, locked in areas(pid):
                memory.seek(start)
                self.parts.append((locked, memory.read(length)))

    def keys(self):
        """what lies in locked pages, in pieces of a key's length from their end, where libsodium puts it"""
        pieces = {part[at:at + 32] for locked, part in self.parts if locked for at in range(len(part) % 32, len(part), 32)}
        return {piece for piece in pieces - FILLED if len(set(piece)) > 16}

    def open_with(self, secret):
        """in how many unlocked parts it stands"""
        return sum(secret in part for locked, part in self.parts if not locked)

    def anywhere(self, secret):
        return any(secret in part for _, part in self.parts)


@unittest.skipUnless(os.geteuid() == 0 and platform.machine() == "x86_64", "root looks into another process, by its call numbers")
class InMemory(Office):
    def setUp(self):
        super().setUp()
        Walk(self, **FORMS).to("found")

    def held(self, first, words):
        """the memory of one process at its first such call, and again when it is about to end"""
        strace = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={first},exit_group", "-e",
                  f"inject={first}:delay_enter={STOPPED}:when=1", "-e", f"inject=exit_group:delay_enter={STOPPED}"]
        process = subprocess.Popen([*strace, harness.PROGRAM, *words], cwd=self.folder, env=self.surroundings({}),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        memories = []
        for call in (first, "exit_group"):
            pid = self.child_in(process.pid, CALLS[call])
            memories.append(Memory(pid))
            self.assertEqual(self.child_in(process.pid, CALLS[call]), pid, "it went on while it was looked at")
        self.assertEqual(process.wait(timeout=harness.SECONDS), 0, process.stderr.read())
        process.stderr.close()
        return memories

    def child_in(self, parent, number):
        until = time.monotonic() + harness.SECONDS
        while time.monotonic() < until:
            for pid in pathlib.Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
                try:
                    if pathlib.Path(f"/proc/{pid}/syscall").read_text().split()[0] == str(number):
                        return int(pid)
                except (OSError, IndexError):
                    pass
            time.sleep(0.01)
        self.fail("it never came to this call")

    def key_text(self):
        return (self.folder / "safe/key").read_text().split()[-1].encode()

    def gone(self, keys, memory):
        self.assertEqual([key.hex() for key in keys if memory.anywhere(key)], [])
        self.assertEqual(memory.keys(), set(), "no guarded page is left")

    def test_keys_lie_in_locked_pages_alone_and_are_gone_at_the_end(self):
        during, after = self.held("pwrite64", ["report", "case", "2026-0001", "--names"])
        keys = during.keys()
        self.assertGreaterEqual(len(keys), 3, "the guarded pages were found")
        self.assertTrue(during.anywhere(SECRETS["story"].encode()), "the memory was read")
        self.assertEqual([key.hex() for key in keys if during.open_with(key)], [])
        text = (self.folder / "safe/key").read_text().split()[-1].encode()
        self.assertFalse(during.open_with(text) or after.anywhere(text), "the text of the key file")
        self.gone(keys, after)

    def test_a_command_that_writes_keeps_no_case_key(self):
        form = self.write("form.toml", 'words = "kenari"')
        during, after = self.held("fdatasync", ["record", "2026-0001", "--by", "pita", "--step", "catatan", "--form", form])
        keys = during.keys()
        self.assertGreaterEqual(len(keys), 1)
        self.assertEqual([key.hex() for key in keys if during.open_with(key)], [])
        self.gone(keys, after)


if __name__ == "__main__":
    harness.main()
