// The page of GitLabTesting that says how far each operation is imitated.

import Foundation
import GitLabTesting
import Testing

@Suite struct ImitationTableTests {
    /// `GITLAB_SWIFT_WRITE_IMITATION=1` writes the page again; `make imitation` does that.
    private static let writes = ProcessInfo.processInfo.environment["GITLAB_SWIFT_WRITE_IMITATION"] == "1"

    private static let page = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Sources/GitLabTesting/GitLabTesting.docc/ImitatedOperations.md")

    private let table = ImitationTable()

    @Test func mostOperationsHaveState() {
        #expect(table.rows.count >= 640)
        #expect(table.count(of: .kept) * 10 >= table.rows.count * 7)
        // Nothing is left without a response.
        #expect(ImitationTable.Kind.allCases.map(table.count).reduce(0, +) == table.rows.count)
    }

    @Test func thePageIsThatOfTheTable() throws {
        if Self.writes { try table.page.write(to: Self.page, atomically: true, encoding: .utf8) }
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(page == table.page, "run `make imitation`")
    }

    @Test func kindsAreThoseOfTheOperations() throws {
        func kind(_ operation: String) -> ImitationTable.Kind? {
            table.rows.first { $0.operation == operation }?.kind
        }
        for name in ["badges.list", "projects.archive", "jobs.retry", "issues.create", "pushRules.get", "issues.list"] {
            #expect(kind(name) == .kept, "\(name)")
        }
        #expect(kind("resourceLabelEvents.list") == .seeded)
        #expect(kind("metadata.get") == .example)
        #expect(kind("projects.startHousekeeping") == .accepted)
        #expect(kind("repositories.downloadArchive") == .file)
        let issues = try #require(
            table.rows.first { $0.operation == "issues.listForProject" || $0.operation == "issues.list" })
        #expect(issues.filtersNotApplied.contains("author_id") && !issues.filtersNotApplied.contains("state"))
    }
}
