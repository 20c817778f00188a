// Reading and writing a field of a model where it is stored. All of the runtime's untyped memory is here, in the recorder,
// and where plain values are read (`JSONReader+PlainValues`, `SmallText`): a field is accessed at the offset and with the
// type that its model recorded (`FieldRecorder`), which is what `MemoryLayout.offset(of:)` would return for its key path,
// without 1,500 key paths for users to compile.

/// A field of a model, where it is stored.
struct StoredField {
    /// Types that are read in a way of their own, without looking up the type.
    enum Kind {
        case boolean, integer, number, string, moment, day, strings
        case enumeration(any OpenEnum.Type)
        /// An open enum of numbers.
        case numbered(any ReadAccess.Type)
        case value(any ReadAccess.Type)
        /// The object that holds it.
        case part(any PartAccess.Type)
        case secret(any ReadAccess.Type)

        /// The kind of an open enum. All of them are stored like their raw value, the only property of the struct.
        static func text<Value: OpenEnum>(
            of type: Value.Type, _ access: any ReadAccess.Type
        ) -> Kind where Value.RawValue == String {
            let isLikeString =
                MemoryLayout<Value>.size == MemoryLayout<String>.size
                && MemoryLayout<Value?>.size == MemoryLayout<String?>.size
            return isLikeString ? .enumeration(type) : .value(access)
        }

        /// The kind of another value.
        static func value<Value>(of type: Value.Type, _ access: any ReadAccess.Type) -> Kind {
            if type == CalendarDate.self { return .day }
            let isLikeInt =
                (type as? any OpenEnum.Type)?.isStoredLikeInt ?? false
                && MemoryLayout<Value?>.size == MemoryLayout<Int?>.size
            return isLikeInt ? .numbered(access) : .value(access)
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

extension OpenEnum {
    /// Whether it is stored like its raw value, an `Int`.
    fileprivate static var isStoredLikeInt: Bool {
        RawValue.self == Int.self && MemoryLayout<Self>.size == MemoryLayout<Int>.size
    }
}

/// A type of stored property, and what is done with one.
protocol FieldAccess {
    /// Type of the stored value.
    associatedtype Stored

    static var isOptional: Bool { get }

    static func decode(
        from container: KeyedDecodingContainer<ModelKey>, _ key: ModelKey, into field: UnsafeMutableRawPointer) throws
    static func encode(
        _ field: UnsafeRawPointer, to container: inout KeyedEncodingContainer<ModelKey>, _ key: ModelKey) throws
    static func areEqual(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer) -> Bool
    static func hash(_ field: UnsafeRawPointer, into hasher: inout Hasher)
    /// Returns the value for printing.
    static func value(of field: UnsafeRawPointer) -> Any
}

/// A type that reads values into a stored property. It has the metadata of the property, which would have to be looked up
/// for every value that is read.
protocol ReadAccess {
    /// Reads a value that is not null into a model.
    static func read(with reader: inout JSONReader, into field: UnsafeMutableRawPointer) throws(JSONError)
}

/// Reads the value of an optional field.
enum OptionalReading<Stored: OptionalStorage>: ReadAccess {
    static func read(with reader: inout JSONReader, into field: UnsafeMutableRawPointer) throws(JSONError) {
        field.assumingMemoryBound(to: Stored.self).pointee = Stored.storing(try Stored.Content.read(with: &reader))
    }
}

/// An optional, whose type is known.
protocol OptionalStorage {
    associatedtype Content: JSONReadable

    static func storing(_ content: consuming Content) -> Self
}

extension Optional: OptionalStorage where Wrapped: JSONReadable {
    static func storing(_ content: consuming Wrapped) -> Wrapped? { content }
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
enum Required<Value: JSONReadable>: FieldAccess, ReadAccess {
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

/// An object that holds a part of a model. Being asked itself, it knows its metadata, which would have to be looked up
/// for every part that is read.
protocol PartAccess: AnyObject {
    /// Reads a part that is not null.
    static func reading(with reader: inout JSONReader) throws(JSONError) -> AnyObject
}

extension Boxed.Box: PartAccess where Part: JSONReadable {
    static func reading(with reader: inout JSONReader) throws(JSONError) -> AnyObject {
        self.init(try Part.read(with: &reader))
    }
}

/// A field that may be missing and is stored elsewhere.
extension Boxed: FieldAccess where Part: JSONReadable {
    typealias Stored = Self

    static var isOptional: Bool { true }

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
