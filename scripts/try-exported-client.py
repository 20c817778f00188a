#!/usr/bin/env python3
"""Calls a server on this machine through the Python client that openapi-python-client made of the OpenAPI export.

    scripts/try-exported-client.py CLIENT EXPORT.json

Every module of the client is imported, one operation has to be there for each of the export, and three are called: a
list with arrays in its query, an edit with a JSON body, and an upload with a multipart body. What arrives is compared with
what GitLab reads, and the responses against what was sent.
"""

import http.server
import importlib
import json
import pathlib
import pkgutil
import sys
import threading
import urllib.parse

PROJECT = {"id": 1, "name": "Demo", "path": "demo", "path_with_namespace": "group/demo", "visibility": "of tomorrow",
           "topics": ["a", "b"], "description": None, "an_unknown_field": 1}
IMPORT = {"id": 2, "name": "Demo", "path": "demo", "path_with_namespace": "group/demo", "import_status": "scheduled"}


class Server(http.server.BaseHTTPRequestHandler):
    """Responses as GitLab does, and keeps what arrived."""

    requests = []

    def response(self):
        length = int(self.headers.get("Content-Length", 0))
        self.requests.append((self.command, self.path, dict(self.headers), self.rfile.read(length)))
        status, body = {"GET": (200, [PROJECT]), "PUT": (200, PROJECT), "POST": (201, IMPORT)}[self.command]
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_PUT = do_POST = response

    def log_message(self, *arguments):
        pass


def expect(found, wanted, what):
    if found != wanted:
        sys.exit(f"error: {what}: {found!r} instead of {wanted!r}")


def main(folder, export):
    sys.path.insert(0, str(folder.resolve().parent))
    package = importlib.import_module(folder.name)
    modules = {module.name: importlib.import_module(module.name)
               for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".")}
    operations = sum(hasattr(module, "sync_detailed") for module in modules.values())
    document = json.loads(export.read_text())
    expect(operations, sum(len(path) for path in document["paths"].values()), "operations of the client")

    def named(path):
        return modules[f"{package.__name__}.{path}"]

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    client = package.AuthenticatedClient(
        base_url=f"http://127.0.0.1:{server.server_port}/api/v4", token="secret", prefix="",
        auth_header_name="PRIVATE-TOKEN", raise_on_unexpected_status=True)

    projects = named("api.projects.list_projects").sync(client=client, membership=True, topic=["a", "b"], per_page=5)
    command, path, headers, _ = Server.requests[-1]
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)
    expect((command, urllib.parse.urlsplit(path).path), ("GET", "/api/v4/projects"), "what is listed")
    expect(query["membership"] + query["per_page"], ["true", "5"], "the query")
    expect(headers["PRIVATE-TOKEN"], "secret", "the header field of the token")
    project = projects[0]
    expect((project.id, project.visibility, project.description), (1, "of tomorrow", None), "the project")
    expect(project.additional_properties["an_unknown_field"], 1, "a field that the spec does not have")

    body = named("models").EditProjectJsonBody(topics=["a", "b"], description=None)
    named("api.projects.edit_project").sync(id=1, client=client, body=body)
    command, path, headers, content = Server.requests[-1]
    expect((command, path), ("PUT", "/api/v4/projects/1"), "what is edited")
    sent = {name: value for name, value in json.loads(content).items() if name in ("topics", "description")}
    expect(sent, {"topics": ["a", "b"], "description": None}, "the JSON body")

    upload = named("types").File(payload=b"\x1f\x8b", file_name="export.tar.gz", mime_type="application/gzip")
    body = named("models").ImportProjectBody.from_dict({"path": "demo", "override_params[visibility]": "private", "file": None})
    body.file = upload
    status = named("api.projects.import_project").sync(client=client, body=body)
    command, path, headers, content = Server.requests[-1]
    expect((command, path), ("POST", "/api/v4/projects/import"), "what is imported")
    for part in [b'name="path"', b'name="override_params[visibility]"', b'name="file"; filename="export.tar.gz"']:
        expect(part in content, True, f"a part {part.decode()}")
    expect(status.id, 2, "the import")
    server.shutdown()
    print(f"{len(modules)} modules imported, {operations} operations, 3 of them called: all as GitLab reads it.")


if len(sys.argv) != 3:
    sys.exit(__doc__)
main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
