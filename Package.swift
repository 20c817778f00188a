// swift-tools-version: 6.1

import PackageDescription

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

// The maintainers' mode: the module GitLab is compiled from spec/ as it is now, not from what Generated/ holds.
//
//     GITLAB_SWIFT_FROM_SPEC=1 swift build
let compilesFromSpec = Context.environment["GITLAB_SWIFT_FROM_SPEC"] == "1"

// The golden cases of Tests/Cases: those whose expected client is compiled, and those that the generator refuses.
let compiledCases = ["answers", "availability", "hostile_text", "paging", "waivers", "writing"]
let refusedCases = ["mistakes", "not_yaml"]

// Only what a user of the client links is a product: SwiftPM then fetches neither swift-argument-parser nor the
// documentation plugin, and does not ask for libyaml, in a package that depends on this one.
let package = Package(
    name: "gitlab-swift",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .library(name: "GitLab", targets: ["GitLab"]),
        .library(name: "GitLabTesting", targets: ["GitLabTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // The client
        .target(name: "GitLabRuntime", dependencies: [httpTypes]),
        compilesFromSpec
            ? .target(
                name: "GitLab", dependencies: ["GitLabRuntime"], path: "Sources/GitLabFromSpec",
                plugins: ["RegenerateClient"])
            : .target(name: "GitLab", dependencies: ["GitLabRuntime"], path: "Generated/GitLab"),
        .target(name: "GitLabTesting", dependencies: ["GitLab", httpTypes]),

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
                "FileSystem", "OutputTree", "SpecModel", "SpecSyntax", "SwiftEmitter",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        .plugin(name: "RegenerateClient", capability: .buildTool, dependencies: ["gitlab-codegen"]),
        .plugin(
            name: "Regenerate",
            capability: .command(
                intent: .custom(verb: "regenerate", description: "Writes Generated/ from spec/."),
                permissions: [.writeToPackageDirectory(reason: "Generated/ is written from spec/.")]),
            dependencies: ["gitlab-codegen"]
        ),
        .plugin(
            name: "VerifyGenerated",
            capability: .command(
                intent: .custom(verb: "verify-generated", description: "Holds Generated/ against spec/.")),
            dependencies: ["gitlab-codegen"]
        ),

        // Tests
        .testTarget(name: "FileSystemTests", dependencies: ["FileSystem"]),
        .testTarget(name: "SpecSyntaxTests", dependencies: ["SpecSyntax"]),
        .testTarget(name: "SpecModelTests", dependencies: ["SpecSyntax", "SpecModel"]),
        .testTarget(
            name: "SpecTests", dependencies: ["SpecSyntax", "SpecModel"],
            exclude: ["exceptions.json", "operations.json"]),
        .testTarget(name: "SwiftEmitterTests", dependencies: ["SpecSyntax", "SpecModel", "SwiftEmitter"]),
        .target(
            name: "CasesClient", dependencies: ["GitLabRuntime"], path: "Tests/Cases",
            exclude: refusedCases
                + compiledCases.flatMap { name in
                    ["spec.yaml", "stderr.txt", "expected/GitLab.swift", "expected/GitLab.docc"].map { "\(name)/\($0)" }
                }),
        .testTarget(
            name: "CaseTests", dependencies: ["CasesClient", "GitLabRuntime", "OutputTree", "SpecSyntax", httpTypes]),
        .testTarget(name: "OutputTreeTests", dependencies: ["FileSystem", "SpecSyntax", "OutputTree"]),
        // It runs the built command, which a dependency on the executable would link into the tests a second time.
        .testTarget(name: "GitLabCodegenTests"),
        .testTarget(name: "GitLabRuntimeTests", dependencies: ["GitLabRuntime", httpTypes]),
        .testTarget(
            name: "GitLabTests", dependencies: ["GitLab", "GitLabRuntime", httpTypes],
            exclude: ["Fixtures", "Server", "Wire/Vectors"]),
        .testTarget(name: "GeneratedIsCurrentTests", plugins: ["RegenerateClient"]),
        .testTarget(name: "GitLabTestingTests", dependencies: ["GitLabTesting", httpTypes]),
    ],
    swiftLanguageModes: [.v6]
)
