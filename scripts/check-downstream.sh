#!/bin/sh
# Builds a package that depends on this one the way users do, by URL and version, and shows what it costs them:
# no libyaml (it is hidden for the build), no checkout but this package and swift-http-types, no generator. Then builds a
# program for each other product, which compiles that module and those that all need.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A repository of the working tree as it is, with a version to depend on.
mkdir "$work/gitlab-swift"
(cd "$root" && git ls-files --cached --others --exclude-standard -z \
    | xargs -0 sh -c 'for file; do [ ! -f "$file" ] || printf "%s\0" "$file"; done' sh \
    | tar --null --files-from=- -cf -) | tar -xf - -C "$work/gitlab-swift"
cd "$work/gitlab-swift"
git init -q -b main
git add -A
git -c user.name=check -c user.email=check@localhost commit -q -m "The working tree"
git tag 0.0.1

mkdir -p "$work/app/Sources/App"
cat > "$work/app/Package.swift" <<EOF
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "App",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "file://$work/gitlab-swift", from: "0.0.1")],
    targets: [.executableTarget(name: "App", dependencies: [.product(name: "GitLab", package: "gitlab-swift")])]
)
EOF
cat > "$work/app/Sources/App/App.swift" <<'EOF'
import Foundation
import GitLab

@main
struct App {
    static func main() throws {
        let gitlab = GitLabClient(baseURL: URL(string: "https://gitlab.example.com")!)
        precondition(gitlab.transport is URLSessionTransport)
        print(try gitlab.httpRequest(for: ListProjects { $0.membership = true }).head.path ?? "")
    }
}
EOF

cat > "$work/build.sh" <<'EOF'
set -eu
for file in $(find -L /usr/include /usr/lib /usr/local/include /usr/local/lib \
    \( -name yaml.h -o -name 'libyaml*.so*' -o -name 'libyaml.a' -o -name yaml-0.1.pc \) -type f 2>/dev/null); do
    mount --bind /dev/null "$file"
done
if echo '#include <yaml.h>
int main(void) { return yaml_get_version_string() == 0; }' | cc -x c - -lyaml -o /dev/null 2>/dev/null; then
    echo "error: libyaml is still to be found" >&2
    exit 1
fi
swift build
EOF

cd "$work/app"
start=$(date +%s)
if [ "$(uname)" = Linux ] && unshare --mount true 2>/dev/null; then
    unshare --mount sh "$work/build.sh" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    hidden="with libyaml hidden"
elif [ -n "${CI:-}" ]; then
    echo "error: libyaml cannot be hidden here: 'unshare --mount' is not permitted" >&2
    exit 1
else
    swift build >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    hidden="WITH LIBYAML IN PLACE ('unshare --mount' is not permitted here)"
fi
end=$(date +%s)

checkouts=$(ls .build/checkouts | sort | tr '\n' ' ')
[ "$checkouts" = "gitlab-swift swift-http-types " ] || {
    echo "error: a user of the client checks out: $checkouts" >&2
    exit 1
}
if grep -iE 'warning|libyaml|yaml-0\.1' "$work/log"; then
    echo "error: a user of the client sees the lines above" >&2
    exit 1
fi
# The modules of the client that have been compiled.
compiled() {
    for folder in .build/debug/GitLab*.build; do
        [ -z "$(find "$folder" -name '*.o' | head -n 1)" ] || basename "$folder" .build
    done | tr '\n' ' '
}

[ "$(compiled)" = "GitLab GitLabCommon GitLabRuntime " ] || { echo "error: for GitLab alone, $(compiled)are compiled" >&2; exit 1; }
path=$(.build/debug/App)
[ "$path" = "/api/v4/projects?membership=true" ] || { echo "error: the app printed '$path'" >&2; exit 1; }
echo "Downstream package built $hidden, debug, in $((end - start)) s; checkouts: $checkouts"

