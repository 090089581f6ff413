"""Who is the case manager and who stays with a case where an office calls them otherwise, and what a file leaves out."""

import re

import harness
from explaining import Explaining
from walk import EXAMPLES, LOGIN, ROOT, STAFF, Walk, example


def renamed():
    """Pasuruan's file, its roles `mk` and `pendamping` called otherwise"""
    text = (ROOT / "share/rules/pasuruan.toml").read_text()
    for old, new, duty in (("mk", "ketua_tim", "mk"), ("pendamping", "petugas", "pendamping")):
        text = text.replace(f'"{old}"', f'"{new}"')
        text = text.replace(f'[[role]]\nid = "{new}"\n', f'[[role]]\nid = "{new}"\nacts_as = "{duty}"\n')
    return text.replace('title = "Manajer Kasus"', 'title = "Ketua Tim"')


def without_consent_by_name():
    """the same, its step `persetujuan` called otherwise too"""
    text = renamed().replace('id = "persetujuan"\ntitle = "Persetujuan, ', 'id = "lembar_izin"\ntitle = "Persetujuan, ')
    for steps in ('"asesmen_awal", "persetujuan", "kelayakan"', '"asesmen_lanjutan", "persetujuan"', '"registrasi", "persetujuan", "persetujuan"'):
        text = text.replace(steps, steps.replace("persetujuan", "lembar_izin"))
    return text


class Duties(Explaining):
    kept = False

    def founded(self, text=None):
        for path in ("mediasi.db", "safe/key", "safe/recovery"):
            self.folder.joinpath(path).unlink()
        rules = self.write("kantor/rules.toml", text or renamed())
        admin = (EXAMPLES / "roster/admin.toml").read_text().replace("LOGIN", LOGIN)
        self.at("2026-03-02T07:45").run_("init", "--practice", "--rules", rules, "--officer", "-", "--recovery",
                                         self.path("safe", "recovery"), stdin=self.under(admin)).exits(0)
        for kind, who in STAFF:
            form = self.under((EXAMPLES / f"roster/{who}.toml").read_text())
            self.run_("roster", "add", kind, "--form", "-", stdin=form).exits(0)
        return Walk(self)

    def under(self, form):
        return form.replace('role = "mk"', 'role = "ketua_tim"').replace('role = "pendamping"', 'role = "petugas"')

    def test_the_office_runs_under_its_own_names(self):
        walk = self.founded()
        walk.to("registered")
        (row,) = self.run_("--format", "json", "report", "register").exits(0).json()["rows"]
        self.assertEqual((row["pendamping"], row["mk"]), ("pita", "kania"))
        self.add("officer", {**example("roster/pendamping"), "id": "pandu", "login": "",
                             "post": [{"role": "petugas", "from": "2026-01-01"}]})
        walk.act("2026-03-02T09:00", "intake", "penugasan", {"role": "petugas", "officer": "pandu"}, "koko").exits(0)
        (row,) = self.run_("--format", "json", "report", "register").exits(0).json()["rows"]
        self.assertEqual((row["pendamping"], row["mk"]), ("pandu", "kania"))

    def test_new_violence_calls_whoever_manages_cases(self):
        walk = self.founded()
        walk.to("found")
        told = walk.act("2026-03-03T09:00", "record", "kekerasan_baru", {"party": "beneficiary1"},
                        extra=("--format", "json")).exits(0).json()
        self.assertIn("call Ketua Tim now: kania", " ".join(one["hint"] or "" for one in told["warnings"]))
        (row,) = [row for row in self.run_("--format", "json", "report", "due").exits(0).json()["rows"]
                  if row["what"] == "tindak_lanjut_mk"]
        self.assertEqual((row["role"], row["officer"]), ("ketua_tim", "kania"))

    def test_a_high_risk_is_lowered_by_whoever_manages_cases(self):
        walk = self.founded()
        walk.to("registered")
        asked = {"party": "beneficiary1", "willing": "yes", "pressure": "no", "threat": "no", "protection_order": "no",
                 "afraid": "no", "violence": "yes"}
        walk.act("2026-03-02T09:00", "assess", "asesmen_awal", asked | {"risk": "high"}).exits(0)
        for hour, signed in ((10, None), (11, "koko"), (12, "kania")):
            form = asked | {"risk": "low"} | ({"countersigned_by": signed} if signed else {})
            walk.act(f"2026-03-02T{hour}:00", "assess", "asesmen_awal", form).exits(0)
            rules = self.rules(self.steps(walk, "perintah")["perintah"])
            self.assertEqual("statute.4.risk_beneficiary" in rules, signed != "kania", (signed, rules))

    def test_whoever_is_the_case_manager_there_may_undo_a_batch(self):
        self.founded()
        sheet = self.write("rows.csv", "on;source\n2026-03-02;phone\n")
        self.at("2026-03-03T09:00").run_("intake", "--batch", sheet).exits(0)
        with self.changing_nothing("mediasi.db"):
            self.run_("store", "undo-batch", "1", "--by", "pita").exits(3).complains("M3003")
        self.run_("store", "undo-batch", "1", "--by", "kania").exits(0)

    def test_a_gate_names_the_steps_of_the_file_at_hand(self):
        walk = self.founded(without_consent_by_name())
        walk.to("registered")
        row = self.steps(walk, "perintah")["perintah"]
        (failed,) = [one for one in row["failed"] if one["rule"] == "statute.4.consent_beneficiary"]
        self.assertIn("minta persetujuan (langkah 'lembar_izin');", failed["instead"])
        (failed,) = [one for one in row["failed"] if one["rule"] == "statute.4.risk_beneficiary"]
        self.assertIn("oleh Ketua Tim", failed["instead"])
        self.assertNotIn("{", failed["instead"])


