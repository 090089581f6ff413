"""What is timed, and the table of what was measured: medians of rounds in turn, as ratios within one run."""

import statistics
import subprocess
import sys
import time


class Command:
    def __init__(self, *words, code=0, output="/dev/null"):
        self.words, self.code, self.output = [str(word) for word in words], code, output

    def seconds(self):
        with open(self.output, "wb") as out:
            begin = time.perf_counter()
            done = subprocess.run(self.words, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE)
            spent = time.perf_counter() - begin
        if done.returncode != self.code:
            sys.exit(f"bench: {self.words} gave {done.returncode}:\n{done.stderr.decode(errors='replace')}")
        return spent


def medians(commands, rounds):
    """of each command, run in turn; the first round only warms up"""
    times = [[command.seconds() for command in commands] for _ in range(rounds + 1)][1:]
    return [statistics.median(column) for column in zip(*times)]


class Table:
    def __init__(self):
        self.missed = False
        print(f"{'work':<66} {'bar':>5} {'measured':>9}  ok")

    def row(self, work, bar, ours, others, rounds):
        """a bar of None: told, and not to be held"""
        mine, *theirs = medians([ours, *others], rounds)
        self.figure(work, bar, mine / sum(theirs),
                    f"{mine * 1000:.1f} ms : {' + '.join(f'{seconds * 1000:.1f}' for seconds in theirs)} ms")

    def figure(self, work, bar, measured, note=""):
        good = bar is None or measured <= bar
        self.missed = self.missed or not good
        print(f"{work:<66} {'' if bar is None else f'{bar:.2f}':>5} {measured:>9.2f}  {'yes' if good else 'NO '}  {note}", flush=True)
