#!/usr/bin/env python3
"""Runs all benchmarks and writes what they say: one table, the tables behind it, and a plot.

    scripts/bench.py [--only NAME,NAME...] [--results FOLDER]

The parts are decoding, encoding, overhead, pages, generator, compiling and sizes. Results go to Benchmarks/results, named by the day,
unless only some parts are run: those are printed. Everything that is compared is measured in turn in the same process, so
ratios can be trusted more than times. Needs PyYAML, nginx and libsimdjson (`make bench` installs them).
"""

import argparse
import concurrent.futures
import datetime
import os
import pathlib
import platform
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "Benchmarks"
SWIFT = os.environ.get("SWIFT", "swift")
SCRATCH = os.environ.get("GITLAB_SWIFT_BENCHMARKS_SCRATCH", str(BENCHMARKS / ".build"))
GENERATOR_SCRATCH = os.environ.get("GITLAB_SWIFT_SCRATCH", str(ROOT / ".build"))


def output(*command, cwd=ROOT):
    finished = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if finished.returncode:
        sys.exit(f"error: {' '.join(map(str, command))}\n{finished.stdout[-2000:]}{finished.stderr[-4000:]}")
    return finished.stdout.strip()


PARTS = {
    "decoding": ("Decoding", "DecodingBenchmark"),
    "encoding": ("Encoding", "EncodingBenchmark"),
    "overhead": ("A request over the bare transport", "OverheadBenchmark"),
    "pages": ("Walking through lists", "PagesBenchmark"),
    "generator": ("The generator", None),
    "compiling": ("Compile time", None),
    "sizes": ("Executables", None),
}


def prepare(names):
    """Builds what the parts need, all of it before any time is measured; the packages at the same time.

    Returns what was measured meanwhile, by the parts: sizes do not depend on what else the machine does.
    """
    products = [PARTS[name][1] for name in names if PARTS[name][1]]
    builds = {}
    if products:
        flags = ["--traits", "AsyncHTTPClient", "--scratch-path", SCRATCH, "--package-path", str(BENCHMARKS)]
        # Several products are built faster together than one after the other.
        product = ["--product", products[0]] if len(products) == 1 else []
        builds["benchmarks"] = [SWIFT, "build", "-c", "release", *flags, *product]
    if "generator" in names or "compiling" in names:
        builds["tool"] = [SWIFT, "build", "-c", "release", "--scratch-path", GENERATOR_SCRATCH, "--product", "gitlab-codegen"]
    if "sizes" in names:
        builds["sizes"] = ["scripts/measure-sizes.py"]
    if "decoding" in names:
        # The contestants follow the spec, or they would read less than the client does.
        output("scripts/make-plain-models.py")
    with concurrent.futures.ThreadPoolExecutor() as pool:
        said = dict(zip(builds, pool.map(lambda command: output(*command), builds.values())))
    return {"sizes": said["sizes"]} if "sizes" in said else {}


def measured(name):
    if name == "generator":
        tool = f"{GENERATOR_SCRATCH}/release/gitlab-codegen"
        return output("scripts/measure-scaling.py", tool) + "\n\n" + output("scripts/measure-watch.py", tool)
    if name == "compiling":
        return output("scripts/measure-compiling.py", f"{GENERATOR_SCRATCH}/release/gitlab-codegen")
    return output(f"{SCRATCH}/release/{PARTS[name][1]}", cwd=BENCHMARKS)


# Measurements as tables: lists of rows, each a dictionary by the heads of the columns. The first column has the
# title of the table as its head, and is under "".


def tables(text):
    found = []
    head = previous = None
    for line in text.splitlines():
        if not line.startswith("|"):
            head = previous = None
            continue
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if re.fullmatch(r"[|\s:-]+", line):
            # The line above is the head, of a table that may follow another one without a blank line.
            if head is not None:
                found[-1][1].pop()
            head = previous
            found.append((head[0], []))
        elif head is not None:
            found[-1][1].append({"": cells[0]} | dict(zip(head[1:], cells[1:])))
        previous = cells
    return found


def row(all_tables, title, name):
    for head, rows in all_tables:
        if head.startswith(title):
            for candidate in rows:
                if candidate[""].startswith(name):
                    return candidate
    return None


def number(cell):
    return float(re.search(r"[\d.]+", cell.replace(",", ""))[0])


