// A body that URLSession receives and a task reads at the same time.

import Foundation

/// A body that is read while it is received. URLSession reads from the network as fast as it can: what was received and not
/// read yet waits in a buffer, which has a limit.
final class IncomingBody: @unchecked Sendable {
    private enum Ending {
        case whole
        case failed(any Error)
    }

    // Guards all that follows.
    private let lock = NSLock()
    private let buffer: any BodyBuffer
    /// How it ended; nil while more may come.
    private var ending: Ending?
    /// Whether the reader is gone.
    private var isAbandoned = false
    /// The reader, while it waits for more.
    private var reader: CheckedContinuation<Void, Never>?
    private var waitsForEnd = false
    /// The closure to call if the reader is gone before the end.
    private var abandoned: (@Sendable () -> Void)?

    init(in buffer: any BodyBuffer) {
        self.buffer = buffer
    }

    /// Returns the body, to be read once.
    ///
    /// - Parameter abandoned: is called if it is released, or its reading is cancelled, before all of it has come.
    func body(abandoned: @escaping @Sendable () -> Void) -> ResponseBody {
        lock.withLock { self.abandoned = abandoned }
        let reader = Reader(body: self)
        guard buffer.isTakenWhole else { return ResponseBody(Chunks(reader: reader)) }
        return ResponseBody(Chunks(reader: reader)) { await reader.all() }
    }
}

// MARK: - Writing

extension IncomingBody {
    /// Adds received bytes. Returns whether more are wanted: not after an error, and not once the reader is gone.
    func write(_ data: Data) -> Bool {
        let (isWanted, reader) = lock.withLock { () -> (Bool, CheckedContinuation<Void, Never>?) in
            guard !isAbandoned, ending == nil else { return (false, nil) }
            do {
                try buffer.append(data)
            } catch {
                ending = .failed(error)
            }
            return (ending == nil, waitsForEnd && ending == nil ? nil : takeReader())
        }
        reader?.resume()
        return isWanted
    }

    /// Ends the body. The reader gets the received bytes before it gets the error.
    func finish(throwing error: (any Error)? = nil) {
        let reader = lock.withLock {
            if ending == nil { ending = error.map(Ending.failed) ?? .whole }
            abandoned = nil
            return takeReader()
        }
        reader?.resume()
    }

    private func takeReader() -> CheckedContinuation<Void, Never>? {
        defer { reader = nil }
        return reader
    }
}

// MARK: - Reading

extension IncomingBody {
    private struct Chunks: AsyncSequence {
        let reader: Reader

        func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }

        struct Iterator: AsyncIteratorProtocol {
            let reader: Reader

            func next() async throws -> [UInt8]? { try await reader.next() }
        }
    }

    /// Abandons the body when it is released, and when there is nothing more to read.
    private final class Reader: Sendable {
        private let body: IncomingBody

        init(body: IncomingBody) { self.body = body }

        deinit { body.abandon() }

        func next() async throws -> [UInt8]? {
            do {
                while true {
                    try Task.checkCancellation()
                    if let chunk = try body.take() {
                        if !chunk.isEmpty { return chunk }
                        body.abandon()
                        return nil
                    }
                    await body.wait(untilEnd: false)
                }
            } catch {
                body.abandon()
                throw error
            }
        }

        /// Returns all bytes, once the body has ended, and the error that it ended with.
        func all() async -> ReceivedBytes {
            await body.wait(untilEnd: true)
            if Task.isCancelled {
                body.abandon()
                return ReceivedBytes(bytes: [], error: CancellationError())
            }
            return body.takeAll()
        }
    }

    private func takeAll() -> ReceivedBytes {
        lock.withLock {
            let bytes = (try? buffer.take()) ?? []
            if case .failed(let error) = ending { return ReceivedBytes(bytes: bytes, error: error) }
            return ReceivedBytes(bytes: bytes, error: nil)
        }
    }

    /// Returns bytes that wait; none at the end, and nil while more may come.
    private func take() throws -> [UInt8]? {
        try lock.withLock {
            guard !isAbandoned else { return [] }
            guard buffer.isEmpty else { return try buffer.take() }
            switch ending {
            case .failed(let error): throw error
            case .whole: return []
            case nil: return nil
            }
        }
    }

    /// Waits until there may be more to read, or until the body has ended; or the task is cancelled.
    private func wait(untilEnd: Bool) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { reader in
                let isReady = lock.withLock {
                    guard buffer.isEmpty || untilEnd, ending == nil, !isAbandoned, !Task.isCancelled else {
                        return true
                    }
                    self.reader = reader
                    waitsForEnd = untilEnd
                    return false
                }
                if isReady { reader.resume() }
            }
        } onCancel: {
            lock.withLock { takeReader() }?.resume()
        }
    }

    /// Frees the bytes, which nobody reads.
    private func abandon() {
        let tell = lock.withLock {
            isAbandoned = true
            buffer.close()
            defer { abandoned = nil }
            return ending == nil ? abandoned : nil
        }
        tell?()
    }
}
