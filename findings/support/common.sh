# Shared by the scripts of this folder. Source it; do not run it.
#
#   python_packages NAME==VERSION...   install into a temporary virtual environment, put it first in PATH
#   debian_packages NAME=VERSION...    install exactly these versions, unless they are present
#   swift_program NAME                 compile $work/NAME.swift to $work/NAME
#   swift_program NAME OWNER/PACKAGE VERSION PRODUCT    the same, with a package of GitHub
#   go_program NAME DEBIAN=VERSION...    compile $work/NAME.go to $work/NAME with libraries of Debian and its Go 1.19
#   expect COMMAND...                  run COMMAND, print its output, compare it with standard input
#
# $work is a temporary folder, removed at the end. $support is the folder of this file.

set -euo pipefail
support=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PYTHONPATH=$support PYTHONDONTWRITEBYTECODE=1

python_packages() {
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check "$@"
  export PATH="$work/venv/bin:$PATH"
  python --version
  printf 'version: %s\n' "$@"
}

debian_packages() {
  local wanted missing=()
  for wanted in "$@"; do
    [ "$(dpkg-query --show --showformat='${Version}' "${wanted%%=*}" 2>/dev/null || true)" = "${wanted#*=}" ] || missing+=("$wanted")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
  printf 'version: %s\n' "$@"
}

swift_program() {
  swift --version 2>/dev/null | grep -o 'Swift version [^ ]*'
  if [ $# -eq 1 ]; then
    swiftc -swift-version 6 -o "$work/$1" "$work/$1.swift"
    return
  fi
  mkdir -p "$work/package/Sources/$1"
  cp "$work/$1.swift" "$work/package/Sources/$1/main.swift"
  cat >"$work/package/Package.swift" <<SWIFT
// swift-tools-version: 6.0
import PackageDescription
let package = Package(
    name: "$1", platforms: [.macOS(.v14)],
    dependencies: [.package(url: "https://github.com/$2", exact: "$3")],
    targets: [.executableTarget(name: "$1", dependencies: [.product(name: "$4", package: "${2#*/}")])])
SWIFT
  swift build --package-path "$work/package" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  cp "$work/package/.build/debug/$1" "$work/$1"
  printf 'version: %s %s\n' "$2" "$3"
}

go_program() {
  local name=$1
  shift
  debian_packages golang-1.19-go=1.19.8-2 "$@"
  (cd "$work" && GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE="$work/cache" /usr/lib/go-1.19/bin/go build -o "$name" "$name.go")
}

expect() {
  cat >"$work/expected"
  timeout 120 "$@" >"$work/actual"
  cat "$work/actual"
  if diff -u "$work/expected" "$work/actual" >"$work/difference"; then
    echo "as expected"
  else
    echo "CHANGED:"
    cat "$work/difference"
    exit 1
  fi
}
