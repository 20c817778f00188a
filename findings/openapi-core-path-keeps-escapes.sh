#!/usr/bin/env bash
# Software: openapi-core 0.23.1, with its adapters for werkzeug 3.1.9 and requests 2.34.2.
# Guess:    the path parameter `id` of /projects/group%2Fsub is "group/sub", whichever adapter the request comes from.
# Happens:  never. From requests it is "group%2Fsub", with the escape; from werkzeug there is no such path, because the
#           adapter passes the decoded path and then looks for two segments. Spaces differ too: "a%20b" and "a b".
# Matters:  GitLab's IDs are paths with %2F. A test double made of the document rejects the correct requests of one
#           adapter, and checks a pattern or an enum against escaped texts in the other.
# Source:   https://github.com/python-openapi/openapi-core (openapi_core/contrib)
source "$(dirname "$0")/support/common.sh"
python_packages openapi-core==0.23.1 werkzeug==3.1.9 requests==2.34.2

cat >"$work/probe.py" <<'PYTHON'
import requests
import werkzeug.test
import werkzeug.wrappers
from openapi_core import OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest
from openapi_core.contrib.werkzeug import WerkzeugOpenAPIRequest

parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
operation = {"parameters": [parameter], "responses": {"200": {"description": "ok"}}}
api = OpenAPI.from_dict({
    "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "servers": [{"url": "http://localhost"}],
    "paths": {"/projects/{id}": {"get": operation}}})
for path in ("/projects/42", "/projects/group%2Fsub", "/projects/a%20b"):
    environment = werkzeug.test.EnvironBuilder(path=path, base_url="http://localhost").get_environ()
    for name, request in (("requests", RequestsOpenAPIRequest(requests.Request("GET", "http://localhost" + path))),
                          ("werkzeug", WerkzeugOpenAPIRequest(werkzeug.wrappers.Request(environment)))):
        result = api.unmarshal_request(request)
        print(path, name, [type(error).__name__ for error in result.errors] or result.parameters.path)
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
/projects/42 requests {'id': '42'}
/projects/42 werkzeug {'id': '42'}
/projects/group%2Fsub requests {'id': 'group%2Fsub'}
/projects/group%2Fsub werkzeug ['PathNotFound']
/projects/a%20b requests {'id': 'a%20b'}
/projects/a%20b werkzeug {'id': 'a b'}
OUTPUT
