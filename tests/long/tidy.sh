#!/bin/bash
# clang-tidy over every source.
set -euo pipefail
exec "$(dirname "$0")/../tidy.sh" all
