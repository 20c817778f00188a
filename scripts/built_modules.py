"""Compiles and links Swift against the modules that `swift build --enable-all-traits` has left, for scripts."""

import json
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)


def build_folder():
    return pathlib.Path(run(["swift", "build", "--show-bin-path"], cwd=ROOT).stdout.strip())


def module_flags(build):
    """The options with which a compiler finds the package's modules, those in C included."""
    flags = ["-I", str(build / "Modules"), "-swift-version", "6", "-enable-upcoming-feature", "MemberImportVisibility"]
    for pattern in "checkouts/*/Sources/*/include/module.modulemap", f"{build.name}/*.build/module.modulemap":
        for path in sorted((ROOT / ".build").glob(pattern)) or sorted(build.parent.glob(pattern)):
            flags += ["-Xcc", f"-fmodule-map-file={path}"]
            flags += ["-Xcc", "-I", "-Xcc", str(path.parent)]
    testing = pathlib.Path(shutil.which("swiftc")).resolve().parent.parent / "lib/swift/host/plugins/testing"
    return flags + ["-plugin-path", str(testing)]


def objects_of(folder):
    """The objects of the sources that a module has: those of renamed ones stay in the folder."""
    files = json.loads((folder / "output-file-map.json").read_text())
    return sorted(outputs["object"] for source, outputs in files.items() if source)


def linked(modules, build, work):
    """Returns the files that a program with these modules is linked with: their objects, and an archive of everything else
    that was built, of which the linker takes what the runtime needs with all traits."""
    folders = [folder for folder in sorted(build.glob("*.build")) if not folder.stem.endswith(("Tests", "-tool"))]
    objects = [str(path) for folder in folders if folder.stem not in modules for path in sorted(folder.rglob("*.o"))]
    archive = work / "libdependencies.a"
    made = run(["ar", "qcsT" if sys.platform == "linux" else "qcs", archive, *objects])
    if made.returncode:
        sys.exit(made.stderr)
    own = [path for module in modules for path in objects_of(build / f"{module}.build")]
    return own + [str(archive), "-lstdc++" if sys.platform == "linux" else "-lc++", "-lz"]
