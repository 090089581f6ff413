#!/bin/bash
# clang-tidy (.clang-tidy), without the precompiled headers: a missing include is a finding too.
#   tests/tidy.sh changed   what differs from the upstream branch, else from the first parent; stops after 8 minutes
#   tests/tidy.sh all       everything, however long it takes
set -euo pipefail
cd "$(dirname "$0")/.."
seconds_allowed=480

in_git() {
  git -c safe.directory="$PWD" "$@" 2>/dev/null
}

# the changed files, one a line; fails where git cannot tell
changed() {
  local head base
  head=$(in_git rev-parse HEAD) || return 1
  base=$(in_git merge-base HEAD '@{upstream}') || base=$head
  if [ "$base" = "$head" ]; then base=$(in_git rev-parse HEAD^) || return 1; fi
  in_git diff --name-only "$base" || return 1
}

# sources among the files on stdin; a header stands for the source of its name
sources() {
  sed -nE 's/\.(h|cpp)$/.cpp/p' | grep -E '^(lib|cmd|tests)/' | sort -u | while read -r file; do
    if [ -e "$file" ]; then echo "$file"; fi
  done
}

everything() {
  find lib cmd tests -name '*.cpp' | sort
}

if [ "${1:-}" = all ]; then
  seconds_allowed=86400
  files=$(everything)
elif [ "${1:-}" = changed ]; then
  if list=$(changed); then
    files=$(sources <<<"$list" || true)
  else
    echo "git cannot say what changed; looking at everything, newest first, within the time"
    files=$(find lib cmd tests -name '*.cpp' -printf '%T@ %p\n' | sort -rn | cut -d' ' -f2)
  fi
else
  echo "usage: tests/tidy.sh changed|all" >&2
  exit 2
fi
if [ -z "$files" ]; then
  echo "nothing changed"
  exit 0
fi
cmake --preset clang -B build/tidy -DMEDIASI_PRECOMPILE=OFF >/dev/null

# one file; past the time it is only counted
one() {
  if [ "$(date +%s)" -ge "$1" ]; then
    echo "not looked at: $2"
  else
    timeout 180 clang-tidy -p build/tidy --quiet --warnings-as-errors='*' "$2" 2>/dev/null
  fi
}
export -f one
until=$(($(date +%s) + seconds_allowed))
xargs -P "$(nproc)" -I{} bash -c 'one "$@"' one "$until" {} <<<"$files"
echo "$(wc -l <<<"$files") files"
