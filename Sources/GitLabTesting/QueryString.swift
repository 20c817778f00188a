// Reads a query string the way GitLab's server does: brackets make arrays and hashes, a bare key is null.

import GitLab

/// The parameters of a query string. Written without a look at the client's encoder, so that an error in one of the two
/// shows as a difference.
struct QueryString {
    private(set) var parameters: [String: JSONValue] = [:]

    /// How many brackets a name may have, as for Rack.
    private static let depth = 100

    /// How many parameters there may be, as many as parts of a form.
    private static let most = 4_096

    /// Throws ``FailureResponse`` where the server would not make sense of the query either.
    ///
    /// - Parameter isForm: Whether it is the body of a form, in which `;` separates nothing.
    init(parsing query: Substring, isForm: Bool = false) throws {
        var count = 0
        for pair in query.utf8.split(whereSeparator: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";") && !isForm })
        {
            count += 1
            guard count <= Self.most else { throw FailureResponse.unreadable }
            let halves = Substring(pair).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.unescape(halves[0])
            let value: JSONValue = halves.count == 2 ? .string(try Self.unescape(halves[1])) : .null
            try Self.add(value, at: name[...], to: &parameters, depth: Self.depth)
        }
    }

    /// The parameters of the parts of a form.
    init(_ pairs: [(name: String, value: JSONValue)]) throws {
        for (name, value) in pairs { try Self.add(value, at: name[...], to: &parameters, depth: Self.depth) }
    }

    /// Adds a value at a name with brackets: `not[labels][]` is the name `not`, then the member `labels`, then a new
    /// element. Brackets that do not fit are read as Rack reads them, which rejects none.
    private static func add(
        _ value: JSONValue, at name: Substring, to members: inout [String: JSONValue], depth: Int
    ) throws {
        guard depth > 0 else { throw FailureResponse.unreadable }
        let rest = name.drop { $0 == "[" || $0 == "]" }
        let key = rest.prefix { $0 != "[" && $0 != "]" }
        let steps = rest[key.endIndex...].drop { $0 == "]" }
        guard !key.isEmpty else { return }
        switch steps {
        case "": members[String(key)] = value
        case "[": members[String(name)] = value
        case _ where steps.hasPrefix("[]"):
            guard case .array(var elements) = (members[String(key)] ?? .null).or([]) else {
                throw FailureResponse.unreadable
            }
            try add(value, at: steps.dropFirst(2), toElements: &elements, depth: depth - 1)
            members[String(key)] = .array(elements)
        default:
            guard case .object(var inner) = (members[String(key)] ?? .null).or([:]) else {
                throw FailureResponse.unreadable
            }
            try add(value, at: steps, to: &inner, depth: depth - 1)
            members[String(key)] = .object(inner)
        }
    }

    /// Adds an element, or a member to the last one: a hash is filled until a key comes that it has already, and that
    /// one begins the next element.
    private static func add(
        _ value: JSONValue, at name: Substring, toElements elements: inout [JSONValue], depth: Int
    ) throws {
        if name.isEmpty { return elements.append(value) }
        if name == "[]" { return elements.append(value == .null ? .null : .array([value])) }
        if case .object(var members)? = elements.last, !has(name, in: members) {
            try add(value, at: name, to: &members, depth: depth)
            elements[elements.count - 1] = .object(members)
            return
        }
        var members: [String: JSONValue] = [:]
        try add(value, at: name, to: &members, depth: depth)
        elements.append(.object(members))
    }

    /// Whether members have a value at a name already. Arrays are continued.
    private static func has(_ name: Substring, in members: [String: JSONValue]) -> Bool {
        guard !name.contains("[]") else { return false }
        var found = JSONValue.object(members)
        for part in name.split(whereSeparator: { $0 == "[" || $0 == "]" }) {
            guard let inner = found.objectValue?[String(part)] else { return false }
            found = inner
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

extension JSONValue {
    /// The value, or another one in place of null.
    fileprivate func or(_ other: JSONValue) -> JSONValue { self == .null ? other : self }
}
