// Reads a query string the way GitLab's server does: brackets make arrays and hashes, a bare key is null.

import GitLab

/// The parameters of a query string. Written without a look at the client's encoder, so that an error in one of the two
/// shows as a difference.
struct QueryString {
    private(set) var parameters: [String: JSONValue] = [:]

    /// How many brackets a name may have, as for Rack.
    private static let depth = 32

    /// Throws ``FailureResponse`` where the server would not make sense of the query either.
    init(parsing query: Substring) throws {
        for pair in query.split(whereSeparator: { $0 == "&" || $0 == ";" }) {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.unescape(halves[0])
            let value: JSONValue = halves.count == 2 ? .string(try Self.unescape(halves[1])) : .null
            try add(value, at: name)
        }
    }

    /// The parameters of the parts of a form.
    init(_ pairs: [(name: String, value: JSONValue)]) throws {
        for (name, value) in pairs { try add(value, at: name) }
    }

    private mutating func add(_ value: JSONValue, at name: String) throws {
        guard let place = Place(name) else { throw FailureResponse.unreadable }
        parameters[place.name] = try Self.put(value, at: place.steps[...], in: parameters[place.name])
    }

    /// Where a parameter belongs: `not[labels][]` is the name `not`, then the member `labels`, then a new element.
    private struct Place {
        enum Step { case member(String), element }

        let name: String
        let steps: [Step]

        init?(_ key: String) {
            guard let bracket = key.firstIndex(of: "[") else {
                guard !key.isEmpty, !key.contains("]") else { return nil }
                (name, steps) = (key, [])
                return
            }
            var steps: [Step] = []
            var rest = key[bracket...]
            while !rest.isEmpty {
                guard steps.count < QueryString.depth, rest.first == "[", let end = rest.firstIndex(of: "]") else {
                    return nil
                }
                let inside = rest[rest.index(after: rest.startIndex)..<end]
                guard !inside.contains("[") else { return nil }
                steps.append(inside.isEmpty ? .element : .member(String(inside)))
                rest = rest[rest.index(after: end)...]
            }
            guard bracket != key.startIndex else { return nil }
            (name, self.steps) = (String(key[..<bracket]), steps)
        }
    }

    private static func put(
        _ value: JSONValue, at steps: ArraySlice<Place.Step>, in found: JSONValue?
    ) throws -> JSONValue {
        guard let step = steps.first else { return value }
        switch (step, found ?? .null) {
        case (.member(let name), .object(var members)):
            members[name] = try put(value, at: steps.dropFirst(), in: members[name])
            return .object(members)
        case (.member(let name), .null):
            return .object([name: try put(value, at: steps.dropFirst(), in: nil)])
        case (.element, .array(var elements)):
            // A hash is filled until a key comes that it has already: that one begins the next element.
            let below = steps.dropFirst()
            if case .member? = below.first, let last = elements.last, case .object = last, !has(below, in: last) {
                elements[elements.count - 1] = try put(value, at: below, in: last)
            } else {
                elements.append(try put(value, at: below, in: nil))
            }
            return .array(elements)
        case (.element, .null):
            return .array([try put(value, at: steps.dropFirst(), in: nil)])
        case (.member, _), (.element, _):
            throw FailureResponse.unreadable
        }
    }

    /// Whether a value has a whole key already. A key with an array in it is never there: its value is a new element.
    private static func has(_ steps: ArraySlice<Place.Step>, in value: JSONValue) -> Bool {
        var reached = value
        for step in steps {
            guard case .member(let name) = step, case .object(let members) = reached, let next = members[name] else {
                return false
            }
            reached = next
        }
        return true
    }

    /// Undoes percent-encoding; in a query, `+` is a space.
    static func unescape(_ text: Substring, plusIsSpace: Bool = true) throws -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else {
                    throw FailureResponse.unreadable
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace:
                bytes.append(UInt8(ascii: " "))
            default:
                bytes.append(byte)
            }
        }
        let unescaped = String(decoding: bytes, as: UTF8.self)
        guard unescaped.utf8.elementsEqual(bytes), !bytes.contains(0) else { throw FailureResponse.unreadable }
        return unescaped
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
}
