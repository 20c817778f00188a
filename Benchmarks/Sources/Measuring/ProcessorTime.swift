// The time that the processor spends on this process.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A clock that stops while the process waits, or while others run.
public enum ProcessorTime {
    /// Nanoseconds since the process began, on all its threads.
    public static var now: Int {
        var clock = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &clock)
        return Int(clock.tv_sec) * 1_000_000_000 + Int(clock.tv_nsec)
    }
}
