#!/bin/bash
# Ten thousand bits of a store bent one at a time: each reported, or nothing that any command prints changes.
#   tests/long/byte_flips.sh [HOW-MANY] [SEED]
set -euo pipefail
cd "$(dirname "$0")/../.."
MEDIASI=${MEDIASI:-$PWD/build/release/mediasi} MEDIASI_FLIPS=${1:-10000} MEDIASI_SEED=${2:-20261124} \
  python3 -B tests/cli/flips_test.py
