// Checks the attributes of a request as Grape does, which GitLab declares them with.

import GitLab

/// Compares what was sent with what an operation declares, and converts it to the declared types.
///
/// It has the order and the words of Grape: each attribute goes through its rules, each rule goes through all elements
/// of an array, and the messages of one attribute stand together.
struct ParameterCheck {
    private let table: OperationTable
    private let match: RouteMatch
    private var values: JSONValue
    private var problems = ParameterProblems()
    /// Elements of arrays of hashes that are none.
    private var strayElements: [String] = []

    init(_ match: RouteMatch, _ request: ReceivedRequest, table: OperationTable) {
        self.match = match
        self.table = table
        var sent = request.parameters
        for case (.placeholder(let name), let text) in zip(match.pattern.parts, request.place) {
            sent[name] = .string(text)
        }
        values = .object(sent)
    }

    /// Returns the attributes, those of the path among them, converted to their types.
    ///
    /// - Throws: GitLab's response where it would reject them: all problems in one text, as Grape joins them.
    @discardableResult
    func check() throws -> [String: JSONValue] {
        var check = self
        let attributes = match.declaredParameters
        for attribute in attributes where attribute.type.isPlainArray(in: table) {
            if check.values[attribute.name] == .null { check.values.put([], at: [.member(attribute.name)]) }
        }
        check.validate(attributes, in: .root)
        check.validateGroups()
        // Grape overlooks these if no member is required, and fails later: 500.
        if check.problems.text == nil, let name = check.strayElements.first {
            check.problems.add("is invalid", to: [name])
        }
        if let text = check.problems.text { throw FailureResponse(400, ["error": .string(text)]) }
        return check.values.objectValue ?? [:]
    }

    private mutating func validateGroups() {
        let sent = values.objectValue ?? [:]
        for group in match.operation.atLeastOneOf where !group.contains(where: { sent[$0] != nil }) {
            problems.add("are missing, at least one parameter must be provided", to: group)
        }
        for group in match.operation.exclusive {
            let names = group.filter { sent[$0] != nil }
            if names.count > 1 { problems.add("are mutually exclusive", to: names) }
        }
    }

    private mutating func validate(_ attributes: [DeclaredAttribute], in scope: ParameterScope) {
        for attribute in attributes {
            for rule in ParameterRule.all(of: attribute, in: table) {
                for container in scope.containers { apply(rule, to: attribute, in: container, of: scope) }
            }
            guard let members = attribute.members(in: table) else { continue }
            if attribute.type.element != nil { noteStrayElements(of: attribute, in: scope) }
            guard let inner = scope.entering(attribute, values) else { continue }
            validate(members, in: inner)
        }
    }

    private mutating func noteStrayElements(of attribute: DeclaredAttribute, in scope: ParameterScope) {
        for container in scope.containers {
            let place = container.place.map { $0 + [.member(attribute.name)] }
            for (index, element) in (place.flatMap { values.value(at: $0) }?.arrayValue ?? []).enumerated()
            where element != .null && element.objectValue == nil {
                strayElements.append("\(container.name(of: attribute.name))[\(index)]")
            }
        }
    }

    private mutating func apply(
        _ rule: ParameterRule, to attribute: DeclaredAttribute, in container: ParameterScope.Container,
        of scope: ParameterScope
    ) {
        let found = container.place.flatMap { values.value(at: $0) } ?? [:]
        if scope.isOptional, found.isEmpty { return }
        let members = found.objectValue
        let value = members?[attribute.name]
        guard attribute.isRequired || value != nil else { return }
        let name = container.name(of: attribute.name)
        if rule != .presence, members == nil {
            if rule == .type { problems.add("is invalid", to: [name]) }
            return
        }
        guard rule == .type else {
            if let problem = rule.problem(with: value, isRequiredAtRoot: attribute.isRequired && scope.isRoot) {
                problems.add(problem.replacing("%", with: name), to: [name])
            }
            return
        }
        guard let converted = attribute.converted(value ?? .null, in: table) else {
            return problems.add("is invalid", to: [name])
        }
        guard let place = container.place, value != nil || converted != .null else { return }
        values.put(converted, at: place + [.member(attribute.name)])
    }
}

/// The messages about a request, by the attributes that they are about.
struct ParameterProblems {
    private var messages: [(names: [String], texts: [String])] = []

    mutating func add(_ text: String, to names: [String]) {
        let line = names.joined(separator: ", ") + " " + text
        if let index = messages.firstIndex(where: { $0.names == names }) {
            messages[index].texts.append(line)
        } else {
            messages.append((names, [line]))
        }
    }

    /// All messages, each once; nil if there are none.
    var text: String? {
        var lines: [String] = []
        for line in messages.flatMap(\.texts) where !lines.contains(line) { lines.append(line) }
        return lines.isEmpty ? nil : lines.joined(separator: ", ")
    }
}

extension RouteMatch {
    /// The attributes that the route declares: those of the path, the query and the body.
    var declaredParameters: [DeclaredAttribute] {
        let placeholders = pattern.parts.compactMap { part in
            if case .placeholder(let name) = part { name } else { nil }
        }
        return operation.attributes.filter { attribute in
            guard attribute.paths?.contains(path) ?? true, !attribute.isWholeBody else { return false }
            return attribute.location == "path"
                ? placeholders.contains(attribute.name)
                : attribute.location != "header" && !placeholders.contains(attribute.name)
        }
    }
}
