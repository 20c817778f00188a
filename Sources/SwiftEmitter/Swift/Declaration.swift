// The kinds of declarations in the client. Declarations are values; the bodies in them are text.

import SpecSyntax

/// A declaration of generated Swift.
indirect enum Declaration: Sendable {
    case structure(Structure)
    case extending(Extension)
    case property(Property)
    case function(Function)
    case alias(TypeAlias)
}

struct Structure: Sendable {
    var doc: DocComment?
    var attributes: [String] = []
    var access = "public"
    var name: String
    var conformances: [String] = []
    /// The part of the spec that it comes from.
    var source: SourceRange?
    var members: [Declaration]
}

struct Extension: Sendable {
    var name: String
    var members: [Declaration]
}

struct TypeAlias: Sendable {
    var doc: DocComment?
    var name: String
    var type: String
}

struct Property: Sendable {
    var doc: DocComment?
    var attributes: [String] = []
    /// The property wrapper, `@Boxed`.
    var wrapper: String?
    var access = "public"
    var isStatic = false
    var keyword = "var"
    var name: String
    var type: String?
    var value: String?
    /// The accessors or the body, line by line; a property with a body has no value.
    var body: [String] = []
    /// The row of the spec that it comes from.
    var source: SourceRange?
}

struct Function: Sendable {
    var doc: DocComment?
    var attributes: [String] = []
    var access = "public"
    /// `nonisolated(nonsending)`, or empty.
    var modifiers = ""
    /// `func list` or `init`.
    var name: String
    var parameters: [String] = []
    /// `async throws`, or empty.
    var effects = ""
    var returns: String?
    var body: [String]
    /// The operation of the spec that it comes from.
    var source: SourceRange?
}
