// The error in the body of an unsuccessful response, in each of the shapes that GitLab uses.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// GitLab's description of an error.
///
/// The shapes: `{"message": …}`, `{"error": …}` and `{"errors": …}` with a text, a list, or a hash of attributes;
/// `error_description` and `scope` next to `error`; a list; plain text; a page of HTML, of which the title counts; nothing.
struct ErrorResponse: Hashable {
    /// One readable line; empty if the body says nothing.
    private(set) var message: String
    /// The messages by attribute.
    private(set) var fieldMessages: [String: [String]] = [:]
    /// The code of the failure, where there is a description beside it.
    private(set) var code: String?
    /// The sufficient scopes.
    private(set) var scopes: [String] = []
    /// The title of a page of HTML, if it may help.
    private(set) var pageTitle: String?

    /// The most bytes that are read of the body of an error.
    static let longestBody = 64 * 1_024

    /// The longest text that is used in a message, in characters.
    private static let longestText = 500

    init(body: [UInt8], contentType: String?) {
        let text = String(decoding: body, as: UTF8.self)
        switch (try? JSONValue(json: body))?.shallow {
        case .object(let object):
            message = ""
            read(object, source: text)
        case .array(let elements):
            message = ""
            message = Self.oneLine(sentence(for: .array(elements)))
        case .string(let quoted):
            message = Self.oneLine(quoted)
        case .null:
            message = ""
        case .bool, .integer, .double, nil:
            if Self.isMarkup(text, contentType: contentType) {
                message = ""
                pageTitle = PageTitle.find(in: text)
            } else {
                message = Self.oneLine(text)
            }
        }
    }

    private mutating func read(_ object: [String: JSONValue], source: String) {
        for name in ["message", "error", "errors"] {
            guard let said = object[name], said != .null else { continue }
            let text = sentence(for: said)
            if message.isEmpty { message = text } else if !text.isEmpty, message != text { message += ": " + text }
        }
        if case .string(let description)? = object["error_description"] {
            if case .string(let error)? = object["error"] { code = error }
            message = message.isEmpty ? description : "\(message): \(description)"
        }
        if case .string(let scope)? = object["scope"] {
            scopes = scope.split { $0 == " " || $0 == "," }.map(String.init)
            message += " (scope: \(scope))"
        }
        if case .string(let reason)? = object["reason"] { message += " (\(reason))" }
        message = Self.oneLine(message.isEmpty ? source : message)
    }

    /// Returns a text as it is, a list joined, a hash by attribute; notes the attributes.
    private mutating func sentence(for value: JSONValue) -> String {
        switch value {
        case .object(let members):
            var parts: [String] = []
            for (name, member) in members.sortedByName {
                if name == "error" || name == "message", case .string(let text) = member {
                    parts.append(text)
                } else {
                    parts += note(member, at: name)
                }
            }
            return parts.joined(separator: "; ")
        case .array(let elements):
            var parts: [String] = []
            for element in elements { parts.append(sentence(for: element)) }
            return parts.filter { !$0.isEmpty }.joined(separator: ", ")
        case .null, .bool, .integer, .double, .string:
            return Self.texts(value).joined()
        }
    }

    private mutating func note(_ value: JSONValue, at field: String) -> [String] {
        if case .object(let members) = value {
            return members.sortedByName.flatMap { note($0.value, at: "\(field).\($0.key)") }
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
            members.sortedByName.flatMap { member in texts(member.value).map { "\(member.key) \($0)" } }
        }
    }

    private static func isMarkup(_ text: String, contentType: String?) -> Bool {
        if let contentType, contentType.lowercased().contains("html") { return true }
        return text.first { !$0.isWhitespace } == "<"
    }

    /// Returns the text on one line, not longer than a message should be.
    private static func oneLine(_ text: String) -> String {
        let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "\0" }).joined(separator: " ")
        return words.count > longestText ? words.prefix(longestText) + "…" : words
    }
}

extension JSONValue {
    /// The value without what is nested deeper, or stands further behind, than GitLab's errors ever are: of a body that is
    /// neither, messages would take hours.
    fileprivate var shallow: JSONValue {
        var left = 100
        return shallow(depth: 8, &left)
    }

    private func shallow(depth: Int, _ left: inout Int) -> JSONValue {
        switch self {
        case .null, .bool, .integer, .double, .string:
            left -= 1
            return self
        case .array(let elements):
            var kept: [JSONValue] = []
            for element in elements where left > 0 && depth > 0 {
                kept.append(element.shallow(depth: depth - 1, &left))
            }
            return .array(kept)
        case .object(let members):
            var kept: [String: JSONValue] = [:]
            for (name, member) in members.sortedByName where left > 0 && depth > 0 {
                kept[name] = member.shallow(depth: depth - 1, &left)
            }
            return .object(kept)
        }
    }
}

extension ErrorResponse {
    /// Returns the line for people: the message of the body, else the meaning of the status, with the title of the page
    /// if it says more.
    func line(status: Int, reason: String) -> String {
        guard message.isEmpty else { return message }
        let line = "\(status) \(reason)"
        guard let pageTitle else { return line }
        // Most titles of proxies are the status once more.
        let known = Set(line.lowercased().split(separator: " "))
        let words = pageTitle.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.allSatisfy(known.contains) ? line : "\(line): \(pageTitle)"
    }
}
