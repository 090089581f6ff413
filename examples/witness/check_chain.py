#!/usr/bin/env python3
"""Checks the chain of a mediasi store, and a code printed on a paper, with nothing but Python and the store file.

    check_chain.py STORE [CODE]         CODE as the Berita Acara carries it: 57-3f2a91bc0d4e5f607182

Needs no key and no mediasi. Says "sound", or the first entry that is not the one written. The hash of an entry is
BLAKE2b-256 (RFC 7693) over the parts below; a text or blob goes in after its length, a number as it is, both as 8
bytes, the least first.
"""

import hashlib
import sqlite3
import sys

COLUMNS = ("seq, case_number, act, step, on_text, recorded, by_officer, typed, rules, correction, target, facts, key_no, "
           "key_hash, hash")


def number(value):
    return (value % 2**64).to_bytes(8, "little")


def sized(value):
    data = value.encode() if isinstance(value, str) else value
    return number(len(data)) + data


def entry_hash(before, row, tables, sealed):
    seq, *texts, target, facts, key_no, key_hash, _ = row
    parts = [sized("mediasi-entry-2" if tables else "mediasi-entry-1"), sized(before), number(seq)]
    parts += [sized(text) for text in texts]
    parts += [number(target), sized(facts), number(key_no), sized(key_hash)]
    parts += [sized(tables)] if tables else []
    for path, blob in sealed:
        parts += [sized(path), sized(blob)]
    parts.append(number(len(sealed)))
    return hashlib.blake2b(b"".join(parts), digest_size=32).digest()


def check(path, code):
    store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    version = store.execute("PRAGMA user_version").fetchone()[0]
    tables = ", tables" if version >= 3 else ", x''"
    before, expected = bytes(32), 1
    for *row, covered in store.execute(f"SELECT {COLUMNS}{tables} FROM entry ORDER BY seq"):
        sealed = store.execute("SELECT path, blob FROM sealed WHERE seq = ? ORDER BY path", (row[0],)).fetchall()
        if row[0] != expected or entry_hash(before, row, covered, sealed) != row[-1]:
            return f"not sound: entry {expected} is not the one written"
        if code and code.split("-")[0] == str(row[0]) and not row[-1].hex().startswith(code.split("-")[1]):
            return f"not sound: the code is not that of entry {row[0]}"
        before, expected = row[-1], expected + 1
    if code and int(code.split("-")[0]) >= expected:
        return f"not sound: entry {code.split('-')[0]} is gone"
    return f"sound: {expected - 1} entries, head {before.hex()}"


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: check_chain.py STORE [CODE]")
    told = check(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else "")
    print(told)
    sys.exit(0 if told.startswith("sound") else 8)
