#!/bin/sh
# Installs the Debian packages that are missing: what building the generator needs, with --tests what the tests do, with
# --bench what the benchmarks compare with, and with --fake the clients of other languages that gitlab-fake is tried with.
# Where nothing is missing, nothing is run. On macOS, Homebrew takes the place of apt. On a Linux without dpkg, nothing is
# installed: the script looks for each thing itself and names those that are missing.
set -eu

command -v swift >/dev/null 2>&1 || {
    echo "error: no Swift toolchain found: install Swift 6.2 or later from https://www.swift.org/install" >&2
    exit 1
}

if [ "$(uname)" = Darwin ]; then
    brew list libyaml >/dev/null 2>&1 || brew install libyaml
    exit 0
fi

# Whether a compiler finds a header: for C or C++, as pkg-config knows it.
has_header() {
    pkg-config --exists "$3" 2>/dev/null && return
    case $1 in
        c) compilers="cc clang" ;;
        *) compilers="c++ clang++" ;;
    esac
    for compiler in $compilers; do
        "$compiler" -fsyntax-only -x "$1" -include "$2" /dev/null 2>/dev/null && return
    done
    return 1
}

# Notes what is missing, in words that fit every distribution, unless a command succeeds: need "git" command -v git
need() {
    name=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing
  $name"
}

if ! command -v dpkg-query >/dev/null 2>&1; then
    missing=""
    need "libyaml and its development files (yaml.h)" has_header c yaml.h yaml-0.1
    if [ "${1:-}" = --tests ]; then
        need "Ruby" command -v ruby
        for library in rack grape puma; do
            need "the Ruby library $library" ruby -e "require '$library'"
        done
        for program in nginx strace valgrind; do
            need "$program" command -v "$program"
        done
        need "binutils" command -v objdump
        need "Python 3" command -v python3
        need "Python's modules venv and ensurepip" python3 -c "import ensurepip, venv"
        need "the Python library jsonschema" python3 -c "import jsonschema"
        need "the Python library PyYAML" python3 -c "import yaml"
    fi
    if [ "${1:-}" = --bench ]; then
        need "simdjson and its development files (simdjson.h)" has_header c++ simdjson.h simdjson
    fi
    if [ "${1:-}" = --fake ]; then
        need "Python 3" command -v python3
        need "Python's modules venv and ensurepip" python3 -c "import ensurepip, venv"
        need "the Ruby library gitlab" ruby -e "require 'gitlab'"
    fi
    [ -n "$missing" ] || exit 0
    printf 'error: missing:%s\nInstall this with the package manager of the system.\n' "$missing" >&2
    exit 1
fi

packages="libyaml-dev"
if [ "${1:-}" = --tests ]; then
    packages="$packages ruby ruby-rack ruby-grape puma nginx strace valgrind binutils python3-jsonschema python3-venv python3-yaml"
fi
if [ "${1:-}" = --bench ]; then
    packages="$packages libsimdjson-dev"
fi
if [ "${1:-}" = --fake ]; then
    packages="$packages ruby ruby-gitlab python3-venv"
fi

missing=""
for package in $packages; do
    dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed \
        || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "error: missing:$missing (install them, as root: apt-get install$missing)" >&2
    exit 1
fi
echo "Installing$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq

# Debian starts a service that it installs, and nginx would take port 80: nothing is started while this script runs.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
fi

# shellcheck disable=SC2086 # one word a package
apt-get install -y -qq --no-install-recommends $missing >/dev/null
