#!/bin/bash
# A random walk of 100,000 acts: no case is left that a fresh fold would refuse, no step opens whose guards fail, and
# every act kind was accepted at least once. Minutes. A failure names its seed: tests/long/random_walk.sh SEED ACTS
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake -G Ninja -B build/walk -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1 \
  -DMEDIASI_UNIT_TESTS=ON >/dev/null
cmake --build build/walk --target random_walk >/dev/null
time build/walk/random_walk "${1:-$RANDOM}" "${2:-100000}"
