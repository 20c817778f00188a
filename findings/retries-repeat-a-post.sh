#!/usr/bin/env bash
# Software: curl 7.88.1 (Debian curl 7.88.1-10+deb12u15), python-gitlab 8.6.0, aiohttp-retry 2.9.1, beside urllib3 2.8.0
#           (with requests 2.34.2) and httpx-retries 0.6.0.
# Guess:    an option that retries after a 500 leaves out POST, which is not idempotent, as urllib3's does.
# Happens:  `curl --retry`, python-gitlab's retry_transient_errors and aiohttp-retry send the POST again. urllib3 and
#           httpx-retries do not.
# Matters:  GitLab can answer 500 after it did the work: the retry makes a second issue, note or pipeline, and only its
#           success is reported.
# Source:   RFC 9110, section 9.2.2; https://github.com/inyutin/aiohttp_retry
source "$(dirname "$0")/support/common.sh"
debian_packages curl=7.88.1-10+deb12u15
python_packages python-gitlab==8.6.0 requests==2.34.2 urllib3==2.8.0 aiohttp-retry==2.9.1 aiohttp==3.14.5 httpx-retries==0.6.0 httpx==0.28.1

cat >"$work/probe.py" <<'PYTHON'
import asyncio
import subprocess
import aiohttp_retry
import gitlab
import httpx
import httpx_retries
import requests
import requests.adapters
import urllib3
import recorder

created = 0


def route(request):
    global created
    created += 1
    return (500 if created == 1 else 201), {"Content-Type": "application/json"}, b'{"id": %d}' % created


def with_urllib3():
    session = requests.Session()
    session.mount("http://", requests.adapters.HTTPAdapter(max_retries=urllib3.util.Retry(2, status_forcelist=[500])))
    session.post(server.url, json={"title": "t"})


def with_httpx():
    httpx.Client(transport=httpx_retries.RetryTransport()).post(server.url, json={"title": "t"})


def with_gitlab():
    api = gitlab.Gitlab(server.url, private_token="t", retry_transient_errors=True)
    api.projects.get(1, lazy=True).issues.create({"title": "t"})


async def with_aiohttp():
    async with aiohttp_retry.RetryClient() as session, session.post(server.url, json={"title": "t"}) as response:
        await response.read()


server = recorder.start(route)
for name, call in {
        "urllib3": with_urllib3, "httpx-retries": with_httpx, "python-gitlab": with_gitlab,
        "aiohttp-retry": lambda: asyncio.run(with_aiohttp()),
        "curl": lambda: subprocess.run(["curl", "-s", "--retry", "2", "-d", "title=t", server.url], capture_output=True, check=True)}.items():
    created = 0
    call()
    print(name, "created", created)
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
urllib3 created 1
httpx-retries created 1
python-gitlab created 2
aiohttp-retry created 2
curl created 2
OUTPUT
