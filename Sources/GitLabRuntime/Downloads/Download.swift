// A file that GitLab sends, chunk by chunk.

import HTTPTypes

/// A file that GitLab sends: its metadata, and the content, which can be read once.
///
/// ```swift
/// let snapshot = try await gitlab.projects.downloadSnapshot(42)
/// try await snapshot.write(to: file)
/// ```
///
/// ``write(to:resuming:progress:)`` saves the content to a file, ``bytes(upTo:)`` returns it in memory, and iterating
/// returns it chunk by chunk. Only ``bytes(upTo:)`` holds it in memory as a whole. Reading throws a ``GitLabError`` of
/// kind ``GitLabError/Kind/transport`` if the content is interrupted, so an end without an error is the real end; and
/// one of kind ``GitLabError/Kind/alreadyRead`` if reading has begun before.
public struct Download: AsyncSequence, Sendable {
    /// A chunk of the content, never an empty one.
    public typealias Element = [UInt8]

    // One reference: a download is passed through many functions.
    private let parts: DownloadParts

    /// The status of the response, 200 as a rule.
    public var status: Int { parts.status }

    /// The media type, such as `image/png`; nil if the server does not say.
    public var contentType: String? { parts.contentType }

    /// The name that the server proposes for the file; nil if it proposes none that can be used.
    ///
    /// It is the name of a file and never a path, without the server's folders and without control characters.
    public var fileName: String? { parts.fileName }

    /// The length of the content in bytes; nil if it is not known in advance.
    public var length: Int? { parts.length }

    /// The part of the file that this is, as far as the server says.
    var part: ContentPart { parts.part }

    /// The configuration of the client.
    var configuration: GitLabClient.Configuration { parts.source.client.configuration }

    init(_ exchanged: Exchanged, from source: DownloadSource) {
        parts = DownloadParts(exchanged, from: source)
    }

    /// Requests the same file once more.
    func repeated(_ range: DownloadRange) async throws -> Download {
        try await parts.source.download(range)
    }

    /// Returns the whole content.
    ///
    /// - Parameter limit: the most bytes to hold in memory.
    /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/tooLong`` if there are more; `CancellationError` if the task
    ///   is cancelled.
    public func bytes(upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        try await read(upTo: limit) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Passes on the content chunk by chunk, unless it is longer than the limit.
    func read(upTo limit: Int, _ append: ([UInt8]) -> Void) async throws {
        var received = 0
        for try await chunk in self {
            guard chunk.count <= limit - received else { throw parts.failure(ResponseBody.TooLong(limit: limit)) }
            received += chunk.count
            append(chunk)
        }
    }

    /// Starts reading.
    public func makeAsyncIterator() -> Iterator {
        Iterator(self)
    }

    /// Reads chunk by chunk.
    public struct Iterator: AsyncIteratorProtocol {
        private enum State {
            case beginning
            case reading(ResponseBody.Iterator)
            case ended
        }

        private let download: Download
        private var state = State.beginning
        private var received = 0

        fileprivate init(_ download: Download) {
            self.download = download
        }

        /// Returns the next chunk; nil at the end, and after an error.
        ///
        /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
        public mutating func next() async throws -> [UInt8]? {
            var chunks: ResponseBody.Iterator
            switch state {
            case .beginning: chunks = try await download.begin()
            case .reading(let iterator): chunks = iterator
            case .ended: return nil
            }
            state = .ended
            do {
                guard let chunk = try await chunks.next() else {
                    if let length = download.length, received < length {
                        throw CutShort(received: received, length: length)
                    }
                    return nil
                }
                received += chunk.count
                state = .reading(chunks)
                return chunk
            } catch {
                throw download.parts.failure(error)
            }
        }
    }

    /// The content ended before its announced length. Transports should notice; not all do.
    private struct CutShort: Error, CustomStringConvertible {
        let received: Int
        let length: Int
        var description: String { "\(received) of \(length) bytes came" }
    }

    private func begin() async throws -> ResponseBody.Iterator {
        guard await parts.once.begin() else {
            throw GitLabError(kind: .alreadyRead, message: "the content of a download can be read only once")
        }
        return parts.body.makeAsyncIterator()
    }
}

/// The metadata and the content of a download.
private final class DownloadParts: Sendable {
    let status: Int
    let contentType: String?
    let fileName: String?
    let length: Int?
    let part: ContentPart
    let body: ResponseBody
    let once = Once()
    let source: DownloadSource
    /// The request that the content came for, after all redirects.
    private let head: HTTPRequest

    init(_ exchanged: Exchanged, from source: DownloadSource) {
        let response = exchanged.response
        let fields = response.head.headerFields
        status = response.head.status.code
        contentType = fields[.contentType]
        fileName = fields[.contentDisposition].flatMap(ContentDisposition.fileName)
        // A content that is decompressed in transit is longer than announced.
        length = fields[.contentEncoding] == nil ? fields.integer(.contentLength).flatMap { $0 < 0 ? nil : $0 } : nil
        part = ContentPart(response.head)
        body = response.body
        head = exchanged.target.head
        self.source = source
    }

    /// Returns an error of the content as an error of the client.
    func failure(_ error: any Error) -> any Error { source.translated(error, head: head) }
}

/// Lets something happen once.
private actor Once {
    private var hasBegun = false

    func begin() -> Bool {
        defer { hasBegun = true }
        return !hasBegun
    }
}

extension Download: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The metadata of the file, in one line. The URL is left out: that of an object storage gives access to the file.
    public var description: String {
        let facts = [fileName, contentType, length.map { "\($0) bytes" }].compactMap(\.self)
        return "Download(\(facts.isEmpty ? "status \(status)" : facts.joined(separator: ", ")))"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// The metadata of the file.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "status": status, "contentType": contentType as Any, "fileName": fileName as Any,
                "length": length as Any,
            ])
    }
}
