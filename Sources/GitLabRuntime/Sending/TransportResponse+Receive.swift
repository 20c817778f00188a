// Reading the body of a response, up to the limit of size.

/// The error for a response whose body is incomplete.
struct BrokenOff: Error {
    let reason: any Error
}

extension TransportResponse {
    var isSuccess: Bool { (200..<300).contains(head.status.code) }

    /// Returns the same response with its body in memory; if it is unsuccessful, with the beginning of its body.
    ///
    /// - Parameters:
    ///   - watch: records the progress of each piece.
    ///   - limit: the longest body of a success.
    ///   - receiver: receives the body of a success while it arrives, unless it is there at once.
    func received(
        _ watch: TimeLimits.Watch, upTo limit: Int, by receiver: (any BodyReceiver)? = nil
    ) async throws -> TransportResponse {
        let isSuccess = isSuccess
        let limit = isSuccess ? limit : ErrorResponse.longestBody
        if let bytes = body.bytes, bytes.count <= limit { return self }
        watch.begin(.body)
        let received: ReceivedBytes
        if isSuccess, let receiver {
            received = await pass(to: receiver, watch, upTo: limit)
        } else if let receiveAll = body.receiveAll {
            received = await receiveAll()
        } else {
            received = await read(watch, upTo: limit)
        }
        // The status of an error matters most, if the task has not been cancelled.
        if let error = received.error, isSuccess || GitLabClient.isCancellation(error) {
            throw BrokenOff(reason: error)
        }
        return TransportResponse(head: head, body: ResponseBody(received.bytes))
    }

    private func pass(
        to receiver: any BodyReceiver, _ watch: TimeLimits.Watch, upTo limit: Int
    ) async -> ReceivedBytes {
        let beginning = receiver.begin(head)
        do {
            for try await chunk in body {
                watch.begin(.body)
                guard receiver.append(chunk, of: beginning, upTo: limit) else {
                    throw ResponseBody.TooLong(limit: limit)
                }
            }
            return ReceivedBytes(bytes: receiver.bytes(of: beginning), error: nil)
        } catch {
            return ReceivedBytes(bytes: [], error: error)
        }
    }

    private func read(_ watch: TimeLimits.Watch, upTo limit: Int) async -> ReceivedBytes {
        var bytes: [UInt8] = []
        do {
            for try await chunk in body {
                watch.begin(.body)
                guard chunk.count <= limit - bytes.count else {
                    bytes.append(contentsOf: chunk.prefix(limit - bytes.count))
                    return ReceivedBytes(bytes: bytes, error: ResponseBody.TooLong(limit: limit))
                }
                if bytes.isEmpty { bytes = chunk } else { bytes.append(chunk, growingUpTo: limit) }
            }
            return ReceivedBytes(bytes: bytes, error: nil)
        } catch {
            return ReceivedBytes(bytes: bytes, error: error)
        }
    }
}

extension ResponseBody {
    /// Returns the whole body. One in memory was bounded when it was received; another one comes from a middleware.
    func whole(upTo limit: Int) async throws -> [UInt8] {
        if let bytes { return bytes }
        return try await collect(upTo: limit)
    }
}

extension [UInt8] {
    /// From here on an array that grows step by step would take up to twice its size.
    private static let large = 8 * 1_024 * 1_024
    private static let mostReserved = 512 * 1_024 * 1_024

    /// Appends a chunk. An array that has become large gets its final place at once: of memory that was not written yet
    /// the system keeps no more than the addresses.
    mutating func append(_ chunk: some Collection<UInt8>, growingUpTo limit: Int) {
        let length = count + chunk.count
        if length > Self.large, length > capacity, capacity < limit, limit < .max {
            reserveCapacity(Swift.max(length, Swift.min(limit, Self.mostReserved)))
        }
        append(contentsOf: chunk)
    }
}
