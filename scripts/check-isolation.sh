#!/bin/sh
# Builds Examples/Isolation, one program in every way that a package can be isolated, and runs each of them. Type checking
# alone does not find a closure that cannot be sent: that takes a build.
set -eu

cd "$(dirname "$0")/.."
scripts/check-closures.py
# Where the Makefile builds all examples.
scratch=$PWD/.build/examples
cd Examples/Isolation
# Without it, SwiftPM does not notice files that are new in the package it depends on.
touch Package.swift
swift build --scratch-path "$scratch"
count=0
for program in "$scratch"/debug/Isolation*; do
    { [ -f "$program" ] && [ -x "$program" ]; } || continue
    said=$("$program") || { echo "error: $(basename "$program") failed: $said" >&2; exit 1; }
    count=$((count + 1))
done
expected=$(find Sources -mindepth 1 -maxdepth 1 | wc -l)
[ "$count" -eq "$expected" ] || { echo "error: $count of $expected programs ran" >&2; exit 1; }
echo "Every call works from every place in $count configurations."
