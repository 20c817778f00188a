// The memory and the open files of this process, as Linux reports them.

import Foundation
import Testing

#if os(Linux)
enum ProcessFacts {
    /// The bytes of memory that the process has.
    static var resident: Int { get throws { try value(of: "VmRSS") } }

    /// The most bytes of memory that the process had since ``forgetPeak()``.
    static var peak: Int { get throws { try value(of: "VmHWM") } }

    static func forgetPeak() throws {
        let file = try #require(FileHandle(forWritingAtPath: "/proc/self/clear_refs"))
        try file.write(contentsOf: Data("5".utf8))
        try file.close()
    }

    /// The open files that have lost their names, and that had one in this folder.
    static func unnamedFiles(in folder: URL) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count { descriptor in
            let file = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")
            return file?.hasPrefix(folder.path) == true && file?.hasSuffix(" (deleted)") == true
        }
    }

    /// Lets writing more than this to a file fail, in this process and from now on.
    static func limitFiles(to bytes: Int) throws {
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
        try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
    }

    private static func value(of name: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("\(name):") })
        return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1])) * 1_024
    }
}
#endif
