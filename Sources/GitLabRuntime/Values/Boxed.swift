// A part of a value that is kept apart from it. What reads a page of projects makes hundreds of these, so all of it can be
// inlined: where the type of the part is known, no generic code is called.

/// Keeps an optional part of a model or a request apart, so that what holds it stays small: to copy, and to compile.
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
        init(_ part: Part) {
            self.part = part
        }
    }

    @usableFromInline var box: Box?

    /// Holds nothing.
    @inlinable
    public init() {}

    /// Holds a part; nil holds nothing.
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
    /// What the part is described as.
    public var description: String { String(describing: wrappedValue) }

    /// What the part is described as.
    public var debugDescription: String { String(reflecting: wrappedValue) }

    /// What an optional of the part is made of.
    public var customMirror: Mirror { Mirror(reflecting: wrappedValue as Any) }
}
