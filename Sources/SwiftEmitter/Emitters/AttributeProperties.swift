// Emits the rows of a table as properties of a request builder or of a hash. What is required is not optional, and
// nil is what is not sent. Three kinds of rows have a property in front of a store:
// what can be null is set only, so that changing it in place cannot send null by accident; what is deprecated
// is kept aside, so that the client itself compiles without warnings; and what is secret is kept where no description
// shows it. What is large is kept apart (`@Boxed`).
//
//     /// Short text under the name.
//     ///
//     /// Assigning nil sends null, which unsets it.
//     public var description: OrNull<String> {
//         @available(*, unavailable, message: "read `nullable.description`")
//         get { nullable.description.value }
//         set { nullable.description = WriteState(newValue) }
//     }
//
//     /// Words to find it by.
//     ///
//     /// No element may hold a comma: GitLab splits on them. Deprecated since GitLab 14.0.
//     @available(*, deprecated, renamed: "topics")
//     public var tagList: [String]? {
//         get { deprecated.tagList }
//         set { deprecated.tagList = newValue }
//     }

import SpecModel

/// The members that a table becomes.
struct AttributeProperties {
    let attributes: [Attribute]
    /// The parent of the operation that has them.
    let parent: OperationParent?
    let vocabulary: Vocabulary

    /// - Parameters:
    ///   - attributes: all rows of the table. Those that say how a content is encoded have no property.
    ///   - parent: the parent of their operation.
    init(attributes: [Attribute], parent: OperationParent? = nil, vocabulary: Vocabulary) {
        self.attributes = attributes.withoutEncodings
        self.parent = parent
        self.vocabulary = vocabulary
    }

    private var nullable: [Attribute] { attributes.filter(\.isNullable) }
    private var deprecated: [Attribute] {
        attributes.filter { !$0.isNullable && !$0.isSecret && $0.availability.deprecation != nil }
    }

    var members: [Declaration] {
        attributes.flatMap(properties) + stores
    }

    private func properties(_ attribute: Attribute) -> [Declaration] {
        let property = property(attribute)
        guard attribute.isSecret, !attribute.isNullable else { return [.property(property)] }
        return RedactedProperty(
            of: property, attribute.swiftName, type: attribute.type.value, isOptional: !attribute.isRequired
        ).declarations
    }

    /// The lines that pass the attributes on: `query.add("order_by", orderBy)`.
    func additions(to parameters: String, from location: Attribute.Location) -> [String] {
        attributes.filter { $0.location == location }.map { attribute in
            if attribute.isWholeBody { return wholeBody(attribute, of: parameters) }
            let function = attribute.isCommaSeparated ? "addCommaSeparated" : "add"
            let access = access(to: attribute)
            // An attribute called `query` stands behind the parameter of that name.
            let value = access == parameters ? "self.\(access)" : access
            let encoding = attribute.encodedBy.map { " encodedBy: \($0.value.swiftLiteral)," } ?? ""
            return "\(parameters).\(function)(\(attribute.name.value.swiftLiteral),\(encoding) \(value))"
        }
    }

    private func wholeBody(_ attribute: Attribute, of parameters: String) -> String {
        let name = attribute.swiftName.text.swiftIdentifier
        let value = name == parameters ? "self.\(name)" : name
        return attribute.isRequired
            ? "\(parameters).setBody(\(value))" : "if let \(name) { \(parameters).setBody(\(name)) }"
    }

    private func access(to attribute: Attribute) -> String {
        let name = attribute.swiftName.text
        if attribute.isNullable { return "nullable.\(name)" }
        if attribute.isSecret {
            return attribute.isRequired
                ? "\(attribute.swiftName.redacted).value" : "\(attribute.swiftName.redacted)?.value"
        }
        return attribute.availability.deprecation == nil ? name.swiftIdentifier : "deprecated.\(name)"
    }

    private func property(_ attribute: Attribute) -> Property {
        let name = attribute.swiftName.text
        let type = attribute.type.value.swiftType
        let doc = attribute.documentation(vocabulary, parent)
        var property = Property(doc: doc, name: name.swiftIdentifier, type: type)
        property.source = attribute.name.range
        if let deprecation = attribute.availability.deprecation {
            property.attributes = [
                deprecation.attribute(
                    type: attribute.type.value, among: attributes.map { ($0.name.value, $0.swiftName, $0.type.value) })
            ]
        }
        guard !attribute.isRequired else { return property }
        property.type = type + "?"
        if attribute.isNullable {
            property.type = "OrNull<\(type)>"
            property.body = [
                "@available(*, unavailable, message: \"read `nullable.\(name)`\")",
                "get { nullable.\(name).value }",
                "set { nullable.\(name) = WriteState(newValue) }",
            ]
            property.accessors = .set
        } else if attribute.availability.deprecation != nil, !attribute.isSecret {
            property.body = ["get { deprecated.\(name) }", "set { deprecated.\(name) = newValue }"]
            property.accessors = .getAndSet
        } else if !attribute.isSecret, vocabulary.types.isLarge(attribute.type.value) {
            property.wrapper = "@Boxed"
        }
        return property
    }

    /// The values that are sent for an attribute that can be null.
    private func writeState(_ attribute: Attribute) -> [Declaration] {
        let type = "WriteState<\(attribute.type.value.swiftType)>"
        var property = Property(
            doc: DocComment(vocabulary.swiftSentence(attribute.about.value)),
            name: attribute.swiftName.text.swiftIdentifier, type: type, value: ".absent")
        guard attribute.isSecret else { return [.property(property)] }
        let redacted = attribute.swiftName.redacted
        property.value = nil
        property.body = ["get { \(redacted).value }", "set { \(redacted).value = newValue }"]
        property.accessors = .getAndSet
        return [
            .property(property),
            .property(Property(access: .private, name: redacted, value: "Redacted(\(type).absent)")),
        ]
    }

    /// The places where nullable and deprecated attributes are kept.
    private var stores: [Declaration] {
        var stores: [Declaration] = []
        if !nullable.isEmpty {
            stores.append(
                .property(
                    Property(
                        doc: DocComment(
                            "The attributes that can be sent as null, each absent, null or a value.",
                            paragraphs: ["Read them here, and assign `.absent` to take an assignment back."]),
                        name: "nullable", value: "Nullable()")))
            stores.append(
                .structure(
                    Structure(
                        doc: DocComment("Value to send for each attribute that can be null."),
                        name: "Nullable", conformances: ["Sendable"],
                        members: nullable.flatMap(writeState))))
        }
        if !deprecated.isEmpty {
            stores.append(.property(Property(access: .private, name: "deprecated", value: "Deprecated()")))
            stores.append(
                .structure(
                    Structure(
                        access: .private, name: "Deprecated", conformances: ["Sendable"],
                        members: deprecated.map {
                            .property(
                                Property(
                                    access: .module, name: $0.swiftName.text.swiftIdentifier,
                                    type: $0.type.value.swiftType + "?"))
                        })))
        }
        return stores
    }
}

extension [Attribute] {
    /// The attributes but those that say how a content is encoded: they are sent with it.
    var withoutEncodings: [Attribute] {
        let encodings = Set(compactMap(\.encodedBy?.value))
        return encodings.isEmpty ? self : filter { !encodings.contains($0.name.value) }
    }
}
