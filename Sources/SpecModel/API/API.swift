// The whole spec as the emitter sees it: resolved, checked, every value with the place it came from.

import SpecSyntax

/// GitLab's API as the spec describes it, in the order of the files and of the rows in them.
public struct API: Sendable {
    public let resources: [Resource]
    public let hashes: [HashType]
    public let models: [ModelType]
    public let enums: [EnumType]
    public let parents: [ParentType]
    /// What GitLab sends to webhooks.
    public let events: [WebhookEventType]
    public let modules: Modules
    /// The hashes, models and enums by name.
    public let types: TypesByName

    init(
        resources: [Resource], hashes: [HashType], models: [ModelType], enums: [EnumType], parents: [ParentType] = [],
        events: [WebhookEventType] = [], modules: Modules = Modules()
    ) {
        self.resources = resources
        self.hashes = hashes
        self.models = models
        self.enums = enums
        self.parents = parents
        self.events = events
        self.modules = modules
        types = TypesByName(models: models, hashes: hashes, enums: enums)
    }

    /// The declarations whose names fulfil a condition.
    func part(where isIncluded: (Located<String>) -> Bool) -> API {
        API(
            resources: resources.filter { isIncluded($0.name) }, hashes: hashes.filter { isIncluded($0.name) },
            models: models.filter { isIncluded($0.name) }, enums: enums.filter { isIncluded($0.name) },
            parents: parents.filter { isIncluded($0.name) }, events: events.filter { isIncluded($0.name) },
            modules: modules)
    }
}

/// A group of operations that a client offers under one name, such as `client.projects`.
public struct Resource: Sendable {
    public let name: Located<String>
    public let type: Located<String>
    public let about: Located<String>
    public let docs: Located<String>?
    /// The attributes of paths that its operations share.
    public let path: [Attribute]
    /// The Swift type of the resource that offers it as a property too.
    public let parentType: String?
    /// The parts of GitLab's page without an operation here.
    public let lacks: Located<String>?
    public let operations: [Operation]
    /// The spec file that declares it.
    public var file: String { name.range.path }
}

/// One call: a method, a path, its attributes and its response.
///
/// Operations are copied a lot, so the content of their mapping is one reference.
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

    /// The content of its mapping.
    final class Declared: Sendable {
        let name: Located<String>
        let method: Method
        let path: PathTemplate
        let request: Located<String>
        let about: Located<String>
        let docs: Located<String>
        let availability: Availability
        let response: Located<Response>
        let pages: [Located<PageMode>]
        let isIdempotent: Bool?
        let ownStatus: Located<Int>?
        let constraints: [Constraint]
        let preconditions: [Precondition]
        let waiters: [Waiter]
        let follower: Follower?

        init(
            name: Located<String>, method: Method, path: PathTemplate, request: Located<String>,
            about: Located<String>, docs: Located<String>, availability: Availability, response: Located<Response>,
            pages: [Located<PageMode>], isIdempotent: Bool?, ownStatus: Located<Int>?, constraints: [Constraint],
            preconditions: [Precondition], waiters: [Waiter], follower: Follower?
        ) {
            self.name = name
            self.method = method
            self.path = path
            self.request = request
            self.about = about
            self.docs = docs
            self.availability = availability
            self.response = response
            self.pages = pages
            self.isIdempotent = isIdempotent
            self.ownStatus = ownStatus
            self.constraints = constraints
            self.preconditions = preconditions
            self.waiters = waiters
            self.follower = follower
        }
    }

    let declared: Declared
    /// The attributes of the operation, from its own rows and from the tables it names: path, query, header fields,
    /// body.
    public internal(set) var attributes: [Attribute]
    /// Beginning of the path, where there is a choice.
    public internal(set) var parent: OperationParent?

    /// The name of the Swift method.
    public var name: Located<String> { declared.name }
    public var method: Method { declared.method }
    public var path: PathTemplate { declared.path }
    /// The Swift type of the request builder.
    public var request: Located<String> { declared.request }
    public var about: Located<String> { declared.about }
    public var docs: Located<String> { declared.docs }
    public var availability: Availability { declared.availability }
    public var response: Located<Response> { declared.response }
    public var pages: [Located<PageMode>] { declared.pages }
    /// Whether sending it twice does no more than sending it once; nil: as HTTP has it for the method.
    public var isIdempotent: Bool? { declared.isIdempotent }
    /// The status of success, where it is not the usual one of the method.
    public var ownStatus: Located<Int>? { declared.ownStatus }
    public var constraints: [Constraint] { declared.constraints }
    public var preconditions: [Precondition] { declared.preconditions }
    /// The ways to wait for a state in its response.
    public var waiters: [Waiter] { declared.waiters }
    /// How its download is followed while it grows.
    public var follower: Follower? { declared.follower }

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

/// The response of a call.
public enum Response: Sendable, Hashable {
    /// A value, or a list or a map of values.
    case value(TypeReference)
    /// A value that may be missing: the server sends null.
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
    /// At least one of these is required.
    case atLeastOne(of: [Located<String>])
    /// At least one attribute of the body is required.
    case atLeastOneOfBody
    /// At most one of these is allowed.
    case exclusive([Located<String>])
    /// An attribute works only together with a certain value of another.
    case needs(Located<String>, other: Located<String>, value: Located<String>)
    /// An attribute that is set, and not false, works only together with another.
    case needsAny(Located<String>, other: Located<String>)
}
