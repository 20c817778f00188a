// Emits hashes with fixed keys:
//
//     /// When images are cleaned up.
//     public struct ContainerExpirationPolicyAttributes: ParameterHash {
//         /// How often it runs.
//         public var cadence: String?
//
//         /// - Parameter configure: Sets further attributes.
//         public init(_ configure: (inout ContainerExpirationPolicyAttributes) -> Void = { _ in }) {
//             configure(&self)
//         }
//
//         public func add(to hash: inout ParameterEncoder) {
//             hash.add("cadence", cadence)
//         }
//     }

import SpecModel

extension HashType {
    func declaration(_ vocabulary: Vocabulary) -> Declaration {
        let properties = AttributeProperties(attributes: attributes, vocabulary: vocabulary)
        let initialiser = Initialiser(
            type: name.value, required: attributes.filter(\.isRequired), of: attributes, vocabulary: vocabulary)
        return .structure(
            Structure(
                doc: DocComment(vocabulary.swiftSentence(about.value)), name: name.value,
                conformances: ["ParameterHash"], source: name.range,
                members: properties.members + [
                    initialiser.declaration(),
                    .function(
                        Function(
                            name: "add", parameters: [Parameter("to", "hash", "inout ParameterEncoder")],
                            body: properties.additions(to: "hash", from: .body))),
                ]))
    }
}