def summary(all_tables):
    lines = ["| what | this package | compared with | ratio |", "|---|---:|---|---:|"]

    def add(what, own, other, ratio):
        lines.append(f"| {what} | {own} | {other} | {ratio} |")

    for title, what in (("Decoding a page", "decoding a page of 100 projects"), ("Decoding one", "decoding one project")):
        own = row(all_tables, title, "gitlab-swift: the reader") or row(all_tables, title, "gitlab-swift")
        for name, short in (("JSONDecoder, Codable", "JSONDecoder"), ("simdjson", "simdjson, DOM and all strings")):
            other = row(all_tables, title, name)
            if own and other:
                ratio = number(own["MB/s"]) / number(other["MB/s"])
                add(what, f"{own['MB/s']} MB/s", f"{short}: {other['MB/s']} MB/s", f"{ratio:.2f}×")
    for title, what, name in (
        ("The query", "encoding a query", "URLComponents"),
        ("The JSON body", "encoding a body of forty members", "JSONEncoder with"),
    ):
        own, other = row(all_tables, title, "gitlab-swift"), row(all_tables, title, name)
        if own and other:
            ratio = number(other["ns, median"]) / number(own["ns, median"])
            add(what, f"{own['ns, median']} ns", f"{name.split()[0]}: {other['ns, median']} ns", f"{ratio:.1f}× as fast")
    for head, rows in all_tables:
        if head == "transport" and "ratio" in rows[0]:
            for part in rows:
                add(
                    f"the first item of a page over 128 KB/s, {part['']}", f"{part['first item of the list, s']} s",
                    f"the whole page: {part['first item of whole pages, s']} s", part["ratio"])
        elif head == "transport":
            for part in rows:
                add(
                    f"a request by {part['']}, {part['at a time']} at a time", f"{part['client, requests/s']}/s",
                    f"the bare transport: {part['bare, requests/s']}/s", f"{part['rate']}; CPU {part['CPU']}")
        if head == "size":
            for part in rows:
                add(
                    f"verifying what is generated from the spec, {part['']} as large ({part['operations']} operations)",
                    f"{part['verify']}, {part['memory']}", "", "")
        if head.startswith("edit of the spec"):
            for part in rows:
                add(f"answering an edit with `--watch`: {part['']}", f"{part['median, ms']} ms", "", "")
        if head == "Client of":
            for own, whole in zip(rows[::2], rows[1::2]):
                add(
                    f"compiling a client of the {own['operations']} operations of {own['']}, {own['configuration']}",
                    f"{own['CPU s']} s of the processor, {own['code KB']} KB",
                    f"{whole['what']}: {whole['CPU s']} s, {whole['code KB']} KB",
                    f"{own['CPU of the modules']}, {own['code of the modules']}")
        if head.startswith("Compiling"):
            for part in rows:
                add(
                    f"compiling the generated module, {part['']}",
                    f"{part['wall s per operation']} s per operation, {part['peak memory MB']} MB",
                    f"ten `Codable` structs of 130 fields: {part['ten plain structs, wall s']} s",
                    f"{part['plain structs per operation']} structs per operation")
        if head.startswith("Stripped"):
            for part in rows:
                difference = part["more than the one above"]
                add(f"an executable {part['']}", f"{part['MB']} MB", "", f"+{difference} MB" if difference else "")
    return "\n".join(lines)


def machine():
    cpu = platform.machine()
    information = pathlib.Path("/proc/cpuinfo")
    if information.exists():
        cpu = re.search(r"model name\s*: (.*)", information.read_text() + "\nmodel name : " + cpu)[1]
    version = output(SWIFT, "--version").splitlines()[0]
    return f"{os.cpu_count()} cores of {cpu}; {platform.system()} {platform.machine()}; {version}"


def plot(all_tables):
    """Bars for the speed of decoding, as SVG."""
    bars = []
    for title, what in (("Decoding a page", "a page of 100 projects"), ("Decoding one", "one project")):
        for head, rows in all_tables:
            if head.startswith(title):
                bars.append((what, None))
                bars += [(part[""], number(part["MB/s"])) for part in rows]
    largest = max(speed for _, speed in bars if speed is not None)
    height, left, width = 26, 470, 460
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 90}" height="{height * len(bars) + 20}"'
        ' font-family="sans-serif" font-size="13">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for place, (name, speed) in enumerate(bars):
        y = 10 + place * height
        if speed is None:
            lines.append(f'<text x="10" y="{y + 17}" font-weight="bold">Decoding {name}, MB/s</text>')
            continue
        colour = "#fc6d26" if name.startswith("gitlab-swift") else "#9aa0a6"
        length = max(1, round(speed / largest * width))
        lines += [
            f'<text x="{left - 8}" y="{y + 17}" text-anchor="end">{name.replace("&", "&amp;").replace("<", "&lt;")}</text>',
            f'<rect x="{left}" y="{y + 4}" width="{length}" height="{height - 8}" fill="{colour}"/>',
            f'<text x="{left + length + 6}" y="{y + 17}">{speed:.0f}</text>',
        ]
    return "\n".join(lines + ["</svg>"]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(PARTS))
    parser.add_argument("--results", type=pathlib.Path, default=BENCHMARKS / "results")
    arguments = parser.parse_args()
    unknown = set(arguments.only) - PARTS.keys()
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")

    begin = time.monotonic()
    known = prepare(arguments.only)
    print(f"built in {time.monotonic() - begin:.0f} s", flush=True)
    texts = {}
    for name in arguments.only:
        start = time.monotonic()
        texts[name] = known.get(name) or measured(name)
        print(f"\n## {PARTS[name][0]} ({time.monotonic() - start:.0f} s)\n\n{texts[name]}", flush=True)

    all_tables = tables("\n\n".join(texts.values()))
    table = summary(all_tables)
    print(f"\n## All in one table\n\n{table}")
    print(f"\nall in {(time.monotonic() - begin) / 60:.1f} minutes", flush=True)
    if set(arguments.only) != PARTS.keys():
        return
    day = datetime.date.today().isoformat()
    arguments.results.mkdir(parents=True, exist_ok=True)
    parts = "\n\n".join(f"## {PARTS[name][0]}\n\n{text}" for name, text in texts.items())
    (arguments.results / f"{day}.md").write_text(
        f"# {day}\n\n{machine()}. Written by `make bench`.\n\n{table}\n\n![Speed of decoding]({day}.svg)\n\n{parts}\n")
    (arguments.results / f"{day}.svg").write_text(plot(all_tables))
    print(f"\nwrote {arguments.results / day}.md and .svg")


main()
