#!/usr/bin/env bash
# Software: datamodel-code-generator 0.89.0 with pydantic 2.14.4.
# Guess:    `nullable: true` in an OpenAPI 3.0 document makes the type accept null, as [string, "null"] does in 3.1.
# Happens:  by default the 3.0 keyword is ignored: a required nullable string becomes `str`, and a valid document with
#           null is rejected. Optional ones accept null whether they are nullable or not. The 3.1 spelling works. The
#           option --strict-nullable, described as being about default fields, makes 3.0 work.
# Matters:  GitLab's 3.0 document says nullable for required properties; the generated models reject its responses.
# Source:   https://github.com/koxudaxi/datamodel-code-generator
source "$(dirname "$0")/support/common.sh"
python_packages datamodel-code-generator==0.89.0 pydantic==2.14.4

document() {
  printf 'openapi: %s\ninfo: {title: t, version: "1"}\npaths: {}\ncomponents: {schemas: {Project: {type: object, ' "$1"
  printf 'required: [license], properties: {license: %s, name: {type: string}}}}}\n' "$2"
}
document 3.0.3 '{type: string, nullable: true}' >"$work/v30.yaml"
document 3.1.0 '{type: [string, "null"]}' >"$work/v31.yaml"
generate() {
  datamodel-codegen --input "$work/$1.yaml" --input-file-type openapi --output-model-type pydantic_v2.BaseModel \
    --output "$work/$2.py" "${@:3}" 2>/dev/null
}
generate v30 openapi_30
generate v30 openapi_30_strict_nullable --strict-nullable
generate v31 openapi_31
cat >"$work/probe.py" <<'PYTHON'
import sys
from pydantic import ValidationError

sys.path.insert(0, sys.argv[1])
for name in ("openapi_30", "openapi_30_strict_nullable", "openapi_31"):
    model = __import__(name).Project
    for text in ('{"license": null}', '{"license": "MIT", "name": null}'):
        try:
            print(name, text, repr(model.model_validate_json(text)))
        except ValidationError as error:
            print(name, text, error.errors()[0]["loc"], error.errors()[0]["msg"])
PYTHON

expect python "$work/probe.py" "$work" <<'OUTPUT'
openapi_30 {"license": null} ('license',) Input should be a valid string
openapi_30 {"license": "MIT", "name": null} Project(license='MIT', name=None)
openapi_30_strict_nullable {"license": null} Project(license=None, name=None)
openapi_30_strict_nullable {"license": "MIT", "name": null} Project(license='MIT', name=None)
openapi_31 {"license": null} Project(license=None, name=None)
openapi_31 {"license": "MIT", "name": null} Project(license='MIT', name=None)
OUTPUT
