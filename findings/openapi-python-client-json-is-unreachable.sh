#!/usr/bin/env bash
# Software: openapi-python-client 0.29.1 with httpx 0.28.1.
# Guess:    an operation that takes the same schema as JSON and as multipart sends one of them, JSON by preference or
#           by choice.
# Happens:  both branches test for the same class, so both run: the request is always multipart, even without a file,
#           with no way to choose JSON. Nested values then travel as JSON texts in parts.
# Matters:  GitLab takes most edits as JSON or, beside a picture, as a form. Its server does not parse JSON inside
#           parts, so a document that offers both loses the hashes of every call, also of those without a file.
# Source:   https://github.com/openapi-generators/openapi-python-client
source "$(dirname "$0")/support/common.sh"
python_packages openapi-python-client==0.29.1 httpx==0.28.1 ruff==0.17.6

cat >"$work/probe.py" <<'PYTHON'
import subprocess
import sys
import recorder

work = sys.argv[1]
sys.path.insert(0, work)
document = """
openapi: 3.0.3
info: {title: projects, version: "1"}
paths:
  /projects:
    post:
      operationId: createProject
      requestBody:
        content:
%s
      responses: {"201": {description: created}}
components:
  schemas:
    Project:
      type: object
      required: [name]
      properties: {name: {type: string}, policy: {type: object, properties: {enabled: {type: boolean}}}}
"""
line = "          %s: {schema: {$ref: '#/components/schemas/Project'}}"
server = recorder.start(lambda request: (201, {}, b""))
for name, types in (("one", ["application/json"]), ("both", ["application/json", "multipart/form-data"])):
    with open("%s/%s.yaml" % (work, name), "w") as file:
        file.write(document % "\n".join(line % type for type in types))
    subprocess.run(
        ["openapi-python-client", "generate", "--path", file.name, "--output-path", "%s/%s" % (work, name), "--meta", "none"],
        check=True, capture_output=True)
    package = __import__(name + ".api.default.create_project", fromlist=["x"])
    models = __import__(name + ".models", fromlist=["x"])
    client = __import__(name).Client(base_url=server.url)
    package.sync_detailed(client=client, body=models.Project.from_dict({"name": "n", "policy": {"enabled": True}}))
    request = server.requests[-1]
    print(types, "->", request.headers["Content-Type"].split(";")[0])
    print("  ", [text for text in request.body.decode().split("\r\n") if text and not text.startswith("--")])
PYTHON

expect python "$work/probe.py" "$work" <<'OUTPUT'
['application/json'] -> application/json
   ['{"name":"n","policy":{"enabled":true}}']
['application/json', 'multipart/form-data'] -> multipart/form-data
   ['Content-Disposition: form-data; name="name"', 'Content-Type: text/plain', 'n', 'Content-Disposition: form-data; name="policy"', 'Content-Type: application/json', '{"enabled": true}']
OUTPUT
