// A DecodingError in words that name the place in the JSON and show what stands there.

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
        guard let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
            return Self.unreadable(bytes, context)
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

    /// What stands at the place, bounded; nil if there is nothing to see, or something that might be a secret.
    private func snippet(of json: JSONValue) -> String? {
        switch self {
        case .typeMismatch(_, let context), .dataCorrupted(let context):
            guard !(context.underlyingError is HiddenValueError), !context.codingPath.contains(where: Self.soundsSecret)
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

    /// A type of the user's own says of no field that it is secret.
    private static func soundsSecret(_ key: any CodingKey) -> Bool {
        let name = key.stringValue.lowercased()
        return ["token", "password", "secret", "private_key"].contains { name.contains($0) }
    }

    private static func unreadable(_ bytes: [UInt8], _ context: Context) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let first = text.first { !$0.isWhitespace }
        // What begins like JSON may hold anything, secrets too, up to where it breaks.
        if first == "{" || first == "[" || first == "\"" {
            let detail = context.underlyingError.map { ": \($0)" } ?? ""
            return "\(bytes.count) bytes that are not valid JSON\(JSONSnippet.bounded(detail))"
        }
        return "it is not JSON and begins with \(JSONSnippet.bounded(text.debugDescription))"
    }
}

/// Values in messages.
enum JSONSnippet {
    private static let longest = 100

    /// A single value as it is; of an object and an array only the kind, with the names of the members.
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
                : bounded("an object with " + members.keys.sorted().joined(separator: ", "))
        }
    }

    static func bounded(_ text: String) -> String {
        text.count > longest ? text.prefix(longest) + "…" : text
    }
}
