#!/usr/bin/env bash
# Software: curl 7.88.1 (Debian curl 7.88.1-10+deb12u15).
# Guess:    --form "body=first; second" sends the text "first; second". Only a leading @ or < is special.
# Happens:  the text ends at the semicolon, with exit status 0; a warning that --silent hides is all there is. What
#           follows is read as an option of the part: "; filename=x" makes the text a file.
# Matters:  GitLab's examples send texts with --form. A note or description loses its end. --form-string does not.
# Source:   https://github.com/curl/curl (src/tool_formparse.c)
source "$(dirname "$0")/support/common.sh"
debian_packages curl=7.88.1-10+deb12u15

cat >"$work/probe.py" <<'PYTHON'
import subprocess
import recorder

server = recorder.start(lambda request: (201, {}, b""))
for option, field in (("--form", "body=first; second"), ("--form", "body=ok; filename=x"), ("--form", "body=first, second"),
                      ("--form", 'body="first; second"'), ("--form-string", "body=first; second")):
    result = subprocess.run(["curl", "--silent", "--show-error", server.url, option, field], capture_output=True, text=True)
    lines = server.requests[-1].body.decode().split("\r\n")
    print(option, field, "| exit", result.returncode, repr(result.stderr), "|", lines[1].partition("; ")[2], "|", lines[3])
PYTHON

expect python3 "$work/probe.py" <<'OUTPUT'
--form body=first; second | exit 0 '' | name="body" | first
--form body=ok; filename=x | exit 0 '' | name="body"; filename="x" | ok
--form body=first, second | exit 0 '' | name="body" | first, second
--form body="first; second" | exit 0 '' | name="body" | first; second
--form-string body=first; second | exit 0 '' | name="body" | first; second
OUTPUT
