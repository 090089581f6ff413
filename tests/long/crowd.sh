#!/bin/bash
# Thirty-two writers and four readers on one store for a minute.
set -euo pipefail
cd "$(dirname "$0")/../.."
MEDIASI=${MEDIASI:-$PWD/build/release/mediasi} MEDIASI_CROWD=${MEDIASI_CROWD:-"32 4 60"} python3 -B tests/cli/crowd_test.py "$@"
