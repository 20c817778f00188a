// A body as a stream that URLSession reads while it sends.

import Foundation

/// A stream of the chunks of a body. It keeps errors, because URLSession reports only that there was one.
final class RequestBodyStream: InputStream {
    private let body: OpenedRequestBody

    // Guards all that follows: URLSession reads on a thread of its own.
    private let lock = NSLock()
    private var status = Stream.Status.notOpen
    private var failure: (any Error)?
    /// The bytes that were read of the body and not taken yet.
    private var rest: ArraySlice<UInt8> = []
    private var isAtEnd = false

    init(_ body: OpenedRequestBody) {
        self.body = body
        super.init(data: Data())
    }

    override func open() {
        lock.withLock { status = .open }
    }

    override func close() {
        lock.withLock { status = .closed }
    }

    override var streamStatus: Stream.Status { lock.withLock { status } }

    override var streamError: (any Error)? { lock.withLock { failure } }

    override var hasBytesAvailable: Bool { lock.withLock { !isAtEnd } }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
        lock.withLock {
            do {
                if rest.isEmpty, !isAtEnd { rest = try body.nextChunk()?[...] ?? [] }
            } catch {
                failure = error
                status = .error
                isAtEnd = true
                return -1
            }
            let count = min(length, rest.count)
            guard count > 0 else {
                isAtEnd = true
                status = failure == nil ? .atEnd : .error
                return failure == nil ? 0 : -1
            }
            rest.withUnsafeBufferPointer { bytes in
                if let start = bytes.baseAddress { buffer.update(from: start, count: count) }
            }
            rest = rest.dropFirst(count)
            return count
        }
    }

    override func getBuffer(
        _ buffer: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>,
        length: UnsafeMutablePointer<Int>
    ) -> Bool {
        false
    }

    // No events are reported: URLSession polls.
    override var delegate: (any StreamDelegate)? {
        get { nil }
        set {}
    }

    override func schedule(in aRunLoop: RunLoop, forMode mode: RunLoop.Mode) {}

    override func remove(from aRunLoop: RunLoop, forMode mode: RunLoop.Mode) {}
}
