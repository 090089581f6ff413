#!/bin/bash
# Every paper of the quickstart is valid HTML, by two checkers that find different faults, and has its PDF.
# Both are fetched into build/outside; nothing is left elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -e examples/quickstart.sh ]; then
  echo "there is no quickstart yet"
  exit 0
fi
tools=build/outside
walk=$tools/quickstart
mkdir -p "$tools"
rm -rf "$walk"
examples/quickstart.sh "$walk" </dev/null >"$tools/quickstart.log" 2>&1 || {
  cat "$tools/quickstart.log"
  echo "the quickstart failed"
  exit 1
}
letters=("$walk"/letters/*.html)
[ -e "${letters[0]}" ] || {
  echo "the quickstart left no letters"
  exit 1
}

for letter in "${letters[@]}"; do
  [ -s "${letter%.html}.pdf" ] || {
    echo "$letter has no PDF beside it"
    exit 1
  }
done

# Node does not look into the system's own store of certificates unless it is told
system_certificates=/etc/ssl/certs/ca-certificates.crt
if [ -z "${NODE_EXTRA_CA_CERTS:-}" ] && [ -e "$system_certificates" ]; then
  export NODE_EXTRA_CA_CERTS=$system_certificates
fi
echo "fetching html-validate 9 and vnu-jar 26.9.27 from npm into $tools"
npm install --loglevel=error --no-audit --no-fund --no-save --prefix "$tools" --cache "$tools/npm" html-validate@9 vnu-jar@26.9.27

# letters are paper: printed characters and style elements are meant
cat >"$tools/.htmlvalidate.json" <<'RULES'
{ "root": true, "extends": ["html-validate:recommended"],
  "rules": { "no-inline-style": "off", "no-trailing-whitespace": "off", "long-title": "off" } }
RULES
"$tools/node_modules/.bin/html-validate" --config "$tools/.htmlvalidate.json" "${letters[@]}"
java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --format text --Werror "${letters[@]}"
