#!/usr/bin/env bash
# Software: python-gitlab 8.6.0.
# Guess:    files.get(...), one changed attribute and save() leaves the content of the file as it was.
# Happens:  save() sends the content that it got, which is Base64, without the encoding that says so: the update
#           requires `content`, and `encoding` did not change. The file then holds the Base64 text.
# Matters:  making a script executable replaces its text. Nothing fails, the commit exists.
# Source:   https://github.com/python-gitlab/python-gitlab (gitlab/v4/objects/files.py; gitlab/mixins.py)
source "$(dirname "$0")/support/common.sh"
python_packages python-gitlab==8.6.0

cat >"$work/probe.py" <<'PYTHON'
import base64
import json
import gitlab
import recorder

stored = b"echo hello\n"


def route(request):
    global stored
    if request.method == "PUT":
        sent = json.loads(request.body)
        print("sent", {name: sent.get(name) for name in ("content", "encoding", "execute_filemode")})
        content = sent["content"].encode()
        stored = base64.b64decode(content) if sent.get("encoding") == "base64" else content
        answer = {"file_path": "run.sh", "branch": "main"}
    else:
        answer = {"file_path": "run.sh", "encoding": "base64", "content": base64.b64encode(stored).decode(), "execute_filemode": False}
    return 200, {"Content-Type": "application/json"}, json.dumps(answer).encode()


server = recorder.start(route)
project = gitlab.Gitlab(server.url, private_token="t").projects.get(1, lazy=True)
file = project.files.get("run.sh", ref="main")
print("before", file.decode())
file.execute_filemode = True
file.save(branch="main", commit_message="Make it executable")
print("after", project.files.get("run.sh", ref="main").decode())
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
before b'echo hello\n'
sent {'content': 'ZWNobyBoZWxsbwo=', 'encoding': None, 'execute_filemode': True}
after b'ZWNobyBoZWxsbwo='
OUTPUT
