// swift-tools-version: 6.2

import PackageDescription

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

// The modules of the client that spec/modules.yaml names, besides the shared one. Each is a product.
let clientModules = [
    "GitLab", "GitLabAdministration", "GitLabCI", "GitLabDeployments", "GitLabGroups", "GitLabIssues",
    "GitLabMergeRequests", "GitLabPackages", "GitLabRepositories", "GitLabUsers",
]

// The module of the spec that the product GitLabWebhooks exports.
let webhookEvents = "GitLabWebhookEvents"

// The maintainers' mode: the client is compiled from spec/ as it is now, not from what Generated/ holds.
//
//     GITLAB_SWIFT_FROM_SPEC=1 swift build
let compilesFromSpec = Context.environment["GITLAB_SWIFT_FROM_SPEC"] == "1"

/// A module of the client, and the module with the examples of its models.
func client(_ name: String, uses shared: String) -> [Target] {
    let own = Target.Dependency(stringLiteral: shared)
    return [
        compilesFromSpec
            // The plugin makes a file of the rest.
            ? .target(
                name: name, dependencies: [own], path: "Generated/\(name)", sources: ["\(name).swift"],
                plugins: ["RegenerateClient"])
            : .target(name: name, dependencies: [own], path: "Generated/\(name)"),
        .target(
            name: "\(name)Fixtures", dependencies: [.init(stringLiteral: name), "GitLabRuntime"],
            path: "Generated/\(name)Fixtures"),
    ]
}

// The golden cases of Tests/Cases: those whose expected client is compiled, and those that the generator rejects.
let compiledCases = [
    "responses", "availability", "hostile_text", "paging", "parents", "suppressions", "webhooks", "writing",
]
let rejectedCases = ["mistaken_events", "mistakes", "not_yaml"]

/// A dependency of those who enable the trait, which nobody else fetches.
func optional(_ product: String, _ package: String, trait: String) -> Target.Dependency {
    .product(name: product, package: package, condition: .when(traits: [trait]))
}

