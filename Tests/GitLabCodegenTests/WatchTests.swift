// `gitlab-codegen generate --watch` from end to end: the built executable beside an editor of the spec.

import Foundation
import Testing

@Suite struct WatchTests {
    let project: SampleProject

    init() throws {
        project = try SampleProject()
    }

    /// The path of the model that `SampleProject.new` changes.
    private static let changed = "Generated/GitLab/Models/Project.swift"

    @Test func anEditIsAnsweredWithTheTouchedFilesAlone() throws {
        let watch = try WatchingProcess(in: project)
        defer { watch.kill() }
        try watch.waitForRun(1)
        let before = try project.traces()

        try project.write(SampleProject.new["types/project.yaml"] ?? "", to: "spec/types/project.yaml")
        try watch.wait { try project.text(Self.changed).contains("starCount") }
        try watch.waitForRun(2)
        let after = try project.traces()
        let touched = try project.contents()?.keys.filter { path in
            before["Generated/" + path] != after["Generated/" + path]
        }
        #expect(
            touched?.sorted() == [
                "GitLab/Models/Project.swift", "GitLabFixtures/Project+Example.swift",
                "GitLabOperations/GitLab+Project.swift",
            ])
    }

    @Test func anErrorIsPrintedAndTheNextEditIsAnswered() throws {
        let watch = try WatchingProcess(in: project)
        defer { watch.kill() }
        try watch.waitForRun(1)
        let before = try project.contents()

        let right = try project.text("spec/types/project.yaml")
        try project.write(right.replacing("type: integer", with: "type: intger"), to: "spec/types/project.yaml")
        try watch.waitForRun(2)
        #expect(watch.errors.contains("intger"))
        #expect(try project.contents() == before)

        try project.write(SampleProject.new["types/project.yaml"] ?? "", to: "spec/types/project.yaml")
        try watch.waitForRun(3)
        #expect(try project.text(Self.changed).contains("starCount"))
    }

    @Test func aFileInANewFolderIsRead() throws {
        let watch = try WatchingProcess(in: project)
        defer { watch.kill() }
        try watch.waitForRun(1)
        let order = SampleProject.new["types/order.yaml"] ?? ""
        try project.write(order, to: "spec/further/order.yaml")
        try watch.wait { try project.contents()?["GitLab/Models/Order.swift"] != nil }
    }

    @Test(arguments: [SIGINT, SIGTERM]) func itEndsCleanlyWhenInterrupted(signal: Int32) throws {
        let watch = try WatchingProcess(in: project)
        defer { watch.kill() }
        try watch.waitForRun(1)
        watch.send(signal)
        try watch.wait { !watch.isRunning }
        #expect(watch.code == 0)
        #expect(try project.namesBesideTheOutput() == ["Generated"])
    }

    @Test func itDoesNotFixWhatIsBeingEdited() throws {
        let run = try project.run("generate", "--watch", "--fix")
        #expect(run.code == 2 && run.errors.contains("--watch cannot be combined with --fix"))
    }
}

/// A command that runs until it is interrupted.
private final class WatchingProcess {
    private let process = Process()
    private let streams: TemporaryFolder

    init(in project: SampleProject) throws {
        streams = try TemporaryFolder()
        process.executableURL = Codegen.executable
        process.arguments = ["generate", "--watch"]
        process.currentDirectoryURL = project.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.file(streams.url.appending(path: "output"))
        process.standardError = try Self.file(streams.url.appending(path: "errors"))
        try process.run()
    }

    private static func file(_ url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    var isRunning: Bool { process.isRunning }
    var code: Int32 { process.terminationStatus }
    var errors: String { text("errors") }

    func send(_ signal: Int32) { Foundation.kill(process.processIdentifier, signal) }

    func kill() {
        if isRunning { send(SIGKILL) }
        process.waitUntilExit()
    }

    /// Waits until it has answered so many states of the spec.
    func waitForRun(_ number: Int) throws {
        try wait { self.text("output").ranges(of: "watching spec/").count >= number }
    }

    /// Waits until something is so; a minute is only spent where it never will be.
    func wait(until condition: () throws -> Bool) throws {
        for _ in 0..<6_000 {
            if try condition() { return }
            usleep(10_000)
        }
        Issue.record("nothing happened: \(text("output")) \(errors)")
        throw CancellationError()
    }

    private func text(_ name: String) -> String {
        (try? String(contentsOf: streams.url.appending(path: name), encoding: .utf8)) ?? ""
    }
}
