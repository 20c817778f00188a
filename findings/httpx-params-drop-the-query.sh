#!/usr/bin/env bash
# Software: httpx 0.28.1, beside requests 2.34.2.
# Guess:    get(next_url, params={...}) adds to the query of next_url, as requests does; params={} changes nothing.
# Happens:  any params, an empty dictionary too, replace the whole query. Only params=None leaves it.
# Matters:  a page walker that passes its filters with the URL of a Link header asks for page 1 of everything again.
# Source:   https://github.com/encode/httpx (httpx/_urls.py, URL.__init__)
source "$(dirname "$0")/support/common.sh"
python_packages httpx==0.28.1 requests==2.34.2

cat >"$work/probe.py" <<'PYTHON'
import httpx
import requests
import recorder

server = recorder.start(lambda request: (200, {}, b""))
link = server.url + "/projects?id_after=42&per_page=2"
for params in (None, {}, {"archived": "true"}):
    for client in (requests, httpx):
        client.get(link, params=params)
        print(params, client.__name__, server.requests[-1].path)
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
None requests /projects?id_after=42&per_page=2
None httpx /projects?id_after=42&per_page=2
{} requests /projects?id_after=42&per_page=2
{} httpx /projects
{'archived': 'true'} requests /projects?id_after=42&per_page=2&archived=true
{'archived': 'true'} httpx /projects?archived=true
OUTPUT
