// Parameters and files as a multipart body.

/// Writes parameters as multipart/form-data: one part for each pair of a bracketed key and a text, or a file.
///
/// Two parsers read it, Go's in Workhorse and Rack's behind it, and where they differ only the common ground is used:
/// the name before the file name, `"` and `\` with a backslash before them, UTF-8 as it is, no media type on text.
struct MultipartBody: PairOutput {
    let boundary: String
    /// The pieces: files on disk, and the bytes before each.
    private(set) var pieces: [RequestBody.Piece] = []
    /// The bytes since the last piece.
    private var bytes: [UInt8] = []
    /// Whether a value holds the boundary, which would end its part early.
    private var collides = false
    private var parts = 0
    private var files = 0
    private var textBytes = 0

    /// The limits of GitLab's servers; above them they respond with errors that do not say what is wrong.
    private enum Limit {
        static let parts = 4_095
        static let files = 127
        static let textBytes = 16 * 1_024 * 1_024
    }

    /// How often another boundary is tried; 128 random bits do not collide by chance.
    private static let attempts = 8

    init(boundary: String) {
        self.boundary = boundary
    }

    /// - Parameter nextBoundary: makes a boundary of letters, digits and dashes.
    static func encode(
        _ parameters: Parameters,
        nextBoundary: () -> String = randomBoundary
    ) throws(ValidationError) -> (pieces: [RequestBody.Piece], boundary: String) {
        for _ in 0..<attempts {
            var body = MultipartBody(boundary: nextBoundary())
            for pair in parameters.pairs { try BracketWriter.write(pair.name, pair.value, to: &body) }
            guard !body.collides else { continue }
            body.bytes.append(contentsOf: "--\(body.boundary)--\r\n".utf8)
            body.endPiece()
            return (body.pieces, body.boundary)
        }
        throw ValidationError("every boundary that was tried occurs in the values")
    }

    static func randomBoundary() -> String {
        var generator = SystemRandomNumberGenerator()
        return "gitlab-swift-" + String(generator.next(), radix: 16) + "-" + String(generator.next(), radix: 16)
    }
}

// MARK: - Parts

extension MultipartBody {
    var place: String { "a multipart body" }
    static var openBracket: StaticString { "[" }
    static var closeBracket: StaticString { "]" }

    static func objection(toName name: String) -> String? {
        if name.utf8.contains(where: isControl) { return "the key contains a control character" }
        if FileName.looksLikeParameter(name) {
            return "the server would read the text after the semicolon in the key as the name of the field"
        }
        return nil
    }

    static func append(name: String, to key: inout [UInt8]) {
        appendQuoted(name, to: &key)
    }

    mutating func writeNull(key: [UInt8], at path: AttributePath) throws(ValidationError) {
        throw ValidationError(
            path,
            "null cannot be sent next to a file, because every part of a multipart body has a value",
            wayOut: "unset it with a separate request"
        )
    }

    mutating func write(_ text: String, key: [UInt8], at path: AttributePath) throws(ValidationError) {
        guard !text.utf8.contains(0) else {
            throw ValidationError(path, "it contains a NUL character, which GitLab rejects")
        }
        textBytes += text.utf8.count
        guard textBytes <= Limit.textBytes else {
            throw ValidationError(
                path, "GitLab accepts up to 16 MiB of text next to files", wayOut: "send it as a file or separately")
        }
        try beginPart(key, at: path)
        bytes.append(contentsOf: "\r\n\r\n".utf8)
        appendContent(Array(text.utf8))
    }

    mutating func write(_ file: FileUpload, key: [UInt8], at path: AttributePath) throws(ValidationError) {
        if let objection = FileName.objection(to: file.filename) {
            throw ValidationError(path, objection, wayOut: "rename it")
        }
        let contentType = file.contentType ?? "application/octet-stream"
        guard !contentType.isEmpty, contentType.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
            throw ValidationError(path, "its content type is empty or holds characters that a header field cannot")
        }
        files += 1
        guard files <= Limit.files else {
            throw ValidationError(path, "GitLab accepts up to \(Limit.files) files at once")
        }
        try beginPart(key, at: path)
        bytes.append(contentsOf: "; filename=\"".utf8)
        Self.appendQuoted(file.filename, to: &bytes)
        bytes.append(contentsOf: "\"\r\nContent-Type: \(contentType)\r\n\r\n".utf8)
        switch file.content {
        case .bytes(let content):
            appendContent(content)
        case .file(let url):
            do {
                _ = try ReadableFile(url)
            } catch {
                throw ValidationError(path, error.description)
            }
            // Not searched for the boundary: it would have to be read twice, and 128 random bits are not in it.
            endPiece()
            pieces.append(.file(url))
            bytes.append(contentsOf: "\r\n".utf8)
        }
    }

    private mutating func endPiece() {
        pieces.append(.bytes(bytes))
        bytes = []
    }

    private mutating func beginPart(_ key: [UInt8], at path: AttributePath) throws(ValidationError) {
        parts += 1
        guard parts <= Limit.parts else {
            throw ValidationError(path, "GitLab accepts up to \(Limit.parts) values next to files")
        }
        bytes.append(contentsOf: "--\(boundary)\r\nContent-Disposition: form-data; name=\"".utf8)
        bytes.append(contentsOf: key)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendContent(_ content: [UInt8]) {
        collides = collides || content.contains(sequence: Array(boundary.utf8))
        bytes.append(contentsOf: content)
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
    }

    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }
}

extension [UInt8] {
    /// Returns whether the bytes hold this sequence, compared from its end so that most bytes are never looked at.
    func contains(sequence: [UInt8]) -> Bool {
        guard let last = sequence.last else { return true }
        var steps = [Int](repeating: sequence.count, count: 256)
        for (index, byte) in sequence.dropLast().enumerated() { steps[Int(byte)] = sequence.count - 1 - index }
        var end = sequence.count - 1
        while end < count {
            let byte = self[end]
            if byte == last, self[(end - sequence.count + 1)...end].elementsEqual(sequence) { return true }
            end += steps[Int(byte)]
        }
        return false
    }
}
