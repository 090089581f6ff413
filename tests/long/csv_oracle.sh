#!/bin/bash
# 10,000 random sheets read as libcsv reads them. A failure names its seed: tests/long/csv_oracle.sh SEED TABLES
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake -G Ninja -B build/walk -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1 \
  -DMEDIASI_UNIT_TESTS=ON >/dev/null
cmake --build build/walk --target csv_oracle >/dev/null
seed=${1:-$RANDOM}
echo "seed $seed"
build/walk/csv_oracle "$seed" "${2:-10000}"
