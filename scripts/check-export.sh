#!/bin/sh
# Holds the OpenAPI export against programs that are not ours: a validator, a count of our own that reads spec and export
# each for itself, and a generator of Python clients, whose client then talks to a server on this machine.
#
#     scripts/check-export.sh [EXPORT.json]      without a file, `gitlab-codegen export-openapi` makes one
#
# The Python packages go into .build/export-check, from PyPI.
set -eu
cd "$(dirname "$0")/.."

folder=.build/export-check
python=$folder/venv/bin/python
requirements=scripts/export-requirements.txt
mkdir -p "$folder"
if ! cmp -s "$requirements" "$folder/installed.txt"; then
    rm -rf "$folder/venv"
    python3 -m venv "$folder/venv"
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$requirements"
    cp "$requirements" "$folder/installed.txt"
fi

export="${1:-$folder/openapi.json}"
[ $# -gt 0 ] || "${SWIFT:-swift}" run --quiet gitlab-codegen export-openapi --output "$export"

echo "openapi-spec-validator:"
"$folder/venv/bin/openapi-spec-validator" "$export"

echo "count-openapi.py:"
"$python" scripts/count-openapi.py "$export" >"$folder/count.txt" || { cat "$folder/count.txt"; exit 1; }
tail -n 1 "$folder/count.txt"

echo "openapi-python-client:"
rm -rf "$folder/client"
PATH="$PWD/$folder/venv/bin:$PATH" "$folder/venv/bin/openapi-python-client" generate \
    --path "$export" --output-path "$folder/client" --meta none --fail-on-warning
"$python" scripts/try-exported-client.py "$folder/client" "$export"
