#!/usr/bin/env bash
# Software: datamodel-code-generator 0.89.0 with pydantic 2.14.4.
# Guess:    a property that refers to an enum, with default: private, has the member Visibility.private by default.
# Happens:  its default is the string 'private', which pydantic does not check. A model made with the default and one
#           decoded from {"visibility": "private"} are unequal, and comparing with Visibility.private says no. The
#           dataclass output of the same tool uses the member.
# Matters:  `if project.visibility == Visibility.private` is false exactly for the objects that were left at private.
# Source:   https://github.com/koxudaxi/datamodel-code-generator
source "$(dirname "$0")/support/common.sh"
python_packages datamodel-code-generator==0.89.0 pydantic==2.14.4

cat >"$work/api.yaml" <<'YAML'
openapi: 3.0.3
info: {title: projects, version: "1"}
paths: {}
components:
  schemas:
    Visibility: {type: string, enum: [private, public]}
    Project:
      type: object
      properties:
        visibility: {allOf: [{$ref: "#/components/schemas/Visibility"}], default: private}
YAML
for kind in pydantic_v2.BaseModel dataclasses.dataclass; do
  datamodel-codegen --input "$work/api.yaml" --input-file-type openapi --output-model-type "$kind" \
    --output "$work/model_${kind%%.*}.py" 2>/dev/null
done
cat >"$work/probe.py" <<'PYTHON'
import sys

sys.path.insert(0, sys.argv[1])
import model_dataclasses
from model_pydantic_v2 import Project, Visibility

default, decoded = Project(), Project.model_validate({"visibility": "private"})
print("default:", repr(default.visibility), "decoded:", repr(decoded.visibility))
print("equal:", default == decoded, "is private:", default.visibility == Visibility.private)
print("dataclass:", repr(model_dataclasses.Project().visibility))
PYTHON

expect python "$work/probe.py" "$work" <<'OUTPUT'
default: 'private' decoded: <Visibility.private: 'private'>
equal: False is private: False
dataclass: <Visibility.private: 'private'>
OUTPUT
