"""The office's words for the program's codes, and what follows from each outcome."""

import harness
from walk import ROOT, Office, Walk

OUTCOMES = """
[[reason]]
of = "outcome"
id = "agreed"
title = "Persetujuan Bersama"

[[reason]]
of = "outcome"
id = "not_agreed"
title = "Anjuran"

[[reason]]
of = "pause"
id = "menunggu"
title = "menunggu"

"""
DEADLINES = """
[[deadline]]
id = "kirim_{event}"
title = "Kirim hasil"
role = "pendamping"
step = "salinan"
amount = {days}
unit = "day"
from = "{event}"
until = ["closed"]
pauses = false

"""


def worded(events=()):
    text = (ROOT / "share/rules/pasuruan.toml").read_text()
    text = text.replace('[[reason]]\nof = "termination"\nid = "carried_out"', OUTCOMES.strip() + "\n\n" +
                        '[[reason]]\nof = "termination"\nid = "carried_out"', 1)
    more = "".join(DEADLINES.replace("{event}", event).replace("{days}", str(days)) for event, days in events)
    return text.replace('[[deadline]]\nid = "monitoring_pertama"', more.strip() + '\n\n[[deadline]]\nid = "monitoring_pertama"', 1)


class Words(Office):
    kept = False

    def walked(self, name, text=None, **changes):
        self.founded_on(self.write("kantor/rules.toml", text or worded()))
        walk = Walk(self, **changes)
        walk.to(name)
        return walk

    def test_they_stand_in_blank_forms(self):
        walk = self.walked("delivered")
        self.run_("record", walk.case(), "--blank", "--step", "hasil").exits(0).shows("agreed               Persetujuan Bersama",
                                                                                    "not_agreed           Anjuran")
        self.run_("terminate", walk.case(), "--blank", "--step", "terminasi").exits(0).shows(
            "carried_out          hasil mediasi telah dilaksanakan oleh para pihak")

    def test_they_stand_in_reports(self):
        walk = self.walked("closed")
        self.run_("report", "case", walk.case()).exits(0).shows("Persetujuan Bersama").hides("carried out by the parties")
        told = self.run_("report", "register").exits(0)
        told.shows("Persetujuan Bersama", "hasil mediasi telah dilaksanakan")
        (row,) = self.run_("--format", "json", "report", "register").exits(0).json()["rows"]
        self.assertEqual((row["outcome"], row["reason"]), ("agreed", "carried_out"))

    def test_headings_of_what_is_sealed(self):
        labels = '[labels.register.beneficiary]\nname = "Nama korban"\nphone = "Telepon korban"\n\n'
        text = worded().replace('[[reason]]\nof = "outcome"', labels + '[[reason]]\nof = "outcome"', 1)
        walk = self.walked("registered", text)
        told = self.run_("report", "case", walk.case(), "--names").exits(0)
        told.shows("Nama korban: Contoh", "Telepon korban: ")

    def test_only_codes_of_the_program_are_given_words(self):
        text = worded().replace('id = "not_agreed"\ntitle = "Anjuran"', 'id = "anjuran"\ntitle = "Anjuran"')
        self.run_("workflow", "check", self.write("x.toml", text)).exits(4).complains("anjuran")

    def test_each_outcome_has_days_of_its_own(self):
        events = (("agreed", 3), ("partly", 5), ("stopped", 7), ("continued", 9))
        walk = self.walked("held", worded(events))
        dues = dict(self.rows("SELECT deadline, due FROM due WHERE deadline LIKE 'kirim%'"))
        self.assertEqual(dues, {"kirim_agreed": "2026-03-15"})
        for outcome, due in (("stopped", "2026-03-19"), ("continued", "2026-03-21")):
            self.afresh()
            walk = self.walked("delivered", worded(events))
            held = walk.form("held") | {"hasil": {"outcome": outcome, "reason": "time"}}
            walk.act("2026-03-12T11:15", "record", "sidang", held).exits(0)
            dues = dict(self.rows("SELECT deadline, due FROM due WHERE deadline LIKE 'kirim%'"))
            self.assertEqual(dues, {f"kirim_{outcome}": due})


if __name__ == "__main__":
    harness.main()
