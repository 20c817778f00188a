// Parameters as header fields.

import HTTPTypes

/// Writes parameters as header fields, each a single value.
enum HeaderFields {
    /// Sets the fields; they win over those that are there.
    static func set(_ parameters: Parameters, in fields: inout HTTPFields) throws(ValidationError) {
        for pair in parameters.pairs {
            let place = AttributePath(steps: [.name(pair.name)])
            guard let name = HTTPField.Name(pair.name) else {
                throw ValidationError(place, "it is not a name of a header field")
            }
            let text = try text(of: pair.value, at: place)
            // Spaces around a value are no part of it, so they would be lost.
            guard HTTPField.isValidValue(text) else {
                throw ValidationError(
                    place, "it contains a control character, such as a line break, or has spaces around it")
            }
            fields[name] = text
        }
    }

    private static func text(of value: ParameterValue, at place: AttributePath) throws(ValidationError) -> String {
        if case .instant(let date) = value, let text = HTTPDate.text(date) { return text }
        return try value.text(at: place)
    }
}
