// Checks the attributes of a request as Grape does, which GitLab declares them with.

import GitLab

/// Compares what was sent with what an operation declares.
struct ParameterCheck {
    private let table: OperationTable
    private let match: RouteMatch
    private let sent: [String: JSONValue]

    init(_ match: RouteMatch, _ sent: [String: JSONValue], table: OperationTable) {
        self.match = match
        self.sent = sent
        self.table = table
    }

    /// Throws GitLab's response where it would reject the attributes: all problems in one text, as Grape joins them.
    func check() throws {
        var problems: [String] = []
        for attribute in match.operation.parameters(onPath: match.path) where !attribute.isWholeBody {
            problems += self.problems(with: sent[attribute.name], of: attribute, named: attribute.name)
        }
        for group in match.operation.atLeastOneOf where !group.contains(where: { sent[$0] != nil }) {
            problems.append(group.joined(separator: ", ") + " are missing, at least one parameter must be provided")
        }
        for group in match.operation.exclusive {
            let names = group.filter { sent[$0] != nil }
            if names.count > 1 { problems.append(names.joined(separator: ", ") + " are mutually exclusive") }
        }
        if !problems.isEmpty { throw FailureResponse(400, ["error": .string(problems.joined(separator: ", "))]) }
    }

    private func problems(with value: JSONValue?, of attribute: DeclaredAttribute, named name: String) -> [String] {
        guard let value else { return attribute.isRequired ? ["\(name) is missing"] : [] }
        if attribute.isRequired, Self.identifying.contains(attribute.name), value == .string("") {
            return ["\(name) is empty"]
        }
        if value == .null || value == .string("") { return [] }
        // GitLab takes any size of a page, and reduces it.
        let isPage = ["page", "per_page"].contains(attribute.name)
        let problems = problems(with: value, of: attribute.type, isComma: attribute.isCommaSeparated, named: name)
        return problems.isEmpty && !isPage ? limits(of: attribute, brokenBy: value, named: name) : problems
    }

    /// Texts that stand for the thing itself, and cannot be empty.
    private static let identifying: Set<String> = [
        "branch", "branch_name", "email", "key", "name", "path", "ref", "tag_name", "title", "username",
    ]

    private func limits(of attribute: DeclaredAttribute, brokenBy value: JSONValue, named name: String) -> [String] {
        if let length = attribute.maximumLength, let text = value.stringValue, text.count > length {
            return ["\(name) must be less than \(length) characters"]
        }
        guard let number = value.scalarText.flatMap(Double.init), attribute.type != .builtIn("string") else {
            return []
        }
        let isOutside =
            attribute.minimum.map { number < Double($0) } ?? false
            || attribute.maximum.map { number > Double($0) } ?? false
        return isOutside ? ["\(name) does not have a valid value"] : []
    }

    private func problems(
        with value: JSONValue, of type: DeclaredType, isComma: Bool, named name: String
    ) -> [String] {
        switch type {
        case .builtIn(let kind):
            ParameterValues.isValid(value, kind) ? [] : ["\(name) is invalid"]
        case .array(let element):
            elements(of: value, isComma: isComma, element).map { elements in
                elements.enumerated().flatMap { index, each in
                    problems(with: each, of: element, isComma: false, named: "\(name)[\(index)]")
                }
            } ?? ["\(name) is invalid"]
        case .openHash(let element):
            value.objectValue.map { members in
                members.sorted { $0.key < $1.key }.flatMap { key, each in
                    problems(with: each, of: element, isComma: isComma, named: "\(name)[\(key)]")
                }
            } ?? ["\(name) is invalid"]
        case .named(let declared):
            problems(with: value, ofDeclared: declared, named: name)
        }
    }

    private func problems(with value: JSONValue, ofDeclared declared: String, named name: String) -> [String] {
        if let values = table.enums[declared] {
            guard let text = value.scalarText else { return ["\(name) is invalid"] }
            return values.contains { $0.scalarText == text } ? [] : ["\(name) does not have a valid value"]
        }
        guard let attributes = table.hashes[declared] else { return [] }
        guard let members = value.objectValue else { return ["\(name) is invalid"] }
        return attributes.flatMap { problems(with: members[$0.name], of: $0, named: "\(name)[\($0.name)]") }
    }

    /// The elements of an array, or of a text that is split at commas; nil for another value.
    private func elements(of value: JSONValue, isComma: Bool, _ element: DeclaredType) -> [JSONValue]? {
        if let elements = value.arrayValue {
            return isComma ? elements.flatMap { $0.commaParts ?? [$0] } : elements
        }
        if isComma { return value.commaParts ?? [value] }
        // A hash with numbers for names is an array for Rails, and a single value is one for Grape.
        return value.objectValue.map { [.object($0)] }
    }
}

/// Values as GitLab reads them by their type.
enum ParameterValues {
    /// Whether a value can be read as a type.
    static func isValid(_ value: JSONValue, _ type: String) -> Bool {
        switch type {
        case "boolean": value.flag != nil
        case "integer": value.scalarText.flatMap(Int.init) != nil
        case "number": value.scalarText.flatMap(Double.init) != nil
        case "datetime", "date": value.stringValue.map(isDate) ?? false
        case "file": value["filename"] != nil
        case "json": true
        default: value.scalarText != nil
        }
    }

    /// Whether a text begins with a day: `2026-01-31`.
    private static func isDate(_ text: String) -> Bool {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    }
}

extension JSONValue {
    /// The text of a single value.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .double(let number): String(number)
        case .bool(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }

    /// The value as a flag, as Grape reads it.
    var flag: Bool? {
        switch scalarText?.lowercased() {
        case "true", "t", "1", "yes", "y", "on": true
        case "false", "f", "0", "no", "n", "off": false
        default: nil
        }
    }

    /// The parts of a text between commas.
    var commaParts: [JSONValue]? {
        stringValue.map { text in
            text.split(separator: ",").map { .string(String($0.drop { $0 == " " })) }
        }
    }
}
