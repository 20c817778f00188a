// Emits request builders:
//
//     /// Gets one project.
//     ///
//     /// `GET /projects/:id`.
//     ///
//     /// [GitLab's documentation](https://docs.gitlab.com/api/projects/)
//     public struct GetProject: GitLabRequest {
//         /// What GitLab answers.
//         public typealias Answer = Project
//
//         /// The method, the path and the rules of the operation.
//         public static let endpoint = Endpoint("projects.get", .get, "/projects/:id")
//
//         /// The project.
//         public var id: IDOrPath
//
//         /// Whether to add statistics.
//         public var statistics: Bool?
//
//         /// Makes the request; what stays nil is not sent.
//         ///
//         /// - Parameters:
//         ///   - id: The project.
//         ///   - configure: Sets further attributes.
//         public init(_ id: some IDOrPathConvertible, _ configure: (inout GetProject) -> Void = { _ in }) {
//             self.id = IDOrPath(id)
//             configure(&self)
//         }
//
//         /// The values for the placeholders of the path.
//         public var pathAttributes: [PathAttribute] { [PathAttribute("id", id)] }
//
//         /// Adds the attributes that travel in the query.
//         public func addQuery(to query: inout Parameters) {
//             query.add("statistics", statistics)
//         }
//     }

import SpecModel
import SpecSyntax

struct RequestEmitter {
    let operation: Operation
    let resource: Resource
    let vocabulary: Vocabulary

    /// The ways to make the request: one, or one for each attribute of which at least one has to be given.
    var initialisers: [Initialiser] {
        let required = operation.attributes.filter(\.isRequired)
        for case .atLeastOne(let names) in operation.constraints {
            return names.compactMap { name in operation.attributes.first { $0.name.value == name.value } }.map {
                Initialiser(type: operation.request.value, required: required + [$0], vocabulary: vocabulary)
            }
        }
        return [Initialiser(type: operation.request.value, required: required, vocabulary: vocabulary)]
    }

    func declaration() -> Declaration {
        let properties = AttributeProperties(attributes: operation.attributes, vocabulary: vocabulary)
        var members: [Declaration] = [
            .line(
                doc: DocComment(isList ? "What the list holds." : "What GitLab answers."),
                "public typealias \(isList ? "Item" : "Answer") = \(itemType.swiftType)"),
            .property(
                Property(
                    doc: DocComment("The method, the path and the rules of the operation."),
                    isStatic: true, keyword: "let", name: "endpoint", value: endpoint)),
        ]
        members += properties.members
        members += initialisers.map { $0.declaration(summary: "Makes the request; what stays nil is not sent.") }
        let path = operation.attributes(in: .path)
        if !path.isEmpty {
            let list = path.map { "PathAttribute(\($0.name.value.swiftLiteral), \($0.swiftName.text.swiftIdentifier))" }
            members.append(
                .property(
                    Property(
                        doc: DocComment("The values for the placeholders of the path."),
                        name: "pathAttributes", type: "[PathAttribute]", body: ["[\(list.joined(separator: ", "))]"])))
        }
        for (location, function) in [(Attribute.Location.query, "addQuery"), (.body, "addBody")] {
            let additions = properties.additions(to: location.rawValue, from: location)
            guard !additions.isEmpty else { continue }
            members.append(
                .function(
                    Function(
                        doc: DocComment("Adds the attributes that travel in the \(location.rawValue)."),
                        name: "func \(function)", parameters: ["to \(location.rawValue): inout Parameters"],
                        body: additions)))
        }
        return .structure(
            Structure(
                doc: documentation, name: operation.request.value, conformances: [conformance], members: members))
    }

    private var isList: Bool {
        if case .array = operation.returns.value { true } else { false }
    }

    /// What a list holds, or the whole answer.
    private var itemType: TypeReference {
        if case .array(let element) = operation.returns.value { element } else { operation.returns.value }
    }

    private var conformance: String {
        if operation.pages.contains(where: { $0.value == .offset }) { return "OffsetPagedRequest" }
        return isList ? "ListRequest" : "GitLabRequest"
    }

    var documentation: DocComment {
        var facts =
            ["`\(operation.method.rawValue) \(operation.path.text.value)`."]
            + operation.availability.sentences(vocabulary)
        facts += operation.constraints.compactMap(sentence)
        return DocComment(
            vocabulary.swiftSentence(operation.about.value),
            paragraphs: [
                facts.joined(separator: " "), operation.docs.value.asDocumentationLink,
            ])
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
        case .needs(let name, let other, let value):
            let value = attribute(other).map { vocabulary.swiftValue(value.value, of: $0.type.value) } ?? value.value
            return "\(swiftName(name)) needs \(swiftName(other)) to be `\(value)`."
        }
    }

    /// The endpoint, with its constraints one a line where they do not fit in one.
    private var endpoint: String {
        let head = [
            "\(resource.name.value).\(operation.name.value)".swiftLiteral, ".\(operation.method.rawValue.lowercased())",
            operation.path.text.value.swiftLiteral,
        ].joined(separator: ", ")
        let constraints = operation.constraints.map(\.expression)
        guard !constraints.isEmpty else { return "Endpoint(\(head))" }
        let flat = "Endpoint(\(head), constraints: [\(constraints.joined(separator: ", "))])"
        if "    public static let endpoint = \(flat)".count <= Printer.width { return flat }
        return "Endpoint(\n        \(head),\n        constraints: [\n"
            + constraints.map { "            \($0),\n" }.joined() + "        ])"
    }
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
        case .needs(let attribute, let other, let value):
            ".needs(\(attribute.value.swiftLiteral), \(other.value.swiftLiteral), equals: \(value.value.swiftLiteral))"
        }
    }
}
