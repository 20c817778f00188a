#!/usr/bin/env bash
# Software: hishel 2.0.0 with httpx 0.28.1.
# Guess:    rfc=True makes the cache inside a client do what a browser's cache does: store a response with "max-age=0,
#           private, must-revalidate" and an ETag, and revalidate it.
# Happens:  the cache takes itself for a shared one and stores nothing that is `private`: never a conditional request,
#           never a hit. Without rfc it is the other way round: the first response is used for ever. Only
#           CacheOptions(shared=False) revalidates.
# Matters:  GitLab sends exactly these headers. The cache is on, looks right, and saves nothing, or shows old data.
# Source:   https://github.com/karpetrosyan/hishel
source "$(dirname "$0")/support/common.sh"
python_packages hishel==2.0.0 httpx==0.28.1

cat >"$work/probe.py" <<'PYTHON'
import sys
import hishel
import hishel.httpx
import recorder

headers = {"Cache-Control": "max-age=0, private, must-revalidate", "ETag": 'W/"1"', "Content-Type": "application/json"}
server = recorder.start(lambda request: (304 if request.headers.get("If-None-Match") else 200, headers, b""))
settings = {"default": {}, "rfc=True": {"rfc": True}, "shared=False": {"rfc": hishel.CacheOptions(shared=False)}}
for index, (label, setting) in enumerate(settings.items()):
    storage = hishel.SqliteStorage(database_path="%s/%d.db" % (sys.argv[1], index))
    count = len(server.requests)
    with hishel.httpx.CacheClient(storage=storage, **setting) as client:
        statuses = [client.get(server.url + "/projects/1").status_code for _ in range(3)]
    sent = [request.headers.get("If-None-Match") for request in server.requests[count:]]
    print(label, "| statuses", statuses, "| If-None-Match of the requests", sent)
PYTHON

expect python "$work/probe.py" "$work" <<'OUTPUT'
default | statuses [200, 200, 200] | If-None-Match of the requests [None]
rfc=True | statuses [200, 200, 200] | If-None-Match of the requests [None, None, None]
shared=False | statuses [200, 200, 200] | If-None-Match of the requests [None, 'W/"1"', 'W/"1"']
OUTPUT
