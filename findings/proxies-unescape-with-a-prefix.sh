#!/usr/bin/env bash
# Software: nginx 1.22.1 (Debian nginx 1.22.1-9+deb12u11) and Caddy 2.6.2 (Debian caddy 2.6.2-5) as reverse proxies.
# Guess:    a proxy that adds or removes a prefix of the path leaves the escapes in the rest alone, as it does when it
#           passes the whole path.
# Happens:  nginx turns %2F into / when proxy_pass has a path, even a mere slash, and after a rewrite; it keeps %20 and
#           %3F. Caddy keeps all when it removes a prefix by handle_path. When it adds one by `rewrite` with {uri}, %2F
#           becomes / and a name ends at its %3F.
# Matters:  GitLab needs group%2Fproject. Behind such a proxy a project is found by its number and not by its path, and
#           a test with a space in a name does not show it.
# Source:   https://nginx.org/en/docs/http/ngx_http_proxy_module.html; https://github.com/caddyserver/caddy
source "$(dirname "$0")/support/common.sh"
packages="nginx=1.22.1-9+deb12u11 caddy=2.6.2-5"
# Unpacked, not installed: the packages would start services.
(cd "$work" && { apt-get -o APT::Sandbox::User=root download -qq $packages 2>/dev/null || { apt-get update -qq && apt-get -o APT::Sandbox::User=root download -qq $packages; }; })
for package in "$work"/*.deb; do dpkg -x "$package" "$work/root"; done
printf 'version: %s\n' $packages

cat >"$work/probe.py" <<'PYTHON'
import http.client
import os
import socket
import subprocess
import sys
import time
import recorder

work = sys.argv[1]
binaries = {"nginx": work + "/root/usr/sbin/nginx", "caddy": work + "/root/usr/bin/caddy"}
server = recorder.start(lambda request: (200, {}, b""))
upstream = server.url.removeprefix("http://")
nginx = """daemon off; pid %(work)s/pid; error_log stderr; events {}
http {
  access_log off; client_body_temp_path %(work)s/t; proxy_temp_path %(work)s/t; fastcgi_temp_path %(work)s/t;
  uwsgi_temp_path %(work)s/t; scgi_temp_path %(work)s/t;
  server {
    listen 127.0.0.1:%(port)d;
    location / { proxy_pass http://%(upstream)s; }
    location /add/ { proxy_pass http://%(upstream)s/gitlab/; }
    location /remove/ { proxy_pass http://%(upstream)s/; }
    location /rewrite/ { rewrite ^/rewrite/(.*)$ /$1 break; proxy_pass http://%(upstream)s; }
  }
}"""
caddy = """{
  admin off
  auto_https off
}
http://127.0.0.1:%(port)d {
  handle_path /remove/* {
    reverse_proxy %(upstream)s
  }
  handle_path /add/* {
    rewrite * /gitlab{uri}
    reverse_proxy %(upstream)s
  }
  handle {
    reverse_proxy %(upstream)s
  }
}
"""
commands = {"nginx": ["-e", "stderr", "-p", work, "-c"], "caddy": ["run", "--adapter", "caddyfile", "--config"]}
for name, configuration, paths in (("nginx", nginx, ("/", "/remove/", "/add/", "/rewrite/")), ("caddy", caddy, ("/", "/remove/", "/add/"))):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with open("%s/%s.conf" % (work, name), "w") as file:
        file.write(configuration % {"work": work, "port": port, "upstream": upstream})
    proxy = subprocess.Popen([binaries[name], *commands[name], file.name], stderr=subprocess.DEVNULL, env=dict(os.environ, HOME=work))
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                time.sleep(0.1)
        for path in paths:
            for rest in ("projects/a%2Fb", "files/c%20d%3F"):
                connection = http.client.HTTPConnection("127.0.0.1", port)
                connection.request("GET", path + rest)
                connection.getresponse().read()
                print(name, path + rest, "->", server.requests[-1].path)
    finally:
        proxy.terminate()
        proxy.wait(10)
PYTHON

expect python3 "$work/probe.py" "$work" <<'OUTPUT'
nginx /projects/a%2Fb -> /projects/a%2Fb
nginx /files/c%20d%3F -> /files/c%20d%3F
nginx /remove/projects/a%2Fb -> /projects/a/b
nginx /remove/files/c%20d%3F -> /files/c%20d%3F
nginx /add/projects/a%2Fb -> /gitlab/projects/a/b
nginx /add/files/c%20d%3F -> /gitlab/files/c%20d%3F
nginx /rewrite/projects/a%2Fb -> /projects/a/b
nginx /rewrite/files/c%20d%3F -> /files/c%20d%3F
caddy /projects/a%2Fb -> /projects/a%2Fb
caddy /files/c%20d%3F -> /files/c%20d%3F
caddy /remove/projects/a%2Fb -> /projects/a%2Fb
caddy /remove/files/c%20d%3F -> /files/c%20d%3F
caddy /add/projects/a%2Fb -> /gitlab/projects/a/b
caddy /add/files/c%20d%3F -> /gitlab/files/c%20d
OUTPUT
