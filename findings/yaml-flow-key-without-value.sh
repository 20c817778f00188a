#!/usr/bin/env bash
# Software: PyYAML 6.0.3 (its Python and its C loader, libyaml), ruamel.yaml 0.19.1.
# Guess:    {draft:} and [draft:] mean the same to the two loaders of one library.
# Happens:  for {draft:} the Python loader reads the key "draft" with null, libyaml raises an error and ruamel.yaml
#           reads a key "draft:". With a space, {draft: }, all three read "draft" with null.
# Matters:  a spec that one tool of a build accepts is rejected, or gets a property with a colon in its name, in the
#           next.
# Source:   https://github.com/yaml/pyyaml, https://github.com/yaml/libyaml
source "$(dirname "$0")/support/common.sh"
python_packages PyYAML==6.0.3 ruamel.yaml==0.19.1

cat >"$work/probe.py" <<'PYTHON'
import yaml
import ruamel.yaml

loaders = {
    "PyYAML": yaml.safe_load,
    "PyYAML, C": lambda text: yaml.load(text, yaml.CSafeLoader),
    "ruamel.yaml": ruamel.yaml.YAML(typ="safe", pure=True).load,
}
for text in ("{draft:}", "{draft: }", "{draft:, final: 1}", "[draft:]"):
    for name, load in loaders.items():
        try:
            print(text, "|", name, load(text))
        except (yaml.YAMLError, ruamel.yaml.error.YAMLError) as error:
            print(text, "|", name, type(error).__name__)
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
{draft:} | PyYAML {'draft': None}
{draft:} | PyYAML, C ScannerError
{draft:} | ruamel.yaml {'draft:': None}
{draft: } | PyYAML {'draft': None}
{draft: } | PyYAML, C {'draft': None}
{draft: } | ruamel.yaml {'draft': None}
{draft:, final: 1} | PyYAML {'draft': None, 'final': 1}
{draft:, final: 1} | PyYAML, C ScannerError
{draft:, final: 1} | ruamel.yaml {'draft:': None, 'final': 1}
[draft:] | PyYAML [{'draft': None}]
[draft:] | PyYAML, C ScannerError
[draft:] | ruamel.yaml ['draft:']
OUTPUT
