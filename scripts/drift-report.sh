#!/bin/sh
# Compares the spec with GitLab's OpenAPI document, and writes a report in Markdown: what is new, what differs, and what that
# means for users of the client.
#
#     scripts/drift-report.sh FILE                 GitLab's document, such as openapi_v3.yaml
#     scripts/drift-report.sh --gitlab VERSION     fetches the document of a version, such as 19.2.0
#
# The report is drift-report.md, or the file that DRIFT_REPORT names. Exits with 0 if there is a report, whatever it says, so that
# CI can keep it; the last line on the standard output says whether anything differs. Needs Swift, Python with PyYAML, and curl to
# fetch. CODEGEN names a gitlab-codegen that is built already. The templates for CI are in scripts/drift.
set -eu

usage() {
    sed -n '2,11s/^# \{0,1\}//p' "$0"
}

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Fetches the document of a version of GitLab. Its sources have a tag for each, such as v19.2.0-ee.
fetch() {
    case $1 in
    *[!0-9.]* | .* | *. | "")
        echo "error: '$1' is no version of GitLab: write one such as 19.2.0" >&2
        exit 2
        ;;
    esac
    curl --fail --silent --show-error --location --retry 3 --max-time 300 --output "$2" \
        "https://gitlab.com/gitlab-org/gitlab/-/raw/v$1-ee/doc/api/openapi/openapi_v3.yaml"
}

case "${1-}" in
-h | --help)
    usage
    exit 0
    ;;
--gitlab)
    [ $# -eq 2 ] || { usage >&2; exit 2; }
    version=$2
    document=$work/openapi_v3.yaml
    fetch "$version" "$document"
    ;;
"" | -*)
    usage >&2
    exit 2
    ;;
*)
    version=""
    document=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
    ;;
esac

report=${DRIFT_REPORT:-drift-report.md}
cd "$root"
if [ -z "${CODEGEN-}" ]; then
    swift build --product gitlab-codegen >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }
    CODEGEN=$(swift build --show-bin-path)/gitlab-codegen
fi

# Exit code 1 is both that of differences and of a document that cannot be read; the latter prints no report.
code=0
"$CODEGEN" drift --against "$document" --format markdown >"$work/drift.md" || code=$?
if [ "$code" -gt 1 ] || [ ! -s "$work/drift.md" ]; then
    exit "$((code > 0 ? code : 1))"
fi
cd - >/dev/null
{
    sed "1s/.*/# Drift from GitLab${version:+ $version}/; s|$document|$(basename "$document")|g" "$work/drift.md"
    echo
    python3 "$root/scripts/make-operation-facts.py" "$document" --changes
} >"$work/report.md"
mv "$work/report.md" "$report"
if [ "$code" -eq 0 ]; then
    echo "$report: the spec and the document agree"
else
    echo "$report: the spec and the document differ"
fi
