#!/bin/bash
# Measures the bars of speed on stores of a million entries and a million cases: twenty minutes, 6 GB of disk in
# build/, removed at the end. Ends with 1 where a bar is missed. MEDIASI_BENCH_ENTRIES, MEDIASI_BENCH_CASES: smaller
# stores; MEDIASI_BENCH_DIR: another place for them.
set -euo pipefail
cd "$(dirname "$0")/../.."
for program in task sqlite3 sha256sum; do
  if ! command -v "$program" >/dev/null; then
    echo "bench: '$program' is missing: tests/install.sh --outside" >&2
    exit 1
  fi
done
cmake --preset release >/dev/null
cmake --build --preset release -j "$(nproc)" --target mediasi catalogues make_store >/dev/null
MEDIASI=build/release/mediasi MAKE_STORE=build/release/make_store exec python3 -B tests/bench/bench.py
