// The description of an operation: its name, method, path template and the constraints on its attributes.

import HTTPTypes

/// An operation of GitLab's API, without the attributes of a single request.
public struct Endpoint: Sendable, Hashable {
    /// The HTTP methods that GitLab's API uses. The method decides where attributes are sent: in the query for GET,
    /// HEAD and DELETE, usually in the body for POST, PUT and PATCH.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    // One reference: an endpoint is passed with every call.
    private let facts: EndpointFacts

    /// The name of the operation: resource and method in the client, such as `projects.list`. Stable across versions.
    public var name: String { facts.name }

    /// The HTTP method.
    public var method: Method { facts.method }

    /// The path below `/api/v4`, with `:name` in place of a path attribute: `/projects/:id`. The first one may stand for a
    /// parent: `/:noteable/notes`; ``pathTemplates`` has the whole paths.
    public var pathTemplate: String { facts.pathTemplate }

    /// Every path below `/api/v4` to which requests of the operation go, as GitLab documents it: one, or one for each kind
    /// of parent that it takes (``ParentResource``).
    public var pathTemplates: [String] { facts.parents?.pathTemplates ?? [facts.pathTemplate] }

    /// The parents that the path begins with; nil where there is no choice.
    var parents: ParentChoice? { facts.parents }

    /// The rules between the attributes; checked before anything is sent.
    public var constraints: [Constraint] { facts.constraints }

    /// The attributes that name a state which the thing must still have.
    public var preconditions: [Precondition] { facts.preconditions }

    /// Whether the body is sent as a form, because the endpoint does not read JSON. A form cannot encode a file, nor
    /// distinguish texts from numbers where GitLab does not know the type.
    public var readsForm: Bool { facts.readsForm }

    /// Whether sending the request twice has no other effect than sending it once, so that it may be retried when it is
    /// not known whether the server has received it.
    public var isIdempotent: Bool { facts.isIdempotent }

    /// Creates the description of an operation.
    ///
    /// - Parameters:
    ///   - name: resource and method in the client, such as `projects.list`.
    ///   - method: the HTTP method.
    ///   - pathTemplate: the path below `/api/v4`, with `:name` in place of a path attribute.
    ///   - constraints: the rules between the attributes.
    ///   - preconditions: the attributes that name a state which the thing must still have.
    ///   - readsForm: whether the body is sent as a form instead of JSON.
    ///   - idempotent: whether sending it twice has no other effect than sending it once; nil: as HTTP defines for the
    ///     method, so true for GET, HEAD, PUT and DELETE, and false for POST and PATCH.
    @inline(never)
    public init(
        _ name: String,
        _ method: Method,
        _ pathTemplate: String,
        constraints: [Constraint] = [],
        preconditions: [Precondition] = [],
        readsForm: Bool = false,
        idempotent: Bool? = nil
    ) {
        facts = EndpointFacts(
            name: name, method: method, pathTemplate: pathTemplate, constraints: constraints,
            preconditions: preconditions, readsForm: readsForm, isIdempotent: idempotent ?? method.isIdempotent,
            parents: nil)
    }

    /// Creates the description of an operation whose path begins with that of a parent.
    ///
    /// - Parameters:
    ///   - name: resource and method in the client, such as `notes.list`.
    ///   - method: the HTTP method.
    ///   - pathTemplate: the path below `/api/v4`, with `:name` in place of a path attribute, the parent first.
    ///   - parents: the type of the parent.
    ///   - names: the kinds that the operation takes (``ParentTemplate/name``); nil: all.
    ///   - constraints: the rules between the attributes.
    ///   - preconditions: the attributes that name a state which the thing must still have.
    ///   - idempotent: whether sending it twice has no other effect than sending it once; nil: as HTTP defines.
    @inline(never)
    public init(
        _ name: String,
        _ method: Method,
        _ pathTemplate: String,
        parents: any ParentResource.Type,
        only names: [String]? = nil,
        constraints: [Constraint] = [],
        preconditions: [Precondition] = [],
        idempotent: Bool? = nil
    ) {
        facts = EndpointFacts(
            name: name, method: method, pathTemplate: pathTemplate, constraints: constraints,
            preconditions: preconditions, readsForm: false, isIdempotent: idempotent ?? method.isIdempotent,
            parents: ParentChoice(parents.parentTemplates, only: names, in: pathTemplate))
    }

    /// The operation with one path, that of a request.
    fileprivate init(_ other: Endpoint, pathTemplate: String) {
        facts = EndpointFacts(
            name: other.name, method: other.method, pathTemplate: pathTemplate, constraints: other.constraints,
            preconditions: other.preconditions, readsForm: other.readsForm, isIdempotent: other.isIdempotent,
            parents: nil)
    }

    /// Returns whether both describe the same operation in the same way.
    public static func == (one: Endpoint, other: Endpoint) -> Bool {
        one.facts === other.facts
            || (one.name == other.name && one.method == other.method && one.pathTemplate == other.pathTemplate
                && one.parents == other.parents && one.constraints == other.constraints
                && one.preconditions == other.preconditions && one.readsForm == other.readsForm
                && one.isIdempotent == other.isIdempotent)
    }

    /// Hashes the name, which no two operations share, and the path, which custom requests have of their own.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(pathTemplate)
    }
}

/// The facts of an endpoint.
private final class EndpointFacts: Sendable {
    let name: String
    let method: Endpoint.Method
    let pathTemplate: String
    let constraints: [Constraint]
    let preconditions: [Precondition]
    let readsForm: Bool
    let isIdempotent: Bool
    let parents: ParentChoice?

    init(
        name: String, method: Endpoint.Method, pathTemplate: String, constraints: [Constraint],
        preconditions: [Precondition], readsForm: Bool, isIdempotent: Bool, parents: ParentChoice?
    ) {
        self.name = name
        self.method = method
        self.pathTemplate = pathTemplate
        self.constraints = constraints
        self.preconditions = preconditions
        self.readsForm = readsForm
        self.isIdempotent = isIdempotent
        self.parents = parents
    }
}

extension EndpointRequest {
    /// The operation with the path template of this request, as GitLab documents it.
    var documentedEndpoint: Endpoint {
        let endpoint = endpoint
        guard let parents = endpoint.parents else { return endpoint }
        return Endpoint(endpoint, pathTemplate: parents.pathTemplate(pathAttributes))
    }
}

extension Endpoint.Method {
    var carriesBody: Bool {
        switch self {
        case .post, .put, .patch: true
        case .get, .head, .delete: false
        }
    }

    /// Whether it only reads.
    var isSafe: Bool {
        switch self {
        case .get, .head: true
        case .post, .put, .patch, .delete: false
        }
    }

    /// Whether HTTP (RFC 9110, section 9.2.2) allows sending it again.
    var isIdempotent: Bool {
        switch self {
        case .get, .head, .put, .delete: true
        case .post, .patch: false
        }
    }

    var http: HTTPRequest.Method {
        switch self {
        case .get: .get
        case .head: .head
        case .post: .post
        case .put: .put
        case .patch: .patch
        case .delete: .delete
        }
    }
}
