// The faces of the encoder, each on parameters that a test has put together.

@testable import GitLabRuntime

enum QueryEncoder {
    static func encode(_ parameters: Parameters) throws(ValidationError) -> String {
        var query = ParameterEncoder(QueryPairs(.query))
        for pair in parameters.pairs { query.add(pair.name, value: pair.value) }
        return try query.text()
    }
}

enum FormEncoder {
    static func encode(_ parameters: Parameters) throws(ValidationError) -> String {
        var form = ParameterEncoder(QueryPairs(.form))
        for pair in parameters.pairs { form.add(pair.name, value: pair.value) }
        return try form.text()
    }
}

enum JSONBody {
    static func encode(_ parameters: Parameters) throws(ValidationError) -> [UInt8] {
        try JSONMembers.encode(parameters).bytes ?? []
    }
}

extension PathTemplate {
    static func fill(_ template: String, _ add: (inout PathAttributes) -> Void) throws(ValidationError) -> String {
        var attributes = PathAttributes()
        add(&attributes)
        var path = ByteBuffer()
        try append(template, with: attributes.attributes, to: &path)
        return path.text
    }
}

extension Parameters {
    /// The parameters that these calls add.
    static func collecting(_ add: (inout ParameterEncoder) -> Void) -> Parameters {
        var encoder = ParameterEncoder()
        add(&encoder)
        return encoder.collected()
    }
}
