"""Builds targets of a package, and what that costs. For the scripts beside it."""

import os
import subprocess
import sys
import time

SWIFT = os.environ.get("SWIFT", "swift")


def run(folder, *arguments):
    """Wall-clock seconds, seconds of the processor, and megabytes of the largest process."""
    start = time.monotonic()
    process = subprocess.Popen(
        [SWIFT, "build", "--scratch-path", ".build", *arguments], cwd=folder, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"error: swift build {' '.join(arguments)}\n{said.decode()[-4000:]}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def files(folder, configuration, modules, pattern):
    return [path for module in modules for path in (folder / ".build" / configuration / f"{module}.build").rglob(pattern)]


def compiled(folder, configuration, modules):
    """Returns the cost of compiling some modules, and nothing else, from scratch. The last one imports the others."""
    for path in files(folder, configuration, modules, "*"):
        # What SwiftPM itself has written there it does not always write again.
        if path.is_file() and path.suffix != ".json" and path.name != "sources":
            path.unlink()
    wall, processor, memory = run(folder, "-c", configuration, "--target", modules[-1])
    idle_wall, idle_processor, _ = run(folder, "-c", configuration, "--target", modules[-1])
    return wall - idle_wall, processor - idle_processor, memory


def code_size(folder, configuration, modules):
    """Bytes of machine code and constants."""
    objects = files(folder, configuration, modules, "*.o")
    rows = subprocess.run(["size", *objects], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[1:]
    return sum(int(row.split()[0]) for row in rows)
