"""The address shield over every paper the shipped rules know, and over what an office puts in their place."""

import re

import harness
from canaries import FORMS, HERS, HIS, SECRETS, clear_in
from walk import NAMES, ROOT, Office, Walk

TEMPLATES = ROOT / "share/templates"
OUTSIDERS = {"sides", "beneficiary", "respondent", "party", "invitee", "mediator", "receiver", "institution"}
HER_SIDE, HIS_SIDE = {"beneficiary1", "companion1", "companion3"}, {"respondent1", "companion2"}
# what the office writes for itself: no side, mediator or institution reads it on paper
INNER = ["story", "reasons", "summary", "consent", "finding", "interest", "second", "report", "plan", "how", "note", "words",
         "visit", "end", "log", "power", "next"]
REFERRED = {"to": "school", "answer": "accepted", "share_consent": "yes", "summary": "memerlukan kursi lereng timur"}
UNFIT = {"asesmen_awal.risk": "high", "kelayakan.finding": "unfit", "kelayakan.condition": None}
ASKS = "{{#annex}}{{annex_address}} {{annex_phone}} {{annex_nik}}{{/annex}}"


class Shield(Office):
    kept = False

    def kinds(self):
        """kind -> (template, who reads it)"""
        known = {}
        for paper in self.run_("--list", "papers", "--format", "json").exits(0).json()["rows"]:
            signed = {"parties", "companions"} & set(paper["signers"].split(","))
            known[paper["paper"]] = (paper["template"], "sides" if paper["to"] == "office" and signed else paper["to"])
        return known

    def papers(self):
        """every paper of the whole case, and of one that is found unfit: kind, person it is to, text"""
        found = {path: text for path, text in FORMS["found"].items() if "condition" not in path}
        yield from self.papers_of(Walk(self, **{**FORMS, "found": {**found, **UNFIT}}), ["registered", "found"])
        self.afresh()
        walk = Walk(self, **FORMS)
        walk.to("registered")
        walk.act("2026-03-02T08:40", "intake", "penugasan", {"role": "pendamping", "officer": "pita"}, "koko").exits(0)
        walk.act("2026-03-02T08:50", "intake", "rujukan", REFERRED).exits(0)
        yield from self.papers_of(walk, NAMES)

    def papers_of(self, walk, states):
        out = self.folder / "papers"
        for name in states:
            walk.to(name)
            self.run_("document", walk.case(), "--owed", "--into", out).exits(0)
        for row in self.run_("document", walk.case(), "--list", "--format", "json").exits(0).json()["rows"]:
            if row["state"] == "issued":
                yield row["kind"], row["to"], (out / row["file"]).read_bytes()

    def may_read(self, reader, to):
        """what may stand in a paper of one who is not of the office"""
        if to in HER_SIDE:
            return {"her name", "her mother", "interpreter", *HERS}
        if to in HIS_SIDE:
            return {"his name", "his mother", *HIS}
        if reader == "institution":  # as far as consented
            return {"her name", "her mother"}
        names = {"her name", "his name", "her mother", "his mother", "interpreter"}
        return {*names, "obligation", "proof", "course"} if reader == "sides" else set()

    def test_no_paper_shows_its_reader_what_is_not_his(self):
        kinds, seen = self.kinds(), set()
        for kind, to, text in self.papers():
            seen.add(kind)
            reader = kinds[kind][1]
            if reader not in OUTSIDERS:
                continue
            with self.subTest(f"{kind} to {to}"):
                shown = set(clear_in(text, SECRETS))
                if reader == "sides":
                    allowed = self.may_read(reader, to) | self.may_read(reader, "")
                    allowed -= {*HERS, *HIS}
                else:
                    allowed = self.may_read(reader, to)
                self.assertEqual(shown - allowed, set())
                self.assertEqual(shown & set(INNER), set())
        self.assertLessEqual({"undangan", "berita_acara", "undangan_asesmen", "tidak_layak", "surat_tugas", "surat_tugas_mediator",
                              "laporan_hasil", "terminasi", "rujukan"}, seen)

    def rules_with(self, templates):
        folder = self.folder / "rules"
        (folder / "templates").mkdir(parents=True, exist_ok=True)
        (folder / "pasuruan.toml").write_text((ROOT / "share/rules/pasuruan.toml").read_text())
        for name, text in templates.items():
            (folder / "templates" / f"{name}.html").write_text(text)
        return folder / "pasuruan.toml"

    def asking(self, name):
        """the shipped template, and in it the particulars of everybody"""
        text = (TEMPLATES / f"{name}.html").read_text().replace("needs:", "needs: annex annex_address annex_phone annex_nik", 1)
        return text.replace("</main>", f"{ASKS}\n</main>", 1)

    def test_an_overriding_template_that_asks_for_too_much_is_refused_at_load_with_its_line(self):
        guarded = {template for template, reader in self.kinds().values() if reader != "office"}
        done = self.run_("workflow", "check", self.rules_with({name: self.asking(name) for name in guarded}))
        done.exits(4)
        for name in guarded:
            with self.subTest(name):
                line = self.asking(name).split(ASKS)[0].count("\n") + 1
                self.assertRegex(done.err, rf"(?m)^(mediasi: )?{name}(\.html)?:{line}:\d+: .*annex_address.*\[M4018\]")

    def test_a_part_is_held_to_what_the_strictest_of_its_papers_may_show(self):
        kop = (TEMPLATES / "kop.html").read_text()
        asking = kop.replace("needs:", "needs: party_name parties", 1) + "{{#parties}}{{party_name}}{{/parties}}\n"
        done = self.run_("workflow", "check", self.rules_with({"kop": asking})).exits(4)
        line = asking.count("\n")
        self.assertRegex(done.err, rf"(?m)^(mediasi: )?kop:{line}:\d+: .*party_name.*invitee")

    def test_what_an_office_may_change_it_may_change(self):
        kop = (TEMPLATES / "kop.html").read_text().replace("</header>", '<p class="contact">Semboyan Contoh</p>\n</header>')
        rules = self.rules_with({"kop": kop})
        self.run_("workflow", "check", rules).exits(0)
        self.founded_on(rules)
        Walk(self).to("scheduled")
        letters = list((self.folder / "letters").glob("*undangan-*.html"))
        self.assertGreater(len(letters), 3)
        for letter in letters:
            self.assertEqual(len(re.findall("Semboyan Contoh", letter.read_text())), 1)


if __name__ == "__main__":
    harness.main()
