"""The sums of the question tables, counted in Python as the store counts them (lib/store/table_sums): what a thief needs to
make changed tables agree with themselves. libsodium's ChaCha20 spreads a hash over the lanes of the sum."""

import ctypes
import hashlib
import struct

from check_chain import number, sized

LANES = 1024
sodium = ctypes.CDLL("libsodium.so.23")
sodium.sodium_init()


def digest(*parts):
    return hashlib.blake2b(b"".join(parts), digest_size=32).digest()


def spread(element):
    out = ctypes.create_string_buffer(2 * LANES)
    sodium.crypto_stream_chacha20_ietf(out, ctypes.c_ulonglong(2 * LANES), bytes(12), element)
    return struct.unpack(f"<{LANES}H", out.raw)


def lines(some):
    some = sorted(some)
    return number(len(some)) + b"".join(map(sized, some))


def texts(row):
    return b"".join(map(sized, row))


def of_case(store, case):
    head = store.execute("SELECT initials, rules, stage, received, complete, closed, outcome, reason FROM case_index "
                         "WHERE number = ?", (case,)).fetchone() or ("",) * 8
    due = [texts(row[:6]) + number(1 if row[6] else 0) + sized(row[7]) for row in store.execute(
        "SELECT deadline, step, role, officer, due, late_from, provisional, paused_since FROM due WHERE case_number = ?", (case,))]
    booking = [texts(row[:4]) + number(row[4]) for row in store.execute(
        "SELECT kind, resource, starts, ends, session FROM booking WHERE case_number = ?", (case,))]
    link = [texts(row) for row in store.execute(
        "SELECT pid, person, side, beside, alleged_offender, staff FROM person_link WHERE case_number = ?", (case,))]
    return digest(sized("mediasi-rows-1"), sized(case), texts(head), lines(due), lines(booking), lines(link))


def of_words(store, case):
    words = [texts(row) for row in store.execute("SELECT person, kind, token FROM search WHERE case_number = ?", (case,))]
    waits = store.execute("SELECT 1 FROM search_pending WHERE case_number = ?", (case,)).fetchone()
    return digest(sized("mediasi-search-1"), sized(case), number(1 if waits else 0), lines(words))


def cases_in(store, tables):
    return sorted({case for table, column in tables for (case,) in store.execute(f"SELECT {column} FROM {table}")})


def make_good(store):
    """part_digest and tables_sum as the tables now are; gives what an entry would carry of them"""
    lanes = [0] * LANES

    def add(element):
        for lane, value in enumerate(spread(element)):
            lanes[lane] = (lanes[lane] + value) & 0xFFFF

    store.execute("DELETE FROM part_digest")
    for part, count, tables in (("rows", of_case, (("case_index", "number"), ("due", "case_number"), ("booking", "case_number"),
                                                   ("person_link", "case_number"))),
                                ("search", of_words, (("search", "case_number"), ("search_pending", "case_number")))):
        for case in cases_in(store, tables):
            element = count(store, case)
            add(element)
            store.execute("INSERT INTO part_digest(part, case_number, digest) VALUES (?, ?, ?)", (part, case, element))
    for register, year, serial, case, seq in store.execute("SELECT register, year, serial, case_number, seq FROM number").fetchall():
        add(digest(sized("mediasi-number-1"), sized(register), number(year), number(serial), sized(case), number(seq)))
    for source, ref, seq in store.execute("SELECT source, ref, seq FROM ref").fetchall():
        add(digest(sized("mediasi-ref-1"), sized(source), sized(ref), number(seq)))
    total = struct.pack(f"<{LANES}H", *lanes)
    store.execute("DELETE FROM tables_sum")
    store.execute("INSERT INTO tables_sum(id, sum) VALUES (1, ?)", (total,))
    return digest(sized("mediasi-tables-1"), total)
