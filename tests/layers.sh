#!/bin/bash
# Who may include whom (CONTRIBUTING.md), and what may not be done below cmd/. Prints every breach; fails on any.
set -euo pipefail
cd "$(dirname "$0")/.."
breaches=0

complain() {
  echo "$1"
  breaches=$((breaches + 1))
}

# the folders a folder may include besides itself
allowed() {
  case $1 in
    base) echo "" ;;
    model) echo "base" ;;
    acts) echo "base model" ;;
    rules) echo "base model acts" ;;
    judge) echo "base model acts rules" ;;
    action) echo "base model acts rules judge" ;;
    store) echo "base model" ;;
    report) echo "base model acts rules judge" ;;
    render) echo "base" ;;
    paper) echo "base model rules" ;;
    *) return 1 ;;
  esac
}

# one quoted include: FILE:LINE FOLDER INCLUDED
own_include() {
  local where=$1 folder=$2 included=$3 target=${3%%/*} may
  if [ "$target" = "$folder" ]; then return; fi
  # the answer's value types belong to whoever fills them or prints them
  if [ "$included" = report/report.h ]; then
    case $folder in judge | action | render | paper) return ;; esac
  fi
  if [ "$included" = report/dossier.h ] && [ "$folder" = paper ]; then return; fi
  if ! may=$(allowed "$folder"); then
    complain "$where: the folder 'lib/$folder' has no place in the map"
    return
  fi
  case " $may " in
    *" $target "*) ;;
    *) complain "$where: $folder may not include $target (\"$included\")" ;;
  esac
}

# one include in angle brackets: FILE:LINE FILE INCLUDED
foreign_include() {
  local where=$1 file=$2 included=$3
  case $included in
    CLI/*) [[ $file == cmd/* ]] || complain "$where: CLI11 belongs to cmd/" ;;
    toml++/*) [[ $file == lib/@(rules|action)/*.cpp ]] || complain "$where: toml++ belongs to the readers in rules and action" ;;
    SQLiteCpp/* | sqlite3.h) [[ $file == lib/store/* && $file != lib/store/store.h ]] || complain "$where: SQL belongs to lib/store, and not to its interface" ;;
    sodium.h) [[ $file == lib/store/* || $file == lib/base/digest.* ]] || complain "$where: libsodium belongs to lib/store and lib/base/digest" ;;
    nlohmann/*) [[ $file == *.cpp ]] || complain "$where: JSON stays out of headers" ;;
    kainjow/*) [[ $file == lib/paper/*.cpp ]] || complain "$where: mustache belongs to lib/paper/*.cpp" ;;
    utf8proc.h) [[ $file == *.cpp ]] || complain "$where: utf8proc stays out of headers" ;;
    libintl.h) [[ $file == lib/base/language.cpp ]] || complain "$where: gettext belongs to lib/base/language.cpp" ;;
  esac
}

# every include of the program: FILE:LINE:#include ...
includes() {
  find lib cmd \( -name '*.h' -o -name '*.cpp' \) -print0 | sort -z |
    xargs -0r grep -HnE '^[[:space:]]*#[[:space:]]*include' || true
}

while IFS=: read -r file line text; do
  if [[ $text =~ \"([^\"]+)\" ]]; then
    if [[ $file == lib/* ]]; then
      folder=${file#lib/}
      own_include "$file:$line" "${folder%%/*}" "${BASH_REMATCH[1]}"
    fi
  elif [[ $text =~ \<([^\>]+)\> ]]; then
    foreign_include "$file:$line" "$file" "${BASH_REMATCH[1]}"
  fi
done < <(includes)

# a pattern that may not stand in code (comments do not count): FOLDERS PATTERN WHY
forbid() {
  local folders=$1 pattern=$2 why=$3 found
  # shellcheck disable=SC2086,SC2016 # several folders; perl's variables, not ours
  while IFS= read -r found; do
    complain "$found: $why"
  done < <(find $folders \( -name '*.h' -o -name '*.cpp' \) -print0 | sort -z |
    xargs -0r perl -ne 's{//.*}{}; s{"(\\.|[^"\\])*"}{""}g; print "$ARGV:$.\n" if /'"$pattern"'/; close ARGV if eof')
}

forbid lib 'system_clock::now|steady_clock::now|\bgettimeofday\b|\bclock_gettime\b|\btime\((nullptr|NULL|0)\)' \
  'the clock is read in cmd/ alone'
forbid lib 'std::(cout|cerr|clog)\b|\bf?printf\(|\bputs\(|\bfmt::print\(' 'nothing prints below cmd/'
forbid 'lib cmd' 'catch \(\.\.\.\)' 'catch what can be named'
forbid lib '\b(exit|_exit|abort|quick_exit)\(' 'nothing ends the program below cmd/'
forbid 'lib cmd' '^\s*#\s*define\b' 'no macros'

# One name, one type: two of a name in the one namespace make the linker choose between their destructors.
while read -r count name; do
  if [ "$count" -gt 1 ]; then complain "the type '$name' is defined in $count headers"; fi
done < <(find lib cmd -name '*.h' -print0 | xargs -0 cat | sed -nE 's/^(struct|class|enum class) ([A-Z][A-Za-z]*)( final)?( :.*)? \{.*/\2/p' |
  sort | uniq -c)

if [ "$breaches" -gt 0 ]; then
  echo "$breaches breaches of the map in CONTRIBUTING.md"
  exit 1
fi
echo "every include keeps to the map"
