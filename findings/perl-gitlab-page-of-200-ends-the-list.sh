#!/usr/bin/env bash
# Software: GitLab::API::v4 0.26 (Perl, Debian 12).
# Guess:    `per_page => 200`, which GitLab cuts to 100, still lists everything, in more pages.
# Happens:  a page with fewer items than were asked for counts as the last one. The list ends after 100 of 250, without an
#           error or a warning; the header fields of the page are not read.
# Matters:  a program that wants fewer requests loses the rest of each list, and finds nothing wrong with it. A full page can also
#           be shorter because GitLab left out what the user may not see.
# Source:   https://metacpan.org/pod/GitLab::API::v4::Paginator, https://docs.gitlab.com/api/rest/#offset-based-pagination
source "$(dirname "$0")/support/common.sh"
debian_packages libgitlab-api-v4-perl=0.26-3

cat >"$work/list.pl" <<'PERL'
use strict;
use warnings;
use GitLab::API::v4;

my $api = GitLab::API::v4->new(url => "$ARGV[0]/api/v4", private_token => "a-token");
for my $size (20, 100, 200) {
    my $projects = $api->paginator("projects", { per_page => $size })->all();
    print "per_page $size: ", scalar(@$projects), " projects\n";
}
PERL

cat >"$work/probe.py" <<'PYTHON'
import json
import subprocess
import sys
import urllib.parse

import recorder


def respond(request):
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(request.path).query))
    size, page = min(int(query["per_page"]), 100), int(query["page"])
    items = [{"id": number} for number in range((page - 1) * size, min(page * size, 250))]
    more = {"X-Next-Page": str(page + 1) if page * size < 250 else "", "X-Per-Page": str(size), "X-Total": "250"}
    return 200, {"Content-Type": "application/json", **more}, json.dumps(items).encode()


server = recorder.start(respond)
subprocess.run(["perl", sys.argv[1], server.url], check=True)
PYTHON

expect python3 "$work/probe.py" "$work/list.pl" <<'OUTPUT'
per_page 20: 250 projects
per_page 100: 250 projects
per_page 200: 100 projects
OUTPUT
