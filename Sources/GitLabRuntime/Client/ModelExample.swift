// Reading the examples of models that GitLabFixtures holds.

/// Reads the examples of models, with what reads responses.
package enum ModelExample {
    /// The value of an example. That each can be read is tested where they are generated.
    package static func read<Value: Decodable>(_ text: String) -> Value {
        do {
            return try ResponseReader.read(Value.self, from: Array(text.utf8))
        } catch {
            preconditionFailure("the example of \(Value.self) cannot be read: \(error)")
        }
    }
}
