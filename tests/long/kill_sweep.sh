#!/bin/bash
# Every writing command killed at every one of its writes: the act wholly there or not at all, and the next command works.
set -euo pipefail
cd "$(dirname "$0")/../.."
MEDIASI=${MEDIASI:-$PWD/build/release/mediasi} MEDIASI_WHOLE=1 python3 -B tests/cli/kill_test.py "$@"
