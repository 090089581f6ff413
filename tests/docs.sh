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
  while read -r file; do complain "$file: more than 300 lines"; done < <(
    find lib cmd tests examples .ci \( -name '*.h' -o -name '*.cpp' -o -name '*.sh' -o -name '*.py' -o -path .ci/run \) \
      -exec awk 'FNR == 301 { print FILENAME }' {} +
  )
}

# a page as a reader sees it, on one endless line a paragraph
page() {
  mandoc -T utf8 -O width=1000 "$1" | sed 's/.\x08//g'
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

# Texts by name, and the words of each, taken apart once.
declare -A texts words
learn() {
  local name=$1 word
  if [ -n "${texts[$name]:-}" ]; then return; fi
  texts[$name]=$2
  while read -r word; do words["$name $word"]=1; done < <(grep -oE -- '[A-Za-z0-9_-]+' <<<"$2" | sort -u)
}

# Is a word in the text of that name, and not merely inside a longer one?
has() {
  if [[ $1 =~ ^[A-Za-z0-9_-]+$ ]]; then
    [ -n "${words["$2 $1"]:-}" ]
  else
    grep -qE -- "(^|[^A-Za-z0-9_-])$(sed 's/[].[*^$\/]/\\&/g' <<<"$1")($|[^A-Za-z0-9_-])" <<<"${texts[$2]}"
  fi
}

check_listed() {
  local kind=$1 where=$2 name all
  all=$(names "$kind") || {
    complain "mediasi --list $kind fails"
    return
  }
  [ -n "$all" ] || complain "mediasi --list $kind names nothing"
  while IFS= read -r name; do
    if [ -n "$name" ] && ! has "${name##*.}" "$where"; then complain "$kind: '$name' is missing in $where"; fi
  done <<<"$all"
}

# every option of the program and of each command stands in its page; no page names an option that nobody has
check_options() {
  local command first option page known flag
  known=$(options)
  for option in $known; do
    if ! has "$option" man/mediasi.1; then complain "option '$option' is missing in man/mediasi.1"; fi
  done
  while read -r command; do
    first=${command%% *} # "store verify" stands in the page of "store"
    page=man/mediasi-$first.1
    if [ ! -e "$page" ]; then
      complain "$page is missing"
      continue
    fi
    if ! has "$command" "$page"; then complain "command '$command' is missing in $page"; fi
    # shellcheck disable=SC2086 # its words are arguments
    for option in $(options $command); do
      if ! has "$option" "$page" && ! has "$option" man/mediasi.1; then complain "option '$option' is missing in $page"; fi
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
  local code
  learn codes "$(names codes)"
  while read -r code; do
    if ! has "$code" codes; then complain "man/: '$code' is no code"; fi
  done < <(grep -ohE '\bM[0-9]{4}\b' <<<"${texts[man/]}" | sort -u)
}

check_manual() {
  local file all=''
  for file in man/*.[15]; do
    learn "$file" "$(page "$file")"
    all+=${texts[$file]}$'\n'
  done
  learn man/ "$all"
  check_listed commands man/mediasi.1
  for file in codes guards reports papers fields; do check_listed "$file" man/; done
  check_codes
  check_options
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
