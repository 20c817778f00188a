#!/usr/bin/env bash
# Software: GitLab::API::v4 0.26 (Perl, Debian 12).
# Guess:    `retries => 1` sends a request again, once, after a 502.
# Happens:  the number counts the attempts: with 1 as with 0 the request is sent once, with 3 three times.
# Matters:  the smallest setting against a server that restarts does nothing, and there is no wait between the attempts of a
#           larger one.
# Source:   https://metacpan.org/pod/GitLab::API::v4#retries
source "$(dirname "$0")/support/common.sh"
debian_packages libgitlab-api-v4-perl=0.26-3

cat >"$work/get.pl" <<'PERL'
use strict;
use warnings;
use GitLab::API::v4;

my ($url, $retries) = @ARGV;
my $api = GitLab::API::v4->new(url => "$url/api/v4", private_token => "a-token", retries => $retries);
eval { $api->project(1) };
print $@ =~ /HTTP 502/ ? "502" : "other: $@";
PERL

cat >"$work/probe.py" <<'PYTHON'
import subprocess
import sys

import recorder

for retries in range(4):
    server = recorder.start(lambda request: (502, {}, b""))
    said = subprocess.run(["perl", sys.argv[1], server.url, str(retries)], capture_output=True, text=True, check=True).stdout
    print(f"retries => {retries}: sent {len(server.requests)} times, then {said}")
PYTHON

expect python3 "$work/probe.py" "$work/get.pl" <<'OUTPUT'
retries => 0: sent 1 times, then 502
retries => 1: sent 1 times, then 502
retries => 2: sent 2 times, then 502
retries => 3: sent 3 times, then 502
OUTPUT
