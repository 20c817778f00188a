#!/usr/bin/env bash
# Software: openapi-core 0.23.1.
# Guess:    an optional array that a multipart request does not have is absent from the body, as it is for JSON and
#           urlencoded forms.
# Happens:  the body has it as an empty array.
# Matters:  "not sent" and "empty" are different edits: a server (or a test double of GitLab) that applies such a body
#           clears the topics of a project whose picture was changed.
# Source:   https://github.com/python-openapi/openapi-core
source "$(dirname "$0")/support/common.sh"
python_packages openapi-core==0.23.1

cat >"$work/probe.py" <<'PYTHON'
from openapi_core import OpenAPI
from openapi_core.testing import MockRequest

bodies = {
    "application/json": b'{"name": "n"}',
    "application/x-www-form-urlencoded": b"name=n",
    "multipart/form-data; boundary=b": b'--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nn\r\n--b--\r\n',
}
schema = {"type": "object", "properties": {
    "name": {"type": "string"}, "text": {"type": "string"}, "topics": {"type": "array", "items": {"type": "string"}}}}
for content_type, data in bodies.items():
    operation = {
        "requestBody": {"content": {content_type.split(";")[0]: {"schema": schema}}},
        "responses": {"200": {"description": "ok"}}}
    api = OpenAPI.from_dict({
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "servers": [{"url": "https://h"}],
        "paths": {"/projects": {"put": operation}}})
    request = MockRequest("https://h", "put", "/projects", data=data, content_type=content_type)
    print(content_type.split(";")[0], api.unmarshal_request(request).body)
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
application/json {'name': 'n'}
application/x-www-form-urlencoded {'name': 'n'}
multipart/form-data {'name': 'n', 'topics': []}
OUTPUT
