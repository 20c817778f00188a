#!/usr/bin/env bash
# Software: openapi-python-client 0.29.1 with httpx 0.28.1.
# Guess:    `default` in a document says what the server assumes; a client sends only what its caller has set.
# Happens:  every documented default is a default argument and is sent: a list call with one filter sends order_by
#           too, and an edit of the description sends archived=false and the visibility.
# Matters:  an edit resets values that nobody mentioned, and keyset pagination, which allows order_by=id alone, is
#           rejected.
# Source:   https://github.com/openapi-generators/openapi-python-client
source "$(dirname "$0")/support/common.sh"
python_packages openapi-python-client==0.29.1 httpx==0.28.1 ruff==0.17.6

cat >"$work/api.yaml" <<'YAML'
openapi: 3.0.3
info: {title: projects, version: "1"}
paths:
  /projects:
    get:
      operationId: listProjects
      parameters:
        - {name: pagination, in: query, schema: {type: string}}
        - {name: order_by, in: query, schema: {type: string, enum: [id, created_at], default: created_at}}
      responses: {"200": {description: projects}}
    put:
      operationId: editProject
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Edit"}}}}
      responses: {"200": {description: edited}}
components:
  schemas:
    Edit:
      type: object
      properties:
        description: {type: string}
        archived: {type: boolean, default: false}
        visibility: {type: string, enum: [private, public], default: private}
YAML
openapi-python-client generate --path "$work/api.yaml" --output-path "$work/client" --meta none >"$work/log" 2>&1
cat >"$work/probe.py" <<'PYTHON'
import sys
import recorder

sys.path.insert(0, sys.argv[1])
from client import Client
from client.api.default import edit_project, list_projects
from client.models import Edit

server = recorder.start(lambda request: (200, {}, b""))
list_projects.sync_detailed(client=Client(base_url=server.url), pagination="keyset")
edit_project.sync_detailed(client=Client(base_url=server.url), body=Edit(description="text"))
for request in server.requests:
    print(request.method, request.path, request.body.decode())
PYTHON

expect python "$work/probe.py" "$work" <<'OUTPUT'
GET /projects?pagination=keyset&order_by=created_at 
PUT /projects {"description":"text","archived":false,"visibility":"private"}
OUTPUT
