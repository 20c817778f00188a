// Which errors of the system mean something to a caller.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension FileSystemError {
    /// Whether another process held a lock longer than we were ready to wait.
    public var meansLocked: Bool { attempt == .lock && code == EWOULDBLOCK }
}
