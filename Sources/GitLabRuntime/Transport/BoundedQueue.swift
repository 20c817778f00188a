// The queue on which the delegate of a session is called, kept short.

import Dispatch
import Foundation

/// A serial queue; adding to it waits while it is full.
///
/// On Linux, URLSession reads from the network as fast as it can and adds a call of the delegate for each piece: for a
/// long body from a fast server they pile up in memory. Where they cannot be added, it does not read on either.
final class BoundedQueue: OperationQueue, @unchecked Sendable {
    private let places: DispatchSemaphore
    private let patience: DispatchTimeInterval

    /// - Parameters:
    ///   - capacity: the calls that may wait; with pieces of 16 KiB, 256 are about 4 MiB.
    ///   - patience: the timeout for a place, after which the call is added anyway: a call of the delegate that waits
    ///     for the adder in turn must not stop both for ever.
    init(capacity: Int = 256, patience: DispatchTimeInterval = .seconds(1)) {
        places = DispatchSemaphore(value: capacity)
        self.patience = patience
        super.init()
        maxConcurrentOperationCount = 1
    }

    override func addOperation(_ block: @escaping @Sendable () -> Void) {
        let hasPlace = places.wait(timeout: .now() + patience) == .success
        super.addOperation { [places] in
            block()
            if hasPlace { places.signal() }
        }
    }
}
