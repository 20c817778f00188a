// A run that is killed, at every system call in turn: the folder holds the old tree or the new one, and the next run
// fixes the rest.

import Foundation
import Testing

@Suite(.enabled(if: Strace.works, Strace.reasonForSkipping))
struct KillTests {
    /// The work of the runs that are killed.
    enum Scenario: String {
        /// A changed, an added and a removed file, with a foreign file in the folder.
        case change
        /// The folder does not exist yet.
        case firstRun

        var isFirst: Bool { self == .firstRun }
    }

    private static let foreign = "notes.txt"

    /// The calls that change something on the disk.
    private static let changing: Set = [
        "openat", "write", "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir",
        "mkdirat", "rmdir", "fsync", "ftruncate", "fchmod", "chmod", "lchown", "utimensat", "flock",
    ]

    /// The project as it is before the run: the new spec, and the tree of the old one.
    private func prepare(_ project: SampleProject, _ old: [String: String]?) throws {
        try? FileManager.default.removeItem(at: project.url.appending(path: "Generated"))
        for name in try project.namesOfTheReference() {
            try FileManager.default.removeItem(at: project.url.appending(path: "spec/\(name)"))
        }
        for (path, text) in old ?? [:] { try project.write(text, to: "Generated/" + path) }
    }

    private func tree(_ spec: SampleProject.Spec) throws -> [String: String] {
        let project = try SampleProject(spec)
        #expect(try project.run("generate").code == 0)
        return try #require(try project.contents())
    }

    @Test(arguments: [Scenario.change, .firstRun])
    func aKilledRunLeavesTheOldTreeOrTheNewOne(scenario: Scenario) throws {
        let foreign = scenario.isFirst ? [:] : [Self.foreign: "mine"]
        let old = scenario.isFirst ? nil : try tree(SampleProject.old).merging(foreign) { $1 }
        let new = try tree(SampleProject.new).merging(foreign) { $1 }
        let project = try SampleProject(SampleProject.new)

        try prepare(project, old)
        let calls = try Strace.calls(in: project).filter { !scenario.isFirst || Self.changing.contains($0.name) }
        #expect(try project.contents() == new)
        #expect(calls.count > 50)
        #expect(calls.contains { $0.name == (scenario.isFirst ? "rename" : "renameat2") })

        var killed = 0
        var leftNew = 0
        for call in calls {
            try prepare(project, old)
            if try Strace.kill(at: call, in: project).wasKilled { killed += 1 }
            let left = try project.contents()
            #expect(left == old || left == new, "killed at \(call)")
            if left == new { leftNew += 1 }

            let next = try project.run("generate")
            #expect(next.code == 0, "after a kill at \(call): \(next.errors)")
            #expect(try project.contents() == new, "after a kill at \(call)")
            #expect(try project.namesBesideTheOutput() == ["Generated"], "after a kill at \(call)")
            #expect(try project.namesOfTheReference() == ["rules.md", "schema.json"], "after a kill at \(call)")
        }
        #expect(killed == calls.count, "each call is one at which a run was killed")
        #expect(leftNew > 0 && leftNew < killed, "some before the exchange, some after it")
        print("killed at \(killed) calls (\(scenario.rawValue)); \(leftNew) times after the new tree was in place")
    }

    @Test func withoutAnExchangeTheFolderStaysAsItIs() throws {
        let project = try SampleProject(SampleProject.old)
        #expect(try project.run("generate").code == 0)
        let old = try project.contents()
        try project.write(SampleProject.new)
        let run = try Strace.run(rejecting: "renameat2", in: project)
        #expect(run.code == 2 && run.errors.hasPrefix("error: "), "\(run.errors)")
        #expect(try project.contents() == old)
        #expect(try project.namesBesideTheOutput() == ["Generated"])
    }
}

extension SampleProject {
    /// The names in `spec` of what the generator wrote there, and of what it left there.
    fileprivate func namesOfTheReference() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.appending(path: "spec").path)
            .filter { $0.contains("schema.json") || $0.contains("rules.md") }.sorted()
    }
}

/// The kill test must not be skipped where it is required.
@Suite struct KillTestsAreRun {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["GITLAB_SWIFT_REQUIRE_STRACE"] == "1"))
    func straceIsThere() {
        #expect(Strace.works, "install strace, or allow tracing: the kill tests are skipped without it")
    }
}
