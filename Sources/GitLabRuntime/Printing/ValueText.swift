// Values as text for people: Swift's names, no nil values, no secrets, and a bounded length.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes a model, a request or a page as Swift would construct it: `Project(id: 42, name: "demo")`.
///
/// Nil values are left out, a secret is `[redacted]`, and the text is bounded in every direction.
struct ValueText {
    private enum Limit {
        /// Levels of values within values.
        static let depth = 8
        /// Elements of an array or members of a dictionary.
        static let elements = 20
        /// Unicode scalars of a string.
        static let scalars = 200
        /// Bytes of the whole, after which no further field or element begins.
        static let bytes = 16_384
    }

    private var text = ""
    private var depth = 0

    private init() {}

    /// Returns the text of a value.
    static func text(of value: Any) -> String {
        var writer = ValueText()
        writer.write(value)
        return writer.text
    }

    /// Returns the text of something that has these members.
    static func text(_ name: String, _ members: [(label: String, value: Any)]) -> String {
        var writer = ValueText()
        writer.write(name, members)
        return writer.text
    }
}

// MARK: - Values

extension ValueText {
    private mutating func write(_ value: Any) {
        switch value {
        case let value as any Wrapping:
            guard let wrapped = value.wrapped else {
                text += "nil"
                return
            }
            write(wrapped)
        case let value as String: write(string: value)
        case let value as Date: text += Timestamp.text(value) ?? value.description
        case let value as IDOrPath:
            if value.isNumber { text += value.description } else { write(string: value.description) }
        case let value as JSONValue: write(json: value)
        case let value as any GitLabModel: write(Self.name(of: value), Self.members(of: value))
        case let value as any CustomStringConvertible & EndpointRequest: text += value.description
        case is any EndpointRequest, is any ParameterHash:
            write(Self.name(of: value), RequestMembers.members(of: value))
        default: write(other: value)
        }
    }

    private mutating func write(json: JSONValue) {
        switch json {
        case .null: text += "nil"
        case .bool(let value): text += value.description
        case .integer(let value): text += value.description
        case .double(let value): text += value.description
        case .string(let value): write(string: value)
        case .array(let elements): write(other: elements)
        case .object(let members): write(other: members)
        }
    }

    private mutating func write(other value: Any) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .collection:
            write("[", mirror.children.prefix(Limit.elements).map { (nil, $0.value) }, of: mirror.children.count, "]")
        case .dictionary:
            let members = mirror.children.compactMap { child -> (label: String?, value: Any)? in
                guard let member = child.value as? (key: AnyHashable, value: Any) else { return nil }
                return ("\(member.key)", member.value)
            }
            .sorted { $0.label ?? "" < $1.label ?? "" }
            write(
                "[", members.prefix(Limit.elements).map { ($0.label.map(Self.quoted), $0.value) }, of: members.count,
                "]")
        default:
            // Numbers, enums, dates, files, and whatever a user's own type says about itself.
            let description = String(describing: value)
            text += description.utf8.count > Limit.bytes ? Self.cut(description) : description
        }
    }

    private mutating func write(string: String) { text += Self.quoted(string) }

    private static func quoted(_ string: String) -> String {
        string.utf8.count <= Limit.scalars ? redacted(string).debugDescription : cut(string)
    }

    /// Returns the text without the users and passwords of URLs in it, as in the address of a hook or a mirror.
    private static func redacted(_ string: String) -> String {
        string.utf8.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "=") }
            ? SecretText.redacting(string) : string
    }

    /// Returns the beginning of a string and how long it is.
    private static func cut(_ string: String) -> String {
        let scalars = string.unicodeScalars.prefix(Limit.scalars)
        guard scalars.endIndex < string.endIndex else { return redacted(string).debugDescription }
        // A secret is found only with what follows it.
        let longer = redacted(String(string.unicodeScalars.prefix(Limit.scalars * 10)))
        return String(longer.unicodeScalars.prefix(Limit.scalars)).debugDescription.dropLast()
            + "…\" (\(string.utf8.count) bytes)"
    }

    private static func members<Model: GitLabModel>(of model: Model) -> [(label: String, value: Any)] {
        Model.modelFields.members(of: model)
    }

    private static func name(of value: Any) -> String { String(describing: type(of: value)) }
}

// MARK: - What values are made of

extension ValueText {
    /// Writes the values that are not nil.
    private mutating func write(_ name: String, _ members: [(label: String, value: Any)]) {
        let set = members.filter { !(($0.value as? any Wrapping)?.isNil ?? false) }
        write("\(name)(", set.map { ($0.label, $0.value) }, of: set.count, ")")
    }

    private mutating func write(
        _ opening: String, _ elements: [(label: String?, value: Any)], of count: Int, _ closing: String
    ) {
        text += opening
        defer { text += closing }
        guard depth < Limit.depth else {
            if count > 0 { text += "…" }
            return
        }
        depth += 1
        defer { depth -= 1 }
        var written = 0
        for element in elements {
            guard text.utf8.count < Limit.bytes else { break }
            if written > 0 { text += ", " }
            if let label = element.label { text += "\(label): " }
            write(element.value)
            written += 1
        }
        if written < count { text += "\(written > 0 ? ", " : "")… \(count - written) more" }
    }
}

// MARK: - Wrapped values

/// A wrapper whose value is shown in its place.
private protocol Wrapping {
    /// The value; nil if there is none, which shows as `nil`.
    var wrapped: Any? { get }

    /// Whether there is nothing to show.
    var isNil: Bool { get }
}

extension Optional: Wrapping {
    fileprivate var wrapped: Any? { self }
    fileprivate var isNil: Bool {
        guard let self else { return true }
        return (self as? any Wrapping)?.isNil ?? false
    }
}

extension Boxed: Wrapping {
    fileprivate var wrapped: Any? { wrappedValue }
    fileprivate var isNil: Bool { wrappedValue == nil }
}

extension WriteState: Wrapping {
    fileprivate var wrapped: Any? { value }
    fileprivate var isNil: Bool {
        switch self {
        case .absent: true
        case .null, .value: false
        }
    }
}

extension Redacted: Wrapping {
    /// Never the value; but null in place of one is no secret.
    fileprivate var wrapped: Any? {
        guard let state = value as? any Wrapping, state.wrapped == nil else { return SecretMark() }
        return nil
    }
    fileprivate var isNil: Bool { (value as? any Wrapping)?.isNil ?? false }
}

/// Stands where a secret is.
private struct SecretMark: CustomStringConvertible {
    var description: String { SecretText.redaction }
}
