#!/bin/bash
# libFuzzer on everything that reads what somebody wrote, ten minutes each, with the address and undefined behaviour
# sanitizers. A finding is left in build/fuzz/found; put it into tests/fuzz/corpus/TARGET, where every run tries it.
#   tests/long/fuzz.sh [TARGET...]     MEDIASI_FUZZ_SECONDS: how long each (600)
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${MEDIASI_FUZZ_SECONDS:-600}
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz -j "$(nproc)" >build/fuzz/build.log 2>&1 || {
  tail -n 40 build/fuzz/build.log
  exit 1
}
if [ $# -eq 0 ]; then
  mapfile -t targets < <(basename -a tests/fuzz/corpus/*)
  set -- "${targets[@]}"
fi
mkdir -p build/fuzz/found
failed=0
for target in "$@"; do
  grown=build/fuzz/corpus/$target # kept between runs; tests/fuzz/corpus stays small
  mkdir -p "$grown"
  echo "-- $target, $seconds seconds"
  if MEDIASI_FUZZ_TARGET=$target build/fuzz/fuzz -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=16384 -print_final_stats=1 -artifact_prefix="build/fuzz/found/$target-" \
    "$grown" "tests/fuzz/corpus/$target" >"build/fuzz/$target.log" 2>&1; then
    grep -E "stat::(number_of_executed_units|average_exec_per_sec)" "build/fuzz/$target.log"
  else
    failed=1
    tail -n 30 "build/fuzz/$target.log"
  fi
done
exit "$failed"
