#!/usr/bin/env bash
# Software: go-gitlab 0.73.1 (Debian 12), Go 1.19.8.
# Guess:    a client that reads RateLimit-Limit sends more slowly where the limit is low.
# Happens:  from a limit of 181 a minute down it sends nothing: a third of the limit of a second is its burst, which is 0 then, and each
#           call fails before it is sent. The limit is that of one request more, without the token, to the address of
#           the API, which the first call sends before its own.
# Matters:  an instance whose limit for requests without a token is 180 a minute cannot be called, though the limit for
#           those with one may be ten times as high; and the error names neither the limit nor the header field.
# Source:   https://pkg.go.dev/github.com/xanzy/go-gitlab, https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/
source "$(dirname "$0")/support/common.sh"

cat >"$work/call.go" <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/xanzy/go-gitlab"
)

func main() {
	client, err := gitlab.NewClient("a-token", gitlab.WithBaseURL(os.Args[1]))
	if err != nil {
		panic(err)
	}
	project, _, err := client.Projects.GetProject(1, nil)
	if err != nil {
		fmt.Println("error:", err)
		return
	}
	fmt.Println("project", project.ID)
}
GO
go_program call golang-github-xanzy-go-gitlab-dev=0.73.1-2

cat >"$work/probe.py" <<'PYTHON'
import subprocess
import sys

import recorder

for limit in (600, 182, 181, 60):
    server = recorder.start(lambda request: (
        200, {"Content-Type": "application/json", "RateLimit-Limit": str(limit)}, b'{"id": 1}'))
    said = subprocess.run([sys.argv[1], server.url], capture_output=True, text=True, check=True).stdout.strip()
    sent = [f"{request.path} {'with' if request.headers['PRIVATE-TOKEN'] else 'without'} token" for request in server.requests]
    print(f"{limit} a minute: {said}; sent: {', '.join(sent)}")
PYTHON

expect python3 "$work/probe.py" "$work/call" <<'OUTPUT'
600 a minute: project 1; sent: /api/v4/ without token, /api/v4/projects/1 with token
182 a minute: project 1; sent: /api/v4/ without token, /api/v4/projects/1 with token
181 a minute: error: rate: Wait(n=1) exceeds limiter's burst 0; sent: /api/v4/ without token
60 a minute: error: rate: Wait(n=1) exceeds limiter's burst 0; sent: /api/v4/ without token
OUTPUT
