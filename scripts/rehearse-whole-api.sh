#!/bin/sh
# Rehearses the spec of GitLab's whole API: imports an OpenAPI document, generates the client and compiles it.
#
#     scripts/rehearse-whole-api.sh DOCUMENT [FOLDER]
#
# DOCUMENT is GitLab's OpenAPI document. FOLDER takes the spec, the client and a package that compiles it; without it, a
# temporary one is used and removed. Prints a table: for each step the time of a clock, the time of the processor and the
# most memory of any process. Takes some minutes. Needs GNU time.
set -eu

case "${1-}" in
"" | -h | --help)
    sed -n '2,9s/^# \{0,1\}//p' "$0"
    [ "${1-}" ] && exit 0 || exit 2
    ;;
esac
root=$(cd "$(dirname "$0")/.." && pwd)
document=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
if [ "${2-}" ]; then
    mkdir -p "$2"
    work=$(cd "$2" && pwd)
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
swift=${SWIFT:-swift}
time=$(command -v gtime || echo /usr/bin/time)

# Where a release build of the generator is, or is to be built.
codegen=${CODEGEN:-}
if [ -z "$codegen" ]; then
    cd "$root"
    $swift build --configuration release --product gitlab-codegen >"$work/codegen.log" 2>&1 || { cat "$work/codegen.log"; exit 1; }
    codegen=$($swift build --configuration release --show-bin-path)/gitlab-codegen
fi

rm -rf "$work/spec" "$work/Package.swift" "$work/Sources" "$work/.build"
mkdir -p "$work/Sources/GitLab"
ln -s "$root/Sources/GitLabRuntime" "$work/Sources/GitLabRuntime"
cat >"$work/Package.swift" <<'PACKAGE'
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "whole-api",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")],
    targets: [
        .target(name: "GitLabRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")]),
        .target(name: "GitLab", dependencies: ["GitLabRuntime"]),
    ],
    swiftLanguageModes: [.v6]
)
PACKAGE

# Runs a command and keeps its figures in a file.
measured() {
    name=$1
    shift
    if ! "$time" -f "%e %U %S %M" -o "$work/$name.figures" "$@" >"$work/$name.log" 2>&1; then
        echo "$name failed:" >&2
        grep -E "error" "$work/$name.log" | sort -u | head -n 40 >&2
        exit 1
    fi
}

row() {
    tail -n 1 "$work/$2.figures" |
        awk -v what="$1" '{ printf "| %-44s | %8.2f | %8.2f | %8.0f |\n", what, $1, $2 + $3, $4 / 1024 }'
}

cd "$work"
measured import "$codegen" import-openapi "$document" --all --spec spec
measured generate "$codegen" generate --spec spec --output Sources/GitLab
measured again "$codegen" generate --spec spec --output Sources/GitLab
measured runtime $swift build --target GitLabRuntime
measured compile $swift build --target GitLab

echo "| step                                         | clock, s |   CPU, s | peak, MB |"
echo "|----------------------------------------------|----------|----------|----------|"
row "import-openapi --all" import
row "generate, into an empty folder" generate
row "generate, with everything current" again
row "compile, clean, debug (runtime not counted)" compile
echo
sed -n 's/^\([0-9]* operations\).*/\1/p' import.log
echo "$(grep -rhoE '^ *public (struct|enum|final class) ' Sources/GitLab --include='*.swift' | wc -l) public types," \
    "$(find Sources/GitLab -name '*.swift' | wc -l) files," \
    "$(find Sources/GitLab -name '*.swift' -exec cat {} + | wc -l) lines of Swift"
