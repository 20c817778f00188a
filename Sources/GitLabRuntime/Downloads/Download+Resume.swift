// Resuming a download.

extension Download {
    /// The most failures in a row, and the bytes after which they are counted from 0 again.
    private static let patience = (failures: 4, bytes: Int64(1_024 * 1_024))

    /// Writes the content to a file, resuming behind the received part.
    func writeResuming(to path: String, _ progress: @Sendable (TransferProgress) -> Void) async throws {
        guard !part.isPart, let validator = part.validator, let total = part.total, total > 0,
            let partial = try PartialFile(for: path, keptAs: "\(validator) \(total)")
        else {
            try await write(to: path, progress)
            return
        }
        if partial.length > total { try partial.clear() }
        var content = partial.length == 0 ? self : nil
        if content == nil { await letGo() }
        var failures = 0
        while partial.length < total {
            let before = partial.length
            do {
                let next: Download
                if let content {
                    next = content
                } else if let rest = try await rest(behind: partial, validator) {
                    next = rest
                } else {
                    // Another state of the file: start from scratch.
                    partial.discard()
                    try await repeated(.whole).write(to: path, progress)
                    return
                }
                content = nil
                try await next.append(to: partial, progress)
            } catch let error as GitLabError where error.isInterruption {
                content = nil
                failures = partial.length - before >= Self.patience.bytes ? 1 : failures + 1
                guard failures < Self.patience.failures else { throw error }
            }
        }
        guard partial.length == total else {
            partial.discard()
            throw GitLabError(kind: .transport, message: "the server sent more than the \(total) bytes of the file")
        }
        try partial.finish()
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
        // A part need not repeat its validator, but must not have another one.
        if response.part.validator.map({ $0 != validator }) ?? !response.part.isPart { return nil }
        guard response.part.total == part.total else { return nil }
        if response.part.isPart { return response.part.start == start ? response : nil }
        try partial.clear()
        return response
    }
}

extension GitLabError {
    /// Whether the content of a download was interrupted, so that the rest can be requested.
    fileprivate var isInterruption: Bool { kind == .transport || kind == .timeout }
}
