#!/usr/bin/env bash
# Software: check-jsonschema 0.39.0, with its own copy of GitLab's schema for CI files.
# Guess:    the check for .gitlab-ci.yml takes a file with `spec: inputs:`, the header of every CI component.
# Happens:  "expected a single document in the stream": GitLab requires a `---` after the header, and the tool reads one
#           document only. Without the `---` the file passes.
# Matters:  the check rejects the form that the server requires, and accepts the one that the server does not take for a
#           header.
# Source:   https://docs.gitlab.com/ci/inputs; https://github.com/python-jsonschema/check-jsonschema
source "$(dirname "$0")/support/common.sh"
python_packages check-jsonschema==0.39.0

printf '%s\n' 'spec:' '  inputs:' '    stage:' '      default: test' '---' 'job:' '  stage: $[[ inputs.stage ]]' '  script: [make]' >"$work/two-documents.yml"
grep -v '^---' "$work/two-documents.yml" >"$work/one-document.yml"
cat >"$work/probe.sh" <<'SHELL'
cd "$1"
for name in two-documents one-document; do
  check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci $name.yml
  echo "exit $?"
done
SHELL

expect bash "$work/probe.sh" "$work" <<'OUTPUT'
Several files failed to parse.
  Failed to parse two-documents.yml
    ComposerError: expected a single document in the stream
      in "<byte string>", line 1, column 1:
        spec:
        ^ (line: 1)
    but found another document
      in "<byte string>", line 5, column 1:
        ---
        ^ (line: 5)
exit 1
ok -- validation done
exit 0
OUTPUT