// Only what a user of the client links is a product: SwiftPM then fetches neither swift-argument-parser nor the
// documentation plugin, and does not ask for libyaml, in a package that depends on this one.
let package = Package(
    name: "gitlab-swift",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: clientModules.map { .library(name: $0, targets: [$0]) } + [
        .library(name: "GitLabRuntime", targets: ["GitLabRuntime"]),
        .library(name: "GitLabWebhooks", targets: ["GitLabWebhooks"]),
        .library(name: "GitLabTesting", targets: ["GitLabTesting"]),
        .library(name: "GitLabTestingTraits", targets: ["GitLabTestingTraits"]),
        .library(name: "GitLabAsyncHTTPClient", targets: ["GitLabAsyncHTTPClient"]),
        .library(name: "GitLabObservability", targets: ["GitLabObservability"]),
    ],
    traits: [
        .trait(name: "AsyncHTTPClient", description: "A transport on AsyncHTTPClient, the default on Linux."),
        .trait(name: "Logging", description: "GitLabObservability: requests in the logs of swift-log."),
        .trait(name: "Metrics", description: "GitLabObservability: counts and durations in swift-metrics."),
        .trait(name: "Tracing", description: "GitLabObservability: spans of swift-distributed-tracing."),
        .trait(name: "WebhookSignatures", description: "GitLabWebhooks: signatures, with swift-crypto."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        // Fetched only where a trait asks for them.
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.29.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.3.0"),
    ],
    targets: [
        // The client
        .target(
            name: "GitLabRuntime",
            dependencies: [
                httpTypes,
                optional("AsyncHTTPClient", "async-http-client", trait: "AsyncHTTPClient"),
                optional("NIOCore", "swift-nio", trait: "AsyncHTTPClient"),
                optional("NIOHTTP1", "swift-nio", trait: "AsyncHTTPClient"),
                optional("NIOPosix", "swift-nio", trait: "AsyncHTTPClient"),
                optional("NIOSSL", "swift-nio-ssl", trait: "AsyncHTTPClient"),
            ]
        ),
        .target(
            name: "GitLabTesting",
            dependencies: ["GitLab", "GitLabFixtures", "GitLabCommonFixtures", "GitLabOperations", httpTypes]),
        // It imports Testing, so only tests can link it; executables may link GitLabTesting. A library target may do that: with
        // Swift 6.3.1 on Linux, it builds in debug and release, is found by the test targets of a package that depends on
        // this one, and is not compiled by `swift build` there. swift-dependencies has such a product on Apple's platforms.
        // A toolchain without Testing compiles an empty module.
        .target(name: "GitLabTestingTraits", dependencies: ["GitLab", "GitLabTesting"]),
        // The operations and types of the spec as data, for the GitLab in memory.
        .target(name: "GitLabOperations", path: "Generated/GitLabOperations"),
        .target(
            name: "GitLabWebhooks",
            dependencies: [
                "GitLabRuntime", .init(stringLiteral: webhookEvents), httpTypes,
                optional("Crypto", "swift-crypto", trait: "WebhookSignatures"),
            ]
        ),
        .target(name: "GitLabAsyncHTTPClient", dependencies: ["GitLabRuntime"]),
        .target(
            name: "GitLabObservability",
            dependencies: [
                "GitLabRuntime", httpTypes,
                optional("Logging", "swift-log", trait: "Logging"),
                optional("Metrics", "swift-metrics", trait: "Metrics"),
                optional("Tracing", "swift-distributed-tracing", trait: "Tracing"),
                optional("Instrumentation", "swift-distributed-tracing", trait: "Tracing"),
            ]
        ),

        // The generator, stage by stage
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(name: "FileSystem"),
        .target(name: "OutputTree", dependencies: ["FileSystem"]),
        .target(name: "SpecSyntax", dependencies: ["CLibYAML"]),
        .target(name: "SpecWriter", dependencies: ["SpecSyntax"]),
        .target(name: "SpecModel", dependencies: ["SpecSyntax"]),
        .target(name: "SwiftEmitter", dependencies: ["SpecSyntax", "SpecModel"]),
        .target(name: "OpenAPI", dependencies: ["SpecSyntax"]),
        .target(name: "Drift", dependencies: ["OpenAPI", "SpecSyntax", "SpecModel"]),
        .target(
            name: "OpenAPIImport", dependencies: ["Drift", "OpenAPI", "SpecSyntax", "SpecModel", "SpecWriter"]),
        .target(name: "OpenAPIEmitter", dependencies: ["SpecSyntax", "SpecModel"]),
        .target(name: "TableImport", dependencies: ["SpecSyntax", "SpecModel", "SpecWriter"]),
        .target(
            name: "Generator",
            dependencies: ["FileSystem", "OutputTree", "SpecSyntax", "SpecModel", "SpecWriter", "SwiftEmitter"]),
        .target(
            name: "SpecComparison",
            dependencies: ["Generator", "OutputTree", "SpecSyntax", "SpecModel", "SwiftEmitter"]),
        .target(name: "GitRevision", dependencies: ["FileSystem", "SpecSyntax"]),
        .executableTarget(
            name: "gitlab-codegen",
            dependencies: [
                "Drift", "FileSystem", "Generator", "GitRevision", "OpenAPI", "OpenAPIEmitter", "OpenAPIImport",
                "OutputTree", "SpecComparison", "SpecModel", "SpecSyntax", "SwiftEmitter", "TableImport",
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
                intent: .custom(verb: "verify-generated", description: "Compares Generated/ with spec/.")),
            dependencies: ["gitlab-codegen"]
        ),

        // Tests
        .target(name: "TestFolders", dependencies: ["FileSystem"], path: "Tests/TestFolders"),
        .target(name: "TestSeeds", path: "Tests/TestSeeds"),
        .target(
            name: "TestClient",
            dependencies: (["GitLabCommon", webhookEvents] + clientModules).flatMap {
                [.init(stringLiteral: $0), .init(stringLiteral: "\($0)Fixtures")]
            }, path: "Tests/TestClient"),
        .testTarget(name: "FileSystemTests", dependencies: ["FileSystem", "TestFolders"]),
        .testTarget(name: "SpecSyntaxTests", dependencies: ["SpecSyntax"]),
        .testTarget(name: "SpecModelTests", dependencies: ["SpecSyntax", "SpecModel", "TestSeeds"]),
        .testTarget(
            name: "SpecTests", dependencies: ["SpecSyntax", "SpecModel"],
            exclude: ["exceptions.json", "operations.json"]),
        .testTarget(name: "SwiftEmitterTests", dependencies: ["SpecSyntax", "SpecModel", "SwiftEmitter"]),
        .target(
            name: "CasesClient", dependencies: ["GitLabRuntime"], path: "Tests/Cases",
            exclude: rejectedCases
                + compiledCases.flatMap { name in
                    [
                        "spec.yaml", "stderr.txt", "openapi.json", "expected/GitLab/GitLab.swift",
                        "expected/GitLab/GitLab.docc",
                    ].map {
                        "\(name)/\($0)"
                    }
                }),
        .testTarget(
            name: "CaseTests",
            dependencies: ["CasesClient", "GitLabRuntime", "Generator", "OpenAPIEmitter", "SpecSyntax", httpTypes]),
        .testTarget(name: "OpenAPITests", dependencies: ["OpenAPI", "SpecSyntax"]),
        .testTarget(
            name: "OpenAPIImportTests",
            dependencies: [
                "Drift", "Generator", "OpenAPI", "OpenAPIImport", "SpecSyntax", "SpecModel", "SpecWriter", "TestSeeds",
            ]),
        .testTarget(name: "DriftTests", dependencies: ["Drift", "OpenAPI", "SpecSyntax", "SpecModel"]),
        .testTarget(
            name: "SpecComparisonTests", dependencies: ["Generator", "SpecComparison", "SpecSyntax"],
            exclude: ["base.yaml", "Changes"]),
        .testTarget(name: "TableImportTests", dependencies: ["SpecModel", "SpecSyntax", "TableImport"]),
        .testTarget(name: "OutputTreeTests", dependencies: ["FileSystem", "OutputTree", "TestFolders"]),
        .testTarget(
            name: "GeneratorTests",
            dependencies: [
                "FileSystem", "Generator", "OutputTree", "SpecSyntax", "SwiftEmitter", "TestFolders", "TestSeeds",
            ]),
        // It runs the built command, which a dependency on the executable would link into the tests a second time.
        .testTarget(name: "GitLabCodegenTests"),
        .testTarget(
            name: "GitLabRuntimeTests", dependencies: ["GitLabRuntime", "GitLabAsyncHTTPClient", httpTypes],
            exclude: ["JSON/Corpus"]),
        .testTarget(
            name: "GitLabTests",
            dependencies: [
                "GitLab", "GitLabRuntime", "GitLabAsyncHTTPClient", "GitLabTesting", "TestClient", "TestSeeds",
                httpTypes,
                optional("NIOSSL", "swift-nio-ssl", trait: "AsyncHTTPClient"),
            ],
            exclude: ["Fixtures", "Server", "Wire/Vectors"]),
        .testTarget(
            name: "GitLabObservabilityTests",
            dependencies: [
                "GitLabObservability", "GitLabRuntime", httpTypes,
                optional("Logging", "swift-log", trait: "Logging"),
                optional("MetricsTestKit", "swift-metrics", trait: "Metrics"),
                optional("InMemoryTracing", "swift-distributed-tracing", trait: "Tracing"),
            ]
        ),
        .testTarget(name: "GeneratedIsCurrentTests", dependencies: ["FileSystem", "Generator", "OutputTree"]),
        .testTarget(
            name: "GitLabTestingTests",
            dependencies: ["GitLabTesting", "GitLabTestingTraits", "TestClient", httpTypes]),
        .testTarget(
            name: "GitLabWebhooksTests",
            dependencies: [
                "GitLabRuntime", "GitLabWebhooks", "TestSeeds", .init(stringLiteral: "\(webhookEvents)Fixtures"),
                httpTypes,
                optional("Crypto", "swift-crypto", trait: "WebhookSignatures"),
            ]
        ),
    ] + client("GitLabCommon", uses: "GitLabRuntime")
        + (clientModules + [webhookEvents]).flatMap { client($0, uses: "GitLabCommon") },
    swiftLanguageModes: [.v6]
)
