#!/usr/bin/env bash
# Software: openapi-core 0.23.1.
# Guess:    an integer or boolean in a form is read by the schema, whether the form is urlencoded or multipart.
# Happens:  urlencoded "5" becomes 5 and "true" becomes True; the same fields in multipart stay texts, so validation
#           rejects the request: '5' is not of type 'integer'. Numbers inside a JSON part are read.
# Matters:  a test double of GitLab made with this library rejects correct uploads with attributes beside the file.
# Source:   https://github.com/python-openapi/openapi-core
source "$(dirname "$0")/support/common.sh"
python_packages openapi-core==0.23.1

cat >"$work/probe.py" <<'PYTHON'
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest


def unmarshal(content_type, data):
    properties = {"name": {"type": "string"}, "keep_n": {"type": "integer"}, "archived": {"type": "boolean"},
                  "policy": {"type": "object", "properties": {"keep_n": {"type": "integer"}}}}
    operation = {
        "requestBody": {"content": {content_type.split(";")[0]: {"schema": {"type": "object", "properties": properties}}}},
        "responses": {"200": {"description": "ok"}}}
    api = OpenAPI.from_dict({
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "servers": [{"url": "https://h"}],
        "paths": {"/projects": {"post": operation}}})
    result = api.unmarshal_request(MockRequest("https://h", "post", "/projects", data=data, content_type=content_type))
    return result.body or [error.message for error in result.errors[0].__cause__.schema_errors]


def part(name, value):
    return '--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name, value)


for fields in ({"keep_n": "5"}, {"archived": "true"}, {"name": "n"}):
    print(fields)
    print("  urlencoded", unmarshal("application/x-www-form-urlencoded", "&".join(map("=".join, fields.items())).encode()))
    multipart = "".join(part(*field) for field in fields.items()) + "--b--\r\n"
    print("  multipart ", unmarshal("multipart/form-data; boundary=b", multipart.encode()))
print("JSON part", unmarshal("multipart/form-data; boundary=b", (part("policy", '{"keep_n": 5}') + "--b--\r\n").encode()))
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
{'keep_n': '5'}
  urlencoded {'keep_n': 5}
  multipart  ["'5' is not of type 'integer'"]
{'archived': 'true'}
  urlencoded {'archived': True}
  multipart  ["'true' is not of type 'boolean'"]
{'name': 'n'}
  urlencoded {'name': 'n'}
  multipart  {'name': 'n'}
JSON part {'policy': {'keep_n': 5}}
OUTPUT
