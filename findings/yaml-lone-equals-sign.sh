#!/usr/bin/env bash
# Software: PyYAML 6.0.3 (its Python and its C loader), ruamel.yaml 0.19.1.
# Guess:    operators: [=, "!=", ==] is a list of three strings.
# Happens:  safe_load raises ConstructorError: a plain = alone has the YAML 1.1 type "value", for which no constructor
#           exists. ruamel.yaml, which reads YAML 1.2 by default (where that type is gone), raises too. == is a
#           string.
# Matters:  an enum of comparison signs in a spec is valid YAML that these tools reject at run time; the linter that
#           only parses accepts it.
# Source:   https://github.com/yaml/pyyaml (lib/yaml/constructor.py)
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
for text in ("sign: =", "sign: '='", "sign: =="):
    for name, load in loaders.items():
        try:
            print(text, "|", name, load(text))
        except (yaml.constructor.ConstructorError, ruamel.yaml.constructor.ConstructorError) as error:
            print(text, "|", name, type(error).__name__, error.problem)
print("parses without error:", len(list(yaml.parse("sign: ="))), "events")
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
sign: = | PyYAML ConstructorError could not determine a constructor for the tag 'tag:yaml.org,2002:value'
sign: = | PyYAML, C ConstructorError could not determine a constructor for the tag 'tag:yaml.org,2002:value'
sign: = | ruamel.yaml ConstructorError could not determine a constructor for the tag 'tag:yaml.org,2002:value'
sign: '=' | PyYAML {'sign': '='}
sign: '=' | PyYAML, C {'sign': '='}
sign: '=' | ruamel.yaml {'sign': '='}
sign: == | PyYAML {'sign': '=='}
sign: == | PyYAML, C {'sign': '=='}
sign: == | ruamel.yaml {'sign': '=='}
parses without error: 8 events
OUTPUT
