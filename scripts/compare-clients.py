#!/usr/bin/env python3
"""Decoding, calling and walking of projects by this client and by others, from the same server.

    scripts/compare-clients.py [--rounds N] NAME=COMMAND...

Each COMMAND is a program such as those in Benchmarks/Others and Benchmarks/Sources/ProjectWalk, which takes `decode FILE
TIMES`, `walk URL` and `call URL TIMES`, does that, and prints a count, seconds of the processor and seconds of the clock;
words in COMMAND may be `{}`, where these arguments then stand. The first command also writes the pages (`pages FOLDER`).

The server is nginx on a loopback port with files: 100 pages of 100 projects, and a project. The programs run in turn, each
first in every other round; the tables have medians, and the lowest of the processor time. The time of a walk is that of the
whole process, user and system, its start included; of decoding and calls, that of the work alone. `scripts/compare-with-others.sh`
installs and builds the programs.
"""

import argparse
import collections
import os
import pathlib
import shlex
import socket
import statistics
import subprocess
import sys
import tempfile
import time

PAGES = 100
DECODED = 20
CALLS = 1_000

Run = collections.namedtuple("Run", "count processor clock whole memory")


def command(program, *arguments):
    """The words of a program with its arguments."""
    words = shlex.split(program)
    if "{}" not in words:
        return [*words, *arguments]
    place = words.index("{}")
    return [*words[:place], *arguments, *words[place + 1:]]


def run(program, *arguments):
    process = subprocess.Popen(command(program, *arguments), stdout=subprocess.PIPE, text=True)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"error: {program} {' '.join(arguments)}\n{printed}")
    count, processor, clock = printed.split()
    return Run(int(count), float(processor), float(clock), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


CONFIGURATION = """
daemon off; master_process off; worker_processes 1; pid nginx.pid; error_log stderr crit;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 10000000; default_type application/json; sendfile on; tcp_nopush on;
  client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
  map $arg_page $page {{ default 1; ~^[0-9]+$ $arg_page; }}
  map $page $next {{ default ""; {next} }}
  map $page $link {{ default ""; {link} }}
  server {{
    listen 127.0.0.1:{port} backlog=512;
    location = /api/v4/projects {{
      add_header X-Page $page; add_header X-Per-Page 100; add_header X-Next-Page $next; add_header Link $link;
      add_header X-Total {total}; add_header X-Total-Pages {pages};
      rewrite ^ /$page.json break; root {folder};
    }}
    location /api/v4/projects/ {{ rewrite ^ /one.json break; root {folder}; }}
  }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """nginx with the pages, as GitLab sends a list."""

    def __init__(self, folder):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        pages = range(1, PAGES)
        link = '<{}/api/v4/projects?page={}&per_page=100>; rel="next"'
        configuration = CONFIGURATION.format(
            port=port, folder=folder, pages=PAGES, total=PAGES * 100,
            next=" ".join(f"{page} {page + 1};" for page in pages),
            link=" ".join(f"{page} '{link.format(self.url, page + 1)}';" for page in pages))
        (folder / "nginx.conf").write_text(configuration)
        self.process = subprocess.Popen(["nginx", "-p", folder, "-c", folder / "nginx.conf"])
        time.sleep(0.5)

    def processor(self):
        """Seconds of the processor that the server has used."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.terminate()
        self.process.wait()


def in_turn(programs, rounds, *arguments):
    """The runs of each program with the same arguments, none of the first round."""
    runs = {name: [] for name in programs}
    for round_ in range(rounds + 1):
        names = list(programs) if round_ % 2 else list(reversed(programs))
        for name in names:
            made = run(programs[name], *arguments)
            if round_:
                runs[name].append(made)
    return runs


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|---|" + "---:|" * (len(head) - 1))
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    print(flush=True)


def median(runs, field):
    return statistics.median(getattr(run, field) for run in runs)


def show_work(title, unit, per, runs):
    """A table of work whose time the program itself measured, for one of so many."""
    first = median(next(iter(runs.values())), "processor")
    table(
        [title, f"CPU {unit}, median", "fastest", f"clock {unit}, median", "CPU against the first", "peak memory MB"],
        [
            [name, f"{median(made, 'processor') * per:.2f}", f"{min(one.processor for one in made) * per:.2f}",
             f"{median(made, 'clock') * per:.2f}", f"{median(made, 'processor') / first:.2f}", f"{median(made, 'memory'):.0f}"]
            for name, made in runs.items()
        ])


def show_walks(runs, server):
    first = median(next(iter(runs.values())), "whole")
    table(
        ["Walking 10,000 projects", "CPU s, median", "fastest", "clock s, median", "CPU against the first", "peak memory MB"],
        [
            [name, f"{median(made, 'whole'):.2f}", f"{min(one.whole for one in made):.2f}", f"{median(made, 'clock'):.2f}",
             f"{median(made, 'whole') / first:.2f}", f"{median(made, 'memory'):.0f}"]
            for name, made in runs.items()
        ])
    wrong = [name for name, made in runs.items() if any(one.count != PAGES * 100 for one in made)]
    if wrong:
        sys.exit(f"error: not {PAGES * 100} projects: {', '.join(wrong)}")
    walks = sum(map(len, runs.values())) + len(runs)
    print(f"The server used {server / walks:.2f} s of the processor a walk.\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("programs", nargs="+", metavar="NAME=COMMAND")
    arguments = parser.parse_args()
    programs = dict(text.split("=", 1) for text in arguments.programs)
    with tempfile.TemporaryDirectory(prefix="gitlab-swift-clients-") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        subprocess.run(command(next(iter(programs.values())), "pages", name), check=True)
        size = (folder / "1.json").stat().st_size
        print(f"Load of the machine: {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores.\n")
        show_work(
            f"Decoding a page of 100 projects, {size / 1e3:.0f} KB", "ms", 1e3 / DECODED,
            in_turn(programs, arguments.rounds, "decode", str(folder / "1.json"), str(DECODED)))
        server = Server(folder)
        try:
            show_work(
                f"A call, the response {(folder / 'one.json').stat().st_size / 1e3:.1f} KB", "ms", 1e3 / CALLS,
                in_turn(programs, arguments.rounds, "call", server.url, str(CALLS)))
            before = server.processor()
            runs = in_turn(programs, arguments.rounds, "walk", server.url)
            show_walks(runs, server.processor() - before)
        finally:
            server.stop()
        print(f"Load of the machine: {os.getloadavg()[0]:.1f}.")


main()
