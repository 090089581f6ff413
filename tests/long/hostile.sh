#!/bin/bash
# Every hostile word in every place for one, every command on every forged store.
set -euo pipefail
cd "$(dirname "$0")/../.."
export MEDIASI=${MEDIASI:-$PWD/build/release/mediasi} MEDIASI_WHOLE=1
failed=0
for test in tests/cli/hostile_*_test.py; do
  python3 -B "$test" || failed=1
done
exit "$failed"
