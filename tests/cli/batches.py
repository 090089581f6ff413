"""What tests of batches share: registrations of invented people, and batches of them."""

import rows
from walk import Office, example

NOW = "2026-03-02T08:30"
TABLES = {"entry": "case_number, act, step, on_text, recorded, by_officer, typed, rules, facts",
          "case_index": "*", "due": "*", "booking": "*", "person_link": "*"}


def registration(number, **more):
    """an intake like the example's, of people of its own"""
    form = example("first-case/01-registrasi")
    for at, person in enumerate([*form["beneficiary"], *form["respondent"], *form["companion"]]):
        person["name"] = f"Contoh Rekaan {'ABCDEFGHIJ'[number % 10]} {chr(97 + at) * 3}"
        person.pop("nik", None)
    form["beneficiary"][0]["no_nik"] = form["respondent"][0]["no_nik"] = "unregistered"
    return {**form, **more}


class Batches(Office):
    def setUp(self):
        super().setUp()
        self.at(NOW)

    def batch(self, command, text, *more, name="rows.csv"):
        self.write(name, text)
        return self.run_(command, "--batch", name, *more)

    def answer(self, command, text, *more, name="rows.csv", code=0):
        """as JSON"""
        self.write(name, text)
        return self.run_("--format", "json", command, "--batch", name, *more).exits(code)

    def counts(self, *arguments, **more):
        answer = self.answer(*arguments, **more).json()
        return answer["taken"], answer["unchanged"], answer["refused"]

    def sheet(self, forms, **more):
        return rows.sheet([rows.cells(form) for form in forms], **more)

    def tables(self):
        return {name: self.rows(f"SELECT {what} FROM {name} ORDER BY 1, 2, 3") for name, what in TABLES.items()}

    def entries(self):
        return self.rows("SELECT seq, case_number, act FROM entry ORDER BY seq")
