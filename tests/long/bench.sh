#!/bin/bash
# The bars of speed on a million entries and a million cases.
set -euo pipefail
exec "$(dirname "$0")/../bench/run.sh"
