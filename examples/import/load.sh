#!/bin/bash
# A register as an office keeps it in a spreadsheet, loaded into a practice store: looked at first, the good rows taken,
# the others mended and fed back, a whole year given again by mistake, and a batch taken back. All people are invented.
#   examples/import/load.sh [DIR]     DIR: ./import when left out; refused when it exists
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
dir=${1:-./import}
if [ $# -gt 1 ] || [ "${dir#-}" != "$dir" ]; then
  echo "usage: examples/import/load.sh [DIR]" >&2
  exit 2
fi
if [ -e "$dir" ]; then
  echo "load: '$dir' exists; name another folder, or remove it" >&2
  exit 2
fi
program=${MEDIASI:-$root/build/release/mediasi}
if [ ! -x "$program" ]; then
  echo "load: build the program first: examples/quickstart.sh" >&2
  exit 2
fi

umask 077
mkdir -p "$dir/safe"
dir=$(cd "$dir" && pwd)
unset XDG_DATA_HOME XDG_CONFIG_HOME
export MEDIASI_STORE=$dir/mediasi.db MEDIASI_KEY=$dir/safe/key MEDIASI_NOW=2026-03-02T08:00:00+07:00 MEDIASI_LANG=id
sed "s/LOGIN/$(id -un)/" "$root/examples/roster/admin.toml" |
  "$program" init --practice --rules pasuruan --officer - --recovery "$dir/safe/recovery" >/dev/null

# shows a command, then runs it; a code that is not 0 is told and is no end
mediasi() {
  echo
  echo "\$ mediasi $*" | sed "s|$here|examples/import|g; s|$dir|.|g"
  "$program" "$@" || echo "exit code $?"
}
sheet=$here/register-2026.csv

echo "== What would happen? Every complaint, with its row and column (code 4: nothing is taken)"
mediasi intake --batch "$sheet" --source buku-2026 --dry-run

echo
echo "== The good rows; the others go into a file of their own (code 6)"
mediasi intake --batch "$sheet" --source buku-2026 --keep-good --rejects "$dir/kembali.csv"

echo
echo "== Somebody mends that file in a spreadsheet, and it goes the same way"
sed 's|31/02/2026|13/02/2026|; s|08-1-2|0343-000104|; s|telepon|phone|; s|rebutan|custody|' "$dir/kembali.csv" >"$dir/betul.csv"
mediasi intake --batch "$dir/betul.csv" --source buku-2026

echo
echo "== The same sheet once more, all mended: nothing changes"
sed 's|31/02/2026|13/02/2026|; s|08-1-2|0343-000104|; s|;telepon;|;phone;|; s|;rebutan;|;custody;|' "$sheet" >"$dir/lengkap.csv"
mediasi intake --batch "$dir/lengkap.csv" --source buku-2026

echo
echo "== What was taken in, and the second batch taken back"
mediasi store batches
mediasi store undo-batch 2
mediasi report register
rm "$dir/kembali.csv" "$dir/betul.csv" "$dir/lengkap.csv"
echo
echo "The example left the store $dir/mediasi.db and its key $dir/safe/key"
