#!/bin/sh
# Checks that the client reads given responses: every key, every value.
#
#   scripts/check-examples.sh FOLDER
#   scripts/check-examples.sh [--spec SPEC] [--list] RECORDED
#
# FOLDER holds responses in files named as in Tests/GitLabTests/Fixtures. Prints the counts; fails if a key is not read or
# a value is lost.
#
# RECORDED holds recorded responses by operation: files of lists of { "method", "path", "source", "answer" }. Each is read with
# the type of its operation in SPEC, by default spec/. Prints what is not read, unknown or lost for each operation, and the
# sums; --list prints only these.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
for folder; do :; done
if [ $# -eq 0 ] || [ ! -d "$folder" ]; then
    sed -n '2,14s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
if [ $# -gt 1 ] || grep -qs '"answer"' "$folder"/*.json; then
    exec python3 "$here/check-examples/check.py" "$@"
fi
folder=$(cd "$folder" && pwd)
cd "$here/.."
GITLAB_SWIFT_EXAMPLES=$folder ${SWIFT:-swift} test --filter ExampleResponseTests
