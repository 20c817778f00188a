// The few kinds of declarations that the client is made of. Declarations are values; the bodies in them are text.

/// A declaration of generated Swift.
indirect enum Declaration: Sendable {
    case structure(Structure)
    case extending(Extension)
    case property(Property)
    case function(Function)
    /// A line that has no structure of its own, such as a type alias.
    case line(doc: DocComment?, String)
}

struct Structure: Sendable {
    var doc: DocComment?
    var attributes: [String] = []
    var access = "public"
    var name: String
    var conformances: [String] = []
    var members: [Declaration]
}

struct Extension: Sendable {
    var name: String
    var members: [Declaration]
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
}

struct Function: Sendable {
    var doc: DocComment?
    var attributes: [String] = []
    var access = "public"
    /// `func list` or `init`.
    var name: String
    var parameters: [String] = []
    /// `async throws`, or empty.
    var effects = ""
    var returns: String?
    var body: [String]
}
