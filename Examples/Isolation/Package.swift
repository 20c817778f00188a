// swift-tools-version: 6.2

import PackageDescription

// The same program, compiled with each isolation that a package can choose. The folders beside Sources/Isolation are
// links to it, so that SwiftPM builds every one of them in the same run.
let configurations: [(name: String, settings: [SwiftSetting])] = [
    ("Isolation", [.swiftLanguageMode(.v6)]),
    ("IsolationSwift5", [.swiftLanguageMode(.v5)]),
    (
        "IsolationNonsending",
        [.swiftLanguageMode(.v6), .enableUpcomingFeature("NonisolatedNonsendingByDefault")]
    ),
    ("IsolationMainActor", [.swiftLanguageMode(.v6), .defaultIsolation(MainActor.self)]),
    (
        "IsolationApproachable",
        [
            .swiftLanguageMode(.v6), .defaultIsolation(MainActor.self),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .enableUpcomingFeature("InferIsolatedConformances"),
        ]
    ),
    (
        "IsolationSwift5Approachable",
        [
            .swiftLanguageMode(.v5), .defaultIsolation(MainActor.self),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .enableUpcomingFeature("InferIsolatedConformances"),
            .enableExperimentalFeature("StrictConcurrency"),
        ]
    ),
]

let package = Package(
    name: "Isolation",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    dependencies: [.package(name: "gitlab-swift", path: "../..")],
    targets: configurations.map { configuration in
        .executableTarget(
            name: configuration.name,
            dependencies: [
                .product(name: "GitLab", package: "gitlab-swift"),
                .product(name: "GitLabCI", package: "gitlab-swift"),
                .product(name: "GitLabTesting", package: "gitlab-swift"),
            ],
            swiftSettings: configuration.settings + [.treatAllWarnings(as: .error)]
        )
    }
)
