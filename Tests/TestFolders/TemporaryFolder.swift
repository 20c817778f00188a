// A folder of its own for each test, removed when the test is over.

import FileSystem
import Foundation

/// A folder of a test.
public final class TemporaryFolder {
    public let path: Path

    public init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = Path(url.path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path.string)
    }

    /// Writes a file with its folders.
    @discardableResult
    public func write(_ text: String, to relative: String) throws -> Path {
        let file = path.appending(relative)
        try file.parent.makeFolders()
        try text.write(toFile: file.string, atomically: false, encoding: .utf8)
        return file
    }

    public func symlink(_ relative: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: path.appending(relative).string, withDestinationPath: target)
    }
}

/// The text of a file.
public func text(_ path: Path) throws -> String {
    String(decoding: try path.bytes(), as: UTF8.self)
}
