#!/bin/bash
# Every shell script passes shellcheck.
set -euo pipefail
cd "$(dirname "$0")/.."
{ find tests examples share -name '*.sh' 2>/dev/null || true; echo .ci/run; } | xargs shellcheck -x
