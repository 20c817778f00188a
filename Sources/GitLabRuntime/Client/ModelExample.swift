// Reading the examples of models that GitLabFixtures holds.

/// Reads the examples of models with the reader of responses.
package enum ModelExample {
    /// Returns the value of an example. A test reads each of them.
    package static func read<Value: Decodable>(_ text: String) -> Value {
        do {
            return try ResponseReader.read(Value.self, from: Array(text.utf8))
        } catch {
            preconditionFailure("the example of \(Value.self) cannot be read: \(error)")
        }
    }
}
