// The text of single values and of comma lists, as all encodings write it.

extension ParameterValue {
    /// Returns the text of a value without parts.
    func text(at path: AttributePath) throws(ValidationError) -> String {
        if let text = scalarText { return text }
        switch self {
        case .double:
            throw ValidationError(path, "it is infinite or not a number")
        case .instant:
            throw ValidationError(path, "the date is outside the years 1 to 9999")
        case .null, .bool, .integer, .string, .day, .array, .commaList, .object, .openHash, .file, .base64:
            throw ValidationError(path, "it is not a single value")
        }
    }
}

/// Lists that GitLab splits on commas, wherever they are sent.
enum CommaList {
    /// Returns the elements joined with commas.
    static func text(_ elements: [ParameterValue], at path: AttributePath) throws(ValidationError) -> String {
        var text = ""
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            text += try elementText(element, index, at: path)
        }
        return text
    }

    /// Returns the text of one element, which must not hold a comma: GitLab splits the elements of an array too.
    static func elementText(
        _ element: ParameterValue,
        _ index: Int,
        at path: AttributePath
    ) throws(ValidationError) -> String {
        let place = AttributePath(steps: path.steps + [.index(index)])
        let text = try element.text(at: place)
        guard !text.holds(UInt8(ascii: ",")) else {
            throw ValidationError(place, "GitLab splits this list on commas, and the element contains one")
        }
        return text
    }
}
