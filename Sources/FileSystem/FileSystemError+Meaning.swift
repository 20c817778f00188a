// Which refusals of the system can be answered by doing it another way.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension FileSystemError {
    /// Whether folders can never be exchanged at this place: the system or the file system is not able to.
    public var meansNoExchange: Bool {
        if case .exchange = attempt { [ENOSYS, EINVAL, EXDEV, ENOTSUP, EOPNOTSUPP].contains(code) } else { false }
    }

    /// Whether this file can never have a second name at the other place: the file system is not able to or forbids it.
    public var meansNoLink: Bool {
        if case .link = attempt {
            [ENOSYS, EPERM, EMLINK, EXDEV, ENOTSUP, EOPNOTSUPP].contains(code)
        } else {
            false
        }
    }

    /// Whether another process held a lock longer than we were ready to wait.
    public var meansLocked: Bool { attempt == .lock && code == EWOULDBLOCK }
}
