// The content of a file, as an attribute or as the whole body of a request.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The content of a file that GitLab stores, in a repository or in a package: a text, bytes, or what a file of this
/// machine holds.
///
/// ```swift
/// CommitAction(action: .create, filePath: "README.md") { $0.content = "# Demo" }
/// CommitAction(action: .create, filePath: "logo.png") { $0.content = .file(at: URL(fileURLWithPath: "logo.png")) }
/// ```
///
/// A file is read while the request is sent, again for each retry, and never in memory as a whole; one that is missing is
/// rejected when the request is built. In a commit, bytes and files are sent as Base64, and the request says so
/// (`encoding`).
public struct FileContent: Sendable, Hashable {
    private enum Kind: Sendable, Hashable {
        case text(String)
        case bytes([UInt8])
        case file(URL)
    }

    private let kind: Kind

    private init(_ kind: Kind) { self.kind = kind }

    /// Returns a text.
    public static func text(_ text: String) -> FileContent { FileContent(.text(text)) }

    /// Returns bytes, of any kind.
    public static func bytes(_ bytes: [UInt8]) -> FileContent { FileContent(.bytes(bytes)) }

    /// Returns what a file of this machine holds when the request is sent.
    ///
    /// - Parameter url: a file URL.
    public static func file(at url: URL) -> FileContent { FileContent(.file(url)) }

    /// The content as it is.
    fileprivate var body: RequestBody {
        switch kind {
        case .text(let text): RequestBody(Array(text.utf8))
        case .bytes(let bytes): RequestBody(bytes)
        case .file(let url): RequestBody(pieces: [.file(url)])
        }
    }

    /// Whether it is sent as Base64.
    var isEncoded: Bool {
        if case .text = kind { false } else { true }
    }
}

extension FileContent: ExpressibleByStringLiteral {
    /// Creates a text.
    public init(stringLiteral text: String) { self = .text(text) }
}

extension FileContent: ParameterEncodable {
    /// The text, or the bytes as Base64.
    public var parameterValue: ParameterValue {
        switch kind {
        case .text(let text): .string(text)
        case .bytes(let bytes): .string(Data(bytes).base64EncodedString())
        case .file(let url): .base64(url)
        }
    }
}

extension FileContent: CustomStringConvertible {
    /// The text, the number of bytes, or the name of the file.
    public var description: String {
        switch kind {
        case .text(let text): text
        case .bytes(let bytes): "\(bytes.count) bytes"
        case .file(let url): url.path
        }
    }
}

extension ParameterEncoder {
    /// Sends the content of a file as the whole body, with the media type `application/octet-stream`.
    public mutating func setBody(_ content: FileContent) {
        set(BodyContent(bytes: content.body, contentType: "application/octet-stream"))
    }

    /// Adds the content of a file, and how it is encoded; nil is not sent.
    public mutating func add(_ name: String, encodedBy encoding: String, _ content: FileContent?) {
        guard let content else { return }
        add(name, value: content.parameterValue)
        if content.isEncoded { add(encoding, value: .string("base64")) }
    }
}
