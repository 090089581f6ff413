"""Papers of a case: how many copies, which of several, and what comes next for whom mediation is not for."""

import harness
from explaining import Explaining
from walk import ROOT, Walk

MORE = """
[[requirement]]
id = "ktp"
title = "Fotokopi KTP"
kind = "document"
need = "always"
copies = 3

[[requirement]]
id = "warga"
title = "Warga kota"
kind = "condition"
need = "always"
group = "wilayah"

[[requirement]]
id = "kejadian"
title = "Kejadian di kota"
kind = "condition"
need = "always"
group = "wilayah"

# --- Pendaftaran -"""


class Requirements(Explaining):
    kept = False

    def registered(self):
        text = (ROOT / "share/rules/pasuruan.toml").read_text().replace("\n# --- Pendaftaran -", MORE, 1)
        self.founded_on(self.write("kantor/rules.toml", text))
        walk = Walk(self)
        walk.to("registered")
        return walk

    def receive(self, walk, which, copies=None, minute=0):
        form = {"requirement": which} | ({"copies": copies} if copies else {})
        done = walk.act(f"2026-03-02T09:{minute:02}", "intake", "syarat", form, extra=("--format", "json"))
        return done.exits(0).json()["missing"]

    def test_copies_add_up(self):
        walk = self.registered()
        self.assertIn("Fotokopi KTP (2 of 3 copies missing)", self.receive(walk, "ktp", "1"))
        self.assertIn("Fotokopi KTP (1 of 3 copies missing)", self.receive(walk, "ktp", "1", 1))
        self.assertNotIn("KTP", " ".join(self.receive(walk, "ktp", "1", 2)))

    def test_who_counts_none_brought_them_all(self):
        walk = self.registered()
        self.assertNotIn("KTP", " ".join(self.receive(walk, "ktp")))

    def test_explain_asks_for_the_rest_alone(self):
        walk = self.registered()
        self.receive(walk, "ktp", "1")
        (failed,) = [one for one in self.steps(walk, "perintah")["perintah"]["failed"] if one["rule"].endswith("complete")]
        self.assertIn("requirement = ktp", " ".join(way["says"] or "" for way in failed["unblock"]))
        self.assertIn("copies = 2", " ".join(way["says"] or "" for way in failed["unblock"]))

    def test_alternatives_stand_as_one(self):
        walk = self.registered()
        missing = self.receive(walk, "ktp")
        self.assertIn("one of: Warga kota / Kejadian di kota", missing)
        self.assertEqual([one for one in missing if one in ("Warga kota", "Kejadian di kota")], [])
        self.assertNotIn("kota", " ".join(self.receive(walk, "kejadian", None, 1)))

    def test_an_alternative_that_nobody_has_to_bring_is_named_too(self):
        walk = Walk(self, registered={"requirement": None})
        shown = walk.to("registered")
        shown.shows("one of: Identitas Penerima Manfaat / Surat keterangan pengganti identitas")
        self.assertNotIn("Identitas", " ".join(self.receive(walk, "keterangan_identitas")))

    def test_found_unfit_it_is_referred_and_closed(self):
        walk = self.registered()
        walk.act("2026-03-02T13:00", "assess", "asesmen_awal",
                 {"party": "beneficiary1", "willing": "no", "pressure": "no", "threat": "no", "protection_order": "no",
                  "afraid": "no", "violence": "yes", "risk": "low"}).exits(0)
        answer = walk.act("2026-03-02T14:00", "assess", "kelayakan", {"finding": "unfit", "reasons": "Tidak bersedia."},
                          extra=("--format", "json")).exits(0).json()
        self.assertEqual(answer["missing"], [])
        steps = [row["step"] for row in answer["next"]]
        self.assertLessEqual({"rujukan", "terminasi"}, set(steps))
        self.assertFalse({"asesmen_lanjutan", "rencana", "perintah", "mediator", "sesi"} & set(steps), steps)
        answer = walk.act("2026-03-02T15:00", "intake", "rujukan", {"to": "psychologist", "answer": "refused"},
                          extra=("--format", "json")).exits(0).json()
        steps = [row["step"] for row in answer["next"]]
        self.assertIn("terminasi", steps)
        self.assertNotIn("rujukan", steps)


if __name__ == "__main__":
    harness.main()
