#!/usr/bin/env bash
# Software: GitLab::API::v4 0.26 (Perl, Debian 12).
# Guess:    an attribute beside `file`, such as the branch of an attachment to a wiki, is a further field of the form.
# Happens:  the form has the file alone, while the length that is sent with it is that of the other attributes as JSON. The server
#           gets as many bytes of the form as that JSON has, and the client fails with status 599 and "Content-Length mismatch".
# Matters:  no upload with a branch, a path or a name works; a server that waits for the rest of the form holds a connection
#           meanwhile.
# Source:   https://metacpan.org/pod/GitLab::API::v4
source "$(dirname "$0")/support/common.sh"
debian_packages libgitlab-api-v4-perl=0.26-3 libhttp-tiny-multipart-perl=0.08-2

cat >"$work/upload.pl" <<'PERL'
use strict;
use warnings;
use GitLab::API::v4;

my ($url, $file) = @ARGV;
my $api = GitLab::API::v4->new(url => "$url/api/v4", private_token => "a-token");
for my $others ({}, { path => "demo" }) {
    eval { $api->upload_file_to_project(1, { file => $file, %$others }) };
    print $@ =~ /(HTTP \d+\): .*mismatch)/ ? "fails: ($1\n" : "$@" || "succeeds\n";
}
PERL

cat >"$work/probe.py" <<'PYTHON'
import subprocess
import sys

import recorder

upload, file = sys.argv[1:]
open(file, "w").write("text")
server = recorder.start(lambda request: (201, {"Content-Type": "application/json"}, b"{}"))
print(subprocess.run(["perl", upload, server.url, file], capture_output=True, text=True, check=True).stdout, end="")
for request in server.requests:
    print(request.headers["Content-Type"].split(";")[0], len(request.body), "bytes,", "whole" if b"text\r\n--" in request.body else "cut")
PYTHON

expect python3 "$work/probe.py" "$work/upload.pl" "$work/a.txt" 2>/dev/null <<'OUTPUT'
succeeds
fails: (HTTP 599): Internal Exception Content-Length mismatch
multipart/form-data 91 bytes, whole
multipart/form-data 15 bytes, cut
OUTPUT
