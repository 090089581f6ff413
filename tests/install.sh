#!/bin/bash
# The one list of Debian packages. Says what it installs before it does; needs root for that alone.
#   tests/install.sh             what building, running and testing need
#   tests/install.sh --outside   and what the checkers of tests/run.sh --outside need
set -euo pipefail

packages=(
  g++ cmake ninja-build pkg-config gettext
  libcli11-dev libfmt-dev libsqlitecpp-dev libsqlite3-dev libtomlplusplus-dev libsodium-dev
  nlohmann-json3-dev libkainjow-mustache-dev libutf8proc-dev doctest-dev
  python3 python3-icalendar sqlite3 strace mandoc minisign
  weasyprint poppler-utils fonts-liberation) # PDFs of the papers, what reads them, and the letters they are measured with
# a package, and the program that makes it unnecessary wherever that comes from
outside=(clang:clang++ clang-tidy:clang-tidy clang-format:clang-format shellcheck:shellcheck git:git
  npm:npm default-jre-headless:java ca-certificates:update-ca-certificates fiu-utils:fiu-run
  taskwarrior:task) # what the bench measures against
campaigns=(libclang-rt-14-dev libcsv-dev) # the fuzzer's eyes; what our sheets are read against

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=()
for package in "${packages[@]}"; do
  is_installed "$package" || missing+=("$package")
done
if [ "${1:-}" = --outside ]; then
  for row in "${outside[@]}"; do
    command -v "${row#*:}" >/dev/null || missing+=("${row%:*}")
  done
  for package in "${campaigns[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
elif [ $# -gt 0 ]; then
  echo "usage: tests/install.sh [--outside]" >&2
  exit 2
fi
if [ ${#missing[@]} -eq 0 ]; then
  echo "install: nothing is missing"
  exit 0
fi

echo "install: these Debian packages and what they depend on, with apt-get:"
printf '  %s\n' "${missing[@]}"

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "install: this needs root; as root: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
quiet=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0)
"${as_root[@]}" "${quiet[@]}" update </dev/null >/dev/null
"${as_root[@]}" "${quiet[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null
echo "install: done"
