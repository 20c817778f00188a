#!/usr/bin/env bash
# Software: Psych 4.0.3 (Ruby 3.1.2, Debian libruby3.1 3.1.7+really3.1.2-0+deb12u1), beside PyYAML 6.0.4 and
#           ruamel.yaml 0.19.1.
# Guess:    `tags: 1,2` is the text "1,2", as it is for the YAML readers of Python.
# Happens:  for Ruby a comma between digits groups them, wherever it stands: 1,2 is the integer 12, 10,20,30 is 102030,
#           and 0,5 is 5. No YAML version has such numbers.
# Matters:  GitLab reads .gitlab-ci.yml with this reader. A comma list of IDs in a file that a Python tool checked is one
#           other number on the server.
# Source:   https://github.com/ruby/psych (lib/psych/scalar_scanner.rb)
source "$(dirname "$0")/support/common.sh"
debian_packages libruby3.1=3.1.7+really3.1.2-0+deb12u1 ruby=1:3.1
python_packages PyYAML==6.0.4 ruamel.yaml==0.19.1

cat >"$work/probe.rb" <<'RUBY'
require "psych"
require "json"
puts "Psych #{Psych::VERSION}"
puts ARGV.map { |text| Psych.safe_load(text) }.to_json
RUBY
cat >"$work/probe.py" <<'PYTHON'
import json
import sys
import yaml
import ruamel.yaml
print("PyYAML", json.dumps([yaml.safe_load(text) for text in sys.argv[1:]]))
print("ruamel.yaml", json.dumps([ruamel.yaml.YAML(typ="safe", pure=True).load(text) for text in sys.argv[1:]]))
PYTHON
cat >"$work/probe.sh" <<'SHELL'
ruby "$work/probe.rb" "$@"
python "$work/probe.py" "$@"
SHELL
export work

expect bash "$work/probe.sh" "tags: 1,2" "iids: 10,20,30" "price: 0,5" "tags: 1, 2" <<'OUTPUT'
Psych 4.0.3
[{"tags":12},{"iids":102030},{"price":5},{"tags":"1, 2"}]
PyYAML [{"tags": "1,2"}, {"iids": "10,20,30"}, {"price": "0,5"}, {"tags": "1, 2"}]
ruamel.yaml [{"tags": "1,2"}, {"iids": "10,20,30"}, {"price": "0,5"}, {"tags": "1, 2"}]
OUTPUT
