"""The part of attack.py about the tables that answer questions over many cases."""

import own_sums
from attack import Open, add_entry, attack, rewrite


@attack
def overdue_silenced(path, _):
    with Open(path) as store:
        store.execute("UPDATE due SET late_from = '9999-12-31T00:00'")


@attack
def due_taken_away(path, _):
    with Open(path) as store:
        store.execute("DELETE FROM due WHERE rowid = (SELECT MIN(rowid) FROM due)")


@attack
def due_taken_away_and_noted(path, _):
    """with what is noted of each case, and the sum, brought back from a time when it was not there"""
    with Open(path) as store:
        store.execute("DELETE FROM due")
        store.execute("DELETE FROM part_digest")
        store.execute("UPDATE tables_sum SET sum = zeroblob(2048)")


@attack
def due_taken_away_and_the_sums_made_good(path, _):
    with Open(path) as store:
        store.execute("DELETE FROM due")
        own_sums.make_good(store)


@attack
def due_taken_away_and_the_sums_thrown_away(path, _):
    with Open(path) as store:
        for table in ("due", "part_digest", "tables_sum"):
            store.execute(f"DELETE FROM {table}")


@attack
def due_taken_away_under_an_entry_that_says_nothing_of_tables(path, _):
    with Open(path) as store:
        store.execute("DELETE FROM due")
        add_entry(store, b"")


@rewrite
def due_taken_away_under_an_entry_of_his_own(path, _):
    with Open(path) as store:
        store.execute("DELETE FROM due")
        add_entry(store, own_sums.make_good(store))


@attack
def case_of_the_house_planted(path, _):
    with Open(path) as store:
        store.execute("INSERT INTO case_index SELECT '0', 2026, 2, initials, rules, stage, received, complete, closed, outcome, "
                      "reason FROM case_index LIMIT 1")


@attack
def case_closed_in_the_index(path, _):
    with Open(path) as store:
        store.execute("UPDATE case_index SET closed = '2026-01-01', stage = 'closed'")


@attack
def booking_planted(path, _):
    with Open(path) as store:
        store.execute("INSERT INTO booking SELECT 'room', 'r1', '2026-12-01T09:00', '2026-12-01T10:00', number, 9 FROM case_index")


@attack
def number_taken(path, _):
    with Open(path) as store:
        store.execute("INSERT INTO number SELECT register, year, 99, case_number, seq FROM number LIMIT 1")


@attack
def search_words_planted(path, _):
    with Open(path) as store:
        store.execute("INSERT INTO search SELECT number, 'beneficiary9', 'nik', randomblob(16) FROM case_index LIMIT 1")


@attack
def older_tables_under_the_newer_journal(path, older):
    with Open(path) as store:
        store.execute("COMMIT")
        store.execute("ATTACH ? AS older", (str(older),))
        store.execute("BEGIN")
        for table in ("case_index", "due", "booking", "number", "part_digest", "tables_sum"):
            store.execute(f"DELETE FROM main.{table}")
            store.execute(f"INSERT INTO main.{table} SELECT * FROM older.{table}")
