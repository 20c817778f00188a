#!/bin/sh
# Breaks one rule of the encoder after the other, each by a patch of Tests/Mutations, and demands that the tests of the
# wire fail for it. Works on a copy: a package of the runtime and these tests alone.
#
#   scripts/check-mutations.sh [NAME...]      all of them, or these
#
# Takes about 20 seconds a rule, so it is not a part of `make test`. A patch that no longer applies counts as a failure:
# rewrite it for the code as it is.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

mkdir -p "$copy/Sources" "$copy/Tests/WireTests/Harness"
cp -R "$root/Sources/GitLabRuntime" "$copy/Sources/GitLabRuntime"
cp -R "$root/Sources/GitLabRuntime" "$copy/whole"
cp -R "$root/Tests/GitLabTests/Wire" "$root/Tests/GitLabTests/Server" "$copy/Tests/WireTests"
for file in LoopbackListener Nginx RealStack Ruby RubyServer; do
    cp "$root/Tests/GitLabTests/Harness/$file.swift" "$copy/Tests/WireTests/Harness"
done
cat >"$copy/Package.swift" <<'END'
// swift-tools-version: 6.2
import PackageDescription

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let package = Package(
    name: "mutations", platforms: [.macOS(.v13)],
    dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")],
    targets: [
        .target(name: "GitLabRuntime", dependencies: [httpTypes]),
        .testTarget(
            name: "WireTests", dependencies: ["GitLabRuntime", httpTypes], exclude: ["Server", "Wire/Vectors"]),
    ],
    swiftLanguageModes: [.v6])
END
cd "$copy"

build() {
    swift build --build-tests >"$copy/log" 2>&1
}

tests() {
    GITLAB_SWIFT_TREES=500 GITLAB_SWIFT_REQUIRE_RUBY=1 swift test --skip-build >"$copy/log" 2>&1
}

if ! build || ! tests; then
    grep -E 'error|✘' "$copy/log" | head -n 20 >&2
    echo "error: the tests fail without any mutation" >&2
    exit 1
fi

if [ $# -eq 0 ]; then
    set -- $(cd "$root/Tests/Mutations" && ls ./*.patch | sed 's|^\./||; s|\.patch$||')
fi
survivors=0
for name in "$@"; do
    patch="$root/Tests/Mutations/$name.patch"
    rule=$(head -n 1 "$patch")
    if ! patch -s -p1 --forward -r - <"$patch" >/dev/null; then
        outcome="does not apply"
    elif ! build; then
        outcome="does not compile"
    elif tests; then
        outcome="SURVIVES"
    else
        outcome="found ($(grep -c '✘.*recorded an issue' "$copy/log") issues)"
    fi
    case $outcome in found*) ;; *) survivors=$((survivors + 1)) ;; esac
    printf '%-28s %-20s %s\n' "$name" "$outcome" "$rule"
    cp -R whole/. Sources/GitLabRuntime
done
echo "$# mutations, $survivors not found"
[ "$survivors" = 0 ]
