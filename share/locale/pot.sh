#!/bin/sh
# Every text the program says to people, out of its sources: share/locale/pot.sh FILE. The build target `pot` writes
# share/locale/mediasi.pot with it, the test of the catalogue compares. No dates and no lines, so that it only changes
# when a text does.
set -eu
out=$1
case $out in /*) ;; *) out=$PWD/$out ;; esac
cd "$(dirname "$0")/../.."
find lib cmd \( -name '*.cpp' -o -name '*.h' \) -print | LC_ALL=C sort |
  xgettext --files-from=- --output="$out" --language=C++ --from-code=UTF-8 --no-location --sort-output --no-wrap \
    --keyword --keyword=tr --keyword=tr_in:1c,2 --keyword=say --keyword=later \
    --keyword=open_field:3 --keyword=sealed_field:3 --package-name=mediasi --force-po
sed -i -e '/^"POT-Creation-Date:/d' -e '/^# \(SOME\|Copyright\|This file\|FIRST\)/d' "$out"
