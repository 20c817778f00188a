// Values of any kind.

extension JSONCursor {
    /// Reads the value at the position, whatever it is.
    mutating func value() throws(JSONError) -> JSONValue {
        switch byte {
        case UInt8(ascii: "\""): return .string(try rawString().text)
        case UInt8(ascii: "n"):
            try null()
            return .null
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(try boolean())
        case UInt8(ascii: "["): return .array(try elements())
        case UInt8(ascii: "{"): return .object(try members())
        case let other where Self.beginsNumber(other): return try numberValue()
        default: throw unexpected
        }
    }

    private mutating func elements() throws(JSONError) -> [JSONValue] {
        var elements: [JSONValue] = []
        guard try enterArray() else { return elements }
        repeat { elements.append(try value()) } while try nextElement()
        return elements
    }

    private mutating func members() throws(JSONError) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        guard try enterObject() else { return members }
        repeat {
            let name = try memberName().text
            let value = try value()
            if members[name] == nil { members[name] = value }
        } while try nextMember()
        return members
    }

    private mutating func numberValue() throws(JSONError) -> JSONValue {
        let first = position
        let number = try number()
        if let integer = try? number.integer() { return .integer(integer) }
        guard let double = number.double(first, count: position - first) else {
            position = first
            throw failure(.tooLarge)
        }
        return .double(double)
    }
}
