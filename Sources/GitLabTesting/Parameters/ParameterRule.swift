// The rules that Grape applies to an attribute, one after the other.

import GitLab

/// A validator of Grape or of GitLab.
enum ParameterRule: Hashable {
    /// A required attribute is there, also as null.
    case presence
    /// The value can be converted to the type.
    case type
    /// The value is not blank.
    case text
    /// The value, or each of its elements, is one of these.
    case values([JSONValue])
    /// The value is a number that is not outside of these.
    case range(minimum: Int?, maximum: Int?)
    /// The value is not 0, as a size of pages.
    case notZero
    /// The value has at most as many characters.
    case length(Int)

    /// The rules in Grape's order.
    static func all(of attribute: DeclaredAttribute, in table: OperationTable) -> [ParameterRule] {
        var rules: [ParameterRule] = attribute.isRequired ? [.presence] : []
        if attribute.type != .builtIn("json") { rules.append(.type) }
        if attribute.rejectsBlank { rules.append(.text) }
        if let values = (attribute.type.element ?? attribute.type).name.flatMap({ table.enums[$0] }) {
            rules.append(.values(values))
        } else if attribute.hasRange {
            rules.append(.range(minimum: attribute.minimum, maximum: attribute.maximum))
        }
        if attribute.name == "per_page" { rules.append(.notZero) }
        if let length = attribute.maximumLength { rules.append(.length(length)) }
        return rules
    }

    /// The message about a converted value, with `%` for its name; nil if there is nothing wrong.
    ///
    /// - Parameter value: nil if it was not sent.
    func problem(with value: JSONValue?, isRequiredAtRoot: Bool) -> String? {
        switch self {
        case .presence: value == nil ? "is missing" : nil
        case .type: nil
        case .text: (value ?? .null) != false && (value ?? .null).isBlank ? "is empty" : nil
        case .values(let values): problem(with: value, isRequiredAtRoot) { values.contains($0) }
        case .range(let minimum, let maximum):
            problem(with: value, isRequiredAtRoot) { element in
                guard let number = element.number else { return false }
                return minimum.map { number >= Double($0) } ?? true && maximum.map { number <= Double($0) } ?? true
            }
        case .notZero: value?.number == 0 ? "has a value not allowed" : nil
        case .length(let most): (value ?? .null).size > most ? "% must be less than \(most) characters" : nil
        }
    }

    /// A required attribute of the request itself is compared also where it is null.
    private func problem(
        with value: JSONValue?, _ isRequiredAtRoot: Bool, _ isAllowed: (JSONValue) -> Bool
    ) -> String? {
        let value = value ?? .null
        if value == .null, !isRequiredAtRoot { return nil }
        return (value.arrayValue ?? [value]).allSatisfy(isAllowed) ? nil : "does not have a valid value"
    }
}

extension DeclaredAttribute {
    /// Texts that stand for the thing itself, and cannot be empty.
    private static let identifying: Set<String> = [
        "branch", "branch_name", "email", "key", "name", "path", "ref", "tag_name", "title", "username",
    ]

    /// Whether GitLab declares that it cannot be blank.
    var rejectsBlank: Bool { isRequired && location != "path" && Self.identifying.contains(name) }

    /// Whether a number has limits. GitLab takes any number of a page, and reduces the size of one.
    var hasRange: Bool {
        (minimum != nil || maximum != nil) && !["page", "per_page"].contains(name)
            && [.builtIn("integer"), .builtIn("number")].contains(type.element ?? type)
    }

    /// The attributes of a hash, or of the hashes of an array.
    func members(in table: OperationTable) -> [DeclaredAttribute]? {
        (type.element ?? type).name.flatMap { table.hashes[$0] }
    }
}

extension JSONValue {
    fileprivate var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }

    /// The number of characters, elements or members.
    fileprivate var size: Int {
        switch self {
        case .string(let text): text.unicodeScalars.count
        case .array(let elements): elements.count
        case .object(let members): members.count
        case .null, .bool, .integer, .double: 0
        }
    }
}
