// Skipping values, which are checked like the others.

extension JSONCursor {
    /// Passes a value of any kind.
    mutating func skipValue() throws(JSONError) {
        switch byte {
        case UInt8(ascii: "\""): _ = try rawString()
        case UInt8(ascii: "n"): try null()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
        case UInt8(ascii: "["):
            guard try enterArray() else { return }
            repeat { try skipValue() } while try nextElement()
        case UInt8(ascii: "{"):
            guard try enterObject() else { return }
            repeat {
                _ = try memberName()
                try skipValue()
            } while try nextMember()
        case let other where Self.beginsNumber(other): try skipNumber()
        default: throw unexpected
        }
    }

    /// Passes the name of a member and the colon behind it.
    mutating func memberName() throws(JSONError) -> RawString {
        guard byte == UInt8(ascii: "\"") else { throw unexpected }
        let name = try rawString()
        try colon()
        return name
    }
}
