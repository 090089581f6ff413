"""A changed rules file is adopted: cases from then on begin under it, and every earlier case goes on as it began."""

import json

import harness
from keeping import Keep
from walk import EXAMPLES, LOGIN, ROOT, Walk, toml

RULES = (ROOT / "share/rules/pasuruan.toml").read_text()
LIMIT = 'step = "berita_acara"\namount = '
FASTER = (LIMIT + "14", LIMIT + "7")
REGISTRATION = (EXAMPLES / "first-case/01-registrasi.toml").read_text()
ANALYST = ('[[role]]\nid = "konselor"', '[[role]]\nid = "analis"\ntitle = "Analis Contoh"\n\n[[role]]\nid = "konselor"')


class Adopt(Keep):
    kept = False

    def rules(self, *changes, name="kantor.toml"):
        text = RULES
        for before, after in changes:
            self.assertEqual(text.count(before), 1, before)
            text = text.replace(before, after)
        return self.write(name, text)

    def adopt(self, *changes, when="2026-03-05T11:00", **more):
        return self.at(when).run_("workflow", "adopt", self.rules(*changes), "--format", "json", **more)

    def due(self, case):
        return self.rows(f"SELECT due FROM due WHERE case_number = '{case}' AND deadline = 'penyelesaian'")

    def begin(self, when="2026-03-06T09:00"):
        return self.at(when).run_("intake", "--form", "-", stdin=REGISTRATION).exits(0)

    def sound(self):
        self.assertEqual(self.run_("store", "rebuild", "--format", "json").exits(0).json()["changed"], "no")
        self.assertTrue(self.verify()["sound"])

    def test_a_new_case_begins_under_the_new_rules_and_an_older_ends_under_its_own(self):
        first = Walk(self)
        first.to("scheduled")
        self.assertTrue(self.due("2026-0001"))
        limit, pinned = self.due("2026-0001"), self.rows("SELECT rules FROM case_index")
        told = self.adopt(FASTER).exits(0).json()
        self.assertEqual((told["changed"], told["cases_kept"]), ("yes", "1"))
        self.assertEqual(self.run_("store", "info", "--format", "json").json()["rules"], told["hash"])
        self.assertEqual(self.due("2026-0001"), limit)
        first.to("closed")
        self.begin("2026-06-08T11:00")
        self.assertEqual(self.rows("SELECT rules FROM case_index ORDER BY number"), [*pinned, (told["hash"],)])
        self.sound()
        self.backup("2026-06-09T20:00")
        self.erase(case="2026-0001").exits(0)
        self.sound()

    def test_the_days_of_each_are_counted_by_its_own_rules(self):
        for number, rules in (1, ()), (2, (FASTER,)):
            if rules:
                self.adopt(*rules, when="2026-03-02T07:50").exits(0)
            self.begin("2026-03-02T08:30")
            for step in "02-asesmen-pertama", "03-asesmen-kedua":
                form = (EXAMPLES / f"first-case/{step}.toml").read_text()
                name = "asesmen_pertama" if step.startswith("02") else "asesmen_kedua"
                when = "2026-03-02T13:00" if step.startswith("02") else "2026-03-04T10:00"
                self.at(when).run_("assess", str(number), "--step", name, "--form", "-", "--by", "pita", stdin=form).exits(0)
        self.assertEqual(self.due("2026-0001"), [("2026-03-16",)])
        self.assertEqual(self.due("2026-0002"), [("2026-03-09",)])
        self.sound()

    def test_what_is_in_force_already_is_no_entry(self):
        self.adopt(FASTER).exits(0)
        with self.changing_nothing("mediasi.db"):
            self.assertEqual(self.adopt(FASTER).exits(0).json()["changed"], "no")
        self.run_("workflow", "adopt", "pasuruan").exits(0)  # and back
        self.assertEqual(len(self.rows("SELECT seq FROM entry WHERE act = 'adopt'")), 3)
        self.sound()

    def test_what_cannot_be_is_refused_and_nothing_changes(self):
        for code, word, changes in (
                (4, "office.id", [('id = "pasuruan"\nname', 'id = "probolinggo"\nname')]),
                (4, "office.zone", [('zone = "WIB"', 'zone = "WITA"')]),
                (4, "M4002", [("[office]\nid", "[ofice]\nid")]),
                (4, "M4019", [('[[paper]]\nid = "berita_acara"', '[[paper]]\nregister = "naskah"\nid = "berita_acara"')])):
            with self.subTest(word), self.changing_nothing("mediasi.db"):
                self.adopt(*changes).exits(code).says_nothing().complains(word)
        with self.changing_nothing("mediasi.db"):
            self.run_("workflow", "adopt", self.path("none.toml")).exits(1)
            self.environment["MEDIASI_STORE"] = self.path("none.db")
            self.run_("workflow", "adopt", "pasuruan").exits(1)

    def test_only_an_admin_adopts(self):
        for officer in {"id": "kedua", "login": "kedua"}, {"id": "admin", "login": LOGIN, "until": "2026-03-01"}:
            post = {"role": "admin", "from": "2026-01-01", **({"until": officer.pop("until")} if "until" in officer else {})}
            form = toml({**officer, "name": "Contoh Petugas", "post": [post]})
            self.at("2026-03-02T08:00").run_("roster", "add", "officer", "--form", "-", stdin=form).exits(0)
        with self.changing_nothing("mediasi.db"):
            self.adopt(FASTER).exits(3).complains("M3003")

    def test_a_role_that_is_new_is_named_and_one_that_is_gone_is_still_given(self):
        told = self.adopt(ANALYST).exits(0)
        told.complains("'analis'", "roster add officer")
        analyst = {"id": "ana", "name": "Contoh Analis", "post": [{"role": "analis", "from": "2026-03-01"}]}
        self.run_("roster", "add", "officer", "--form", "-", stdin=toml(analyst)).exits(0)
        self.run_("workflow", "adopt", "pasuruan").exits(0)
        self.run_("roster", "add", "officer", "--form", "-", stdin=toml({**analyst, "id": "ani"})).exits(0)

    def test_complaints_are_answered_by_the_rules_in_force(self):
        form = {"channel": "whatsapp", "about": "delay", "name": "Contoh Pengadu", "story": "Contoh."}
        self.act("2026-03-02T09:00", "record", "", "pengaduan", form, by="pita").exits(0)
        due = "SELECT due FROM due WHERE case_number = '0' AND deadline LIKE 'balas%'"
        before = self.rows(due)
        told = self.adopt(('id = "balas_pengaduan"\ntitle = "Balasan pengaduan"\nrole = "kepala_upt"\nstep = "jawab_pengaduan"\namount = 14',
                           'id = "balas_pengaduan"\ntitle = "Balasan pengaduan"\nrole = "kepala_upt"\nstep = "jawab_pengaduan"\namount = 3'))
        told.exits(0)
        self.assertNotEqual(self.rows(due), before)
        self.sound()

    def test_only_cases_under_other_rules_are_counted(self):
        self.begin("2026-03-05T09:00")
        self.assertEqual(self.adopt(FASTER).exits(0).json()["cases_kept"], "1")
        back = self.run_("workflow", "adopt", "pasuruan", "--format", "json").exits(0)
        self.assertEqual(back.json()["cases_kept"], "0")

    def test_a_register_given_again_says_what_it_said_under_its_rules(self):
        rows = [{"do": "intake", "ref": f"b/{n}", "on": "2026-03-02", "source": "walk_in", "story": "Contoh."} for n in (1, 2)]
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        again = lambda: self.at("2026-03-05T12:00").run_("import", "-", "--source", "buku", "--format", "json", stdin=lines).exits(0).json()
        self.assertEqual(again()["taken"], 2)
        text = RULES.replace('"registrasi"', '"daftar"')
        self.run_("workflow", "adopt", self.write("lain.toml", text)).exits(0)
        self.assertEqual(again()["unchanged"], 2)

    def test_the_batch_of_an_afternoon_begins_under_what_the_morning_adopted(self):
        sheet = self.write("rows.csv", "ref;on;source\n1;2026-03-02;walk_in\n2;2026-03-03;walk_in\n")
        hash_ = self.adopt(FASTER).exits(0).json()["hash"]
        self.run_("intake", "--batch", sheet).exits(0)
        self.assertEqual(self.rows("SELECT DISTINCT rules FROM case_index"), [(hash_,)])
        self.run_("workflow", "adopt", "pasuruan").exits(0)
        self.run_("store", "undo-batch", "1").exits(0)
        self.sound()


if __name__ == "__main__":
    harness.main()
