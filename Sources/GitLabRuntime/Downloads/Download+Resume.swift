// Resuming a download.

extension Download {
    /// Writes the content to a file, resuming behind the received part.
    func writeResuming(to path: String, _ progress: @Sendable (TransferProgress) -> Void) async throws {
        guard !part.isPart, let validator = part.validator, let total = part.total, total > 0,
            let partial = try PartialFile(for: path, keptAs: "\(validator) \(total)")
        else { return try await write(to: path, progress) }
        if partial.length > total { try partial.clear() }
        var content = partial.length == 0 ? self : nil
        if content == nil { await letGo() }
        var interruptions = Interruptions(configuration)
        while partial.length < total {
            let before = partial.length
            do {
                var next = content
                content = nil
                if next == nil { next = try await rest(behind: partial, validator) }
                guard let next else {
                    // Another state of the file: start from scratch.
                    partial.discard()
                    return try await repeated(.whole).write(to: path, progress)
                }
                try await next.append(to: partial, progress)
                guard partial.length >= total else { throw Self.endedEarly(partial.length, total) }
            } catch let error as GitLabError where error.isInterruption {
                try await interruptions.pause(after: error, received: partial.length - before)
            }
        }
        guard partial.length == total else {
            partial.discard()
            throw GitLabError(kind: .transport, message: "the server sent more than the \(total) bytes of the file")
        }
        try partial.finish()
    }

    /// A response that is whole, and shorter than the part that it names.
    private static func endedEarly(_ length: Int64, _ total: Int64) -> GitLabError {
        GitLabError(kind: .transport, message: "the download was interrupted: \(length) of \(total) bytes came")
    }

    /// Cancels a content that nobody reads.
    private func letGo() async {
        let reading = Task { for try await _ in self {} }
        reading.cancel()
        _ = await reading.result
    }

    private func write(to path: String, _ progress: @Sendable (TransferProgress) -> Void) async throws {
        let partial = try PartialFile(for: path)
        try await append(to: partial, progress)
        try partial.finish()
    }

    /// Returns the content behind the received part. It may be the whole: then the file has been emptied, because the
    /// server does not send parts. nil if the server has another state of the file.
    private func rest(behind partial: PartialFile, _ validator: String) async throws -> Download? {
        let start = partial.length
        let response: Download
        do {
            response = try await repeated(start > 0 ? .from(start, validator: validator) : .whole)
        } catch let error as GitLabError where error.status == 416 {
            return nil
        }
        // Without the same validator it may be a part of another state.
        guard response.part.validator == validator, response.part.total == part.total else { return nil }
        if response.part.isPart { return response.part.start == start ? response : nil }
        try partial.clear()
        return response
    }
}

/// The interruptions of one download, and the waits after them.
private struct Interruptions {
    private let policy: RetryPolicy
    private let clock: any ClientClock
    private var inARow = 0

    /// The most interruptions in a row, the last of which ends the download.
    private static let most = 4
    /// The bytes after which interruptions are counted from 1 again.
    private static let progress = 1_024 * 1_024

    init(_ configuration: GitLabClient.Configuration) {
        policy = configuration.retries
        clock = configuration.clock
    }

    /// Waits before the rest is requested.
    ///
    /// - Parameter received: the bytes that came before the interruption.
    /// - Throws: the error, if there were too many of them.
    mutating func pause(after error: GitLabError, received: Int64) async throws {
        inARow = received >= Self.progress ? 1 : inARow + 1
        guard inARow < Self.most else { throw error }
        try await clock.sleep(for: policy.delay(after: inARow))
    }
}

extension GitLabError {
    /// Whether the content of a download was interrupted, so that the rest can be requested.
    fileprivate var isInterruption: Bool { kind == .transport || kind == .timeout }
}
