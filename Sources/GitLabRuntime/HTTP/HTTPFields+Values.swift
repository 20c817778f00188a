// Reading and setting the values of header fields.

import HTTPTypes

extension HTTPFields {
    /// Returns the number in a field; nil if it is missing, empty, not a number, or too large to calculate with. A field
    /// that came several times has to say the same each time.
    func integer(_ name: HTTPField.Name) -> Int? {
        guard let text = self[name] else { return nil }
        return (Int(text) ?? Self.repeated(in: text)).flatMap(\.ifBounded)
    }

    private static func repeated(in text: String) -> Int? {
        let numbers = Set(text.split(separator: ",").map { Int($0.filter { $0 != " " }) })
        return numbers.count == 1 ? numbers.first ?? nil : nil
    }

    /// Sets a field that is kept out of the compression tables of HTTP/2.
    mutating func setSecret(_ value: String, for name: HTTPField.Name) {
        var field = HTTPField(name: name, value: value)
        field.indexingStrategy = .disallow
        if contains(name) { self[name] = nil }
        append(field)
    }
}
