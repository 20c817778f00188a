"""A loopback HTTP server that records each request and responds by a function.

    server = recorder.start(lambda request: (200, {"Content-Type": "application/json"}, b"{}"))
    server.url, server.requests

A request has method, path, headers and body. Headers of a response are a dict or a list of pairs.
"""
import http.server
import threading
from types import SimpleNamespace


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def respond(self):
        body = b""
        if self.headers.get("Content-Length"):
            body = self.rfile.read(int(self.headers["Content-Length"]))
        elif self.headers.get("Transfer-Encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        request = SimpleNamespace(method=self.command, path=self.path, headers=self.headers, body=body)
        self.server.requests.append(request)
        status, headers, content = self.server.route(request)
        self.send_response(status)
        for name, value in headers.items() if isinstance(headers, dict) else headers:
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = respond


def start(route):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.route = route
    server.requests = []
    server.url = "http://127.0.0.1:%d" % server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
