// The kinds of declarations in the client. Declarations are values; the bodies in them are text.

import SpecSyntax

/// A declaration of generated Swift.
indirect enum Declaration: Sendable {
    case structure(Structure)
    case enumeration(Enumeration)
    case extending(Extension)
    case property(Property)
    case function(Function)
    case alias(TypeAlias)
}

/// Who can use a declaration.
enum Access: String, Sendable {
    case `public`, package, `private`
    /// The whole module, which needs no word.
    case module = ""
}

/// A parameter of a function.
struct Parameter: Sendable {
    /// The label in a call; nil for none.
    var label: String?
    var name: String
    var type: String
    var defaultValue: String?

    init(_ label: String?, _ name: String, _ type: String, defaultValue: String? = nil) {
        self.label = label
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
    }

    /// A parameter with its name as its label.
    init(_ name: String, _ type: String) { self.init(name, name, type) }

    /// The parameter as it stands in the declaration.
    var text: String {
        let words = label == name ? [] : [label ?? "_"]
        let value = defaultValue.map { " = \($0)" } ?? ""
        return (words + [name.parameterIdentifier]).joined(separator: " ") + ": " + type + value
    }
}

struct Structure: Sendable {
    var doc: DocComment?
    var attributes: [String] = []
    var access = Access.public
    var name: String
    var conformances: [String] = []
    /// The part of the spec that it comes from.
    var source: SourceRange?
    var members: [Declaration]
}

struct Enumeration: Sendable {
    struct Case: Sendable {
        var doc: DocComment?
        var name: String
        /// The type of its value.
        var type: String
        var source: SourceRange?
    }

    var doc: DocComment?
    var attributes: [String] = []
    var name: String
    var conformances: [String] = []
    var cases: [Case]
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
    var access = Access.public
    var isStatic = false
    var keyword = "var"
    var name: String
    var type: String?
    var value: String?
    /// The accessors or the body, line by line; a property with a body has no value.
    var body: [String] = []
    /// Uses that its accessors allow; nil without a body.
    var accessors: Symbol.Use?
    /// The row of the spec that it comes from.
    var source: SourceRange?
}

struct Function: Sendable {
    var doc: DocComment?
    var attributes: [String] = []
    var access = Access.public
    /// `nonisolated(nonsending)`, or empty.
    var modifiers = ""
    /// `func`, `mutating func`, or empty for an initialiser.
    var introducer = "func"
    /// `list`, or `init`.
    var name: String
    var parameters: [Parameter] = []
    /// `async throws`, or empty.
    var effects = ""
    var returns: String?
    var body: [String]
    /// The operation of the spec that it comes from.
    var source: SourceRange?
}
