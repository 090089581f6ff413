#!/bin/bash
# Thirty-two writers and four readers on one store for a minute, then thirty-two desks that issue letters.
set -euo pipefail
cd "$(dirname "$0")/../.."
MEDIASI=${MEDIASI:-$PWD/build/release/mediasi} MEDIASI_CROWD=${MEDIASI_CROWD:-"32 4 60"} python3 -B tests/cli/crowd_test.py "$@"
MEDIASI=${MEDIASI:-$PWD/build/release/mediasi} MEDIASI_LETTERS=${MEDIASI_LETTERS:-"32 20"} python3 -B tests/cli/numbers_crowd_test.py
