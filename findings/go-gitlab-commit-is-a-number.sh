#!/usr/bin/env bash
# Software: go-gitlab 0.73.1 (Debian 12), Go 1.19.8.
# Guess:    the threads of a commit are read by its SHA, as its comments are.
# Happens:  all six methods for threads of commits take the commit as an `int`, so no program with a SHA compiles. `GetCommitComments`
#           takes a string.
# Matters:  no thread of a commit can be reached but by a request written by hand, in a client that has methods for it.
# Source:   https://pkg.go.dev/github.com/xanzy/go-gitlab, https://docs.gitlab.com/api/discussions/#commits
source "$(dirname "$0")/support/common.sh"
debian_packages golang-1.19-go=1.19.8-2 golang-github-xanzy-go-gitlab-dev=0.73.1-2

cat >"$work/call.go" <<'GO'
package main

import "github.com/xanzy/go-gitlab"

func main() {
	sha := "6104942438c14ec7bd21c6cd5bd995272b3faff6"
	client, _ := gitlab.NewClient("a-token")
	client.Commits.GetCommitComments(1, sha, nil)
	client.Discussions.ListCommitDiscussions(1, sha, nil)
	client.Discussions.GetCommitDiscussion(1, sha, "a", nil)
	client.Discussions.CreateCommitDiscussion(1, sha, nil)
	client.Discussions.AddCommitDiscussionNote(1, sha, "a", nil)
	client.Discussions.UpdateCommitDiscussionNote(1, sha, "a", 1, nil)
	client.Discussions.DeleteCommitDiscussionNote(1, sha, "a", 1)
}
GO
export GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$work/cache
cd "$work"

expect sh -c '/usr/lib/go-1.19/bin/go build -o call call.go 2>&1 | grep -o "call.go.*"' <<'OUTPUT'
call.go:9:46: cannot use sha (variable of type string) as type int in argument to client.Discussions.ListCommitDiscussions
call.go:10:44: cannot use sha (variable of type string) as type int in argument to client.Discussions.GetCommitDiscussion
call.go:11:47: cannot use sha (variable of type string) as type int in argument to client.Discussions.CreateCommitDiscussion
call.go:12:48: cannot use sha (variable of type string) as type int in argument to client.Discussions.AddCommitDiscussionNote
call.go:13:51: cannot use sha (variable of type string) as type int in argument to client.Discussions.UpdateCommitDiscussionNote
call.go:14:51: cannot use sha (variable of type string) as type int in argument to client.Discussions.DeleteCommitDiscussionNote
OUTPUT
