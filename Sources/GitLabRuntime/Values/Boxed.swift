// A part of a value in storage of its own. Reading a page of projects creates hundreds of these, so all of it can be
// inlined: where the type of the part is known, no generic code is called.

/// A wrapper that stores an optional part of a model or a request elsewhere, so that its owner is small to copy and to
/// compile.
///
/// It behaves as if the part were stored in place: copies are independent of each other, and nil needs no memory.
/// Descriptions and mirrors show the part itself. Changing one thing in it replaces the whole part.
///
/// ```swift
/// @Boxed public var namespace: BasicNamespace?
/// ```
@frozen
@propertyWrapper
public struct Boxed<Part: Sendable>: Sendable {
    @usableFromInline
    final class Box: Sendable {
        @usableFromInline let part: Part

        @inlinable
        required init(_ part: Part) {
            self.part = part
        }
    }

    @usableFromInline var box: Box?

    /// Creates an empty wrapper.
    @inlinable
    public init() {}

    /// Creates a wrapper of a part; nil stores nothing.
    @inlinable
    public init(wrappedValue: Part?) {
        box = wrappedValue.map { Box($0) }
    }

    /// The part; nil if there is none.
    @inlinable public var wrappedValue: Part? {
        get { box?.part }
        set { box = newValue.map { Box($0) } }
    }
}

extension Boxed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The description of the part.
    public var description: String { String(describing: wrappedValue) }

    /// The description of the part.
    public var debugDescription: String { String(reflecting: wrappedValue) }

    /// The mirror of an optional of the part.
    public var customMirror: Mirror { Mirror(reflecting: wrappedValue as Any) }
}
