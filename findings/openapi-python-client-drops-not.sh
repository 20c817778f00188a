#!/usr/bin/env bash
# Software: openapi-python-client 0.29.1 with httpx 0.28.1.
# Guess:    a query parameter `not` with style deepObject is sent as not[author_id]=5, or the generator says that it
#           cannot.
# Happens:  it generates without a word, and the members are put into the query by themselves: author_id=5.
# Matters:  deepObject is OpenAPI's style for filters like GitLab's not[author_id]. "Everything but author 5" becomes
#           "author 5", with status 200.
# Source:   https://github.com/openapi-generators/openapi-python-client
source "$(dirname "$0")/support/common.sh"
python_packages openapi-python-client==0.29.1 httpx==0.28.1 ruff==0.17.6

cat >"$work/api.yaml" <<'YAML'
openapi: 3.0.3
info: {title: issues, version: "1"}
paths:
  /issues:
    get:
      operationId: listIssues
      parameters:
        - name: not
          in: query
          style: deepObject
          explode: true
          schema: {type: object, properties: {author_id: {type: integer}, labels: {type: array, items: {type: string}}}}
      responses: {"200": {description: issues}}
YAML
openapi-python-client generate --path "$work/api.yaml" --output-path "$work/client" --meta none >"$work/log" 2>&1
cat >"$work/probe.py" <<'PYTHON'
import sys
import recorder

sys.path.insert(0, sys.argv[1])
from client import Client
from client.api.default import list_issues
from client.models import ListIssuesNot

server = recorder.start(lambda request: (200, {}, b""))
list_issues.sync_detailed(client=Client(base_url=server.url), not_=ListIssuesNot(author_id=5, labels=["a"]))
print("warnings:", "warning" in open(sys.argv[1] + "/log").read().lower())
print(server.requests[0].path)
PYTHON

expect python "$work/probe.py" "$work" <<'OUTPUT'
warnings: False
/issues?author_id=5&labels=a
OUTPUT
