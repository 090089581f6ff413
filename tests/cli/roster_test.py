"""The roster never loses its last admin: a slip there could be mended by no command."""

import harness
from walk import LOGIN, Office, toml

ADMIN = {"id": "admin", "name": "Contoh Petugas Admin", "login": LOGIN, "post": [{"role": "admin", "from": "2026-01-01"}]}


def admin(since="2026-01-01", **changes):
    post = {"role": changes.pop("role", "admin"), "from": since, **({"until": changes.pop("until")} if "until" in changes else {})}
    return {name: value for name, value in {**ADMIN, "post": [post], **changes}.items() if value is not None}


class Roster(Office):
    def enter(self, form):
        return self.at("2026-03-02T08:00").run_("roster", "add", "officer", "--form", "-", stdin=toml(form))

    def refused(self, form):
        with self.changing_nothing("mediasi.db"):
            self.enter(form).exits(3).complains("M3014", "second admin")

    def test_the_only_admin_stays_one_who_can_type(self):
        for slip in ({"login": "rooot"}, {"login": None}, {"login": ""}, {"until": "2026-03-01"}, {"since": "2026-03-03"},
                     {"role": "pendamping"}):
            with self.subTest(slip):
                self.refused(admin(**slip))
        for change in ({}, {"name": "Contoh Petugas Baru"}, {"until": "2026-12-31"}):
            self.enter(admin(**change)).exits(0)

    def test_nobody_takes_the_login_of_the_only_admin_away(self):
        before_admin = {"id": "aida", "name": "Contoh Aida", "login": LOGIN, "post": [{"role": "pendamping", "from": "2026-01-01"}]}
        self.enter(before_admin).exits(0)  # the login still names the admin, who came first
        self.enter(admin()).exits(0)

    def test_a_second_admin_takes_over(self):
        second = admin(id="kedua", name="Contoh Admin Kedua", login=None)
        self.enter(second).exits(0)
        self.refused(admin(login="rooot"))  # the second cannot type
        self.enter({**second, "login": "kedua"}).exits(0)
        self.enter(admin(until="2026-03-01")).exits(0)
        self.enter(admin()).exits(3).complains("M3003")


if __name__ == "__main__":
    harness.main()
