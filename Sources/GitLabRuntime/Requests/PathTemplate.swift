// Filling the placeholders of a path template.

/// Paths of the API with `:name` in place of an attribute.
enum PathTemplate {
    /// Appends the path with its attributes, percent-encoded so that each stays one segment: a slash becomes `%2F`.
    ///
    /// - Parameter root: the root of the client's API, for addresses of pages and repositories.
    static func append(
        _ template: String,
        with attributes: PathAttributeList,
        below root: APIRoot? = nil,
        to path: inout ByteBuffer
    ) throws(ValidationError) {
        let refusal = template.withBytes { append($0, with: attributes, below: root, to: &path) }
        if let refusal { throw refusal }
    }

    private static func append(
        _ template: UnsafeBufferPointer<UInt8>,
        with attributes: PathAttributeList,
        below root: APIRoot?,
        to path: inout ByteBuffer
    ) -> ValidationError? {
        var rest = template[...]
        while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            path.append(UnsafeBufferPointer(rebasing: rest[..<colon]))
            rest = rest[(colon + 1)...]
            let end = rest.firstIndex { !isNamePart($0) } ?? rest.endIndex
            let name = UnsafeBufferPointer(rebasing: rest[..<end])
            rest = rest[end...]
            guard let attribute = attributes.first(where: { $0.name.utf8.elementsEqual(name) }) else {
                return ValidationError("the path attribute `\(String(decoding: name, as: UTF8.self))` is missing")
            }
            if attribute.isIDOrPath, attribute.text.withBytes(NamespacePath.isPlain) {
                append(namespacePath: attribute.text, to: &path)
                continue
            }
            var text = attribute.text
            if attribute.isIDOrPath {
                do throws(NamespacePath.Objection) {
                    text = try NamespacePath.read(text, root)
                } catch {
                    return error.refusal(of: attribute.name)
                }
            }
            if let objection = objection(to: text) {
                return ValidationError(AttributePath(steps: [.name(attribute.name)]), objection)
            }
            if attribute.isIDOrPath {
                append(namespacePath: text, to: &path)
            } else {
                path.append(percentEncoded: text)
            }
        }
        path.append(UnsafeBufferPointer(rebasing: rest))
        return nil
    }

    /// Appends the path of a project, a group or a user. Of a dot as it is, GitLab takes what follows for the format of the
    /// response when it redirects from an old path to the new one.
    private static func append(namespacePath text: String, to path: inout ByteBuffer) {
        guard text.holds(UInt8(ascii: ".")) else {
            path.append(percentEncoded: text)
            return
        }
        for (index, part) in text.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { path.append("%2E") }
            path.append(percentEncoded: String(part))
        }
    }

    /// Returns why a value cannot be part of a path; nil if it can.
    private static func objection(to text: String) -> String? {
        if text.isEmpty { return "it is empty, and the path would name the whole collection" }
        // A proxy that decodes the path would resolve these, and the request would reach another endpoint.
        if text.withBytes(holdsDotSegment) { return "`.` and `..` would change the path" }
        if text.holds(0) { return "it contains a NUL character, which GitLab rejects" }
        return nil
    }

    /// Returns whether `.` or `..` is between two slashes, or between a slash and an end.
    private static func holdsDotSegment(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var length = 0
        var isDots = true
        for byte in text {
            if byte == UInt8(ascii: "/") {
                if isDots, 1...2 ~= length { return true }
                (length, isDots) = (0, true)
            } else {
                length += 1
                isDots = isDots && byte == UInt8(ascii: ".")
            }
        }
        return isDots && 1...2 ~= length
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
