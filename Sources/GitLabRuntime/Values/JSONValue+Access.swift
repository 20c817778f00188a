// Access to the content of a JSON value, and changing it.
//
// The subscripts change in place: with a setter, a path of them would copy each object and array on its way.

extension JSONValue {
    /// Whether the value is `null`.
    public var isNull: Bool { self == .null }

    /// The boolean; nil for a value of another kind.
    public var boolValue: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The number, if it has no fraction and fits into an `Int`; nil otherwise, and for a value of another kind.
    public var intValue: Int? {
        switch self {
        case .integer(let value): Int(exactly: value)
        case .double(let value): Int(exactly: value)
        case .null, .bool, .string, .array, .object: nil
        }
    }

    /// The number, rounded to the nearest double where it is a long integer; nil for a value of another kind.
    public var doubleValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        case .null, .bool, .string, .array, .object: nil
        }
    }

    /// The string; nil for a value of another kind.
    public var stringValue: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The elements of an array; nil for a value of another kind.
    public var arrayValue: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members of an object; nil for a value of another kind.
    public var objectValue: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}

// MARK: - Members and elements

extension JSONValue {
    /// The member of this name; nil if there is none, or if this is not an object.
    ///
    /// Assigning nil removes the member; assign ``null`` to set it to `null`. A value that is not an object becomes one
    /// with this member alone, so that an assigned value can always be read again.
    public subscript(member: String) -> JSONValue? {
        get {
            guard case .object(let members) = self else { return nil }
            return members[member]
        }
        _modify {
            guard case .object(var members) = self else {
                var created: JSONValue?
                defer { if let created { self = .object([member: created]) } }
                yield &created
                return
            }
            // So that the members have one owner and are not copied.
            self = .null
            defer { self = .object(members) }
            yield &members[member]
        }
    }

    /// The element at this index; nil if there is none, or if this is not an array.
    ///
    /// Assigning nil removes the element. Assigning to the index behind the last element appends; an index further behind
    /// or below 0 changes nothing. A value that is not an array counts as an empty one.
    public subscript(index: Int) -> JSONValue? {
        get {
            guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
            return elements[index]
        }
        _modify {
            guard case .array(var elements) = self else {
                var created: JSONValue?
                defer { if index == 0, let created { self = .array([created]) } }
                yield &created
                return
            }
            self = .null
            var element: JSONValue?
            if elements.indices.contains(index) {
                element = elements[index]
                elements[index] = .null
            }
            defer {
                if elements.indices.contains(index) {
                    if let element { elements[index] = element } else { elements.remove(at: index) }
                } else if index == elements.count, let element {
                    elements.append(element)
                }
                self = .array(elements)
            }
            yield &element
        }
    }
}

// The subscripts return optionals, so that a member that is missing stays apart from one that is null. These overloads
// on optionals allow a path without a question mark at each step.
extension JSONValue? {
    /// The member of this name; nil if there is no object with it.
    ///
    /// Assigning creates the objects that are missing on the way: `json["variables"]["region"] = "eu"`.
    public subscript(member: String) -> JSONValue? {
        get { self?[member] }
        _modify {
            var value = self ?? .null
            let isMissing = self == nil
            self = nil
            defer { if !isMissing || value != .null { self = value } }
            yield &value[member]
        }
    }

    /// The element at this index; nil if there is no array with it.
    ///
    /// Assigning to index 0 creates the array if it is missing.
    public subscript(index: Int) -> JSONValue? {
        get { self?[index] }
        _modify {
            var value = self ?? .null
            let isMissing = self == nil
            self = nil
            defer { if !isMissing || value != .null { self = value } }
            yield &value[index]
        }
    }
}
