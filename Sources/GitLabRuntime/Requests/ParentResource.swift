// Parents of an operation, where that can be one of several things: a note is on an issue, or on a merge request.

/// Something that operations belong to, and one of several kinds of things, such as what a note is on.
///
/// A generated type has a static function for each kind:
///
/// ```swift
/// let place: Noteable = .issue("group/project", issueIID: 7)
/// for try await note in gitlab.notes.list(on: place) { … }
/// ```
///
/// It decides what the path of a request begins with. An operation that does not take the kind rejects it with a
/// ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest`` before anything is sent.
public protocol ParentResource: Sendable {
    /// The kinds of things to choose from.
    static var parentTemplates: [ParentTemplate] { get }

    /// The path of this one.
    var parentPath: ParentPath { get }
}

extension ParentResource {
    /// The call that makes the value, as Swift has it: `issue("group/project", issueIID: 7)`.
    public var description: String {
        let template = Self.parentTemplates.first { $0.pathTemplate == parentPath.pathTemplate }
        return template?.call(with: parentPath.attributes) ?? parentPath.pathTemplate
    }
}

/// The path of one kind of parent.
public struct ParentTemplate: Sendable, Hashable {
    /// The name of the kind, such as `merge_request`.
    public let name: String

    /// The static function that makes one, such as `mergeRequest(_:mergeRequestIID:)`.
    public let function: String

    /// The path below `/api/v4`, with `:name` in place of a path attribute.
    public let pathTemplate: String

    /// Creates the description of a kind of parent.
    public init(_ name: String, _ function: String, _ pathTemplate: String) {
        self.name = name
        self.function = function
        self.pathTemplate = pathTemplate
    }

    /// The function with arguments instead of its labels.
    fileprivate func call(with attributes: some Collection<PathAttribute>) -> String {
        let parts = function.dropLast().split(separator: "(")
        guard parts.count == 2 else { return function }
        let labels = parts[1].split(separator: ":")
        let arguments = zip(labels, attributes).map { label, attribute in
            let value = Int(attribute.text) == nil ? attribute.text.debugDescription : attribute.text
            return label == "_" ? value : "\(label): \(value)"
        }
        return "\(parts[0])(\(arguments.joined(separator: ", ")))"
    }
}

/// The path of a parent with the values for its placeholders.
public struct ParentPath: Sendable, Hashable {
    /// The path below `/api/v4`, with `:name` in place of a path attribute.
    public let pathTemplate: String

    let attributes: [PathAttribute]

    /// Creates a path.
    ///
    /// - Parameters:
    ///   - pathTemplate: the path below `/api/v4`, with `:name` in place of a path attribute.
    ///   - add: adds the values for the placeholders.
    @inline(never)
    public init(_ pathTemplate: String, _ add: (inout PathAttributes) -> Void = { _ in }) {
        self.pathTemplate = pathTemplate
        var path = PathAttributes()
        add(&path)
        attributes = Array(path.attributes)
    }
}

/// The parents that an operation takes, and those of the same type that it does not.
///
/// A class, so that it costs next to nothing where there is none.
final class ParentChoice: Sendable, Equatable {
    private let taken: [ParentTemplate]
    private let others: [ParentTemplate]
    /// The path below that of the parent.
    private let rest: Substring

    init(_ templates: [ParentTemplate], only names: [String]?, in pathTemplate: String) {
        taken = templates.filter { names?.contains($0.name) != false }
        others = templates.filter { names?.contains($0.name) == false }
        rest = pathTemplate.dropFirst().drop { $0 != "/" }
    }

    /// Every path of the operation, as GitLab documents it.
    var pathTemplates: [String] { taken.map { $0.pathTemplate + rest } }

    /// The path that begins with a parent's, which comes first among the attributes.
    func pathTemplate(_ attributes: PathAttributeList) -> String { (attributes.first?.text ?? "") + rest }

    /// Returns the parent of a request.
    ///
    /// - Parameter operation: the name of the operation, for the error if it does not take the kind.
    func parent(in attributes: PathAttributeList, of operation: String) throws(ValidationError) -> GivenParent {
        let path = attributes.first?.text
        if let kind = taken.first(where: { $0.pathTemplate == path }) { return GivenParent(kind, of: self) }
        let given = others.first { $0.pathTemplate == path }.map { "`.\($0.function)`" } ?? "this path"
        throw ValidationError("`\(operation)` does not take \(given): use \(Self.listing(taken))")
    }

    /// The functions in words: `.issue(_:issueIID:)` or `.mergeRequest(_:mergeRequestIID:)`.
    static func listing(_ templates: [ParentTemplate]) -> String {
        templates.map { "`.\($0.function)`" }.joined(separator: " or ")
    }

    /// The kinds with these names.
    func templates(named names: [String]) -> [ParentTemplate] { taken.filter { names.contains($0.name) } }

    static func == (one: ParentChoice, other: ParentChoice) -> Bool {
        one.taken == other.taken && one.others == other.others && one.rest == other.rest
    }
}

/// The kind of a request's parent, and all kinds that its operation takes.
final class GivenParent: Sendable {
    let kind: ParentTemplate
    let choice: ParentChoice

    init(_ kind: ParentTemplate, of choice: ParentChoice) {
        self.kind = kind
        self.choice = choice
    }
}
