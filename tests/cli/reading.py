"""The case of canaries, read with the key: what reports show of it, and what the journal keeps of that."""

from canaries import FORMS
from reports import Reports, Walk


class Reads(Reports):
    def setUp(self):
        super().setUp()
        self.walk = Walk(self, **FORMS)

    def entries(self):
        return self.rows("SELECT count(*) FROM entry")[0][0]

    def reads(self, *words):
        return self.rows_of("journal", "--reads", *words)

    def last(self):
        return self.reads()[-1]

    def named(self, name, *words, **more):
        return self.run_("report", name, *words, "--names", **more)
