#!/bin/sh
# Installs the Debian packages that are missing: what building the generator needs, with --tests what the tests do, and with
# --bench what the benchmarks compare with.
# Where nothing is missing, nothing is run. On macOS, Homebrew takes the place of apt.
set -eu

command -v swift >/dev/null 2>&1 || {
    echo "error: no Swift toolchain found: install Swift 6.2 or later from https://www.swift.org/install" >&2
    exit 1
}

if [ "$(uname)" = Darwin ]; then
    brew list libyaml >/dev/null 2>&1 || brew install libyaml
    exit 0
fi

packages="libyaml-dev"
if [ "${1:-}" = --tests ]; then
    packages="$packages ruby ruby-rack ruby-grape puma nginx strace valgrind binutils python3-jsonschema python3-venv python3-yaml"
fi
if [ "${1:-}" = --bench ]; then
    packages="$packages libsimdjson-dev"
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
