// swift-tools-version: 6.1

import PackageDescription

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

// Only what a user of the client links is a product: SwiftPM then neither fetches swift-argument-parser nor asks for
// libyaml in a package that depends on this one.
let package = Package(
    name: "gitlab-swift",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .library(name: "GitLabRuntime", targets: ["GitLabRuntime"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // The client
        .target(name: "GitLabRuntime", dependencies: [httpTypes]),

        // The generator, stage by stage
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(name: "FileSystem"),
        .target(name: "SpecSyntax", dependencies: ["CLibYAML"]),
        .target(name: "SpecModel", dependencies: ["SpecSyntax"]),
        .target(name: "SwiftEmitter", dependencies: ["SpecSyntax", "SpecModel"]),
        .target(name: "OutputTree", dependencies: ["FileSystem", "SpecSyntax", "SpecModel", "SwiftEmitter"]),
        .executableTarget(
            name: "gitlab-codegen",
            dependencies: [
                "FileSystem", "OutputTree",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Tests
        .testTarget(name: "FileSystemTests", dependencies: ["FileSystem"]),
        .testTarget(name: "SpecSyntaxTests", dependencies: ["SpecSyntax"]),
        .testTarget(name: "SpecModelTests", dependencies: ["SpecSyntax", "SpecModel"]),
        .testTarget(name: "SwiftEmitterTests", dependencies: ["SpecSyntax", "SpecModel", "SwiftEmitter"]),
        .testTarget(name: "OutputTreeTests", dependencies: ["FileSystem", "SpecSyntax", "OutputTree"]),
        // It runs the built command, which a dependency on the executable would link into the tests a second time.
        .testTarget(name: "GitLabCodegenTests"),
        .testTarget(name: "GitLabRuntimeTests", dependencies: ["GitLabRuntime", httpTypes]),
    ],
    swiftLanguageModes: [.v6]
)
