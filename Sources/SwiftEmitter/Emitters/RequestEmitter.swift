// Emits request builders:
//
//     /// Gets one project.
//     ///
//     /// `GET /projects/:id`.
//     ///
//     /// [GitLab's documentation](https://docs.gitlab.com/api/projects/)
//     public struct GetProject: GitLabRequest, Hashable, CustomDebugStringConvertible {
//         /// What GitLab responds.
//         public typealias Response = Project
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
//         public init(_ id: some ProjectReference, _ configure: (inout GetProject) -> Void = { _ in }) {
//             self.id = IDOrPath(id)
//             configure(&self)
//         }
//
//         /// Adds the values for the placeholders of the path.
//         public func addPath(to path: inout PathAttributes) {
//             path.add("id", id)
//         }
//
//         /// Adds the attributes that travel in the query.
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

    /// The ways to make the request: one, or one for each attribute of which at least one has to be given.
    var initialisers: [Initialiser] {
        let required = operation.attributes.filter(\.isRequired)
        for case .atLeastOne(let names) in operation.constraints {
            let alternatives = names.compactMap { name in
                operation.attributes.first { $0.name.value == name.value }
            }
            return alternatives.map { alternative in
                // What it is about stands before how: `add(42, userID: 7, accessLevel: .developer)`.
                let place = required.prefix { $0.location == .path }.count
                let attributes = required[..<place] + [alternative] + required[place...]
                return Initialiser(
                    type: operation.request.value, required: Array(attributes), vocabulary: vocabulary)
            }
        }
        return [Initialiser(type: operation.request.value, required: required, vocabulary: vocabulary)]
    }

    func declaration() -> Declaration {
        let properties = AttributeProperties(attributes: operation.attributes, vocabulary: vocabulary)
        var members: [Declaration] = [
            .property(
                Property(
                    doc: DocComment("The method, the path and the rules of the operation."),
                    isStatic: true, keyword: "let", name: "endpoint", value: endpoint))
        ]
        if let responseType { members.insert(responseType, at: 0) }
        if let order = operation.keysetOrder {
            members.append(
                .property(
                    Property(
                        doc: DocComment("The order in which the list comes by keyset."),
                        isStatic: true, keyword: "let", name: "keyset", value: keyset(order))))
        }
        members += properties.members
        members += initialisers.map { $0.declaration(summary: "Makes the request; what stays nil is not sent.") }
        let path = operation.attributes(in: .path)
        if !path.isEmpty {
            members.append(
                .function(
                    Function(
                        doc: DocComment("Adds the values for the placeholders of the path."), name: "func addPath",
                        parameters: ["to path: inout PathAttributes"],
                        body: path.map { attribute in
                            let name = attribute.swiftName.text
                            // An attribute called `path` stands behind the parameter of that name.
                            let value = name == "path" ? "self.path" : name.swiftIdentifier
                            return "path.add(\(attribute.name.value.swiftLiteral), \(value))"
                        })))
        }
        for additions in Additions.all {
            let lines = properties.additions(to: additions.parameters, from: additions.location)
            guard !lines.isEmpty else { continue }
            members.append(
                .function(
                    Function(
                        doc: DocComment(additions.summary), name: "func \(additions.function)",
                        parameters: ["to \(additions.parameters): inout ParameterEncoder"], body: lines)))
        }
        return .structure(
            Structure(
                doc: documentation, name: operation.request.value,
                conformances: [conformance, "Hashable", "CustomDebugStringConvertible"], members: members))
    }

    /// The type alias that says what is answered; a download has none.
    private var responseType: Declaration? {
        let (doc, name, type): (String, String, String)
        switch operation.response.value {
        case .value(.array(let item)): (doc, name, type) = ("What the list holds.", "Item", item.swiftType)
        case .value(let value): (doc, name, type) = ("What GitLab responds.", "Response", value.swiftType)
        case .optionalValue(let value):
            (doc, name, type) = ("What GitLab responds; nil for null.", "Response", value.swiftType + "?")
        case .nothing: (doc, name, type) = ("GitLab returns nothing of interest.", "Response", "EmptyResponse")
        case .download: return nil
        }
        return .line(doc: DocComment(doc), "public typealias \(name) = \(type)")
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
        case .needsAny(let name, let other): return "\(swiftName(name)) needs \(swiftName(other))."
        case .needs(let name, let other, let value):
            let value = attribute(other).map { vocabulary.swiftValue(value.value, of: $0.type.value) } ?? value.value
            return "\(swiftName(name)) needs \(swiftName(other)) to be `\(value)`."
        }
    }

    /// The order of keyset pages, with the attributes that leave out what lies before or behind a value of it.
    private func keyset(_ order: String) -> String {
        let bounds = ["after", "before"].compactMap { side -> String? in
            let name = "\(order)_\(side)"
            guard operation.attributes(in: .query).contains(where: { $0.name.value == name }) else { return nil }
            return "\(side): \(name.swiftLiteral)"
        }
        return "KeysetOrder(\(([order.swiftLiteral] + bounds).joined(separator: ", ")))"
    }

    /// The endpoint, with its constraints one a line where they do not fit in one.
    private var endpoint: String {
        let head = [
            "\(resource.name.value).\(operation.name.value)".swiftLiteral, ".\(operation.method.rawValue.lowercased())",
            operation.path.text.value.swiftLiteral,
        ].joined(separator: ", ")
        let constraints = operation.constraints.map(\.expression)
        let list = constraints.isEmpty ? "" : ", constraints: [\(constraints.joined(separator: ", "))]"
        let last = operation.isIdempotent.map { ", idempotent: \($0)" } ?? ""
        let flat = "Endpoint(\(head)\(list)\(last))"
        if "    public static let endpoint = \(flat)".utf8.count <= Printer.width { return flat }
        switch constraints.count {
        case 0: return "Endpoint(\n        \(head)\(last))"
        case 1: return "Endpoint(\n        \(head),\n        constraints: [\(constraints[0])]\(last))"
        case _:
            return "Endpoint(\n        \(head),\n        constraints: [\n"
                + constraints.map { "            \($0),\n" }.joined() + "        ]\(last))"
        }
    }
}

/// The functions that hand attributes on, by where these travel.
private struct Additions {
    let location: Attribute.Location
    let function: String
    let parameters: String
    let summary: String

    static let all = [
        Additions(
            location: .query, function: "addQuery", parameters: "query",
            summary: "Adds the attributes that travel in the query."),
        Additions(
            location: .header, function: "addHeaders", parameters: "headers",
            summary: "Adds the attributes that travel as header fields."),
        Additions(
            location: .body, function: "addBody", parameters: "body",
            summary: "Adds the attributes that travel in the body."),
    ]
}

extension Operation {
    /// Whether the list is fetched page by page.
    var isPaged: Bool { pages.contains { $0.value == .offset } }

    /// What `order_by` has to be for keyset pages; nil if there are none, or if the spec does not say.
    var keysetOrder: String? {
        guard isPaged, pages.contains(where: { $0.value == .keyset }) else { return nil }
        for case .needs(let attribute, let other, let value) in constraints
        where attribute.value == "pagination" && other.value == "order_by" {
            return value.value
        }
        return nil
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
        case .needsAny(let attribute, let other): ".needs(\(attribute.value.swiftLiteral), \(other.value.swiftLiteral))"
        case .needs(let attribute, let other, let value):
            ".needs(\(attribute.value.swiftLiteral), \(other.value.swiftLiteral), equals: \(value.value.swiftLiteral))"
        }
    }
}
