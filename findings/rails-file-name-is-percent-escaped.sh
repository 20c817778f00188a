#!/usr/bin/env bash
# Software: Action Pack 6.1.7.10 (Debian ruby-actionpack 2:6.1.7.10+dfsg-1~deb12u4), read by curl 7.88.1 (Debian curl
#           7.88.1-10+deb12u15), Python 3.11's email and aiohttp 3.14.5.
# Guess:    filename="..." holds the name as it is, or an ASCII likeness of it; percent escapes belong to filename*.
# Happens:  Rails escapes many ASCII characters in the plain filename too: "log (1).txt" is sent as "log %281%29.txt".
#           curl --remote-header-name and Python's get_filename take that name literally; aiohttp takes filename*.
# Matters:  GitLab builds the header of its downloads with this class. A client that reads only `filename` stores other
#           names, and must not decode them either: in other servers' headers a % is a %.
# Source:   https://github.com/rails/rails (actionpack/lib/action_dispatch/http/content_disposition.rb); RFC 6266, 4.3
source "$(dirname "$0")/support/common.sh"
debian_packages ruby-actionpack=2:6.1.7.10+dfsg-1~deb12u4 curl=7.88.1-10+deb12u15
python_packages aiohttp==3.14.5

cat >"$work/header.rb" <<'RUBY'
require "action_dispatch"
require "action_dispatch/http/content_disposition"
ARGV.each { |name| puts ActionDispatch::Http::ContentDisposition.format(disposition: "attachment", filename: name) }
RUBY
cat >"$work/probe.py" <<'PYTHON'
import email.message
import os
import subprocess
import sys
import aiohttp.multipart
import recorder

names = ["log (1).txt", "50%.txt", "it's.txt", "résumé.pdf", "my file.zip"]
headers = subprocess.run(["ruby", "-W0", sys.argv[1], *names], capture_output=True, text=True, check=True).stdout.splitlines()
server = recorder.start(lambda request: (200, {"Content-Disposition": headers[int(request.path[1:])]}, b""))
for index, (name, header) in enumerate(zip(names, headers)):
    folder = os.path.join(sys.argv[2], str(index))
    os.mkdir(folder)
    subprocess.run(["curl", "-s", "-O", "-J", "%s/%d" % (server.url, index)], cwd=folder, check=True)
    message = email.message.Message()
    message["Content-Disposition"] = header
    parameters = aiohttp.multipart.parse_content_disposition(header)[1]
    print(name, "|", header)
    print("  curl:", *os.listdir(folder))
    print("  email:", message.get_filename())
    print("  aiohttp:", aiohttp.multipart.content_disposition_filename(parameters))
PYTHON

expect python "$work/probe.py" "$work/header.rb" "$work" <<'OUTPUT'
log (1).txt | attachment; filename="log %281%29.txt"; filename*=UTF-8''log%20%281%29.txt
  curl: log %281%29.txt
  email: log %281%29.txt
  aiohttp: log (1).txt
50%.txt | attachment; filename="50%25.txt"; filename*=UTF-8''50%25.txt
  curl: 50%25.txt
  email: 50%25.txt
  aiohttp: 50%.txt
it's.txt | attachment; filename="it%27s.txt"; filename*=UTF-8''it%27s.txt
  curl: it%27s.txt
  email: it%27s.txt
  aiohttp: it's.txt
résumé.pdf | attachment; filename="resume.pdf"; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf
  curl: resume.pdf
  email: resume.pdf
  aiohttp: résumé.pdf
my file.zip | attachment; filename="my file.zip"; filename*=UTF-8''my%20file.zip
  curl: my file.zip
  email: my file.zip
  aiohttp: my file.zip
OUTPUT
