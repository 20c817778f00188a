// A DecodingError in words that name the place in the JSON and show its value.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension DecodingError {
    /// Place, reason and the value there in one line: `[3].id: Expected to decode Int but found a string instead: "x"`.
    ///
    /// - Parameter bytes: the JSON that was read.
    func placeAndReason(in bytes: [UInt8]) -> String {
        let (context, path, reason): (Context, [any CodingKey], String) =
            switch self {
            case .typeMismatch(_, let context), .dataCorrupted(let context):
                (context, context.codingPath, context.debugDescription)
            case .valueNotFound(let type, let context):
                (context, context.codingPath, "null, where \(type) is needed")
            case .keyNotFound(let key, let context):
                (context, context.codingPath + [key], "missing")
            @unknown default:
                (Context(codingPath: [], debugDescription: ""), [], "\(self)")
            }
        let place = Self.text(path)
        guard let json = try? JSONValue(json: bytes) else {
            return JSONSnippet.unreadable(bytes, context.underlyingError.map { "\($0)" })
        }
        let line = place.isEmpty ? reason : "\(place): \(reason)"
        guard let snippet = snippet(of: json) else { return line }
        return "\(line.hasSuffix(".") ? String(line.dropLast()) : line): \(snippet)"
    }

    private static func text(_ path: [any CodingKey]) -> String {
        var place = ""
        for key in path {
            if let index = key.intValue {
                place += "[\(index)]"
            } else {
                place += place.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return place
    }

    /// Returns the value at the place, bounded; nil if there is none, or one that might be a secret.
    private func snippet(of json: JSONValue) -> String? {
        switch self {
        case .typeMismatch(_, let context), .dataCorrupted(let context):
            guard !(context.underlyingError is RedactedValueError),
                !context.codingPath.contains(where: { JSONSnippet.soundsSecret($0.stringValue) })
            else { return nil }
            return Self.value(at: context.codingPath, in: json).map(JSONSnippet.text)
        case .keyNotFound(_, let context):
            return Self.value(at: context.codingPath, in: json).map(JSONSnippet.text)
        case .valueNotFound: return nil
        @unknown default: return nil
        }
    }

    private static func value(at path: [any CodingKey], in json: JSONValue) -> JSONValue? {
        path.reduce(json) { value, key in key.intValue.map { value?[$0] } ?? value?[key.stringValue] }
    }
}

extension JSONError {
    /// Place and reason without the offset: `[3].id: a string, where an integer is needed`.
    var placeAndReason: String { path.isEmpty ? reason : "\(path): \(reason)" }

    /// Place, reason and the value there in one line: `[3].id: a string, where an integer is needed: "x"`.
    ///
    /// - Parameter bytes: the JSON that was read.
    func placeAndReason(in bytes: [UInt8]) -> String {
        if kind == .notJSON { return JSONSnippet.unreadable(bytes, "\(placeAndReason) (byte \(offset))") }
        guard !isAboutSecret, kind == .missing || !JSONSnippet.soundsSecret(path), let value = value(in: bytes) else {
            return placeAndReason
        }
        return value == .null ? placeAndReason : "\(placeAndReason): \(JSONSnippet.text(value))"
    }

    /// Returns the value at the offset.
    private func value(in bytes: [UInt8]) -> JSONValue? {
        bytes.withUnsafeBufferPointer { bytes in
            guard var cursor = try? JSONCursor(bytes), offset < bytes.count else { return nil }
            cursor.position += offset
            return try? cursor.value()
        }
    }
}

/// Values in messages.
enum JSONSnippet {
    private static let longest = 100

    /// Returns a single value as it is; of an object and an array only the kind, with the names of the members.
    static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .double(let value): "\(value)"
        case .string(let value): bounded(SecretText.redacting(value).debugDescription)
        case .array(let elements): "an array of \(elements.count)"
        case .object(let members):
            members.isEmpty
                ? "an empty object"
                : bounded("an object with " + NameOrder.sorted(members.keys.map(\.self)).joined(separator: ", "))
        }
    }

    /// Returns whether a name sounds like that of a secret, because types of the user's own mark none.
    static func soundsSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["token", "password", "secret", "private_key"].contains { name.contains($0) }
    }

    /// Returns the message for a body that is not JSON.
    static func unreadable(_ bytes: [UInt8], _ detail: String?) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let first = text.first { !$0.isWhitespace }
        // A text that begins like JSON may contain anything, secrets too, up to the error.
        if first == "{" || first == "[" || first == "\"" {
            return "\(bytes.count) bytes that are not valid JSON\(bounded(detail.map { ": \($0)" } ?? ""))"
        }
        return "it is not JSON and begins with \(bounded(text.debugDescription))"
    }

    static func bounded(_ text: String) -> String {
        text.count > longest ? text.prefix(longest) + "…" : text
    }
}
