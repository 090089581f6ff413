#!/bin/bash
# Every writing command with every call on the disk failing in every way, once and from then on.
set -euo pipefail
cd "$(dirname "$0")/../.."
MEDIASI=${MEDIASI:-$PWD/build/release/mediasi} MEDIASI_WHOLE=1 python3 -B tests/cli/io_error_test.py "$@"
