// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "WebhookBot",
    platforms: [.macOS(.v14)],
    dependencies: [
        // In a package of your own: .package(url: "…/gitlab-swift", from: "…")
        .package(name: "gitlab-swift", path: "../.."),
        .package(name: "GitLabFake", path: "../GitLabFake"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
    ],
    targets: [
        .target(
            name: "Welcome",
            dependencies: [
                .product(name: "GitLab", package: "gitlab-swift"),
                .product(name: "GitLabWebhooks", package: "gitlab-swift"),
                .product(name: "FlyingFox", package: "FlyingFox"),
            ]),
        .executableTarget(name: "WebhookBot", dependencies: ["Welcome"]),
        .testTarget(
            name: "WelcomeTests",
            dependencies: [
                "Welcome",
                .product(name: "GitLabFakeServer", package: "GitLabFake"),
                .product(name: "GitLabTesting", package: "gitlab-swift"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
