// swift-tools-version: 6.2
// Benchmarks are a package of their own, so that the manifest of the client stays light.

import PackageDescription

let gitLab = Target.Dependency.product(name: "GitLab", package: "gitlab-swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    traits: [
        .trait(name: "AsyncHTTPClient", description: "OverheadBenchmark measures that transport too.")
    ],
    dependencies: [
        .package(
            name: "gitlab-swift", path: "..",
            traits: [.trait(name: "AsyncHTTPClient", condition: .when(traits: ["AsyncHTTPClient"]))]),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .target(name: "AllocationCount"),
        .target(name: "Measuring", dependencies: ["AllocationCount"]),
        .target(
            name: "Documents",
            dependencies: [gitLab, .product(name: "GitLabTesting", package: "gitlab-swift"), httpTypes]),
        .target(name: "PlainModels", dependencies: [gitLab]),
        // Debian's libsimdjson-dev.
        .target(name: "DOMParser", linkerSettings: [.linkedLibrary("simdjson")]),

        .executableTarget(name: "EncodingBenchmark", dependencies: ["Measuring", gitLab]),
        .executableTarget(
            name: "DecodingBenchmark",
            dependencies: ["DOMParser", "Documents", "Measuring", "PlainModels", gitLab]),
        .executableTarget(
            name: "ProjectWalk",
            dependencies: [
                "Documents", "Measuring", gitLab, .product(name: "GitLabAsyncHTTPClient", package: "gitlab-swift"),
            ]
        ),
        .target(name: "LoopbackServer"),
        .executableTarget(
            name: "PagesBenchmark",
            dependencies: [
                "Documents", "LoopbackServer", "Measuring", gitLab,
                .product(name: "GitLabAsyncHTTPClient", package: "gitlab-swift"),
            ]),
        .executableTarget(name: "CountedCosts", dependencies: ["AllocationCount", "Documents", gitLab]),
        .executableTarget(
            name: "OverheadBenchmark",
            dependencies: [
                "Measuring", gitLab, .product(name: "GitLabAsyncHTTPClient", package: "gitlab-swift"), httpTypes,
            ]
        ),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
