#!/usr/bin/env bash
# Software: python-gitlab 8.6.0 with requests-toolbelt 1.0.0.
# Guess:    a project created with an avatar and topics=["linux", "swift"] sends two topic fields beside the picture.
# Happens:  the list of two strings is read as (file name, content): one part `topics` with filename="linux" and the
#           body "swift". A third string becomes the part's Content-Type. A list of one raises ValueError.
# Matters:  adding a picture to a call that worked turns its lists into uploads, with no error from the client for two
#           or three elements.
# Source:   https://github.com/python-gitlab/python-gitlab (gitlab/_backends/requests_backend.py, prepare_send_data)
source "$(dirname "$0")/support/common.sh"
python_packages python-gitlab==8.6.0 requests-toolbelt==1.0.0

cat >"$work/probe.py" <<'PYTHON'
import email
import io
import gitlab
import recorder

server = recorder.start(lambda request: (201, {"Content-Type": "application/json"}, b'{"id": 1}'))
api = gitlab.Gitlab(server.url, private_token="t")


def create(topics, avatar=True):
    server.requests.clear()
    attributes = {"name": "n", "topics": topics}
    if avatar:
        attributes["avatar"] = io.BytesIO(b"PNG")
    try:
        api.projects.create(attributes)
    except ValueError as error:
        return "ValueError"
    request = server.requests[0]
    if not avatar:
        return request.body.decode()
    head = b"Content-Type: " + request.headers["Content-Type"].encode() + b"\r\n\r\n"
    parts = email.message_from_bytes(head + request.body).get_payload()
    return [
        (part.get_filename(), part["Content-Type"], part.get_payload())
        for part in parts
        if part.get_param("name", header="Content-Disposition") == "topics"
    ]


print("no avatar:", create(["linux", "swift"], avatar=False))
for topics in (["linux", "swift"], ["linux", "swift", "rest"], ["linux"]):
    print(topics, create(topics))
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
no avatar: {"name": "n", "topics": ["linux", "swift"]}
['linux', 'swift'] [('linux', None, 'swift')]
['linux', 'swift', 'rest'] [('linux', 'rest', 'swift')]
['linux'] ValueError
OUTPUT
