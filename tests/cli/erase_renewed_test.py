"""A case erased after the keys were renewed, and a backup from before: it knows the older signing key alone, and believes
the newer one because the older signed it."""

import pathlib

import harness
from keeping import Keep


class Renewed(Keep):
    def setUp(self):
        super().setUp()
        self.closed()
        self.old = self.backup()["file"]
        for when in "2026-06-10T08:00", "2027-01-04T08:00":
            self.at(when).run_("store", "key", "renew").exits(0)
        self.wrapped = self.keys()
        self.erase().exits(0)
        self.list = self.path("mediasi.db.erasures")
        self.text = pathlib.Path(self.list).read_text()

    def test_the_case_is_erased_in_what_is_restored(self):
        answer = self.restore(self.old, "--erasures", self.list, "--format", "json").exits(0).json()
        self.assertEqual((answer["erased_again"], answer["erased_elsewhere"]), ("1", "0"))
        self.assertEqual(self.keys(self.new), [])
        self.assertFalse([key for key in self.wrapped if key in pathlib.Path(self.new).read_bytes()])
        self.assertTrue(self.verify(self.new)["sound"])
        # the store that came of it, with no such key, hands the same on
        self.assertEqual(pathlib.Path(self.new + ".erasures").read_text(), self.text)
        self.environment["MEDIASI_STORE"] = self.new
        again = self.backup("2031-07-01T09:00")["file"]
        answer = self.restore(again, "--format", "json", new="third/m.db", when="2031-07-02T09:00").exits(0).json()
        self.assertEqual(answer["erased_again"], "0")
        self.assertTrue(self.verify(self.new)["sound"])

    def test_a_key_that_nobody_handed_over_erases_nothing(self):
        *said, key, handed, newer, handed_on = self.text.splitlines()[2].split()
        self.assertEqual(len(said), 6)
        turned = handed[:-1] + ("0" if handed[-1] != "0" else "1")
        for rest in [], [key], [key, handed], [newer, handed_on], [key, turned, newer, handed_on], [newer, handed_on, key, handed], \
                [key, handed, newer, handed], [key, handed, key, handed_on]:
            line = " ".join([*said, *rest])
            with self.subTest(rest=[word[:8] for word in rest]):
                changed = "\n".join([*self.text.splitlines()[:2], line, ""])
                self.restore(self.old, "--erasures", self.write("list", changed)).exits(4).complains("M4090", "list:3")
        self.assertEqual(self.in_folder("new"), [])


if __name__ == "__main__":
    harness.main()
