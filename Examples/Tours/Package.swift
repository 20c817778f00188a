// swift-tools-version: 6.2

import PackageDescription

/// A program, with the modules of the client that it imports.
func tour(_ name: String, _ products: [String]) -> Target {
    .executableTarget(name: name, dependencies: products.map { .product(name: $0, package: "gitlab-swift") })
}

let package = Package(
    name: "Tours",
    platforms: [.macOS(.v13)],
    dependencies: [
        // In a package of your own: .package(url: "…/gitlab-swift", from: "…")
        .package(name: "gitlab-swift", path: "../..")
    ],
    targets: [
        tour("GroupAdministration", ["GitLab", "GitLabCI", "GitLabGroups", "GitLabUsers"]),
        tour("IssueSync", ["GitLab", "GitLabIssues"]),
        tour("MergeBot", ["GitLab", "GitLabMergeRequests"]),
        tour("PackageUpload", ["GitLabPackages"]),
        tour("ReleaseFromCI", ["GitLab", "GitLabCI", "GitLabPackages"]),
        tour("ReviewBot", ["GitLab", "GitLabMergeRequests"]),
    ],
    swiftLanguageModes: [.v6]
)
