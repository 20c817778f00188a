#!/usr/bin/env bash
# Software: go-gitlab 0.73.1 (Debian 12), Go 1.19.8.
# Guess:    an edit of a project with an avatar is the same edit as without, as a form with a file.
# Happens:  with an avatar, `EditProject` is a POST, for which GitLab has no route; and of two topics the form has the first
#           alone, also in `CreateProject`, where nothing fails.
# Matters:  an avatar cannot be changed, the error is about a method that the caller did not choose, and a new project loses
#           topics without a word.
# Source:   https://pkg.go.dev/github.com/xanzy/go-gitlab, https://docs.gitlab.com/api/projects/#edit-a-project
source "$(dirname "$0")/support/common.sh"

cat >"$work/call.go" <<'GO'
package main

import (
	"os"
	"strings"

	"github.com/xanzy/go-gitlab"
)

func main() {
	client, err := gitlab.NewClient("a-token", gitlab.WithBaseURL(os.Args[1]))
	if err != nil {
		panic(err)
	}
	topics := []string{"one", "two"}
	avatar := func() *gitlab.ProjectAvatar {
		return &gitlab.ProjectAvatar{Filename: "a.png", Image: strings.NewReader("image")}
	}
	client.Projects.EditProject(1, &gitlab.EditProjectOptions{Topics: &topics})
	client.Projects.EditProject(1, &gitlab.EditProjectOptions{Topics: &topics, Avatar: avatar()})
	client.Projects.CreateProject(&gitlab.CreateProjectOptions{Topics: &topics, Avatar: avatar()})
}
GO
go_program call golang-github-xanzy-go-gitlab-dev=0.73.1-2

cat >"$work/probe.py" <<'PYTHON'
import email
import json
import subprocess
import sys

import recorder


def topics(request):
    kind = request.headers["Content-Type"]
    if kind == "application/json":
        return json.loads(request.body)["topics"]
    form = email.message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + request.body)
    return [part.get_payload() for part in form.walk() if part.get_param("name", header="content-disposition") == "topics"]


server = recorder.start(lambda request: (200, {"Content-Type": "application/json"}, b'{"id": 1}'))
subprocess.run([sys.argv[1], server.url], check=True)
for request in server.requests[1:]:
    print(request.method, request.path, request.headers["Content-Type"].split(";")[0], topics(request))
PYTHON

expect python3 "$work/probe.py" "$work/call" <<'OUTPUT'
PUT /api/v4/projects/1 application/json ['one', 'two']
POST /api/v4/projects/1 multipart/form-data ['one']
POST /api/v4/projects multipart/form-data ['one']
OUTPUT
