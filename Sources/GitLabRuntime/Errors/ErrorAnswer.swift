// What GitLab says in the body of an answer that is no success, in each of the shapes it uses.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// GitLab's words about a failure.
///
/// The shapes: `{"message": …}` and `{"error": …}` with a text, a list, or a hash of attributes; `error_description`
/// and `scope` next to `error`; plain text; a page of HTML from a proxy, which is left out; nothing.
struct ErrorAnswer: Hashable {
    /// One readable line; empty if the body says nothing.
    private(set) var message: String
    /// The messages by attribute.
    private(set) var fieldMessages: [String: [String]] = [:]

    /// The longest text that is taken over into a message, in characters.
    private static let longestText = 500

    init(body: [UInt8], contentType: String?) {
        let text = String(decoding: body, as: UTF8.self)
        if let object = try? JSONDecoder().decode([String: JSONValue].self, from: Data(body)) {
            message = ""
            read(object, source: text)
        } else if let quoted = try? JSONDecoder().decode(String.self, from: Data(body)) {
            message = Self.oneLine(quoted)
        } else if Self.isMarkup(text, contentType: contentType) {
            message = ""
        } else {
            message = Self.oneLine(text)
        }
    }

    private mutating func read(_ object: [String: JSONValue], source: String) {
        if let said = object["message"], said != .null {
            message = sentence(for: said)
        }
        if let error = object["error"], error != .null {
            let text = sentence(for: error)
            if message.isEmpty { message = text } else if message != text { message += ": " + text }
        }
        if case .string(let description)? = object["error_description"] {
            message = message.isEmpty ? description : "\(message): \(description)"
        }
        if case .string(let scope)? = object["scope"] { message += " (scope: \(scope))" }
        if case .string(let reason)? = object["reason"] { message += " (\(reason))" }
        message = Self.oneLine(message.isEmpty ? source : message)
    }

    /// A text as it is, a list joined, a hash by attribute; notes the attributes.
    private mutating func sentence(for value: JSONValue) -> String {
        guard case .object(let members) = value else { return Self.texts(value).joined(separator: ", ") }
        var parts: [String] = []
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            if name == "error", case .string(let text) = member {
                parts.append(text)
            } else {
                parts += note(member, at: name)
            }
        }
        return parts.joined(separator: "; ")
    }

    private mutating func note(_ value: JSONValue, at field: String) -> [String] {
        if case .object(let members) = value {
            return members.sorted { $0.key < $1.key }.flatMap { note($0.value, at: "\(field).\($0.key)") }
        }
        let texts = Self.texts(value)
        fieldMessages[field, default: []] += texts
        // Rails files what belongs to no attribute under "base".
        return texts.map { field == "base" ? $0 : "\(field) \($0)" }
    }

    private static func texts(_ value: JSONValue) -> [String] {
        switch value {
        case .null: []
        case .bool(let value): [value.description]
        case .integer(let value): [value.description]
        case .double(let value): [value.description]
        case .string(let value): [value]
        case .array(let elements): elements.flatMap(texts)
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap { member in texts(member.value).map { "\(member.key) \($0)" } }
        }
    }

    private static func isMarkup(_ text: String, contentType: String?) -> Bool {
        if let contentType, contentType.lowercased().contains("html") { return true }
        return text.first { !$0.isWhitespace } == "<"
    }

    /// The text on one line, not longer than a message should be.
    private static func oneLine(_ text: String) -> String {
        let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "\0" }).joined(separator: " ")
        return words.count > longestText ? words.prefix(longestText) + "…" : words
    }
}
