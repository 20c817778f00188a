// swift-tools-version: 6.1
// Benchmarks are a package of their own, so that the manifest of the client stays light.

import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "gitlab-swift", path: "..")],
    targets: [
        .target(name: "AllocationCount"),
        .target(name: "Measuring", dependencies: ["AllocationCount"]),
        .executableTarget(
            name: "EncodingBenchmark",
            dependencies: ["Measuring", .product(name: "GitLab", package: "gitlab-swift")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
