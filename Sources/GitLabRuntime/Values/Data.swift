// `Data` wherever bytes are accepted or returned.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension JSONReadable {
    /// Reads a JSON text, which is not copied.
    ///
    /// - Throws: ``JSONError`` if it is not JSON, or not a value of this type.
    public init(json data: Data) throws(JSONError) {
        let result = data.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: UInt8.self) { bytes in
                Result { () throws(JSONError) in
                    try JSONReader.read(Self.self, from: bytes, tolerance: Tolerance()).value
                }
            }
        }
        self = try result.get()
    }

    /// Reads a JSON text.
    ///
    /// - Throws: ``JSONError`` if it is not JSON, or not a value of this type.
    public init(json text: String) throws(JSONError) {
        let result = text.withBytes { bytes in
            Result { () throws(JSONError) in
                try JSONReader.read(Self.self, from: bytes, tolerance: Tolerance()).value
            }
        }
        self = try result.get()
    }
}

extension FileUpload {
    /// Creates a file from data in memory.
    ///
    /// - Parameters:
    ///   - filename: The name that GitLab sees and stores, without folders.
    ///   - contentType: The media type; nil sends `application/octet-stream`.
    ///   - data: The content, which is copied.
    public init(filename: String, contentType: String? = nil, data: Data) {
        self.init(filename: filename, contentType: contentType, bytes: Array(data))
    }
}

extension RequestBody {
    /// Creates a body from data, which is copied; without any there is no body.
    public init(_ data: Data) {
        self.init(Array(data))
    }
}

extension Download {
    /// Returns the whole content.
    ///
    /// - Parameter limit: The most bytes to hold in memory.
    /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/tooLong`` if there are more; `CancellationError` if the task
    ///   is cancelled.
    public func data(upTo limit: Int) async throws -> Data {
        var data = Data()
        try await read(upTo: limit) { data.append(contentsOf: $0) }
        return data
    }
}

extension RawResponse {
    /// A copy of the body.
    public var data: Data { Data(bytes) }
}
