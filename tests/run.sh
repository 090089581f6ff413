#!/bin/bash
# Installs what is missing, builds, tests.
#   tests/run.sh             unit tests with sanitizers, then the tests of the release program
#   tests/run.sh --outside   the other compiler, and the checkers that need more than a compiler
#   tests/run.sh --long      the campaigns in tests/long/
# The last line says "N passed, N failed"; the exit code is 0 when nothing failed.
set -euo pipefail
cd "$(dirname "$0")/.."

passed=0
failed=0
jobs=$(nproc)

# runs a named check and counts it
check() {
  local name=$1
  shift
  echo "== $name"
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name"
  fi
}

# The tests' stores lie in memory where it has room and may hold programs: a disk makes every command wait for it.
keep_in_memory() {
  local free
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1) || return 0
  if [ "$free" -lt 2000000 ] || ! in_memory=$(mktemp -d -p /dev/shm mediasi-tests-XXXXXX 2>/dev/null); then return 0; fi
  trap 'rm -rf "$in_memory"' EXIT
  chmod 755 "$in_memory" # some tests act as another user, who has to get there
  if cp /bin/true "$in_memory/runs" && "$in_memory/runs" 2>/dev/null; then export TMPDIR=$in_memory; fi
}

# runs one preset's tests and counts each of them
count_tests() {
  local preset=$1 log=build/$1/ctest.log line out_of lost
  ctest --preset "$preset" -j "$jobs" </dev/null 2>&1 | tee "$log" || true
  line=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests? failed out of [0-9]+' "$log" || true)
  if [ -z "$line" ]; then
    echo "FAILED: $preset has no tests"
    failed=$((failed + 1))
    return
  fi
  out_of=$(sed -E 's/.* out of ([0-9]+).*/\1/' <<<"$line")
  lost=$(sed -E 's/.* passed, ([0-9]+) tests?.*/\1/' <<<"$line")
  passed=$((passed + out_of - lost))
  failed=$((failed + lost))
}

# configures and builds targets of a preset; a failure is counted and ends that preset
build() {
  local preset=$1 options=()
  shift
  echo "== build $preset"
  # who has built before keeps what he chose
  if [ ! -e "build/$preset/CMakeCache.txt" ]; then options=(-DMEDIASI_UNITY=ON); fi
  if cmake --preset "$preset" "${options[@]}" >"build/$preset.log" 2>&1 && cmake --build --preset "$preset" -j "$jobs" "$@"; then
    return 0
  fi
  cat "build/$preset.log"
  echo "FAILED: build $preset"
  failed=$((failed + 1))
  return 1
}

usual() {
  tests/install.sh
  keep_in_memory
  if build dev --target unit_tests; then count_tests dev; fi
  if build release; then count_tests release; fi
}

outside() {
  tests/install.sh --outside
  if build clang; then count_tests clang; fi
  check "clang-format" tests/format.sh
  check "clang-tidy on what changed" tests/tidy.sh changed
  check "shellcheck" tests/scripts.sh
  check "manual pages" tests/manual.sh
  check "letters" tests/letters.sh
}

campaigns() {
  local script
  tests/install.sh --outside
  build release || return 0
  for script in tests/long/*.sh; do
    check "$script" "$script"
  done
}

mkdir -p build
case "${1:-}" in
  "") usual ;;
  --outside) outside ;;
  --long) campaigns ;;
  *)
    echo "usage: tests/run.sh [--outside|--long]" >&2
    exit 2
    ;;
esac
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
