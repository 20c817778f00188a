#!/bin/sh
# Rehearses the spec of GitLab's whole API: imports an OpenAPI document, generates the client and compiles each module.
#
#     scripts/rehearse-whole-api.sh DOCUMENT [FOLDER]
#
# DOCUMENT is GitLab's OpenAPI document. The modules are those of spec/modules.yaml, and those of scripts/whole-api/modules.yaml
# for the rest of its tags; each is compiled from nothing, one after the other. FOLDER takes the spec, the client and a
# package that compiles it; without it, a temporary one is used and removed. Prints a table: for each step and each module the
# time of a clock, the time of the processor and the most memory of any process, without what SwiftPM needs to find nothing
# to do. Takes some minutes. Needs GNU time.
set -eu

case "${1-}" in
"" | -h | --help)
    sed -n '2,12s/^# \{0,1\}//p' "$0"
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

rm -rf "$work/spec" "$work/Package.swift" "$work/Sources" "$work/Generated" "$work/.build"
mkdir -p "$work/Sources" "$work/spec"
ln -s "$root/Sources/GitLabRuntime" "$work/Sources/GitLabRuntime"
cat "$root/spec/modules.yaml" "$root/scripts/whole-api/modules.yaml" >"$work/spec/modules.yaml"
# The shared module comes first, because the others need it.
shared=$(sed -n 's/^  \([A-Z][A-Za-z]*\):.*shared: true.*/\1/p' "$work/spec/modules.yaml")
modules=$(sed -n 's/^  \([A-Z][A-Za-z]*\):.*/\1/p' "$work/spec/modules.yaml" | grep -vx "$shared")

{
    cat <<'PACKAGE'
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "whole-api",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")],
    targets: [
        .target(name: "GitLabRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")]),
PACKAGE
    echo "        .target(name: \"$shared\", dependencies: [\"GitLabRuntime\"], path: \"Generated/$shared\"),"
    for module in $modules; do
        echo "        .target(name: \"$module\", dependencies: [\"$shared\"], path: \"Generated/$module\"),"
    done
    echo "    ],"
    echo "    swiftLanguageModes: [.v6]"
    echo ")"
} >"$work/Package.swift"

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

# The figures of a step: seconds of a clock, seconds of the processor, megabytes. Those of a module are without those of
# finding nothing to do.
figures() {
    tail -n 1 "$work/$1.figures" | awk '{ print $1, $2 + $3, $4 / 1024 }'
}

module_figures() {
    echo "$(figures "compile-$1") $(figures nothing)" |
        awk '{ print ($1 > $4 ? $1 - $4 : 0), ($2 > $5 ? $2 - $5 : 0), $3 }'
}

row() {
    awk -v what="$1" '{ printf "| %-44s | %8.2f | %8.2f | %8.0f |\n", what, $1, $2, $3 }'
}

# How many operations a module has.
operations() {
    grep -rlE '^public struct .*: .*Request' "Generated/$1" --include='*.swift' | wc -l
}

cd "$work"
measured import "$codegen" import-openapi "$document" --all --facts "$root/facts" --spec spec
measured generate "$codegen" generate --spec spec --output Generated
measured again "$codegen" generate --spec spec --output Generated
measured runtime $swift build --target GitLabRuntime
measured nothing $swift build --target GitLabRuntime
for module in $shared $modules; do
    measured "compile-$module" $swift build --target "$module"
done

echo "| step                                         | clock, s |   CPU, s | peak, MB |"
echo "|----------------------------------------------|----------|----------|----------|"
figures import | row "import-openapi --all"
figures generate | row "generate, into an empty folder"
figures again | row "generate, with everything current"
for module in $shared $modules; do
    module_figures "$module" | row "compile $module, $(operations "$module") operations"
done
for module in $shared $modules; do
    module_figures "$module"
done | awk '{ clock += $1; cpu += $2; if ($3 > peak) peak = $3 } END { print clock, cpu, peak }' |
    row "compile all of them (runtime not counted)"
echo
sed -n 's/^\([0-9]* operations\).*/\1/p' import.log
sources=$(for module in $shared $modules; do find "Generated/$module" -name '*.swift'; done)
echo "$(cat $sources | grep -cE '^ *public (struct|enum|final class) ') public types, $(echo "$sources" | wc -l) files," \
    "$(cat $sources | wc -l) lines of Swift"
