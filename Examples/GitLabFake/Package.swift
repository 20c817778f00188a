// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "GitLabFake",
    platforms: [.macOS(.v14)],
    products: [
        .library(name: "GitLabFakeServer", targets: ["GitLabFakeServer"]),
        .executable(name: "gitlab-fake", targets: ["gitlab-fake"]),
    ],
    dependencies: [
        // In a package of your own: .package(url: "…/gitlab-swift", from: "…")
        .package(name: "gitlab-swift", path: "../.."),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .target(
            name: "GitLabFakeServer",
            dependencies: [
                .product(name: "GitLab", package: "gitlab-swift"),
                .product(name: "GitLabTesting", package: "gitlab-swift"),
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .executableTarget(
            name: "gitlab-fake",
            dependencies: [
                "GitLabFakeServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "GitLabFakeServerTests", dependencies: ["GitLabFakeServer"]),
    ],
    swiftLanguageModes: [.v6]
)
