// Filling the placeholders of a path template.

/// Paths of the API with `:name` where an attribute stands.
enum PathTemplate {
    /// Appends the path with its attributes, percent-encoded so that each stays one segment: a slash becomes `%2F`.
    static func append(
        _ template: String,
        with attributes: [PathAttribute],
        to path: inout ByteBuffer
    ) throws(Refusal) {
        var rest = template.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: ":") else {
                path.append(byte)
                continue
            }
            let name = String(decoding: rest.prefix(while: isNamePart), as: UTF8.self)
            rest = rest.dropFirst(name.utf8.count)
            guard let attribute = attributes.first(where: { $0.name == name }) else {
                throw Refusal("the path attribute `\(name)` is missing")
            }
            try append(attribute, to: &path)
        }
    }

    private static func append(_ attribute: PathAttribute, to path: inout ByteBuffer) throws(Refusal) {
        let place = AttributePath(steps: [.name(attribute.name)])
        guard !attribute.text.isEmpty else {
            throw Refusal(place, "it is empty, and the path would name the whole collection")
        }
        // A proxy that decodes the path would resolve these, and the request would reach something else.
        let segments = attribute.text.utf8.split(separator: UInt8(ascii: "/"))
        guard !segments.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) else {
            throw Refusal(place, "`.` and `..` would change the path")
        }
        guard !attribute.text.holds(0) else {
            throw Refusal(place, "it holds a NUL character, which GitLab refuses")
        }
        path.append(percentEncoded: attribute.text)
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
