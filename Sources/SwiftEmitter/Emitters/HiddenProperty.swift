// Emits a secret as a property of its plain type in front of a store that no description shows:
//
//     /// URL to pull from.
//     ///
//     /// A secret, which no description shows.
//     public var url: String? {
//         get { hiddenURL?.value }
//         set { hiddenURL = Hidden(newValue) }
//     }
//
//     private var hiddenURL: Hidden<String>?

import SpecModel

struct HiddenProperty {
    let declarations: [Declaration]

    /// - Parameters:
    ///   - property: the property that users see; it loses its value.
    ///   - name: the name of the row.
    ///   - type: the type of what is stored, without nil.
    ///   - isOptional: whether it can be nil.
    init(of property: Property, _ name: SwiftName, type: TypeReference, isOptional: Bool) {
        var property = property
        let hidden = name.hidden
        property.body =
            isOptional
            ? ["get { \(hidden)?.value }", "set { \(hidden) = Hidden(newValue) }"]
            : ["get { \(hidden).value }", "set { \(hidden).value = newValue }"]
        declarations = [
            .property(property),
            .property(
                Property(access: "private", name: hidden, type: "Hidden<\(type.swiftType)>\(isOptional ? "?" : "")")),
        ]
    }
}

extension SwiftName {
    /// The name of the store of a secret: `hiddenURL` for `url`.
    var hidden: String { behind("hidden").text }
}
