#!/usr/bin/env bash
# Software: httpx 0.28.1, beside requests 2.34.2 and aiohttp 3.14.5.
# Guess:    a field of a form whose value is None is left out, as requests does: httpx calls itself broadly
#           compatible.
# Happens:  httpx sends the field with an empty value; aiohttp sends the four letters "None".
# Matters:  to GitLab `description=` clears the description and `avatar=` removes the picture. A port from requests to
#           httpx turns "leave it" into "empty it", and to aiohttp into a text.
# Source:   https://github.com/encode/httpx (httpx/_utils.py, primitive_value_to_str)
source "$(dirname "$0")/support/common.sh"
python_packages httpx==0.28.1 requests==2.34.2 aiohttp==3.14.5

cat >"$work/probe.py" <<'PYTHON'
import asyncio
import aiohttp
import httpx
import requests
import recorder

server = recorder.start(lambda request: (200, {}, b""))
form = {"name": "n", "description": None}


async def with_aiohttp():
    async with aiohttp.ClientSession() as session, session.put(server.url, data=form) as response:
        await response.read()


requests.put(server.url, data=form)
print("requests", server.requests[-1].body.decode())
httpx.put(server.url, data=form)
print("httpx", server.requests[-1].body.decode())
asyncio.run(with_aiohttp())
print("aiohttp", server.requests[-1].body.decode())
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
requests name=n
httpx name=n&description=
aiohttp name=n&description=None
OUTPUT
