// Reading and writing a field of a model where it is stored. All of the runtime's untyped memory is here and in the
// recorder: a field is accessed at the offset and with the type that its model recorded (`FieldRecorder`), which is what
// `MemoryLayout.offset(of:)` would return for its key path, without 1,500 key paths for users to compile.

/// A field of a model, where it is stored.
struct StoredField {
    /// Types that are read in a way of their own, without looking up the type.
    enum Kind {
        case boolean, integer, number, string, moment, strings
        case enumeration(any OpenEnum.Type)
        case value
        case secret

        /// The kind of an open enum. All of them are stored like their raw value, the only property of the struct.
        static func text<Value: OpenEnum>(of type: Value.Type) -> Kind where Value.RawValue == String {
            let isLikeString =
                MemoryLayout<Value>.size == MemoryLayout<String>.size
                && MemoryLayout<Value?>.size == MemoryLayout<String?>.size
            return isLikeString ? .enumeration(type) : .value
        }
    }

    /// Where it is in the model, in bytes.
    let offset: Int
    /// Whether it can be missing.
    let isOptional: Bool
    let kind: Kind
    let access: any FieldAccess.Type

    /// Stores a value in a model.
    @inline(__always)
    func store<Value>(_ value: Value, in model: UnsafeMutableRawPointer) {
        if isOptional {
            (model + offset).assumingMemoryBound(to: Value?.self).pointee = value
        } else {
            (model + offset).assumingMemoryBound(to: Value.self).pointee = value
        }
    }
}

/// A type of stored property, and what is done with one. Optionals and boxes conform themselves, so that their metadata
/// is at hand and need not be looked up for each field that is read.
protocol FieldAccess {
    /// Type of the stored value.
    associatedtype Stored

    static var isOptional: Bool { get }

    /// Reads a value that is not null.
    static func read(with reader: inout JSONReader, into field: UnsafeMutableRawPointer) throws(JSONError)
    static func decode(
        from container: KeyedDecodingContainer<ModelKey>, _ key: ModelKey, into field: UnsafeMutableRawPointer) throws
    static func encode(
        _ field: UnsafeRawPointer, to container: inout KeyedEncodingContainer<ModelKey>, _ key: ModelKey) throws
    static func areEqual(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer) -> Bool
    static func hash(_ field: UnsafeRawPointer, into hasher: inout Hasher)
    /// Returns the value for printing.
    static func value(of field: UnsafeRawPointer) -> Any
}

extension FieldAccess where Stored: Hashable {
    static func areEqual(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer) -> Bool {
        one.assumingMemoryBound(to: Stored.self).pointee == other.assumingMemoryBound(to: Stored.self).pointee
    }

    static func hash(_ field: UnsafeRawPointer, into hasher: inout Hasher) {
        field.assumingMemoryBound(to: Stored.self).pointee.hash(into: &hasher)
    }

    static func value(of field: UnsafeRawPointer) -> Any {
        field.assumingMemoryBound(to: Stored.self).pointee
    }
}

/// A field that is always there.
enum Required<Value: JSONReadable>: FieldAccess {
    typealias Stored = Value

    static var isOptional: Bool { false }

    static func read(with reader: inout JSONReader, into field: UnsafeMutableRawPointer) throws(JSONError) {
        field.assumingMemoryBound(to: Value.self).pointee = try Value.read(with: &reader)
    }

    static func decode(
        from container: KeyedDecodingContainer<ModelKey>, _ key: ModelKey, into field: UnsafeMutableRawPointer
    ) throws {
        field.assumingMemoryBound(to: Value.self).pointee = try container.decode(Value.self, forKey: key)
    }

    static func encode(
        _ field: UnsafeRawPointer, to container: inout KeyedEncodingContainer<ModelKey>, _ key: ModelKey
    ) throws {
        try container.encode(field.assumingMemoryBound(to: Value.self).pointee, forKey: key)
    }
}

/// A field that may be missing.
extension Optional: FieldAccess where Wrapped: JSONReadable {
    typealias Stored = Self

    static var isOptional: Bool { true }

    static func read(with reader: inout JSONReader, into field: UnsafeMutableRawPointer) throws(JSONError) {
        field.assumingMemoryBound(to: Self.self).pointee = try Wrapped.read(with: &reader)
    }

    static func decode(
        from container: KeyedDecodingContainer<ModelKey>, _ key: ModelKey, into field: UnsafeMutableRawPointer
    ) throws {
        field.assumingMemoryBound(to: Self.self).pointee = try container.decodeIfPresent(Wrapped.self, forKey: key)
    }

    static func encode(
        _ field: UnsafeRawPointer, to container: inout KeyedEncodingContainer<ModelKey>, _ key: ModelKey
    ) throws {
        try container.encodeIfPresent(field.assumingMemoryBound(to: Self.self).pointee, forKey: key)
    }
}

/// A field that may be missing and is stored elsewhere.
extension Boxed: FieldAccess where Part: JSONReadable {
    typealias Stored = Self

    static var isOptional: Bool { true }

    static func read(with reader: inout JSONReader, into field: UnsafeMutableRawPointer) throws(JSONError) {
        field.assumingMemoryBound(to: Self.self).pointee.box = Box(try Part.read(with: &reader))
    }

    static func decode(
        from container: KeyedDecodingContainer<ModelKey>, _ key: ModelKey, into field: UnsafeMutableRawPointer
    ) throws {
        field.assumingMemoryBound(to: Self.self).pointee =
            Boxed(wrappedValue: try container.decodeIfPresent(Part.self, forKey: key))
    }

    static func encode(
        _ field: UnsafeRawPointer, to container: inout KeyedEncodingContainer<ModelKey>, _ key: ModelKey
    ) throws {
        try container.encodeIfPresent(part(of: field), forKey: key)
    }

    static func areEqual(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer) -> Bool {
        part(of: one) == part(of: other)
    }

    static func hash(_ field: UnsafeRawPointer, into hasher: inout Hasher) { part(of: field).hash(into: &hasher) }

    static func value(of field: UnsafeRawPointer) -> Any { part(of: field) as Any }

    private static func part(of field: UnsafeRawPointer) -> Part? {
        field.assumingMemoryBound(to: Self.self).pointee.wrappedValue
    }
}
