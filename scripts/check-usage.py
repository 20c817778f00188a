#!/usr/bin/env python3
"""Counts how many of the operations that programs call have a method, and which programs need no other.

    scripts/check-usage.py USAGE_TSV [--operations FILE]

USAGE_TSV is a table with the columns `method`, `path` and `who`, the programs that call the operation, with commas between
them. It is not in this repository. The methods come from `gitlab-codegen operations`, or from FILE with what that printed. Prints
the operations without a method, by use; exits with 1 if there are any.
"""

import argparse
import csv
import sys
from collections import Counter

import swift_calls


def used(file):
    """The operations that at least one program calls, with these programs."""
    with open(file, encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if programs := [name.strip() for name in row["who"].split(",") if name.strip()]:
                yield swift_calls.shape(row["method"], row["path"]), f"{row['method']} /{row['path'].lstrip('/')}", programs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("usage", metavar="USAGE_TSV")
    parser.add_argument("--operations", metavar="FILE")
    options = parser.parse_args()
    calls = swift_calls.by_shape(swift_calls.printed(options.operations)["operations"])
    rows = list(used(options.usage))
    missing = [(route, programs) for shape, route, programs in rows if shape not in calls]
    uses = Counter(program for _, _, programs in rows for program in programs)
    lacks = Counter(program for _, programs in missing for program in programs)
    served = sorted(program for program in uses if not lacks[program])
    print(f"{len(rows) - len(missing)} of {len(rows)} operations have a method; {len(served)} of {len(uses)} programs are served wholly.")
    for program, count in sorted(lacks.items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"  {program}: {count} of {uses[program]} operations have none")
    for route, programs in sorted(missing, key=lambda pair: -len(pair[1])):
        print(f"  {len(programs):2} {route}: {', '.join(programs)}")
    print(f"Served wholly: {', '.join(served)}")
    sys.exit(1 if missing else 0)


main()
