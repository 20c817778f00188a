// Emits a secret as a property of its plain type in front of a store that no description shows:
//
//     /// URL to pull from.
//     ///
//     /// A secret, which no description shows.
//     public var url: String? {
//         get { redactedURL?.value }
//         set { redactedURL = Redacted(newValue) }
//     }
//
//     private var redactedURL: Redacted<String>?

import SpecModel

struct RedactedProperty {
    let declarations: [Declaration]

    /// - Parameters:
    ///   - property: the property that users see; it loses its value.
    ///   - name: the name of the row.
    ///   - type: the type of the stored value, without nil.
    ///   - isOptional: whether it can be nil.
    init(of property: Property, _ name: SwiftName, type: TypeReference, isOptional: Bool) {
        var property = property
        let redacted = name.redacted
        property.body =
            isOptional
            ? ["get { \(redacted)?.value }", "set { \(redacted) = Redacted(newValue) }"]
            : ["get { \(redacted).value }", "set { \(redacted).value = newValue }"]
        property.accessors = .getAndSet
        declarations = [
            .property(property),
            .property(
                Property(access: .private, name: redacted, type: "Redacted<\(type.swiftType)>\(isOptional ? "?" : "")")
            ),
        ]
    }
}
