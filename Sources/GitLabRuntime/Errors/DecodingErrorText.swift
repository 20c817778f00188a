// A DecodingError in words that name the place in the JSON.

extension DecodingError {
    /// Place and reason in one line: `[3].namespace.id: no value where an Int is needed`.
    var placeAndReason: String {
        switch self {
        case .typeMismatch(_, let context), .dataCorrupted(let context):
            Self.line(context.codingPath, context.debugDescription)
        case .valueNotFound(let type, let context):
            Self.line(context.codingPath, "null, where \(type) is needed")
        case .keyNotFound(let key, let context):
            Self.line(context.codingPath + [key], "missing")
        @unknown default:
            "\(self)"
        }
    }

    private static func line(_ path: [any CodingKey], _ reason: String) -> String {
        var place = ""
        for key in path {
            if let index = key.intValue {
                place += "[\(index)]"
            } else {
                place += place.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return place.isEmpty ? reason : "\(place): \(reason)"
    }
}
