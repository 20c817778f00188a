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
    /// folder first, which is renamed at the end, and removed if anything goes wrong. The folder must exist.
    ///
    /// - Parameter file: a file URL.
    /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/file`` if the file can not be written; `CancellationError`
    ///   if the task is cancelled.
    public func write(to file: URL) async throws {
        let path = file.path
        guard file.isFileURL, !path.isEmpty else {
            throw GitLabError(kind: .file, message: "a download can be written to file URLs only")
        }
        do {
            let partial = try PartialFile(for: path)
            for try await chunk in self { try partial.write(chunk) }
            try partial.finish()
        } catch let failure as PartialFile.Failure {
            throw GitLabError(
                kind: .file,
                message: "the download can not be written to \(path): \(failure)",
                underlying: failure
            )
        }
    }
}
