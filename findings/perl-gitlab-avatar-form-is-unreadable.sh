#!/usr/bin/env bash
# Software: GitLab::API::v4 0.26 (Perl, Debian 12), Rack 2.2.22, Python 3.11.
# Guess:    `edit_project_multipart` sends an avatar as a form that a server can read.
# Happens:  its lines end with a line feed alone, where the format wants a carriage return before it. Rack, and so GitLab, fails
#           with EOFError; Python's parser of mail reads it. In some runs nothing is sent, and "File HASH(...) is not readable":
#           the attributes are put among themselves as `file`, and the first of them in Perl's random order is sent.
# Matters:  the method can never succeed against GitLab, and a test against a more lenient server passes in some runs.
# Source:   https://metacpan.org/pod/GitLab::API::v4, https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
source "$(dirname "$0")/support/common.sh"
debian_packages libgitlab-api-v4-perl=0.26-3 ruby-rack=2.2.22-0+deb12u2

cat >"$work/edit.pl" <<'PERL'
use strict;
use warnings;
use GitLab::API::v4;

my ($url, $file) = @ARGV;
my $api = GitLab::API::v4->new(url => "$url/api/v4", private_token => "a-token");
$api->edit_project_multipart(1, { avatar => $file });
PERL

cat >"$work/read.rb" <<'RUBY'
require "rack"

def read(body, type)
  environment = Rack::MockRequest.env_for("/", method: "PUT", input: body, "CONTENT_TYPE" => type)
  Rack::Request.new(environment).POST.transform_values { |part| part[:tempfile].read }
rescue EOFError => error
  error.class
end

body = STDIN.binmode.read
puts "Rack: #{read(body, ARGV[0])}"
puts "Rack, with the line ends of the format: #{read(body.gsub("\n", "\r\n"), ARGV[0])}"
RUBY

cat >"$work/probe.py" <<'PYTHON'
import email
import subprocess
import sys

import recorder

edit, read, image = sys.argv[1:]
open(image, "w").write("image")
server = recorder.start(lambda request: (200, {"Content-Type": "application/json"}, b"{}"))
runs = [subprocess.run(["perl", edit, server.url, image], capture_output=True, text=True) for _ in range(40)]
failures = {run.stderr.split("(")[0] for run in runs if run.returncode}
print("some runs send it, the others fail:", failures if len(server.requests) < 40 else "none")
request = server.requests[0]
kind = request.headers["Content-Type"]
sys.stdout.flush()
subprocess.run(["ruby", "-W0", read, kind], input=request.body, check=True)
form = email.message_from_bytes(f"Content-Type: {kind}\n\n".encode() + request.body)
print("Python's email:", [part.get_payload() for part in form.get_payload()])
PYTHON

expect python3 "$work/probe.py" "$work/edit.pl" "$work/read.rb" "$work/a.png" <<'OUTPUT'
some runs send it, the others fail: {'File HASH'}
Rack: EOFError
Rack, with the line ends of the format: {"avatar"=>"image"}
Python's email: ['image']
OUTPUT
