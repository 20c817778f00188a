// Emits request builders:
//
//     /// Gets one project.
//     ///
//     /// `GET /projects/:id`.
//     ///
//     /// [GitLab's documentation](https://docs.gitlab.com/api/projects/)
//     public struct GetProject: GitLabRequest, Hashable, CustomDebugStringConvertible {
//         public typealias Response = Project
//         public static let endpoint = Endpoint("projects.get", .get, "/projects/:id")
//
//         /// The project.
//         public var id: IDOrPath
//
//         /// Whether to add statistics.
//         public var statistics: Bool?
//
//         /// - Parameters:
//         ///   - id: The project.
//         ///   - configure: Sets further attributes.
//         public init(_ id: some ProjectReference, _ configure: (inout GetProject) -> Void = { _ in }) {
//             self.id = IDOrPath(id)
//             configure(&self)
//         }
//
//         public func addPath(to path: inout PathAttributes) {
//             path.add("id", id)
//         }
//
//         public func addQuery(to query: inout ParameterEncoder) {
//             query.add("statistics", statistics)
//         }
//     }

import SpecModel
import SpecSyntax

struct RequestEmitter {
    let operation: Operation
    let resource: Resource
    let vocabulary: Vocabulary

    /// The ways to make the request: one, or one for each attribute of which at least one is required.
    var initialisers: [Initialiser] {
        let required = operation.attributes.filter(\.isRequired)
        for case .atLeastOne(let names) in operation.constraints {
            let alternatives = names.compactMap { name in
                operation.attributes.first { $0.name.value == name.value && $0.availability.deprecation == nil }
            }
            if alternatives.isEmpty { break }
            return alternatives.map { alternative in
                // The object comes before its settings: `add(42, userID: 7, accessLevel: .developer)`.
                let place = required.prefix { $0.location == .path }.count
                let attributes = required[..<place] + [alternative] + required[place...]
                return initialiser(required: Array(attributes))
            }
        }
        return [initialiser(required: required)]
    }

    private func initialiser(required: [Attribute]) -> Initialiser {
        Initialiser(
            type: operation.request.value, required: required, of: operation.attributes, vocabulary: vocabulary)
    }

    func declaration() -> Declaration {
        let properties = AttributeProperties(
            attributes: operation.attributes, parent: operation.parent, vocabulary: vocabulary)
        var members: [Declaration] = [
            .property(
                Property(
                    isStatic: true, keyword: "let", name: "endpoint", value: endpoint))
        ]
        if let responseType { members.insert(responseType, at: 0) }
        if let order = operation.keysetOrder {
            members.append(
                .property(
                    Property(
                        isStatic: true, keyword: "let", name: "keyset", value: keyset(order))))
        }
        members += properties.members
        members += initialisers.map { $0.declaration() }
        let path = operation.attributes(in: .path)
        if !path.isEmpty {
            members.append(
                .function(
                    Function(
                        name: "addPath",
                        parameters: [Parameter("to", "path", "inout PathAttributes")],
                        body: path.map(addition))))
        }
        for additions in Additions.all {
            let lines = properties.additions(to: additions.parameters, from: additions.location)
            guard !lines.isEmpty else { continue }
            members.append(
                .function(
                    Function(
                        name: additions.function,
                        parameters: [Parameter("to", additions.parameters, "inout ParameterEncoder")], body: lines)))
        }
        return .structure(
            Structure(
                doc: documentation, name: operation.request.value,
                conformances: [conformance, "Hashable", "CustomDebugStringConvertible"],
                source: operation.request.range, members: members))
    }

    /// The line that passes an attribute of the path on.
    private func addition(_ attribute: Attribute) -> String {
        let name = attribute.swiftName.text
        // An attribute called `path` stands behind the parameter of that name.
        let value = name == "path" ? "self.path" : name.swiftIdentifier
        if attribute.isParent { return "path.add(\(value).parentPath)" }
        return "path.add(\(attribute.name.value.swiftLiteral), \(value))"
    }

    /// The type alias of the response; a download has none.
    private var responseType: Declaration? {
        switch operation.response.value {
        case .value(.array(let item)): .alias(TypeAlias(name: "Item", type: item.swiftType))
        case .value(let value): .alias(TypeAlias(name: "Response", type: value.swiftType))
        case .optionalValue(let value): .alias(TypeAlias(name: "Response", type: value.swiftType + "?"))
        case .nothing: .alias(TypeAlias(name: "Response", type: "EmptyResponse"))
        case .download: nil
        }
    }

    private var conformance: String {
        if operation.keysetOrder != nil { return "KeysetPagedRequest" }
        if operation.isPaged { return "OffsetPagedRequest" }
        return switch operation.response.value {
        case .value(.array): "ListRequest"
        case .value, .optionalValue, .nothing: "GitLabRequest"
        case .download: "DownloadRequest"
        }
    }

    var documentation: DocComment {
        let routes = operation.routes.map { "`\($0.text)`" }
        var facts = routes.count == 1 ? [routes[0] + "."] : []
        facts += operation.availability.sentences(vocabulary)
        facts += operation.constraints.compactMap(sentence)
        var doc = DocComment(
            vocabulary.swiftSentence(operation.about.value),
            paragraphs: [
                facts.joined(separator: " "), operation.docs.value.asDocumentationLink,
            ])
        if routes.count > 1 { doc.items = routes }
        return doc
    }

