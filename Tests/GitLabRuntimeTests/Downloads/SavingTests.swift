// Downloads to files: whole or not at all.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct SavingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func download(
        _ chunks: [String],
        failing error: (any Error)? = nil,
        _ fields: [String: String] = [:]
    ) async throws -> Download {
        let transport = ScriptedTransport { _, _ in
            var response = TransportResponse.response("", fields)
            response.body = DownloadTests.body(chunks, failing: error)
            return response
        }
        return try await GitLabClient.scripted(transport).things.download(1)
    }

    @Test func theContentIsInTheFile() async throws {
        try await download(["abc", "def"]).write(to: folder.file("ä %20.tar"))
        #expect(try folder.names == ["ä %20.tar"])
        #expect(try folder.bytes("ä %20.tar") == Array("abcdef".utf8))
        try await download([]).write(to: folder.file("empty"))
        #expect(try folder.bytes("empty") == [])
    }

    @Test func aFileThatIsThereIsReplaced() async throws {
        try Data("a longer content".utf8).write(to: folder.file("a.tar"))
        try await download(["abc"]).write(to: folder.file("a.tar"))
        #expect(try folder.names == ["a.tar"])
        #expect(try folder.bytes("a.tar") == Array("abc".utf8))
    }

    @Test(arguments: [0o600, 0o640, 0o755], [false, true]) func aFileThatIsReplacedKeepsItsPermissions(
        mode: Int, resuming: Bool
    ) async throws {
        try Data("before".utf8).write(to: folder.file("a.tar"))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.file("a.tar").path)
        let download = try await download(["abc"], ["ETag": "\"one\"", "Content-Length": "3"])
        try await download.write(to: folder.file("a.tar"), resuming: resuming)
        #expect(try folder.bytes("a.tar") == Array("abc".utf8))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("a.tar").path)
        #expect(attributes[.posixPermissions] as? Int == mode)
    }

    @Test func aPipeUnderTheNameOfAKeptFileIsLeftAlone() async throws {
        let fields = ["ETag": "\"one\"", "Content-Length": "3"]
        let kept: String
        do {
            let partial = try #require(try PartialFile(for: folder.file("a.tar").path, keptAs: "\"one\" 3"))
            kept = try #require(try folder.names.first)
            partial.discard()
        }
        #expect(mkfifo(folder.file(kept).path, 0o600) == 0)
        try await download(["abc"], fields).write(to: folder.file("a.tar"), resuming: true)
        #expect(try folder.names == [kept, "a.tar"])
        #expect(try folder.bytes("a.tar") == Array("abc".utf8))
        // One under another key is not waited for either.
        try await download(["abcd"], ["ETag": "\"two\"", "Content-Length": "4"])
            .write(to: folder.file("a.tar"), resuming: true)
        #expect(try folder.bytes("a.tar") == Array("abcd".utf8))
    }

    @Test func aCutContentLeavesNoFile() async throws {
        let cut = try await download(["abc"], failing: DownloadTests.Cut())
        #expect(try await gitLabError { try await cut.write(to: folder.file("a.tar")) }.kind == .transport)
        let short = try await download(["abc"], ["Content-Length": "4"])
        #expect(try await gitLabError { try await short.write(to: folder.file("a.tar")) }.kind == .transport)
        #expect(try folder.names == [])
    }

    @Test func aCutContentLeavesWhatWasThere() async throws {
        try Data("before".utf8).write(to: folder.file("a.tar"))
        let cut = try await download(["abc"], failing: DownloadTests.Cut())
        #expect(try await gitLabError { try await cut.write(to: folder.file("a.tar")) }.kind == .transport)
        #expect(try folder.names == ["a.tar"])
        #expect(try folder.bytes("a.tar") == Array("before".utf8))
    }

    @Test func nothingHasTheNameBeforeItIsWhole() async throws {
        let (chunks, feed) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
        let transport = ScriptedTransport { _, _ in
            var response = TransportResponse.response("")
            response.body = ResponseBody(chunks)
            return response
        }
        let download = try await GitLabClient.scripted(transport).things.download(1)
        feed.yield(Array("abc".utf8))
        let file = folder.file("a.tar")
        let task = Task { try await download.write(to: file) }
        while try folder.names.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try folder.names.allSatisfy { $0.hasPrefix(".") })
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try folder.names == [])
    }

    @Test func whatCannotBeWrittenSaysWhy() async throws {
        try FileManager.default.createDirectory(at: folder.file("folder"), withIntermediateDirectories: false)
        for (file, reason) in [("none/a.tar", "No such file or directory"), ("folder", "Is a directory")] {
            let download = try await download(["abc"])
            let error = try await gitLabError { try await download.write(to: folder.file(file)) }
            #expect(error.kind == .file && error.message.contains(reason), "\(error)")
            #expect(error.message.contains(folder.file(file).path))
        }
        #expect(try folder.names == ["folder"])
        let remote = try #require(URL(string: "https://example.com/a.tar"))
        let download = try await download(["abc"])
        #expect(try await gitLabError { try await download.write(to: remote) }.kind == .file)
    }

    #if os(Linux)
    /// In a process that may not write long files, as on a disk that is full.
    @Test func aFullDiskIsAnErrorAndNoFile() async {
        await #expect(processExitsWith: .success) {
            try ProcessFacts.limitFiles(to: 100_000)
            let tests = try SavingTests()
            let download = try await tests.download(Array(repeating: String(repeating: "x", count: 30_000), count: 4))
            let error = try await gitLabError { try await download.write(to: tests.folder.file("a.tar")) }
            #expect(error.kind == .file && error.message.contains("File too large"), "\(error)")
            #expect(try tests.folder.names == [])
        }
    }
    #endif

    /// Whenever it is cancelled: the file is there as a whole, or nothing of it, and no step is reported afterwards.
    @MainActor @Test(.timeLimit(.minutes(5))) func cancellationLeavesAWholeFileOrNone() async throws {
        for round in 0..<60 {
            let name = "\(round)"
            let transport = ScriptedTransport { _, _ in
                var response = TransportResponse.response("")
                response.body = ResponseBody(
                    AsyncThrowingStream<[UInt8], any Error> { stream in
                        Task {
                            for _ in 0..<10 {
                                stream.yield([1, 2, 3])
                                try? await Task.sleep(for: .microseconds(50))
                            }
                            stream.finish()
                        }
                    })
                return response
            }
            let download = try await GitLabClient.scripted(transport).things.download(1)
            var hasReturned = false
            let task = Task { @MainActor in
                defer { hasReturned = true }
                try await download.write(to: folder.file(name)) { _ in #expect(!hasReturned) }
            }
            try await Task.sleep(for: .microseconds(round * 40))
            task.cancel()
            switch await task.result {
            case .success: #expect(try folder.bytes(name).count == 30)
            case .failure(let error):
                #expect(error is CancellationError)
                #expect(try folder.names == [])
            }
            try? FileManager.default.removeItem(at: folder.file(name))
        }
    }
}
