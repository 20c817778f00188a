#!/usr/bin/env bash
# Software: go-gitlab 0.73.1 (Debian 12), Go 1.19.8.
# Guess:    a client that retries after 429 waits as long as Retry-After says.
# Happens:  it reads RateLimit-Reset alone. After a 429 with only Retry-After it sends the request six times within two seconds, a
#           POST too, and then fails.
# Matters:  GitLab's limits of single endpoints (imports, exports, comments) and proxies before it send Retry-After without the fields of
#           the rate limit; the call fails where it would have succeeded after the wait.
# Source:   https://pkg.go.dev/github.com/xanzy/go-gitlab, https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
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
	_, response, _ := client.Notes.CreateIssueNote(1, 1, &gitlab.CreateIssueNoteOptions{Body: gitlab.String("Thanks!")})
	fmt.Println("status", response.StatusCode)
}
GO
go_program call golang-github-xanzy-go-gitlab-dev=0.73.1-2

cat >"$work/probe.py" <<'PYTHON'
import subprocess
import sys
import time

import recorder

times = []


def respond(request):
    if request.method == "GET":
        return 200, {}, b""
    times.append(time.monotonic())
    return 429, {"Retry-After": "30"}, b'{"message":{"error":"Try again later."}}'


server = recorder.start(respond)
subprocess.run([sys.argv[1], server.url], check=True)
print(f"{len(times)} times POST, the last one within {2 if times[-1] - times[0] < 2.5 else 30} seconds")
PYTHON

expect python3 "$work/probe.py" "$work/call" <<'OUTPUT'
status 429
6 times POST, the last one within 2 seconds
OUTPUT
