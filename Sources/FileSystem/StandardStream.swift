// Printing without Foundation and without C's stream globals, which Swift 6 forbids.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A stream that a program prints to.
public enum StandardStream: Int32, Sendable {
    case output = 1
    case error = 2

    /// Prints bytes. Bytes that cannot be printed, such as to a closed pipe, are dropped.
    public func print(_ bytes: [UInt8]) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(rawValue, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno == EAGAIN {
                // A terminal that was set not to block: wait until it takes more.
                var stream = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
                poll(&stream, 1, -1)
            } else if errno != EINTR {
                return
            }
        }
    }

    /// Whether what is printed is seen by a person, in colours: on a terminal that knows them, unless the environment
    /// says otherwise (https://no-color.org).
    public var hasColor: Bool {
        if let wish = getenv("NO_COLOR"), wish.pointee != 0 { return false }
        guard isatty(rawValue) == 1, let terminal = getenv("TERM") else { return false }
        return String(cString: terminal) != "dumb"
    }

    /// Prints text and ends the line.
    public func print(_ line: String) {
        print(Array(line.utf8) + [UInt8(ascii: "\n")])
    }
}
