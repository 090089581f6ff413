"""Random bytes of a store file bent one at a time: each is reported, or changes nothing that any command prints."""

import random
import shutil

CASE = "2026-0001"
QUESTIONS = [["report", "overdue"], ["report", "due"], ["report", "case", CASE], ["report", "register"],
             ["report", "journal"], ["report", "agenda"], ["report", "obligations"], ["report", "complaints"],
             ["roster", "list"], ["document", CASE, "--list"], ["explain", CASE], ["store", "info"], ["store", "head"]]


def answers(test):
    return [(done.code, done.out) for done in (test.run_(*question, "--format", "json") for question in QUESTIONS)]


def bend(test, rounds, seed):
    """how many were reported by verify, by a question, and by nobody because nothing changed"""
    store, sound = test.path("mediasi.db"), test.path("sound.db")
    shutil.copy(store, sound)
    with open(sound, "rb") as file:
        whole = file.read()
    truth, told = answers(test), {"verify": 0, "question": 0, "nothing": 0}
    for number in random.Random(seed).choices(range(len(whole) * 8), k=rounds):
        at, bit = divmod(number, 8)
        bent = bytearray(whole)
        bent[at] ^= 1 << bit
        with open(store, "wb") as file:
            file.write(bent)
        done = test.run_("store", "verify")
        if done.code == 8:
            told["verify"] += 1
            continue
        test.assertEqual(done.code, 0, f"byte {at} bit {bit}: {done.err}")
        for question, before, (code, out) in zip(QUESTIONS, truth, answers(test)):
            if code == 8:
                told["question"] += 1
                break
            test.assertEqual((code, out), before, f"byte {at} bit {bit}: {question}")
        else:
            told["nothing"] += 1
    return told
