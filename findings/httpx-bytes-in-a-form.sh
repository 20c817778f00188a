#!/usr/bin/env bash
# Software: httpx 0.28.1, beside requests 2.34.2 and aiohttp 3.14.5.
# Guess:    bytes as the value of a form's field are sent as they are, with or without a file in the form.
# Happens:  beside a file they are. Without one httpx sends Python's notation of them: b"key" arrives as b'key', with
#           the letter and the quotes. requests sends key both times. aiohttp turns the form into multipart and the value
#           into a file with the name of the field.
# Matters:  the value of a CI variable or the text of a file, read in binary mode, is stored with b'...' around it, with
#           status 201, or reaches Rack as a hash about a file.
# Source:   https://github.com/encode/httpx (httpx/_content.py, encode_urlencoded_data; httpx/_multipart.py)
source "$(dirname "$0")/support/common.sh"
python_packages httpx==0.28.1 requests==2.34.2 aiohttp==3.14.5

cat >"$work/probe.py" <<'PYTHON'
import asyncio
import re
import urllib.parse
import aiohttp
import httpx
import requests
import recorder

server = recorder.start(lambda request: (201, {}, b""))


async def with_aiohttp(form):
    async with aiohttp.ClientSession() as session, session.post(server.url, data=form) as response:
        await response.read()


def received():
    request = server.requests[-1]
    if "multipart" not in request.headers["Content-Type"]:
        return "urlencoded", urllib.parse.unquote_plus(request.body.decode())
    head, _, value = next(part for part in request.body.split(b"\r\n--") if b'name="value"' in part).partition(b"\r\n\r\n")
    return "multipart", re.search(r"form-data; (.*)", head.decode())[1].strip(), value.decode()


form = {"key": "TOKEN", "value": b"secret\n\xc3\xa9"}
for client in (requests, httpx):
    for files in (None, {"file": b"x"}):
        client.post(server.url, data=form, files=files)
        print(client.__name__, received())
asyncio.run(with_aiohttp(form))
print("aiohttp", received())
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
requests ('urlencoded', 'key=TOKEN&value=secret\né')
requests ('multipart', 'name="value"', 'secret\né')
httpx ('urlencoded', "key=TOKEN&value=b'secret\\n\\xc3\\xa9'")
httpx ('multipart', 'name="value"', 'secret\né')
aiohttp ('multipart', 'name="value"; filename="value"', 'secret\né')
OUTPUT
