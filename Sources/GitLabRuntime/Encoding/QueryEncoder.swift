// Parameters as the query of a URL.

/// Writes parameters as a query: `order_by=id&topic=a%2Cb&custom_attributes%5Blocation%5D=Antarctica`.
///
/// null is the bare key, the empty text is `key=`, and so is the empty array, which GitLab reads as such.
struct QueryEncoder: PairOutput {
    private(set) var bytes: [UInt8] = []

    /// The query without its question mark.
    static func encode(_ parameters: Parameters) throws(Refusal) -> String {
        // Grape takes ?format= for the format of the answer and refuses all but json.
        if let format = parameters["format"], format != .string("json") {
            throw Refusal(
                AttributePath(steps: [.name("format")]),
                "in a query the server takes it for the format of the answer"
            )
        }
        var writer = BracketWriter(QueryEncoder())
        try writer.write(parameters)
        return String(decoding: writer.output.bytes, as: UTF8.self)
    }

    static var place: String { "a query" }
    static var openBracket: StaticString { "%5B" }
    static var closeBracket: StaticString { "%5D" }

    static func objection(toName name: String) -> String? { nil }

    static func append(name: String, to key: inout [UInt8]) {
        PercentEncoding.append(name, to: &key)
    }

    mutating func writeNull(key: [UInt8], at path: AttributePath) throws(Refusal) {
        append(key)
    }

    mutating func write(_ text: String, key: [UInt8], at path: AttributePath) throws(Refusal) {
        guard !text.utf8.contains(0) else {
            throw Refusal(path, "it holds a NUL character, which GitLab refuses")
        }
        append(key)
        bytes.append(UInt8(ascii: "="))
        PercentEncoding.append(text, to: &bytes)
    }

    mutating func write(_ file: FileUpload, key: [UInt8], at path: AttributePath) throws(Refusal) {
        throw Refusal(path, "a query can not carry a file")
    }

    private mutating func append(_ key: [UInt8]) {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
        bytes.append(contentsOf: key)
    }
}
