// The whole of a request's body, files on disk included.

import GitLab

extension RequestBody {
    /// - Parameter reporting: whether reading counts as sending, for those who observe the progress.
    func collected(reporting: Bool = true) async throws -> [UInt8] {
        if let bytes { return bytes }
        var bytes: [UInt8] = []
        for try await chunk in try open(reporting: reporting) { bytes.append(contentsOf: chunk) }
        return bytes
    }
}
