#!/usr/bin/env bash
# Software: the gitlab gem 4.17.0 (Debian ruby-gitlab 4.17.0-3), its command line.
# Guess:    `gitlab create_tag 1 1.10 main` creates the tag 1.10, as the quoted words of a shell are texts.
# Happens:  each argument is read as YAML first: the tag is 1.1, the commit 00123456 is 42798 (octal), the title "Fix:
#           the build" is a hash, "Close # 5" is "Close" and "no" is false.
# Matters:  the request is valid and succeeds, with another name than the one that was typed.
# Source:   https://github.com/NARKOZ/gitlab (lib/gitlab/cli.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-gitlab=4.17.0-3

cat >"$work/probe.py" <<'PYTHON'
import os
import subprocess
import sys
import urllib.parse
import recorder

server = recorder.start(lambda request: (201, {"Content-Type": "application/json"}, b"{}"))
environment = dict(os.environ, GITLAB_API_ENDPOINT=server.url, GITLAB_API_PRIVATE_TOKEN="t", HOME=sys.argv[1])
for arguments in (["create_tag", "1", "1.10", "main"], ["commit", "1", "00123456"], ["create_issue", "1", "Fix: the build"],
                  ["create_issue", "1", "Close # 5"], ["create_issue", "1", "no"], ["create_issue", "1", "Plain title"]):
    subprocess.run(["/usr/bin/ruby-gitlab", *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
    request = server.requests[-1]
    print(arguments, "|", request.method, request.path, urllib.parse.unquote(request.body.decode()))
PYTHON

expect python3 "$work/probe.py" "$work" <<'OUTPUT'
['create_tag', '1', '1.10', 'main'] | POST /projects/1/repository/tags tag_name=1.1&ref=main&message=&release_description=
['commit', '1', '00123456'] | GET /projects/1/repository/commits/42798 
['create_issue', '1', 'Fix: the build'] | POST /projects/1/issues title[Fix]=the build
['create_issue', '1', 'Close # 5'] | POST /projects/1/issues title=Close
['create_issue', '1', 'no'] | POST /projects/1/issues title=false
['create_issue', '1', 'Plain title'] | POST /projects/1/issues title=Plain title
OUTPUT
