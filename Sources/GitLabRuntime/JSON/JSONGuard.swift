// Looking over a JSON text that strangers have sent, before anything is made of it.

/// Checks documents for what two readers could understand differently, and for their depth.
package enum JSONGuard {
    /// Why a document is rejected.
    package enum Objection: Error, Sendable, Hashable {
        /// It is not JSON as RFC 8259 defines it.
        case notJSON(JSONError)
        /// Arrays and objects are nested deeper than allowed.
        case tooDeep
        /// An object has two members of one name; the place is that of the second one, in bytes from 0.
        case duplicateName(offset: Int)
    }

    /// Walks once over a document, in time and memory that grow with its size.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - deepest: how deep arrays and objects may be nested, at most 512.
    package static func check(_ bytes: [UInt8], deepest: Int) throws(Objection) {
        if let found = bytes.withUnsafeBufferPointer({ objection(to: $0, deepest: deepest) }) { throw found }
    }

    private static func objection(to bytes: UnsafeBufferPointer<UInt8>, deepest: Int) -> Objection? {
        do throws(JSONError) {
            var walk = GuardedWalk(cursor: try JSONCursor(bytes), deepest: min(deepest, JSONCursor.deepest))
            walk.cursor.skipWhitespace()
            guard try walk.passesValue(depth: 0) else { return walk.objection }
            try walk.cursor.finish()
            return nil
        } catch {
            return .notJSON(error.located(in: bytes))
        }
    }
}

/// A walk that ends at the first objection.
private struct GuardedWalk {
    var cursor: JSONCursor
    let deepest: Int
    private(set) var objection: JSONGuard.Objection?

    init(cursor: JSONCursor, deepest: Int) {
        self.cursor = cursor
        self.deepest = deepest
    }

    /// Passes a value; false if there is an objection to it.
    mutating func passesValue(depth: Int) throws(JSONError) -> Bool {
        switch cursor.byte {
        case UInt8(ascii: "["): try passesArray(depth: depth + 1)
        case UInt8(ascii: "{"): try passesObject(depth: depth + 1)
        default: try passesScalar()
        }
    }

    private mutating func passesScalar() throws(JSONError) -> Bool {
        try cursor.skipValue()
        return true
    }

    private mutating func passesArray(depth: Int) throws(JSONError) -> Bool {
        guard depth <= deepest else { return object(.tooDeep) }
        guard try cursor.enterArray() else { return true }
        repeat {
            guard try passesValue(depth: depth) else { return false }
        } while try cursor.nextElement()
        return true
    }

    private mutating func passesObject(depth: Int) throws(JSONError) -> Bool {
        guard depth <= deepest else { return object(.tooDeep) }
        guard try cursor.enterObject() else { return true }
        var names: Set<String> = []
        repeat {
            let offset = cursor.offset
            guard names.insert(try cursor.memberName().text).inserted else {
                return object(.duplicateName(offset: offset))
            }
            guard try passesValue(depth: depth) else { return false }
        } while try cursor.nextMember()
        return true
    }

    private mutating func object(_ objection: JSONGuard.Objection) -> Bool {
        self.objection = objection
        return false
    }
}
