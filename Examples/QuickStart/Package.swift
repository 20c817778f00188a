// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "QuickStart",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    dependencies: [
        // In a package of your own: .package(url: "…/gitlab-swift", from: "…")
        .package(name: "gitlab-swift", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "QuickStart",
            dependencies: [
                .product(name: "GitLab", package: "gitlab-swift"),
                .product(name: "GitLabTesting", package: "gitlab-swift"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
