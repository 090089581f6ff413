"""What is sent to break the program, and the laws that hold whatever is sent."""

import os
import re
import resource

from walk import Office

WHOLE = bool(os.environ.get("MEDIASI_WHOLE"))  # tests/long: everything everywhere
SECONDS, MEMORY = 10, 500 << 20  # no answer may take longer, or need more

WORDS = [
    "", " ", "-", "--", "--x", "=", "-1", "0", "010", "0x10", "1e9", "1.5", "9" * 30, "-9223372036854775808", "NaN", "٣", "1\u00a0",
    "a\nb", "a\tb", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x07", "\x7f", "\u009b31m", "\u202egnp.exe", "\u2066x", "\u2028", "\ufeff",
    b"\xff\xfe", b"\xc0\x80", b"\xed\xa0\x80", "é" * 300, "A" * 131_000, "%s%n%x", "{}", "{0}{1}", "{:999999999}", "$(id)", "`id`",
    "'; DROP TABLE entry; --", "x' OR '1'='1", "../../../../etc/passwd", "/etc/passwd", "/dev/zero", "/dev/null", "/dev/stdin", "/proc/self/mem",
    "/", ".", "..", "//", "a/b/../../c", "x" * 300, "2026-02-30", "2026-3-2", "2026-03-02T25:00", "2026-03-02T10:00:00Z", "0000-00-00",
    "0001-01-01", "9999-12-31", "10000-01-01", "2026-0001", "2026-00000000000000000001", "2026--1", "1-1", "now", "yesterday", "none=",
    "=none", "a=b=c", "#", ";", "*", "?", "[", "~", "null", "true", "on", "<script>", "&amp;", "=cmd|' /C calc'!A0", "@SUM(1)",
]
# what a terminal would obey, or read backwards: C0 but tab and line feed, DEL, C1, bidi controls, line separators
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def worked():
    """seconds of work of all commands so far: a busy machine is no fault of theirs, and who hangs is ended by the harness"""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Hostile(Office):
    def setUp(self):
        super().setUp()
        for name in "in", "home":
            (self.folder / name).mkdir(exist_ok=True)

    def sent(self, *arguments, **more):
        """one command under the laws: it ends by itself and in time, with a reason, and says nothing a terminal obeys"""
        began = worked()
        # an argument need not be text: bytes go through as they are
        done = self.run_(*[os.fsdecode(word) if isinstance(word, bytes) else word for word in arguments], **more)
        told = done._told()[:3000]
        self.assertLess(worked() - began, SECONDS, told)
        self.assertIn(done.code, range(0, 9), told)
        if done.code not in (0, 5):
            self.assertRegex(done.out + done.err, r"\bM\d{4}\b|^(altered|cut off|forked)", told)
            self.assertNotIn("M1006", done.err, "a fault of the program itself" + told)
        for text in done.out, done.err:
            self.assertFalse(OBEYED.search(text), told)
            text.encode()  # what is no UTF-8 came back as surrogates
        return done

    def check_memory(self):
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024, MEMORY)

    def check_unharmed(self, before):
        """no entry changed, and none came but of the house-keeping that takes any word for a place"""
        rows = self.rows("SELECT seq, hash FROM entry ORDER BY seq")
        self.assertEqual(rows[:len(before)], before)
        came = {act for (act,) in self.rows(f"SELECT act FROM entry WHERE seq > {len(before)}")}
        self.assertLessEqual(came, {"read", "reader", "checkpoint", "backup"})
        self.run_("store", "verify").exits(0)
