// Files both ways: an avatar goes up and comes down again, a snapshot comes down without ever being in memory as a whole.

import Foundation
import GitLab
import Testing

extension RealStack {
    @Suite("Files")
    struct Files {
        private let name = "Project of \(UUID().uuidString)"

        @Test("An avatar is uploaded, downloaded to a file, and removed")
        func avatar() async throws {
            let projects = try await GitLabClient.of(.writing).projects
            let project = try await projects.create(name: name)
            let picture = FileUpload(
                filename: "logo é.png", contentType: "image/png", bytes: Array((0...255).reversed()) + [13, 10, 0])
            let uploaded = try await projects.uploadAvatar(project.id, avatar: picture)
            #expect(uploaded.avatarURL == "https://gitlab.test/uploads/logo é.png")

            let download = try await projects.downloadAvatar(project.id)
            #expect(download.contentType == "image/png")
            #expect(download.fileName == "logo é.png")
            try await withFile { file in
                try Data("old".utf8).write(to: file)
                try await download.write(to: file)
                #expect(Array(try Data(contentsOf: file)) == picture.bytes)
            }
            #expect(try await projects.downloadAvatar(project.pathWithNamespace).bytes(upTo: 1000) == picture.bytes)

            #expect(try await projects.edit(project.id) { $0.avatar = nil }.avatarURL == nil)
            let error = try await #require(throws: GitLabError.self) { try await projects.downloadAvatar(project.id) }
            #expect(error.kind == .notFound)
            #expect(error.message == "404 Avatar Not Found")
        }

        @Test("A snapshot of 300 MB goes to a file, with little of it in memory")
        func snapshot() async throws {
            let projects = try await GitLabClient.of(.reading).projects
            try await withFile { file in
                // Other tests run beside this one and need memory too: the memory that it needs is the least of
                // several.
                var growth: Int? = .max
                for _ in 0..<3 where growth.map({ $0 >= 64 << 20 }) ?? false {
                    let memory = MemoryGauge()
                    let download = try await projects.downloadSnapshot(7)
                    try await download.write(to: file)
                    growth = await memory.stop()
                    #expect(download.fileName == "project.tar")
                    #expect(download.contentType == "application/x-tar")
                }
                if let growth { #expect(growth < 64 << 20, "\(growth >> 20) MiB") }
                try expectSnapshot(in: file)
            }
        }

        @Test("A snapshot is read chunk by chunk, and not to the end where that is not wanted")
        func chunks() async throws {
            let projects = try await GitLabClient.of(.reading).projects
            let download = try await projects.downloadSnapshot(7) { $0.wiki = true }
            #expect(download.fileName == "wiki.tar")
            var first: [UInt8] = []
            for try await chunk in download {
                first += chunk
                if first.count > 1 << 20 { break }
            }
            #expect(first.count > 1 << 20)
            #expect(first.prefix(1 << 20).allSatisfy { $0 == 0 })
        }

        @Test("What is too long for memory is rejected there")
        func tooLong() async throws {
            let projects = try await GitLabClient.of(.reading).projects
            let download = try await projects.downloadSnapshot(7) { $0.wiki = true }
            let error = try await #require(throws: GitLabError.self) { try await download.bytes(upTo: 1 << 20) }
            #expect(error.kind == .tooLong)
        }

        /// The content is as the server makes it: megabyte N holds the byte N.
        private func expectSnapshot(in file: URL) throws {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            for number in 0..<300 {
                let chunk = try handle.read(upToCount: 1 << 20)
                #expect(chunk == Data(repeating: UInt8(number % 256), count: 1 << 20), "megabyte \(number)")
            }
            #expect(try handle.read(upToCount: 1)?.isEmpty != false)
        }

        /// A file in a folder of its own, which is removed afterwards.
        private func withFile(_ body: (URL) async throws -> Void) async throws {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gitlab-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try await body(folder.appendingPathComponent("file"))
        }
    }
}
