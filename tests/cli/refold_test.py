"""What verify makes of the entries against a checkpoint is what the tables hold, whatever was done to a case: no false alarm."""

import harness
import rows
from walk import EXAMPLES, Office, Walk, example


class Refold(Office):
    def sound(self, name):
        self.run_("store", "checkpoint", self.path("outside", name)).exits(0)
        self.run_("store", "verify", "--checkpoint", self.path("outside", name)).exits(0).shows("sound")

    def test_a_walked_case_an_undone_batch_a_changed_roster_and_an_erased_case(self):
        Walk(self).to("found")
        self.sound("found")
        form = example("first-case/01-registrasi")
        self.write("rows.csv", rows.sheet([{"ref": f"b/{n}", **rows.cells(form)} for n in (1, 2)]))
        self.at("2026-03-02T14:00").run_("intake", "--batch", "rows.csv", "--source", "buku").exits(0)
        self.sound("batch")
        self.run_("store", "undo-batch", "1").exits(0)
        self.sound("undone")
        Walk(self).to("held")
        self.add("officer", {"id": "putri", "name": "Contoh Putri", "post": [{"role": "pendamping", "from": "2026-01-01"}]})
        self.add("officer", {"id": "pita", "name": "Contoh Pendamping Pita",
                             "post": [{"role": "pendamping", "from": "2026-01-01", "until": "2026-03-01"}]})
        self.sound("roster")

    def test_a_complaint_and_a_case_opened_again(self):
        Walk(self).to("closed")
        self.at("2026-06-09T08:00").run_("record", "--step", "pengaduan", "--by", "pita", "--form", "-",
                                         stdin='about = "delay"\nreceived_by = "pita"\nwords = "Contoh"\n')
        self.sound("complaint")
        self.run_("terminate", "2026-0001", "--step", "pembukaan_kembali", "--by", "kania", "--set", "reason=asked").exits(0)
        self.sound("opened")

    def test_an_erased_case(self):
        Walk(self).to("closed")
        self.sound("closed")
        self.at("2031-06-09T09:00").write("safe/musnah.html", "<p>Contoh berita acara pemusnahan</p>")
        self.run_("store", "erase", "2026-0001", "--because", "habis_retensi", "--minutes", self.path("safe/musnah.html"),
                  "--by", "kania").exits(0)
        self.sound("erased")


if __name__ == "__main__":
    harness.main()
