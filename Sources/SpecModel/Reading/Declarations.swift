// Everything that the files of a spec declare, before the names between them are resolved.

import SpecSyntax

/// The declarations of a spec, in the order of its files.
struct Declarations {
    var resources: [ResourceDeclaration] = []
    var tables: [AttributeTable] = []
    var hashes: [HashDeclaration] = []
    var models: [ModelType] = []
    var enums: [EnumType] = []
    var parents: [ParentDeclaration] = []
    var events: [WebhookEventType] = []
    var modules: [Module] = []
    var drift = KnownDrift()
}

/// A resource whose operations still name their shared tables.
struct ResourceDeclaration {
    let name: Located<String>
    let type: Located<String>
    let about: Located<String>
    let docs: Located<String>?
    /// Rows of the paths of its operations, and the names of the tables with more of them.
    let path: (rows: [Attribute], tables: [Located<String>])
    let within: Located<String>?
    let lacks: Located<String>?
    /// Its keys, as they are written.
    let keys: Fields
    var operations: [OperationDeclaration]
}

/// An operation with its own rows, and the names of the tables that it shares with others.
struct OperationDeclaration {
    let operation: Operation
    let tables: [(location: Attribute.Location, names: [Located<String>])]
    /// Its keys, as they are written.
    let keys: Fields
}

/// A hash with its own rows, and the names of the tables that it shares with operations.
struct HashDeclaration {
    let hash: HashType
    let tables: [Located<String>]
}

/// A choice of paths whose cases still name their shared tables.
struct ParentDeclaration {
    let parent: ParentType
    /// Those of each case.
    let tables: [[Located<String>]]
}

/// Rows that operations share. Their location is that of the operation that names the table.
public struct AttributeTable: Sendable {
    public let name: Located<String>
    public let rows: [Attribute]
}
