// The hashes whose members are validated together.

import GitLab

/// The values that a table of attributes applies to: the attributes of a request, a hash, or the elements of an array.
struct ParameterScope {
    /// A step into a value.
    enum Step: Hashable {
        case member(String)
        case element(Int)
    }

    struct Container {
        /// `variables[0]`; empty for the request.
        let name: String
        /// nil for the empty hash that Grape takes in place of one that is missing.
        let place: [Step]?

        /// The full name of a member.
        func name(of member: String) -> String { name.isEmpty ? member : "\(name)[\(member)]" }
    }

    let containers: [Container]
    let isOptional: Bool
    let isRoot: Bool

    static let root = ParameterScope(containers: [Container(name: "", place: [])], isOptional: false, isRoot: true)

    /// The scope of the members of an attribute; nil where Grape does not validate them, because there is nothing.
    func entering(_ attribute: DeclaredAttribute, _ values: JSONValue) -> ParameterScope? {
        let isArray = attribute.type.element != nil
        var inner: [Container] = []
        var isBlank = true
        for container in containers {
            let place = container.place.map { $0 + [.member(attribute.name)] }
            let name = container.name(of: attribute.name)
            guard let place, let found = values.value(at: place), found != .null, found != false else {
                if !isArray { inner.append(Container(name: name, place: nil)) }
                continue
            }
            isBlank = isBlank && found.hasNothing
            if isArray {
                inner += (found.arrayValue ?? []).indices.map { index in
                    Container(name: "\(name)[\(index)]", place: place + [.element(index)])
                }
            } else {
                inner.append(Container(name: name, place: place))
            }
        }
        if !attribute.isRequired, isBlank { return nil }
        return ParameterScope(containers: inner, isOptional: !attribute.isRequired, isRoot: false)
    }
}

extension JSONValue {
    /// The value at a place; nil where there is none.
    func value(at place: [ParameterScope.Step]) -> JSONValue? {
        place.reduce(self as JSONValue?) { value, step in
            switch (step, value) {
            case (.member(let name), .object(let members)?): members[name]
            case (.element(let index), .array(let elements)?) where elements.indices.contains(index): elements[index]
            default: nil
            }
        }
    }

    /// Replaces the value at a place, or adds a member; a place that is not there stays so.
    mutating func put(_ value: JSONValue, at place: some Collection<ParameterScope.Step>) {
        guard let step = place.first else {
            self = value
            return
        }
        switch (step, self) {
        case (.member(let name), .object(var members)):
            self = .null  // so that the members are not copied
            members[name, default: .null].put(value, at: place.dropFirst())
            self = .object(members)
        case (.element(let index), .array(var elements)) where elements.indices.contains(index):
            self = .null
            elements[index].put(value, at: place.dropFirst())
            self = .array(elements)
        default: break
        }
    }

    /// Whether it is null, or has no characters, elements or members.
    var isEmpty: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        case .bool, .integer, .double: false
        }
    }

    /// Whether Rails calls it blank.
    var isBlank: Bool {
        switch self {
        case .bool(let flag): !flag
        case .string(let text): text.allSatisfy(\.isWhitespace)
        default: isEmpty
        }
    }

    /// Whether it is blank, or an array of what is blank.
    fileprivate var hasNothing: Bool { isBlank || arrayValue?.allSatisfy(\.isBlank) ?? false }
}
