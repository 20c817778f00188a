// swift-tools-version: 6.1
// Benchmarks are a package of their own, so that the manifest of the client stays light.

import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "gitlab-swift", path: "..", traits: ["AsyncHTTPClient"]),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .target(name: "AllocationCount"),
        .target(name: "Measuring", dependencies: ["AllocationCount"]),
        .executableTarget(
            name: "EncodingBenchmark",
            dependencies: ["Measuring", .product(name: "GitLab", package: "gitlab-swift")]
        ),
        .executableTarget(
            name: "OverheadBenchmark",
            dependencies: [
                .product(name: "GitLab", package: "gitlab-swift"),
                .product(name: "GitLabAsyncHTTPClient", package: "gitlab-swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
