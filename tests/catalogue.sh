#!/bin/bash
# The Indonesian catalogue is complete: every source string is translated, none is fuzzy or left over, each translation
# keeps the placeholders of its source (a lost {} would end a message in an error) and the shape of a message, and
# words the glossary forbids do not come back. The pot file is the one these sources give.
set -euo pipefail
cd "$(dirname "$0")/.."
po=${1:-share/locale/id.po}
pot=share/locale/mediasi.pot
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sh share/locale/pot.sh "$work/now.pot"
if ! cmp -s "$pot" "$work/now.pot"; then
  diff -u "$pot" "$work/now.pot" | head -n 20 || true
  echo "$pot is not what the sources say: cmake --build --preset release --target pot, then msgmerge (see $po)"
  exit 1
fi
msgfmt -c -o /dev/null "$po"
if [ -n "$(msgattrib --only-fuzzy --no-obsolete "$po")$(msgattrib --only-obsolete "$po")" ]; then
  echo "$po holds fuzzy or left-over entries"
  exit 1
fi
msgcmp "$po" "$work/now.pot"
msgcat --no-wrap "$po" -o "$work/flat.po"
python3 - "$work/flat.po" <<'PYTHON'
import re, sys

# the glossary at the top of the catalogue: a court's word, an accusation, and what is not Indonesian
FORBIDDEN = r"\b(panggilan|pelaku|file|rules?|steps?|store|session|order|case|default|field|template)\b"
ALLOWED = r"terduga pelaku|'[^']*'|\[\[.*\]\]|--list [a-z]+|--[a-z-]+|mediasi( [a-z]+| KASUS)+|\b\w+ \((perintah|langkah|isian)\)"
NAMES = ("Berita Acara", "Manajer Kasus", "Pendamping PPA", "PAUD", "PNS", "SD", "SK", "SLT")
wrong = 0


def complain(about, msgid):
    global wrong
    wrong += 1
    print(f"{about}: {msgid!r}")


def holes(text):
    return re.findall(r"\{[^{}]*\}", text.replace("{{", "").replace("}}", ""))


for block in open(sys.argv[1], encoding="utf-8").read().split("\n\n"):
    found = re.search(r'^msgid "(.+)"\nmsgstr "(.*)"$', block, re.M)
    if not found:
        continue
    source, target = found.groups()
    if sorted(holes(source)) != sorted(holes(target)):
        complain("placeholders differ", source)
    elif holes(source) != holes(target) and "{}" in source:
        complain("placeholders without a number cannot change their order", source)
    try:
        source.format(*range(9))
    except (ValueError, IndexError, KeyError):
        pass  # braces of a text without arguments
    else:
        try:
            target.format(*range(9))
        except (ValueError, IndexError, KeyError):
            complain("not a format", source)
    small = not target[0].isupper() or target.startswith(NAMES)
    if source[0].isspace() != target[0].isspace() or (source[0].islower() and not small):
        complain("begins otherwise", source)
    if source[-1].isspace() != target[-1].isspace() or (source[-1] in ".:?") != (target[-1] in ".:?"):
        complain("ends otherwise", source)
    if source.count("'{}'") != target.count("'{}'"):
        complain("quotes differ", source)
    for option in re.findall(r"--[a-z][a-z-]*", source):
        if option not in target:
            complain(f"lost {option}", source)
    if re.search(FORBIDDEN, re.sub(ALLOWED, "", target)):
        complain("not a word of the glossary", source)
sys.exit(wrong > 0)
PYTHON
echo "the catalogue is complete"