class Gaps(Explaining):
    def check(self, text, code=5):
        return self.run_("workflow", "check", self.write("x.toml", text)).exits(code)

    def test_a_duty_that_no_role_has(self):
        text = renamed()
        self.check(text, 0)
        self.check(text.replace('acts_as = "mk"\n', "")).shows("no role acts as 'mk'").hides("acts as 'pendamping'")
        self.check(text.replace('acts_as = "pendamping"\n', "")).shows("no role acts as 'pendamping'")
        self.check(text.replace('acts_as = "mk"', 'acts_as = ["mk", "pendamping"]').replace('acts_as = "pendamping"\n', ""), 0)

    def test_a_duty_is_one_roles_and_one_the_program_has(self):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        other = '[[role]]\nid = "kasie"\n'
        self.check(text.replace(other, other + 'acts_as = "mk"\n'), 4).complains("two roles act as 'mk'")
        self.check(text.replace(other, other + 'acts_as = "mkk"\n'), 4).complains("'mkk'", "mk")

    def test_an_act_that_the_law_asks_for_and_no_step_records(self):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        self.check(text, 0)
        text = text.replace('when = { decision = "given" }\n', "")  # a field of the consent that is to go
        for kind in ("consent_given", "day_answers"):  # the office asks for neither: the law does
            text = re.sub(r'\[\[step\.guard\]\]\n(?:id = .*\n)?kind = "' + kind + r'"\n(?:.+\n)*\n', "", text)
        for act in ("consent", "day_questions"):
            done = self.check(text.replace(f'act = "{act}"', 'act = "log"'))
            done.shows(f"no step records the act '{act}'")

    def test_a_guard_that_can_never_hold(self):
        text = (ROOT / "share/rules/pasuruan.toml").read_text()
        visit = 'act = "visit"\ncommand = "monitor"\n'
        few = text.replace(visit, visit + "most = 4\n")
        self.assertNotEqual(few, text)
        guard = '[[step.guard]]\nkind = "visits_at_least"\nn = {n}\n{only}because = "x"\nsays = "x"\n\n[[step]]\nid = "pembukaan_kembali"'
        self.assertIn('[[step]]\nid = "pembukaan_kembali"', few)
        before = '[[step]]\nid = "pembukaan_kembali"'

        def guarded(n, only=""):
            return few.replace(before, guard.replace("{n}", str(n)).replace("{only}", only), 1)

        self.check(guarded(4), 0)
        self.check(guarded(5), 4).complains("can never happen")
        self.check(guarded(5, 'only = ["reason:carried_out"]\n'), 5).shows("can never hold")


if __name__ == "__main__":
    harness.main()
