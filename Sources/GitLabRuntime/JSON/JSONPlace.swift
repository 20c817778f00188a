// Where in a document a byte stands, for messages: found by walking there again, so that reading keeps no account of it.

/// Finds the JSON paths of places.
struct JSONPlace {
    private enum Step {
        case element(Int)
        case member(String)
        /// In an object, before its first member.
        case object
    }

    private var cursor: JSONCursor
    private var steps: [Step] = []
    /// Whether the name of a member comes next, not a value.
    private var expectsName = false

    /// Returns the path of each offset, as `[3].owner.id`; empty for the whole document and for other offsets.
    ///
    /// - Parameter offsets: in ascending order.
    static func paths(of offsets: [Int], in bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        guard let cursor = try? JSONCursor(bytes) else { return offsets.map { _ in "" } }
        var place = JSONPlace(cursor: cursor)
        return offsets.map { place.path(of: $0) }
    }

    static func path(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
        paths(of: [offset], in: bytes)[0]
    }

    /// Returns the name of a member below a path.
    static func member(_ name: String, of path: String) -> String {
        path.isEmpty ? name : "\(path).\(name)"
    }

    private init(cursor: JSONCursor) {
        self.cursor = cursor
        self.cursor.skipWhitespace()
    }

    private mutating func path(of offset: Int) -> String {
        // The byte that stops the walk has stopped the reader, so the place is this one.
        while cursor.offset < offset, (try? step()) != nil {}
        return text
    }

    /// Passes one name, value, bracket or comma.
    private mutating func step() throws(JSONError) {
        switch cursor.byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            let isObject = cursor.byte == UInt8(ascii: "{")
            guard steps.count < JSONCursor.deepest else { throw cursor.failure(.tooDeep) }
            steps.append(isObject ? .object : .element(0))
            expectsName = isObject
            cursor.position += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            guard steps.popLast() != nil else { throw cursor.unexpected }
            expectsName = false
            cursor.position += 1
        case UInt8(ascii: ","):
            switch steps.last {
            case .element(let index): steps[steps.count - 1] = .element(index + 1)
            case .member, .object: expectsName = true
            case nil: throw cursor.unexpected
            }
            cursor.position += 1
        case _ where expectsName:
            let name = try cursor.memberName().text
            steps[steps.count - 1] = .member(name)
            expectsName = false
        default: try cursor.skipValue()
        }
        cursor.skipWhitespace()
    }

    private var text: String {
        var path = ""
        for step in steps {
            switch step {
            case .element(let index): path += "[\(index)]"
            case .member(let name): path = Self.member(name, of: path)
            case .object: break
            }
        }
        return path
    }
}
