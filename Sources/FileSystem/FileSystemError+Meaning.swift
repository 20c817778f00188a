// Errors of the system with a meaning for callers.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension FileSystemError {
    /// Whether another process held a lock longer than the timeout.
    public var meansLocked: Bool { attempt == .lock && code == EWOULDBLOCK }
}
