#!/bin/sh
# Runs the tests of the runtime, over both transports, under a sanitizer: scripts/sanitize.sh thread|address
#
# Builds apart from everything else, in .build/KIND, which takes about as long as all other builds together.
set -eu
cd "$(dirname "$0")/.."

case "${1:-}" in
thread | address) kind=$1 ;;
*)
    echo "usage: scripts/sanitize.sh thread|address" >&2
    exit 2
    ;;
esac

# libcurl, below URLSession, leaves memory behind of its own. Tests that measure memory are left out: a sanitizer needs
# more of it than what they allow.
ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no \
    swift test --sanitize="$kind" --enable-all-traits --scratch-path ".build/$kind" \
    --experimental-maximum-parallelization-width 6 --filter '^GitLabRuntimeTests\.' \
    --skip memoryStaysFlat