    /// A constraint in words; nil where the initialisers already say it.
    private func sentence(_ constraint: Constraint) -> String? {
        func attribute(_ name: Located<String>) -> Attribute? {
            operation.attributes.first { $0.name.value == name.value }
        }
        func swiftName(_ name: Located<String>) -> String { "`\(attribute(name)?.swiftName.text ?? name.value)`" }
        switch constraint {
        case .atLeastOne: return nil
        case .atLeastOneOfBody: return "At least one attribute has to be set."
        case .exclusive(let names): return "At most one of \(names.map(swiftName).joined(separator: ", ")) may be set."
        case .needsAny(let name, let other): return "\(swiftName(name)) needs \(swiftName(other))."
        case .needs(let name, let other, let value):
            let value = attribute(other).map { vocabulary.swiftValue(value.value, of: $0.type.value) } ?? value.value
            return "\(swiftName(name)) needs \(swiftName(other)) to be `\(value)`."
        }
    }

    /// The order of keyset pages, with the attributes that leave out items before or behind a value of it.
    private func keyset(_ order: String) -> String {
        let bounds = ["after", "before"].compactMap { side -> String? in
            let name = "\(order)_\(side)"
            guard operation.attributes(in: .query).contains(where: { $0.name.value == name }) else { return nil }
            return "\(side): \(name.swiftLiteral)"
        }
        return "KeysetOrder(\(([order.swiftLiteral] + bounds).joined(separator: ", ")))"
    }

    /// The arguments about the parent: its type, and the cases that the operation takes, where these are not all.
    private var parents: [String] {
        guard let parent = operation.parent else { return [] }
        let names = parent.cases.map(\.name.value.swiftLiteral).joined(separator: ", ")
        return ["parents: \(parent.type.name.value).self"] + (parent.isNarrowed ? ["only: [\(names)]"] : [])
    }

    /// The endpoint, with its constraints one a line where they do not fit in one.
    private var endpoint: String {
        let parts =
            [
                "\(resource.name.value).\(operation.name.value)".swiftLiteral,
                ".\(operation.method.rawValue.lowercased())",
                operation.path.text.value.swiftLiteral,
            ] + parents
        let constraints = operation.constraints.map(\.expression) + operation.attributes.compactMap(\.parentConstraint)
        let list = constraints.isEmpty ? "" : ", constraints: [\(constraints.joined(separator: ", "))]"
        let tail = preconditions + (operation.isIdempotent.map { ["idempotent: \($0)"] } ?? [])
        let last = tail.map { ", \($0)" }.joined()
        let flat = "Endpoint(\(parts.joined(separator: ", "))\(list)\(last))"
        if "    public static let endpoint = \(flat)".utf8.count <= Printer.width { return flat }
        let own = constraints.isEmpty ? parts + tail : parts
        let head = BrokenCall.filled(own, indent: 8).joined(separator: "\n        ")
        switch constraints.count {
        case 0: return "Endpoint(\n        \(head))"
        case 1: return "Endpoint(\n        \(head),\n        constraints: [\(constraints[0])]\(last))"
        case _:
            return "Endpoint(\n        \(head),\n        constraints: [\n"
                + constraints.map { "            \($0),\n" }.joined() + "        ]\(last))"
        }
    }
}

extension RequestEmitter {
    /// The argument with the preconditions, if there are any.
    private var preconditions: [String] {
        let conditions = operation.preconditions.map { condition in
            let words = condition.words.map { ", words: \($0.swiftLiteral)" } ?? ""
            return ".init(\(condition.attribute.value.swiftLiteral), status: \(condition.status)\(words))"
        }
        return conditions.isEmpty ? [] : ["preconditions: [\(conditions.joined(separator: ", "))]"]
    }
}

extension Attribute {
    /// The rule that the attribute exists below some parents only.
    fileprivate var parentConstraint: String? {
        if parents.isEmpty { return nil }
        return ".only(\(name.value.swiftLiteral), on: [\(parents.map(\.value.swiftLiteral).joined(separator: ", "))])"
    }
}

/// The functions that pass attributes on, by where these are sent.
private struct Additions {
    let location: Attribute.Location
    let function: String
    let parameters: String

    static let all = [
        Additions(location: .query, function: "addQuery", parameters: "query"),
        Additions(location: .header, function: "addHeaders", parameters: "headers"),
        Additions(location: .body, function: "addBody", parameters: "body"),
    ]
}

extension Constraint {
    fileprivate var expression: String {
        func list(_ names: [Located<String>]) -> String {
            "[\(names.map(\.value.swiftLiteral).joined(separator: ", "))]"
        }
        return switch self {
        case .atLeastOne(let names): ".atLeastOne(of: \(list(names)))"
        case .atLeastOneOfBody: ".atLeastOne"
        case .exclusive(let names): ".exclusive(\(list(names)))"
        case .needsAny(let attribute, let other): ".needs(\(attribute.value.swiftLiteral), \(other.value.swiftLiteral))"
        case .needs(let attribute, let other, let value):
            ".needs(\(attribute.value.swiftLiteral), \(other.value.swiftLiteral), equals: \(value.value.swiftLiteral))"
        }
    }
}
