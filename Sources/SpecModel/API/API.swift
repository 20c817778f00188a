// The whole spec as the emitter sees it: resolved, checked, every value with the place it came from.

import SpecSyntax

/// GitLab's API as the spec describes it, in the order of the files and of the rows in them.
public struct API: Sendable {
    public let resources: [Resource]
    public let hashes: [HashType]
    public let models: [ModelType]
    public let enums: [EnumType]
}

/// A group of operations that a client offers under one name, such as `client.projects`.
public struct Resource: Sendable {
    public let name: Located<String>
    public let type: Located<String>
    public let about: Located<String>
    public let docs: Located<String>?
    public let operations: [Operation]
    /// The spec file that declares it.
    public var file: String { name.range.path }
}

/// One call: a method, a path, the attributes it takes and what it answers.
public struct Operation: Sendable {
    public enum Method: String, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
        case head = "HEAD"
    }

    public enum PageMode: String, Sendable, CaseIterable {
        case offset, keyset
    }

    /// The name of the Swift method.
    public let name: Located<String>
    public let method: Method
    public let path: PathTemplate
    /// The Swift type of the request builder.
    public let request: Located<String>
    public let about: Located<String>
    public let docs: Located<String>
    public let availability: Availability
    public let answer: Located<Answer>
    public let pages: [Located<PageMode>]
    /// Whether sending it twice does no more than sending it once; nil: as HTTP has it for the method.
    public let isIdempotent: Bool?
    /// The status of success, where it is not the usual one of the method.
    public let ownStatus: Located<Int>?
    public let constraints: [Constraint]
    /// What the operation takes, from its own rows and from the tables it names: path, query, header fields, body.
    public internal(set) var attributes: [Attribute]

    /// The status of success: 200, but for POST 201 and for DELETE 204, or what the spec says instead.
    public var successStatus: Int {
        if let ownStatus { return ownStatus.value }
        switch method {
        case .get, .put, .patch, .head: return 200
        case .post: return 201
        case .delete: return 204
        }
    }

    public func attributes(in location: Attribute.Location) -> [Attribute] {
        attributes.filter { $0.location == location }
    }
}

/// What a call answers.
public enum Answer: Sendable, Hashable {
    /// A value, or a list or a map of values.
    case value(TypeReference)
    /// A value that may be missing: the server answers null.
    case optionalValue(TypeReference)
    /// Nothing beyond the success.
    case nothing
    /// A file, streamed.
    case download
}

/// A path with placeholders, `/projects/:id`.
public struct PathTemplate: Sendable {
    public let text: Located<String>
    /// The names of the placeholders, without their colons, in the order of the path.
    public let placeholders: [Located<String>]
}

/// A rule over several attributes that the server is certain to enforce.
public enum Constraint: Sendable {
    /// At least one of these has to be given.
    case atLeastOne(of: [Located<String>])
    /// At least one attribute of the body has to be given.
    case atLeastOneOfBody
    /// At most one of these may be given.
    case exclusive([Located<String>])
    /// An attribute works only together with a certain value of another.
    case needs(Located<String>, other: Located<String>, value: Located<String>)
    /// An attribute that is given, and not false, works only together with another.
    case needsAny(Located<String>, other: Located<String>)
}
