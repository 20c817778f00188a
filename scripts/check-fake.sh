#!/bin/sh
# Tests Examples/GitLabFake, and uses the server with clients that are not ours: each tour of Examples/GitLabFake/Tours has a
# server of its own, on a free port of this machine. The log of the server is printed if a tour fails.
#
#     scripts/check-fake.sh [python|ruby]...      without words, both tours, after the tests of the package
#
# python-gitlab goes into .build/fake, from PyPI. `scripts/setup.sh --fake` installs the rest.
set -eu
cd "$(dirname "$0")/.."

folder=.build/fake
package=Examples/GitLabFake
requirements=scripts/fake-requirements.txt
token=glpat-of-the-tour
# Where the Makefile builds all examples.
scratch=$PWD/.build/examples
swift=${SWIFT:-swift}
mkdir -p "$folder"

# SwiftPM notices files that were added or removed only in a package that has changed.
touch "$package/Package.swift"
if [ $# -eq 0 ]; then
    "$swift" test --package-path "$package" --scratch-path "$scratch"
    set -- python ruby
fi
"$swift" build --package-path "$package" --scratch-path "$scratch" --product gitlab-fake
fake=$scratch/debug/gitlab-fake

server=
stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
}
trap stop EXIT

# Runs a command with the URL and the token of a new server: tour NAME COMMAND...
tour() {
    name=$1
    shift
    log=$folder/$name.log
    : >"$folder/$name.url"
    "$fake" --port 0 --token "$token" --project tools/compiler >"$folder/$name.url" 2>"$log" &
    server=$!
    tries=0
    while ! grep -q . "$folder/$name.url"; do
        tries=$((tries + 1))
        if [ $tries -gt 100 ] || ! kill -0 "$server" 2>/dev/null; then
            echo "error: gitlab-fake did not start" >&2
            cat "$log" >&2
            exit 1
        fi
        sleep 0.1
    done
    url=$(sed 's/.* at //' "$folder/$name.url")
    echo "$name, $url:"
    "$@" "$url" "$token" || {
        echo "error: the tour failed; the log of gitlab-fake in $log ends with:" >&2
        tail -n 40 "$log" >&2
        exit 1
    }
    kill "$server"
    wait "$server" || { echo "error: gitlab-fake ended with status $?" >&2; exit 1; }
    server=
    if grep -q -F -e "$token" "$log"; then
        echo "error: the log shows the token" >&2
        exit 1
    fi
    echo "$name: $(wc -l <"$log") requests"
}

for name in "$@"; do
    case $name in
        python)
            if ! cmp -s "$requirements" "$folder/installed.txt"; then
                rm -rf "$folder/venv"
                python3 -m venv "$folder/venv"
                "$folder/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes \
                    --requirement "$requirements"
                cp "$requirements" "$folder/installed.txt"
            fi
            tour python "$folder/venv/bin/python" "$package/Tours/python_gitlab.py"
            ;;
        ruby) tour ruby ruby "$package/Tours/ruby_gitlab.rb" ;;
        *)
            echo "error: there is no tour '$name'" >&2
            exit 2
            ;;
    esac
done
