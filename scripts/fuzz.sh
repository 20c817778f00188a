#!/usr/bin/env bash
# Builds a fuzzer and runs it: scripts/fuzz.sh TARGET SECONDS
#
# New inputs that reach new code are added to Fuzz/Corpus/TARGET; an input that crashes is left in Fuzz/.build/crashes.
# Fails if the fuzzer finds something, and if its coverage does not exceed that of the empty input: then it ran blind.
set -euo pipefail

target=${1:?"usage: scripts/fuzz.sh TARGET SECONDS"}
seconds=${2:?"usage: scripts/fuzz.sh TARGET SECONDS"}
cd "$(dirname "$0")/../Fuzz"

# As flags of the compiler, because their order matters: the other way round the fuzzer sees no coverage, and the order
# of SwiftPM's own options for this changes from run to run. The linker says much about the sanitizer's symbols.
mkdir -p .build
if ! "${SWIFT:-swift}" build --sanitize=fuzzer -Xswiftc -sanitize=address -Xswiftc -sanitize=fuzzer --product "$target" >.build/build.log 2>&1; then
    grep -v 'Cannot export local symbol' .build/build.log
    exit 1
fi

corpus=Corpus/$target
crashes=.build/crashes
log=.build/$target.log
mkdir -p "$corpus" "$crashes"
export ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no

if ! .build/debug/"$target" -max_total_time="$seconds" -artifact_prefix="$crashes/" -print_final_stats=1 \
        -timeout=10 -rss_limit_mb=2048 "$corpus" 2>"$log"; then
    tail -n 60 "$log"
    echo "fuzz: $target found something: see $crashes" >&2
    exit 1
fi

first=$(grep -m 1 -oE 'cov: [0-9]+' "$log" | grep -oE '[0-9]+' || echo 0)
last=$(grep -oE 'cov: [0-9]+' "$log" | tail -n 1 | grep -oE '[0-9]+' || echo 0)
runs=$(grep -oE 'number_of_executed_units: +[0-9]+' "$log" | grep -oE '[0-9]+$' || echo 0)
echo "fuzz: $target: $runs runs in $seconds s, coverage $last, corpus of $(find "$corpus" -type f | wc -l)"
if [ "$last" -lt 100 ]; then
    echo "fuzz: $target covers next to nothing (first $first, last $last): it runs blind" >&2
    exit 1
fi
