// Emits the initialiser of a request builder or a hash, and the same parameters for the methods that wrap it:
//
//     public init(_ id: some ProjectReference, _ configure: (inout GetProject) -> Void = { _ in }) {
//         self.id = IDOrPath(id)
//         configure(&self)
//     }

import SpecModel

/// The required attributes of a request, and the closure that sets the rest.
struct Initialiser {
    let type: String
    let required: [Attribute]
    /// Whether something is left that the closure can set. Without it there is no closure.
    let hasMore: Bool
    let vocabulary: Vocabulary

    /// - Parameter all: the attributes of the type.
    init(type: String, required: [Attribute], of all: [Attribute], vocabulary: Vocabulary) {
        self.type = type
        self.required = required
        hasMore = required.count < all.withoutEncodings.count
        self.vocabulary = vocabulary
    }

    func declaration() -> Declaration {
        .function(
            Function(
                doc: DocComment(parameters: documentation(configuring: "Sets further attributes.")),
                introducer: "", name: "init", parameters: parameters(),
                body: required.map(assignment) + (hasMore ? ["configure(&self)"] : [])))
    }

    /// The parameters as they stand in the declaration.
    ///
    /// - Parameter operation: whose method has them; nil for the initialiser.
    func parameters(of operation: Operation? = nil) -> [Parameter] {
        required.map { Parameter(label($0, in: operation), $0.swiftName.text, $0.parameterType) }
            + (hasMore ? [Parameter(nil, "configure", "(inout \(type)) -> Void", defaultValue: "{ _ in }")] : [])
    }

    /// The documentation of the parameters.
    ///
    /// - Parameter configuring: the effect of the closure.
    func documentation(configuring: String) -> [(name: String, text: String)] {
        required.map { ($0.swiftName.text, vocabulary.swiftSentence($0.about.value)) }
            + (hasMore ? [("configure", configuring)] : [])
    }

    /// The labels as DocC writes them behind a name: `(_:name:_:)`.
    func labels(of operation: Operation) -> String {
        "(" + parameters(of: operation).map { ($0.label ?? "_") + ":" }.joined() + ")"
    }

    /// The labels of the arguments that a call needs: `(_:name:)`.
    func requiredLabels(of operation: Operation) -> String {
        "(" + required.map { (label($0, in: operation) ?? "_") + ":" }.joined() + ")"
    }

    /// The arguments by which a wrapping method passes its parameters on.
    var arguments: [String] {
        required.map { attribute in
            let name = attribute.swiftName.text.swiftIdentifier
            return label(attribute, in: nil).map { "\($0.argumentLabel): \(name)" } ?? name
        } + (hasMore ? ["configure"] : [])
    }

    /// How a wrapping method names the client, where one of its parameters has that name.
    var client: String { required.contains { $0.swiftName.text == "client" } ? "self.client" : "client" }

    private func assignment(_ attribute: Attribute) -> String {
        let name = attribute.swiftName.text
        let value = attribute.argument
        return attribute.isSecret && !attribute.isNullable
            ? "self.\(attribute.swiftName.redacted) = Redacted(\(value))" : "self.\(name) = \(value)"
    }

    /// The first thing in the path is the subject of the call, and needs no label: `get(42)`.
    private func label(_ attribute: Attribute, in operation: Operation?) -> String? {
        let isFirst = required.first?.name.value == attribute.name.value
        if let label = attribute.parentLabel { return label }
        if let operation { return operation.label(of: attribute, isFirst: isFirst) }
        return isFirst && attribute.location == .path ? nil : attribute.swiftName.text
    }
}

extension Attribute {
    /// The value of the parameter as it is stored.
    var argument: String {
        let name = swiftName.text.swiftIdentifier
        return type.value == .builtIn(.idOrPath) ? "IDOrPath(\(name))" : name
    }

    fileprivate var parameterType: String {
        type.value == .builtIn(.idOrPath)
            ? "some \(reference?.value.swiftProtocol ?? "IDOrPathConvertible")" : type.value.swiftType
    }
}
