#!/bin/bash
# Every manual page passes mandoc's own checks.
set -euo pipefail
cd "$(dirname "$0")/.."
shopt -s nullglob
pages=(man/*.[1-8])
if [ ${#pages[@]} -eq 0 ]; then
  echo "there are no manual pages yet"
  exit 0
fi
mandoc -T lint -W warning "${pages[@]}"
