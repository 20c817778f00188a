// The part of a file that a response holds, and requests for a part.

import HTTPTypes

/// The part of a file that the content of a response is.
struct ContentPart: Sendable, Hashable {
    /// The first byte of a part, from 0; nil if the content is the whole file, or an unknown part.
    let start: Int64?
    /// The bytes of the whole file; nil if that is not known.
    let total: Int64?
    /// The validator of this state of the file: a strong `ETag`, else a `Last-Modified` that is old enough to serve as
    /// one. nil if there is neither.
    let validator: String?
    /// Whether the content is a part of the file.
    let isPart: Bool

    init(_ head: HTTPResponse) {
        let fields = head.headerFields
        isPart = head.status.code == 206
        guard head.contentEncoding == nil else {
            // Lengths and places would be those of the compressed content.
            (start, total, validator) = (nil, nil, nil)
            return
        }
        if isPart {
            let range = fields[.contentRange].flatMap(Self.range)
            (start, total) = (range?.start, range?.total)
        } else {
            (start, total) = (nil, fields[.contentLength].flatMap { Int64($0) })
        }
        if let tag = fields[.eTag] {
            validator = tag.hasPrefix("\"") ? tag : nil
        } else if let changed = fields[.lastModified], let changedAt = HTTPDate.date(changed),
            let now = fields[.date].flatMap(HTTPDate.date), now.timeIntervalSince(changedAt) >= 60
        {
            validator = changed
        } else {
            validator = nil
        }
    }

    /// `bytes 100-199/200`, of which the end has to be the end of the file.
    private static func range(_ text: String) -> (start: Int64, total: Int64)? {
        guard text.lowercased().hasPrefix("bytes ") else { return nil }
        let halves = text.dropFirst(6).split(separator: "/")
        let ends = halves.first?.split(separator: "-") ?? []
        guard halves.count == 2, ends.count == 2, let total = Int64(halves[1]), let start = Int64(ends[0]),
            let end = Int64(ends[1]), start >= 0, start <= end, end == total - 1
        else { return nil }
        return (start, total)
    }
}

/// The part of a file to request.
enum DownloadRange: Sendable, Hashable {
    case whole
    /// From this byte on, if the file still has this validator; else the whole.
    case from(Int64, validator: String)

    func applied(to head: HTTPRequest) -> HTTPRequest {
        var head = head
        switch self {
        case .whole:
            break
        case .from(let start, let validator):
            head.headerFields[.range] = "bytes=\(start)-"
            head.headerFields[.ifRange] = validator
        }
        return head
    }
}
