// Saving a download to a file, whole or not at all.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Download {
    /// Writes the content to a file; one that is there is replaced.
    ///
    /// The file appears under its name once all of the content has come: it is written to a hidden neighbour in the same
    /// folder first, which is renamed at the end. The folder must exist.
    ///
    /// Where something goes wrong, the neighbour is removed; unless the download is resumed:
    ///
    /// ```swift
    /// let export = try await gitlab.projectExports.download(42)
    /// try await export.write(to: file, resuming: true) { print($0) }
    /// ```
    ///
    /// Then a content that breaks off is asked for again from where it ended (`Range`, `If-Range`), as often as a call is
    /// tried; and if that is of no use either, or the process ends, what has come stays there until the same download is
    /// written to the same file with `resuming` again. That takes a server that says which state of the file it sends (a
    /// strong `ETag`, or an old enough `Last-Modified`) and takes ranges. From others, and when the file has changed
    /// meanwhile, the whole content is downloaded anew. Never do two states of the file mix.
    ///
    /// - Parameters:
    ///   - file: a file URL.
    ///   - resuming: whether to take up what came before, and to keep what came if the content breaks off.
    /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/file`` if the file cannot be written; `CancellationError`
    ///   if the task is cancelled.
    public func write(to file: URL, resuming: Bool = false) async throws {
        try await save(to: file, resuming: resuming) { _ in }
    }

    /// Writes the content to a file as ``write(to:resuming:)`` does, and reports how much of it is there.
    ///
    /// The closure runs where the caller runs, on the main actor for example; the file is written elsewhere and does not
    /// wait for it. So it may miss intermediate steps, but not the last one.
    ///
    /// - Parameters:
    ///   - file: a file URL.
    ///   - resuming: whether to resume an earlier download to the same file, and to keep what came if the content breaks off.
    ///   - progress: Receives the part of the file that is there, whenever more has come.
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

    /// Writes the content behind what the file holds.
    func append(to partial: PartialFile, _ progress: @Sendable (TransferProgress) -> Void) async throws {
        let total = part.total ?? length.map { Int64($0) }
        for try await chunk in self {
            try partial.write(chunk)
            progress(TransferProgress(completed: partial.length, total: total))
        }
    }
}
