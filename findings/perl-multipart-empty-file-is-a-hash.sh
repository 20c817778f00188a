#!/usr/bin/env bash
# Software: HTTP::Tiny::Multipart 0.08, used by GitLab::API::v4 0.26 (Perl, Debian 12).
# Guess:    an uploaded file arrives with its content, also an empty one.
# Happens:  a file that is empty, or whose whole content is `0`, arrives as the text `HASH(0x...)`: content that is false in Perl
#           counts as none, and the structure around it is sent in its place.
# Matters:  a `.gitkeep`, an empty log or an exit status of 0 becomes an address in memory, and the upload succeeds.
# Source:   https://metacpan.org/pod/HTTP::Tiny::Multipart, https://docs.gitlab.com/api/project_markdown_uploads/
source "$(dirname "$0")/support/common.sh"
debian_packages libgitlab-api-v4-perl=0.26-3 libhttp-tiny-multipart-perl=0.08-2

cat >"$work/upload.pl" <<'PERL'
use strict;
use warnings;
use GitLab::API::v4;

my ($url, $folder) = @ARGV;
my $api = GitLab::API::v4->new(url => "$url/api/v4", private_token => "a-token");
for my $content ("text", "00", "0", "") {
    open my $file, ">", "$folder/log.txt" or die;
    print $file $content;
    close $file;
    $api->upload_file_to_project(1, { file => "$folder/log.txt" });
}
PERL

cat >"$work/probe.py" <<'PYTHON'
import re
import subprocess
import sys

import recorder

server = recorder.start(lambda request: (201, {"Content-Type": "application/json"}, b'{"markdown": ""}'))
subprocess.run(["perl", sys.argv[1], server.url, sys.argv[2]], check=True)
for content, request in zip(("text", "00", "0", ""), server.requests):
    body = request.body.split(b"\r\n\r\n")[1].split(b"\r\n")[0].decode()
    print(repr(content), "arrives as", repr(re.sub("0x[0-9a-f]+", "0x...", body)))
PYTHON

expect python3 "$work/probe.py" "$work/upload.pl" "$work" <<'OUTPUT'
'text' arrives as 'text'
'00' arrives as '00'
'0' arrives as 'HASH(0x...)'
'' arrives as 'HASH(0x...)'
OUTPUT
