#!/usr/bin/env bash
# Software: Psych 4.0.3 (Ruby 3.1.2, Debian libruby3.1 3.1.7+really3.1.2-0+deb12u1), beside PyYAML 6.0.4.
# Guess:    both read YAML 1.1, where 1:30 is a number of base 60, so both read 90.
# Happens:  with three parts they agree. With two, Psych takes the first for hours: 1:30 is 5400, and 22:22 is 80520
#           where PyYAML reads 1342.
# Matters:  GitLab reads .gitlab-ci.yml with Psych. A check in Python of the same file sees another number.
# Source:   https://github.com/ruby/psych (lib/psych/scalar_scanner.rb); https://yaml.org/type/int.html
source "$(dirname "$0")/support/common.sh"
debian_packages libruby3.1=3.1.7+really3.1.2-0+deb12u1 ruby=1:3.1
python_packages PyYAML==6.0.4

cat >"$work/probe.py" <<'PYTHON'
import subprocess
import yaml
for text in ("1:30", "22:22", "0:05", "0:01:30", "1:30:00"):
    ruby = subprocess.run(["ruby", "-rpsych", "-e", "p Psych.safe_load(ARGV[0])", text], capture_output=True, text=True, check=True)
    print(text, "Psych", ruby.stdout.strip(), "PyYAML", yaml.safe_load(text))
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
1:30 Psych 5400 PyYAML 90
22:22 Psych 80520 PyYAML 1342
0:05 Psych 300 PyYAML 0:05
0:01:30 Psych 90 PyYAML 0:01:30
1:30:00 Psych 5400 PyYAML 5400
OUTPUT
