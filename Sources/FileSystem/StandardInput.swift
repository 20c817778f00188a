// The standard input of a program, from a pipe or typed.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The stream that a program reads from.
public enum StandardInput {
    /// Whether a person types, who may wait for the program while the program waits for them.
    public static var isTerminal: Bool { isatty(0) == 1 }

    /// Returns all bytes until the stream ends.
    ///
    /// - Parameter limit: the most bytes to read.
    /// - Throws: `FileSystemError`, where there is no such stream for example.
    public static func bytes(limit: Int) throws(FileSystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < limit {
            let count = try system(.read, Path("/dev/stdin")) { read(0, &chunk, min(chunk.count, limit - bytes.count)) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }
}
