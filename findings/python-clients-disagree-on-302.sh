#!/usr/bin/env bash
# Software: requests 2.34.2, httpx 0.28.1, aiohttp 3.14.5.
# Guess:    the three clients treat a DELETE that gets a 302 alike.
# Happens:  requests and httpx send a GET to the new place, so the caller sees 200 and nothing is deleted; aiohttp
#           sends the DELETE again. After a 303 all three send a GET.
# Matters:  the status that a caller gets for a deletion says nothing about the deletion; a client has to look at the
#           method of the last request, or to reject such redirects.
# Source:   https://github.com/psf/requests, https://github.com/encode/httpx, https://github.com/aio-libs/aiohttp
source "$(dirname "$0")/support/common.sh"
python_packages requests==2.34.2 httpx==0.28.1 aiohttp==3.14.5

cat >"$work/probe.py" <<'PYTHON'
import asyncio
import aiohttp
import httpx
import requests
import recorder


def route(request):
    if request.path.startswith("/old/"):
        return int(request.path.split("/")[-1]), {"Location": "/new"}, b""
    return 200, {}, b""


async def with_aiohttp(url):
    async with aiohttp.ClientSession() as session, session.delete(url) as response:
        return response.status


server = recorder.start(route)
clients = {
    "requests": lambda url: requests.delete(url).status_code,
    "httpx": lambda url: httpx.delete(url, follow_redirects=True).status_code,
    "aiohttp": lambda url: asyncio.run(with_aiohttp(url)),
}
for status in (302, 303):
    for name, delete in clients.items():
        final = delete("%s/old/%d" % (server.url, status))
        print(status, name, "DELETE ->", server.requests[-1].method, final)
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
302 requests DELETE -> GET 200
302 httpx DELETE -> GET 200
302 aiohttp DELETE -> DELETE 200
303 requests DELETE -> GET 200
303 httpx DELETE -> GET 200
303 aiohttp DELETE -> GET 200
OUTPUT
