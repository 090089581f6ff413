"""What tests of `explain` share."""

from walk import Office


class Explaining(Office):
    def explain(self, walk, *words, at=None, **more):
        if at:
            self.at(at)
        return self.run_("--format", "json", "explain", walk.case(), *words, **more).exits(0).json()

    def steps(self, walk, *words, **more):
        return {row["step"]: row for row in self.explain(walk, *words, **more)["steps"]}

    def rules(self, row):
        return [failed["rule"] for failed in row["failed"]]
