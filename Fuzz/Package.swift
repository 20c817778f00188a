// swift-tools-version: 6.2
// Fuzzers are a package of their own: a target without `main` would break the build of the main package. Each is built
// and run by scripts/fuzz.sh.

import PackageDescription

/// libFuzzer brings `main`.
let fuzzer: [SwiftSetting] = [.unsafeFlags(["-parse-as-library"])]

let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0")],
    targets: [
        // The sources of the main package (symbolic links): only the fuzzed code is built, all of it instrumented.
        .target(
            name: "GitLabRuntime", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")],
            exclude: ["GitLabRuntime.docc"]),
        .target(name: "GitLabCommon", dependencies: ["GitLabRuntime"], exclude: ["GitLabCommon.docc"]),
        .target(name: "GitLab", dependencies: ["GitLabCommon"], exclude: ["GitLab.docc"]),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1"),
        .target(name: "SpecSyntax", dependencies: ["CLibYAML"]),
        .target(name: "SpecModel", dependencies: ["SpecSyntax"]),

        .executableTarget(name: "FuzzEncoding", dependencies: ["GitLabRuntime"], swiftSettings: fuzzer),
        .executableTarget(name: "FuzzJSON", dependencies: ["GitLab", "GitLabRuntime"], swiftSettings: fuzzer),
        .executableTarget(name: "FuzzSpec", dependencies: ["SpecModel", "SpecSyntax"], swiftSettings: fuzzer),
    ],
    swiftLanguageModes: [.v6]
)
