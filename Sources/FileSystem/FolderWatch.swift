// Waiting until something changes in a folder.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Wakes up when something may have changed in a folder or below it. What has changed is for its user to find out.
///
/// On Linux the system reports changes. Elsewhere, and where the system has no room for another watch, it wakes up
/// several times a second.
public struct FolderWatch: ~Copyable, Sendable {
    /// So many milliseconds without a change end a burst of them: editors write a file in several steps. The first is for
    /// a burst whose last change made a file complete: it was closed, or moved to its place.
    private static let quiet: (complete: Int32, incomplete: Int32) = (1, 10)
    /// The longest time to sleep, in milliseconds, where the system reports changes, and where it does not.
    private static let longestPause: (reported: Int32, polled: Int32) = (1_000, 100)
    /// A burst is cut off after so many changes.
    private static let longestBurst = 100
    /// Further folders are not watched, only looked at.
    private static let mostFolders = 4_096

    private let folder: Path
    /// The system's queue of changes; negative where there is none.
    private let queue: Int32

    public init(_ folder: Path) {
        self.folder = folder
        #if canImport(Glibc)
        queue = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        #else
        queue = -1
        #endif
    }

    deinit {
        if queue >= 0 { close(queue) }
    }

    /// Watches folders below the folder too, which may be new. One that is watched already stays so.
    public func add(_ folders: [RelativePath]) {
        #if canImport(Glibc)
        guard queue >= 0 else { return }
        let changes = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY | IN_ATTRIB
        for path in [folder] + folders.prefix(Self.mostFolders).map({ folder.appending($0) }) {
            // One that cannot be watched is seen at the end of the pause.
            _ = inotify_add_watch(queue, path.string, UInt32(changes))
        }
        #endif
    }

    /// Sleeps until something may have changed and nothing changes for a while, a second at most; a signal ends it too.
    ///
    /// - Returns: whether the system reported a change.
    @discardableResult
    public func wait() -> Bool {
        guard queue >= 0 else {
            pause(Self.longestPause.polled)
            return false
        }
        guard isReported(within: Self.longestPause.reported) else { return false }
        for _ in 0..<Self.longestBurst {
            let quiet = readsCompletion() ? Self.quiet.complete : Self.quiet.incomplete
            if !isReported(within: quiet) { break }
        }
        return true
    }

    private func pause(_ milliseconds: Int32) { poll(nil, 0, milliseconds) }

    private func isReported(within milliseconds: Int32) -> Bool {
        var reports = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
        return poll(&reports, 1, milliseconds) > 0
    }

    /// Reads the reports, and returns whether the last of them is that a file is complete, or gone.
    private func readsCompletion() -> Bool {
        #if canImport(Glibc)
        return withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 8) { buffer in
            let end = read(queue, buffer.baseAddress, buffer.count)
            var (start, mask) = (0, UInt32(0))
            let header = MemoryLayout<inotify_event>.size
            while start + header <= end {
                let event = buffer.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
                mask = event.mask
                start += header + Int(event.len)
            }
            return mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE) != 0
        }
        #else
        return false
        #endif
    }
}
