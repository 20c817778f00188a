#!/bin/sh
# Checks that the client reads given responses as it reads the fixtures of the tests: every key, every value.
#
#   scripts/check-examples.sh FOLDER
#
# FOLDER holds responses in files named as in Tests/GitLabTests/Fixtures. Prints the counts; fails if a key is not read or
# a value is lost.
set -eu

if [ $# -ne 1 ] || [ ! -d "$1" ]; then
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
GITLAB_SWIFT_EXAMPLES=$folder ${SWIFT:-swift} test --filter ExampleResponseTests
