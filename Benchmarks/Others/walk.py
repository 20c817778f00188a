"""The comparison's work with python-gitlab: decode FILE TIMES | walk URL | call URL TIMES."""

import pathlib
import sys
import time

import gitlab
import requests


def report(count, processor, clock):
    print(count, time.process_time() - processor, time.perf_counter() - clock)


def decode(path, times):
    """As the client does it: the JSON of the response, and an object of each project."""
    manager = gitlab.Gitlab("http://127.0.0.1").projects
    response = requests.Response()
    response._content = pathlib.Path(path).read_bytes()
    count = 0
    processor, clock = time.process_time(), time.perf_counter()
    for _ in range(times):
        count += len([manager._obj_cls(manager, item, created_from_list=True) for item in response.json()])
    report(count, processor, clock)


def walk(url):
    client = gitlab.Gitlab(url)
    count = paths = 0
    processor, clock = time.process_time(), time.perf_counter()
    for project in client.projects.list(iterator=True, per_page=100):
        count += 1
        paths += len(project.path_with_namespace)
    report(count, processor, clock)


def call(url, times):
    client = gitlab.Gitlab(url)
    length = sum(len(client.projects.get(42).name) for _ in range(times // 10))
    processor, clock = time.process_time(), time.perf_counter()
    for _ in range(times):
        length += len(client.projects.get(42).name)
    report(times if length else 0, processor, clock)


match sys.argv[1:]:
    case ["decode", path, times]:
        decode(path, int(times))
    case ["walk", url]:
        walk(url)
    case ["call", url, times]:
        call(url, int(times))
    case _:
        sys.exit(__doc__)
