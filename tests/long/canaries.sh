#!/bin/bash
# Canaries under a kill at every write: whatever ends a command, no file holds what was entered in the clear, and no name
# is printed that no entry speaks of. Minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."
export MEDIASI=${MEDIASI:-$PWD/build/release/mediasi}
PYTHONPATH=tests/cli exec python3 -B tests/long/kill_and_look.py
