#!/bin/bash
# One case from the first contact to its termination, under the shipped standard of Kota Pasuruan, in a practice store with
# invented people. Installs what is missing, builds, walks, and says what it left.
#   examples/quickstart.sh [DIR]     DIR: ./quickstart when left out; refused when it exists
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
dir=${1:-./quickstart}
if [ $# -gt 1 ] || [ "${dir#-}" != "$dir" ]; then
  echo "usage: examples/quickstart.sh [DIR]" >&2
  exit 2
fi
if [ -e "$dir" ]; then
  echo "quickstart: '$dir' exists; name another folder, or remove it" >&2
  exit 2
fi

program=${MEDIASI:-$root/build/release/mediasi}
if [ -z "${MEDIASI:-}" ]; then
  "$root/tests/install.sh"
  cd "$root"
  echo "quickstart: building into $root/build/release"
  mkdir -p build
  options=()
  if [ ! -e build/release/CMakeCache.txt ]; then options=(-DMEDIASI_UNITY=ON); fi # faster for whoever builds once
  if ! { cmake --preset release "${options[@]}" && cmake --build --preset release -j "$(nproc)" --target mediasi catalogues; } >build/quickstart.log 2>&1; then
    tail -n 40 build/quickstart.log >&2
    exit 1
  fi
  cd "$OLDPWD"
fi

umask 077
mkdir -p "$dir/letters" "$dir/safe"
dir=$(cd "$dir" && pwd)
unset MEDIASI_LANG XDG_DATA_HOME XDG_CONFIG_HOME
export MEDIASI_STORE=$dir/mediasi.db MEDIASI_KEY=$dir/safe/key
mkdir -p "$dir/roster"
sed "s/LOGIN/$(id -un)/" "$here/roster/admin.toml" >"$dir/roster/admin.toml"

# at WHEN WORDS...: shows the command, then runs it as if it were that moment
at() {
  export MEDIASI_NOW=$1
  shift
  echo
  echo "\$ mediasi $*" | sed "s|$here|examples|g; s|$dir|.|g"
  "$program" "$@"
}
case_forms=$here/first-case

echo "== The office: a practice store, its officers, a mediator, a room"
at 2026-03-02T07:45:00+07:00 init --practice --rules pasuruan --officer "$dir/roster/admin.toml" --recovery "$dir/safe/recovery"
for who in pendamping koordinator kepala konselor; do
  at 2026-03-02T07:50:00+07:00 roster add officer --form "$here/roster/$who.toml" >"$dir/roster.log"
done
at 2026-03-02T07:50:00+07:00 roster add mediator --form "$here/roster/mediator.toml" >"$dir/roster.log"
at 2026-03-02T07:50:00+07:00 roster add room --form "$here/roster/ruang.toml" >"$dir/roster.log"
rm "$dir/roster.log"
at 2026-03-02T07:55:00+07:00 roster list

echo
echo "== S1: requirements. Bullying between two children; one of them is deaf"
at 2026-03-02T08:30:00+07:00 intake --form "$case_forms/01-registrasi.toml"

echo
echo "== S2: can it be mediated? First assessment, her consent through her mother, the finding"
at 2026-03-02T13:00:00+07:00 assess 1 --by pita --step asesmen_pertama --form "$case_forms/02-asesmen-pertama.toml" --papers "$dir/letters"

echo
echo "== S3: both parties"
at 2026-03-04T10:00:00+07:00 assess 1 --by pita --step asesmen_kedua --form "$case_forms/03-asesmen-kedua.toml"

echo
echo "== S4: report, plan, and the order of the Koordinator (whose paper is typed in by the admin)"
at 2026-03-04T15:00:00+07:00 assess 1 --by pita --step rencana --form "$case_forms/04-rencana.toml"
at 2026-03-05T09:00:00+07:00 assess 1 --by koko --step perintah --form "$case_forms/05-perintah.toml"
at 2026-03-05T09:30:00+07:00 assess 1 --by pita --step syarat_terpenuhi --form "$case_forms/06-syarat.toml"

echo
echo "== What the standard forbids is refused with the rule and the way on: the Koordinator does not appoint (code 3)"
at 2026-03-05T09:40:00+07:00 schedule 1 --by koko --step mediator --set mediator=medi || echo "exit code $?"

echo
echo "== S5, S6: mediator, briefing, session, invitations with every companion; the letters are issued at once"
at 2026-03-05T10:00:00+07:00 schedule 1 --by pita --step jadwal --form "$case_forms/07-jadwal.toml" --papers "$dir/letters"
at 2026-03-09T11:00:00+07:00 schedule 1 --by pita --step bukti_undangan --form "$case_forms/08-bukti-undangan.toml"

echo
echo "== S7: the session, its agreement of four obligations, the minutes, signatures, copies"
at 2026-03-12T11:15:00+07:00 record 1 --by pita --step sidang --form "$case_forms/09-sidang.toml"
at 2026-03-12T11:30:00+07:00 record 1 --by pita --step berita_acara --form "$case_forms/10-berita-acara.toml" --papers "$dir/letters"
at 2026-03-12T12:00:00+07:00 record 1 --by pita --step penutup --form "$case_forms/11-penutup.toml"

echo
echo "== S8: the head learns of it"
at 2026-03-13T08:15:00+07:00 record 1 --by pita --step lapor_hasil --form "$case_forms/12-lapor-hasil.toml"

echo
echo "== S9, S10: three visits in which every obligation is kept, each reported"
at 2026-03-26T10:00:00+07:00 monitor 1 --by pita --step monitoring --form "$case_forms/13-monitoring-1.toml"
at 2026-04-24T10:00:00+07:00 monitor 1 --by pita --step monitoring --form "$case_forms/14-monitoring-2.toml"
echo
echo "== Meanwhile a second case comes, is assessed, and then nobody acts"
at 2026-05-04T09:00:00+07:00 intake --form "$case_forms/kasus-kedua.toml"
at 2026-05-05T09:00:00+07:00 assess 2 --by pita --step asesmen_awal --form "$case_forms/kasus-kedua-asesmen.toml"

echo
echo "== The third visit, and the termination"
at 2026-05-22T10:00:00+07:00 monitor 1 --by pita --step monitoring --form "$case_forms/15-monitoring-3.toml"
at 2026-06-08T10:00:00+07:00 terminate 1 --by kania --step terminasi --form "$case_forms/16-terminasi.toml"

echo
echo "== Every paper the case owed, those issued before the same bytes again, each with its PDF"
at 2026-06-08T10:20:00+07:00 document 2026-0001 --owed --into "$dir/letters" --pdf

echo
echo "== S11: the whole file of the case, on the screen and on paper"
at 2026-06-08T10:30:00+07:00 report case 2026-0001
at 2026-06-08T10:35:00+07:00 document 2026-0001 case --into "$dir/letters" --pdf

echo
echo "== S12: what cron finds in the morning, without a key (code 5: something is overdue)"
at 2026-06-09T07:00:00+07:00 report overdue || echo "exit code $?"

echo
echo "== The journal is sound"
at 2026-06-09T07:05:00+07:00 store verify

rm -r "$dir/roster"
echo
echo "The quickstart left:"
echo "  store    $dir/mediasi.db"
echo "  letters  $dir/letters/ ($(find "$dir/letters" -name '*.html' | wc -l) papers as pages for a browser, $(find "$dir/letters" -name '*.pdf' | wc -l) as PDF)"
echo "  key      $dir/safe/key, and the recovery code beside it"
