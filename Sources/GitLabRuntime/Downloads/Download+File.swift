// Saving a download to a file, whole or not at all.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Download {
    /// Writes the content to a file; one that is there is replaced.
    ///
    /// The file gets its name once all of the content has arrived: it is written to a hidden file in the same folder
    /// first, which is renamed at the end. The folder must exist.
    ///
    /// After an error, the hidden file is removed, unless the download is resumed:
    ///
    /// ```swift
    /// let export = try await gitlab.projectExports.download(42)
    /// try await export.write(to: file, resuming: true) { print($0) }
    /// ```
    ///
    /// Then the rest of an interrupted content is requested (`Range`, `If-Range`). The fourth interruption in a row throws
    /// its error; one after 1 MiB or more of new content counts as the first again. After an error, or if the process
    /// ends, the received part stays until the same download is written to the same file with `resuming` again. This
    /// requires a server that identifies the state of the file (a strong `ETag`, or an old enough `Last-Modified`) and
    /// supports ranges. From others, and when the file has changed meanwhile, the whole content is downloaded from
    /// scratch. Two states of the file never mix.
    ///
    /// - Parameters:
    ///   - file: a file URL.
    ///   - resuming: whether to resume an earlier download to the same file, and to keep the received part if the
    ///     content is interrupted.
    /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/file`` if the file cannot be written; `CancellationError`
    ///   if the task is cancelled.
    public func write(to file: URL, resuming: Bool = false) async throws {
        try await save(to: file, resuming: resuming) { _ in }
    }

    /// Writes the content to a file as ``write(to:resuming:)`` does, and reports its progress.
    ///
    /// The closure runs where the caller runs, on the main actor for example; the file is written elsewhere and does
    /// not wait for it. It may miss intermediate steps, but not the last one.
    ///
    /// - Parameters:
    ///   - file: a file URL.
    ///   - resuming: whether to resume an earlier download to the same file, and to keep the received part if the
    ///     content is interrupted.
    ///   - progress: Receives the progress, whenever more has arrived.
    /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/file`` if the file cannot be written; `CancellationError`
    ///   if the task is cancelled.
    public nonisolated(nonsending) func write(
        to file: URL,
        resuming: Bool = false,
        progress: (TransferProgress) -> Void
    ) async throws {
        let (steps, latest) = AsyncStream.makeStream(of: TransferProgress.self, bufferingPolicy: .bufferingNewest(1))
        async let saving: Void = {
            defer { latest.finish() }
            try await save(to: file, resuming: resuming) { latest.yield($0) }
        }()
        for await step in steps { progress(step) }
        try await saving
    }

    private func save(to file: URL, resuming: Bool, _ progress: @Sendable (TransferProgress) -> Void) async throws {
        let path = file.path
        guard file.isFileURL, !path.isEmpty else {
            throw GitLabError(kind: .file, message: "a download can be written to file URLs only")
        }
        do {
            if resuming {
                try await writeResuming(to: path, progress)
            } else {
                let partial = try PartialFile(for: path)
                try await append(to: partial, progress)
                try partial.finish()
            }
        } catch let failure as PartialFile.Failure {
            throw GitLabError(
                kind: .file,
                message: "the download cannot be written to \(path): \(failure)",
                underlying: failure
            )
        }
    }

    /// Appends the content to the file.
    func append(to partial: PartialFile, _ progress: @Sendable (TransferProgress) -> Void) async throws {
        let total = part.total ?? length.map { Int64($0) }
        for try await chunk in self {
            try partial.write(chunk)
            progress(TransferProgress(completed: partial.length, total: total))
        }
    }
}
