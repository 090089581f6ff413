"""A hundred and twenty bent bits; tests/long/byte_flips.sh bends ten thousand."""

import os

import flips
import harness
from walk import Office, Walk

ROUNDS = int(os.environ.get("MEDIASI_FLIPS", "120"))
SEED = int(os.environ.get("MEDIASI_SEED", "20261124"))


class Flips(Office):
    def test_each_is_reported_or_changes_nothing(self):
        Walk(self).to("minuted")
        told = flips.bend(self, ROUNDS, SEED)
        print(f"{ROUNDS} flips: {told}")
        self.assertGreater(told["verify"], ROUNDS // 2)


if __name__ == "__main__":
    harness.main()
