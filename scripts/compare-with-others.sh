#!/usr/bin/env bash
# Measures decoding, calls and a walk beside python-gitlab and go-gitlab, from the same server; prints tables.
#
#     scripts/compare-with-others.sh [NAME=COMMAND...]
#
# Further programs that do what those in Benchmarks/Others do can be named; scripts/compare-clients.py says what it takes.
# Needs Swift, Python, nginx, and on Debian the packages golang and golang-github-xanzy-go-gitlab-dev; python-gitlab comes from
# PyPI. Not part of CI: compiling takes minutes, and other projects change.
set -euo pipefail
cd "$(dirname "$0")/.."

python_gitlab=$(sed -n 's,^python-gitlab==,,p' scripts/others-requirements.in)
rounds=${ROUNDS:-5}
scratch=${GITLAB_SWIFT_BENCHMARKS_SCRATCH:-Benchmarks/.build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

swift build -c release --package-path Benchmarks --scratch-path "$scratch" --traits AsyncHTTPClient --product ProjectWalk
python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --require-hashes --requirement scripts/others-requirements.txt
GO111MODULE=off GOPATH=/usr/share/gocode go build -o "$work/go-gitlab" Benchmarks/Others/walk.go

go_gitlab=$(dpkg-query --show --showformat '${Version}' golang-github-xanzy-go-gitlab-dev)
scripts/compare-clients.py --rounds "$rounds" \
    "gitlab-swift, AsyncHTTPClient=$scratch/release/ProjectWalk {} async-http-client" \
    "gitlab-swift, URLSession=$scratch/release/ProjectWalk {} urlsession" \
    "go-gitlab $go_gitlab=$work/go-gitlab" \
    "python-gitlab $python_gitlab=$work/python/bin/python Benchmarks/Others/walk.py" "$@"
