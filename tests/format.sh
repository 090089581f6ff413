#!/bin/bash
# Every C++ file is as clang-format (.clang-format) writes it.
set -euo pipefail
cd "$(dirname "$0")/.."
find lib cmd tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0r clang-format --dry-run -Werror
