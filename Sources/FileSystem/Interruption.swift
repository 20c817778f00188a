// Ending a program that runs until somebody stops it.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The request to end, by Control-C or from the system.
public enum Interruption {
    // A signal's handler may do no more than set it, and one word is set at once.
    nonisolated(unsafe) private static var wasRequested: sig_atomic_t = 0

    /// Whether the process was asked to end since it began to listen.
    public static var isRequested: Bool { wasRequested != 0 }

    /// Takes the first request to end from now on, and leaves it to the program; the second one ends the process.
    public static func listen() {
        var requests = sigset_t()
        sigemptyset(&requests)
        for request in [SIGINT, SIGTERM] {
            sigaddset(&requests, request)
            signal(request) { number in
                Interruption.wasRequested = 1
                signal(number, SIG_DFL)
            }
        }
        // The program that started this one may have blocked them, which is inherited.
        pthread_sigmask(SIG_UNBLOCK, &requests, nil)
    }
}
