#!/bin/bash
# The tree and the manual say what the program is: no file above 300 lines, nothing foreign in the root, and every
# command, option, code, guard kind, report, paper and field of `mediasi --list` stands in man/, and no option that
# does not exist. Prints every gap; fails on any. MEDIASI names the program.
set -euo pipefail
cd "$(dirname "$0")/.."
gaps=0
program=${MEDIASI:-build/release/mediasi}

complain() {
  echo "$1"
  gaps=$((gaps + 1))
}

check_root() {
  local entry
  for entry in *; do
    case $entry in
      CMakeLists.txt | CMakePresets.json | README.md | CHANGELOG.md | CONTRIBUTING.md | LICENSE) ;;
      cmd | lib | share | man | tests | examples) ;;
      build | quickstart) ;; # made here, never kept: .gitignore
      *) complain "$entry: does not belong in the root" ;;
    esac
  done
}

check_lengths() {
  local file
  while IFS= read -r -d '' file; do
    if [ "$(wc -l <"$file")" -gt 300 ]; then complain "$file: more than 300 lines"; fi
  done < <(find lib cmd tests examples .ci \( -name '*.h' -o -name '*.cpp' -o -name '*.sh' -o -name '*.py' -o -path .ci/run \) \
    -print0 2>/dev/null)
}

# a page as a reader sees it, on one endless line a paragraph
page() {
  mandoc -T utf8 -O width=1000 "$1" | sed 's/.\x08//g'
}

# the same, made once for all commands of a page
declare -A pages
remember_page() {
  if [ -z "${pages[$1]:-}" ]; then pages[$1]=$(page "$1"); fi
}

# the first column of `mediasi --list KIND`
names() {
  "$program" --format json --list "$1" </dev/null | python3 -c '
import json, sys
for row in json.load(sys.stdin)["rows"]:
    print(row[0] if isinstance(row, list) else next(iter(row.values())))'
}

# the options of a command's help
options() {
  "$program" "$@" --help </dev/null | grep -oE -- '(^|[^a-z-])--[a-z][a-z-]+' | sed -E 's/^[^-]//' | sort -u
}

# Is a word in a text, and not merely inside a longer one? The words of each text are taken apart once.
declare -A words
has() {
  if [[ ! $1 =~ ^[A-Za-z0-9_-]+$ ]]; then
    grep -qE -- "(^|[^A-Za-z0-9_-])$(sed 's/[].[*^$\/]/\\&/g' <<<"$1")($|[^A-Za-z0-9_-])" <<<"$2"
    return
  fi
  if [ -z "${words[$2]:-}" ]; then words[$2]=$'\n'$(grep -oE -- '[A-Za-z0-9_-]+' <<<"$2" | sort -u)$'\n'; fi
  [[ ${words[$2]} == *$'\n'"$1"$'\n'* ]]
}

check_listed() {
  local kind=$1 where=$2 text=$3 name all
  all=$(names "$kind") || {
    complain "mediasi --list $kind fails"
    return
  }
  [ -n "$all" ] || complain "mediasi --list $kind names nothing"
  while IFS= read -r name; do
    if [ -n "$name" ] && ! has "${name##*.}" "$text"; then complain "$kind: '$name' is missing in $where"; fi
  done <<<"$all"
}

# every option of the program and of each command stands in its page; no page names an option that nobody has
check_options() {
  local main_page=$1 command first option text known flag
  known=$(options)
  for option in $known; do
    if ! has "$option" "$main_page"; then complain "option '$option' is missing in man/mediasi.1"; fi
  done
  while read -r command; do
    first=${command%% *} # "store verify" stands in the page of "store"
    if [ ! -e "man/mediasi-$first.1" ]; then
      complain "man/mediasi-$first.1 is missing"
      continue
    fi
    remember_page "man/mediasi-$first.1"
    text=${pages["man/mediasi-$first.1"]}
    if ! has "$command" "$text"; then complain "command '$command' is missing in man/mediasi-$first.1"; fi
    # shellcheck disable=SC2086 # its words are arguments
    for option in $(options $command); do
      if ! has "$option" "$text$main_page"; then complain "option '$option' is missing in man/mediasi-$first.1"; fi
      known+=" $option"
    done
  done < <(names commands)
  while read -r flag; do
    case " ${known//$'\n'/ } " in
      *" -$flag "*) ;;
      *) complain "man/: '-$flag' is no option of any command" ;;
    esac
  done < <(grep -ohE '(^\.| )Fl -[a-z][a-z-]+' man/*.[15] | sed -E 's/.*Fl //' | sort -u)
}

# no page names a code that does not exist
check_codes() {
  local code known
  known=$(names codes)
  while read -r code; do
    if ! has "$code" "$known"; then complain "man/: '$code' is no code"; fi
  done < <(grep -ohE '\bM[0-9]{4}\b' <<<"$1" | sort -u)
}

check_manual() {
  local file all='' main_page
  for file in man/*.[15]; do all+=$(page "$file")$'\n'; done
  main_page=$(page man/mediasi.1)
  check_listed commands man/mediasi.1 "$main_page"
  for file in codes guards reports papers fields; do check_listed "$file" man/ "$all"; done
  check_codes "$all"
  check_options "$main_page"
}

check_root
check_lengths
if [ ! -e man/mediasi.1 ]; then
  echo "there is no manual yet"
elif [ ! -x "$program" ]; then
  complain "there is a manual but no program: '$program'"
else
  check_manual
fi
if [ "$gaps" -gt 0 ]; then
  echo "$gaps gaps"
  exit 1
fi
echo "the tree and the manual are whole"
