// Emits the initialiser of a request builder or a hash, and the same parameters for the methods that wrap it:
//
//     public init(_ id: some ProjectReference, _ configure: (inout GetProject) -> Void = { _ in }) {
//         self.id = IDOrPath(id)
//         configure(&self)
//     }

import SpecModel

/// What has to be given to make a request, and the closure that sets the rest.
struct Initialiser {
    let type: String
    let required: [Attribute]
    let vocabulary: Vocabulary

    func declaration(summary: String, configuring: String = "Sets further attributes.") -> Declaration {
        .function(
            Function(
                doc: DocComment(
                    summary,
                    parameters: documentation + [("configure", configuring)]),
                name: "init", parameters: parameters, body: required.map(assignment) + ["configure(&self)"]))
    }

    /// The parameters as they stand in the declaration.
    var parameters: [String] {
        required.map { "\(label($0, separator: " "))\($0.swiftName.text): \($0.parameterType)" }
            + ["_ configure: (inout \(type)) -> Void = { _ in }"]
    }

    var documentation: [(name: String, text: String)] {
        required.map { ($0.swiftName.text, vocabulary.swiftSentence($0.about.value)) }
    }

    /// The labels as DocC writes them behind a name: `(_:name:_:)`.
    var labels: String {
        "(" + required.map { (isUnlabelled($0) ? "_" : $0.swiftName.text) + ":" }.joined() + "_:)"
    }

    /// The arguments by which a wrapping method hands its parameters on.
    var arguments: [String] {
        required.map { attribute in
            let name = attribute.swiftName.text
            return isUnlabelled(attribute) ? name.swiftIdentifier : "\(name): \(name.swiftIdentifier)"
        } + ["configure"]
    }

    private func assignment(_ attribute: Attribute) -> String {
        let name = attribute.swiftName.text
        let value =
            attribute.type.value == .builtIn(.idOrPath) ? "IDOrPath(\(name.swiftIdentifier))" : name.swiftIdentifier
        return attribute.isSecret
            ? "self.\(attribute.swiftName.redacted) = Redacted(\(value))" : "self.\(name) = \(value)"
    }

    private func label(_ attribute: Attribute, separator: String) -> String {
        isUnlabelled(attribute) ? "_" + separator : ""
    }

    /// The first thing in the path is what the call is about, and needs no label: `get(42)`.
    private func isUnlabelled(_ attribute: Attribute) -> Bool {
        attribute.location == .path && required.first?.name.value == attribute.name.value
    }
}

extension Attribute {
    fileprivate var parameterType: String {
        type.value == .builtIn(.idOrPath)
            ? "some \(reference?.value.swiftProtocol ?? "IDOrPathConvertible")" : type.value.swiftType
    }
}
