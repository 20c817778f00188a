// The whole of a request's body, files on disk included.

import GitLab

extension RequestBody {
    func collected() async throws -> [UInt8] {
        if let bytes { return bytes }
        var bytes: [UInt8] = []
        for try await chunk in try open() { bytes.append(contentsOf: chunk) }
        return bytes
    }
}
