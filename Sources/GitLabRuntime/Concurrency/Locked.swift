// A value that several threads change in turn.

#if canImport(Darwin)
import os
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A value behind a lock, in one piece of memory. Copies share it.
///
/// `Mutex` of the standard library needs a later system than this package does, and the thread sanitizer does not see it.
struct Locked<Value>: @unchecked Sendable {
    #if canImport(Darwin)
    private typealias Lock = os_unfair_lock
    #else
    private typealias Lock = pthread_mutex_t
    #endif

    /// The value and, behind it, its lock.
    private final class Storage: ManagedBuffer<Value, Lock> {
        deinit {
            withUnsafeMutablePointerToElements { lock in
                #if !canImport(Darwin)
                pthread_mutex_destroy(lock)
                #endif
                lock.deinitialize(count: 1)
            }
        }
    }

    private let storage: ManagedBuffer<Value, Lock>

    init(_ value: Value) {
        storage = Storage.create(minimumCapacity: 1) { _ in value }
        storage.withUnsafeMutablePointerToElements { lock in
            lock.initialize(to: Lock())
            #if !canImport(Darwin)
            pthread_mutex_init(lock, nil)
            #endif
        }
    }

    /// Runs the body while no one else can reach the value. The body must not wait.
    func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        try storage.withUnsafeMutablePointers { value, lock in
            #if canImport(Darwin)
            os_unfair_lock_lock(lock)
            defer { os_unfair_lock_unlock(lock) }
            #else
            pthread_mutex_lock(lock)
            defer { pthread_mutex_unlock(lock) }
            #endif
            return try body(&value.pointee)
        }
    }
}
