// The one error of this module: the operation, its path, and the error of the system.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An error of the system.
public struct FileSystemError: Error, Hashable, CustomStringConvertible {
    /// The operation that failed.
    public enum Attempt: Sendable, Hashable {
        case read
        /// Reading something as a file that is none.
        case readFile
        case write
        case list
        case inspect
        case resolve
        case makeFolder
        case link(to: String)
        case rename(to: String)
        case exchange(with: String)
        case remove
        case changeAttributes
        case flush
        case lock
    }

    /// The code of something that is in use, such as a mount point that is to be renamed.
    public static let busy = EBUSY

    /// The operation that failed.
    public let attempt: Attempt
    /// The path of the operation.
    public let path: String
    /// The system's error number (`errno`).
    public let code: Int32

    public init(_ attempt: Attempt, _ path: String, code: Int32) {
        self.attempt = attempt
        self.path = path
        self.code = code
    }

    /// The system's message for the error number, `Permission denied` for example.
    public var reason: String {
        if attempt == .readFile { return "it is a pipe, a socket or a device, not a file" }
        guard let words = strerror(code) else { return "error \(code)" }
        return String(cString: words)
    }

    /// `cannot read spec/projects.yaml: Permission denied`
    public var description: String {
        "cannot \(sentence): \(reason)"
    }

    private var sentence: String {
        switch attempt {
        case .read, .readFile: "read \(path)"
        case .write: "write \(path)"
        case .list: "list the folder \(path)"
        case .inspect: "read the status of \(path)"
        case .resolve: "resolve \(path)"
        case .makeFolder: "make the folder \(path)"
        case .link(let target): "link \(path) to \(target)"
        case .rename(let target): "rename \(path) to \(target)"
        case .exchange(let other): "exchange \(path) with \(other)"
        case .remove: "remove \(path)"
        case .changeAttributes: "set the permissions or times of \(path)"
        case .flush: "flush \(path) to the disk"
        case .lock: "lock \(path)"
        }
    }
}

/// Repeats a system call until no signal interrupts it.
///
/// - Throws: `FileSystemError` if the call returns less than zero.
@discardableResult
func system<Response: SignedInteger>(
    _ attempt: FileSystemError.Attempt, _ path: Path, _ call: () -> Response
) throws(FileSystemError) -> Response {
    while true {
        let response = call()
        if response >= 0 { return response }
        let code = errno
        if code != EINTR { throw FileSystemError(attempt, path.string, code: code) }
    }
}
