#!/usr/bin/env bash
# Software: PyYAML 6.0.4 and ruamel.yaml 0.19.1, beside Psych 4.0.3 (Ruby 3.1.2, Debian libruby3.1
#           3.1.7+really3.1.2-0+deb12u1).
# Guess:    [=, <, ==] is a list of three texts.
# Happens:  both safe loaders of Python raise a ConstructorError for a lone `=`, also ruamel.yaml, which reads YAML 1.2,
#           where the sign means nothing. Ruby reads the text.
# Matters:  an enum of comparison operators in an OpenAPI document, valid and readable for the server's tools, stops the
#           tools of a Python client. The sign has to be quoted.
# Source:   https://github.com/yaml/pyyaml/issues/89; https://yaml.org/type/value.html
source "$(dirname "$0")/support/common.sh"
debian_packages libruby3.1=3.1.7+really3.1.2-0+deb12u1 ruby=1:3.1
python_packages PyYAML==6.0.4 ruamel.yaml==0.19.1

cat >"$work/probe.py" <<'PYTHON'
import json
import subprocess
import yaml
import ruamel.yaml


def psych(text):
    arguments = ["ruby", "-rpsych", "-rjson", "-e", "puts Psych.safe_load(ARGV[0]).to_json", text]
    return json.loads(subprocess.run(arguments, capture_output=True, text=True, check=True).stdout)


readers = {"PyYAML": yaml.safe_load, "ruamel.yaml": ruamel.yaml.YAML(typ="safe", pure=True).load, "Psych": psych}
for text in ("enum: [=, <, ==]", "operator: =", "operator: ==", 'operator: "="'):
    for name, read in readers.items():
        try:
            print(text, "|", name, read(text))
        except (yaml.YAMLError, ruamel.yaml.error.YAMLError) as error:
            print(text, "|", name, type(error).__name__)
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
enum: [=, <, ==] | PyYAML ConstructorError
enum: [=, <, ==] | ruamel.yaml ConstructorError
enum: [=, <, ==] | Psych {'enum': ['=', '<', '==']}
operator: = | PyYAML ConstructorError
operator: = | ruamel.yaml ConstructorError
operator: = | Psych {'operator': '='}
operator: == | PyYAML {'operator': '=='}
operator: == | ruamel.yaml {'operator': '=='}
operator: == | Psych {'operator': '=='}
operator: "=" | PyYAML {'operator': '='}
operator: "=" | ruamel.yaml {'operator': '='}
operator: "=" | Psych {'operator': '='}
OUTPUT