modules=$(sed -n 's/^  \(GitLab[A-Za-z]*\):.*/\1/p' "$root/spec/modules.yaml" | grep -vx -e GitLab -e GitLabCommon -e GitLabWebhookEvents)
targets=""
for module in $modules; do
    # A resource of the module, as its users call it.
    resource=$(grep -rhoE 'public var [a-zA-Z]+: [A-Za-z]+ \{' "$root/Generated/$module" | sort | head -n 1 | sed 's/public var //; s/:.*//')
    mkdir -p "Sources/Uses$module"
    cat > "Sources/Uses$module/main.swift" <<EOF
import Foundation
import $module

print(GitLabClient(baseURL: URL(string: "https://gitlab.example.com")!).$resource)
EOF
    targets="$targets
        .executableTarget(name: \"Uses$module\", dependencies: [.product(name: \"$module\", package: \"gitlab-swift\")]),"
done
sed -i.old "s|targets: \[|targets: [$(echo "$targets" | tr -d '\n')|" Package.swift
for module in $modules; do
    for other in GitLab $modules; do
        [ ! -d ".build/debug/$other.build" ] || find ".build/debug/$other.build" -name '*.o' -delete
    done
    start=$(date +%s)
    swift build --product "Uses$module" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    others=$(compiled | tr ' ' '\n' | grep -v -x -e "$module" -e GitLabCommon -e GitLabRuntime -e '' || true)
    [ -z "$others" ] || { echo "error: for $module, these are compiled too: $others" >&2; exit 1; }
    echo "$module: $(($(date +%s) - start)) s"
done

# The receiver of webhooks, which fetches nothing else without its trait.
mkdir -p Sources/UsesGitLabWebhooks
cat > Sources/UsesGitLabWebhooks/main.swift <<'END'
import GitLabWebhooks

print(try WebhookEvent(headers: [:], body: Array(#"{"object_kind":"tea"}"#.utf8)).payload)
END
target='.executableTarget(name: "UsesGitLabWebhooks", dependencies: [.product(name: "GitLabWebhooks", package: "gitlab-swift")]),'
sed -i.old "s|targets: \[|targets: [$target|" Package.swift
swift build --product UsesGitLabWebhooks >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
[ "$(ls .build/checkouts | sort | tr '\n' ' ')" = "gitlab-swift swift-http-types " ] || {
    echo "error: a receiver of webhooks checks out: $(ls .build/checkouts | tr '\n' ' ')" >&2
    exit 1
}
.build/debug/UsesGitLabWebhooks

# Tests that have the trait, whose module imports Testing. The program beside them is built without it.
mkdir -p Sources/Tested Tests/TestedTests
cat > Package.swift <<EOF
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "App",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "file://$work/gitlab-swift", from: "0.0.1")],
    targets: [
        .executableTarget(name: "Tested", dependencies: [.product(name: "GitLabTesting", package: "gitlab-swift")]),
        .testTarget(
            name: "TestedTests", dependencies: [.product(name: "GitLabTestingTraits", package: "gitlab-swift")]),
    ]
)
EOF
cat > Sources/Tested/main.swift <<'EOF'
import GitLab
import GitLabTesting

print(try await InMemoryGitLab(projects: ["tools/compiler"]).client().projects.get(1).name ?? "")
EOF
cat > Tests/TestedTests/Tests.swift <<'EOF'
import GitLab
import GitLabTestingTraits
import Testing

@Suite(.gitlab(projects: ["tools/compiler"])) struct ProjectTests {
    @Test func aTestHasAGitLab() async throws {
        #expect(try await GitLabClient.current.projects.get(1).pathWithNamespace == "tools/compiler")
    }
}
EOF
swift build >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
[ -z "$(find .build/debug/GitLabTestingTraits.build -name '*.o' 2>/dev/null)" ] || {
    echo "error: for a program without tests, GitLabTestingTraits is compiled too" >&2
    exit 1
}
.build/debug/Tested
swift test >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
grep 'Test run with' "$work/log"
