#!/bin/bash
# The Indonesian catalogue is complete: every source string is translated, none is fuzzy, and each translation has
# the placeholders of its source (a lost {} would end a message in an error).
set -euo pipefail
cd "$(dirname "$0")/.."
po=share/locale/id.po
if [ ! -e "$po" ]; then
  echo "there is no catalogue yet"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find lib cmd \( -name '*.cpp' -o -name '*.h' \) -print | LC_ALL=C sort |
  xgettext --files-from=- --output="$work/now.pot" --language=C++ --from-code=UTF-8 --no-location \
    --keyword --keyword=tr --keyword=tr_in:1c,2 --keyword=say --keyword=later
msgfmt -c -o /dev/null "$po"
msgcmp "$po" "$work/now.pot"
msgattrib --translated --no-obsolete --no-wrap "$po" >"$work/flat.po"
python3 - "$work/flat.po" <<'PYTHON'
import re, sys

wrong = 0
for block in open(sys.argv[1], encoding="utf-8").read().split("\n\n"):
    texts = {}
    for line in block.splitlines():
        start = re.match(r'(msgid|msgstr) "', line)
        if start:
            key = start.group(1)
            texts[key] = line[len(key) + 2:-1]
        elif line.startswith('"') and texts:
            texts[key] += line[1:-1]
    if not texts.get("msgid"):
        continue
    holes = lambda text: sorted(re.findall(r"\{[^{}]*\}", text.replace("{{", "").replace("}}", "")))
    if holes(texts["msgid"]) != holes(texts.get("msgstr", "")):
        print(f"placeholders differ: {texts['msgid']!r}")
        wrong += 1
sys.exit(wrong > 0)
PYTHON
echo "the catalogue is complete"
