"""An office in which a case waits for its plan, and the editor that writes it; for the tests of the form in an editor.

After every session `no_trace()` looks for what was typed: in the test's folder, where only the store may hold it sealed,
and in every place a program could have put it.
"""

import os
import pathlib

from terminal import Terminal
from walk import Office, Walk

CANARY = "Contoh Kenari Kuning"  # typed into sealed fields; must be found nowhere afterwards
FILL = """
import re
def put(text, **values):
    for name, value in values.items():
        text, found = re.subn(rf'(?m)^#?{name} = .*$', f'{name} = "{value}"', text, count=1)
        assert found, name
    return text
"""
PLAN = FILL + f'path.write_text(put(text, to="koordinator", report="{CANARY} satu", plan="{CANARY} dua"))'
BAD_PLAN = FILL + f'path.write_text(put(text, to="koordinatr", report="{CANARY} satu", plan="{CANARY} dua"))'
MEND = "path.write_text(text.replace('koordinatr', 'koordinator'))"
LEAVE = "pass"
ASK_PLAN = ("assess", "1", "--step", "rencana", "--by", "pita")


class Session(Terminal, Office):
    def setUp(self):
        super().setUp()
        (self.folder / "run").mkdir(mode=0o700)
        self.walk = Walk(self)
        self.walk.to("assessed")
        self.at("2026-03-04T15:00")
        self.left_before = self.memory()

    def no_trace(self, text=CANARY):
        self.assertEqual(self.memory(), self.left_before, "a folder stays in memory")
        found = [path for path in self.found_in(text) if "/editor/turn-" not in path]
        for place in ("/dev/shm", "/tmp", "/var/tmp"):
            for path in pathlib.Path(place).glob("*"):
                if path.is_file() and path.stat().st_uid == os.getuid() and path.stat().st_size < 1 << 20:
                    found += [str(path)] if text.encode() in path.read_bytes() else []
        self.assertEqual(found, [])

    def entries(self):
        return self.rows("SELECT count(*) FROM entry")[0][0]
