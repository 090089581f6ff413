#!/bin/bash
# Memory that runs out anywhere (libfiu), once or from then on: no command crashes, and none says it did what it did not.
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! command -v fiu-run >/dev/null; then
  echo "memory: fiu-run is missing; tests/install.sh --outside installs it" >&2
  exit 1
fi
MEDIASI=${MEDIASI:-$PWD/build/release/mediasi} MEDIASI_WHOLE=1 python3 -B tests/cli/little_memory_test.py "$@"
