// Parents of an operation, where that may be one of several things: a note is on an issue, or on a merge request.

import SpecSyntax

/// A choice of paths that the paths of operations begin with, such as those of everything that notes are on.
public struct ParentType: Sendable {
    /// One of the paths: `/projects/:id/issues/:issue_iid`.
    public struct Case: Sendable {
        /// The name in the spec: `merge_request`.
        public let name: Located<String>
        public let swiftName: SwiftName
        public let about: Located<String>
        public let path: PathTemplate
        /// The rows of its placeholders, in the order of the path.
        public internal(set) var attributes: [Attribute]
        public let availability: Availability
    }

    public let name: Located<String>
    /// The label of the argument: `on`.
    public let label: Located<String>
    public let about: Located<String>
    public let docs: Located<String>?
    public let deprecation: Deprecation?
    public internal(set) var cases: [Case]
    public var file: String { name.range.path }

    /// The name of its placeholder: `award_target` for `AwardTarget`.
    public var placeholder: String { name.value.nameWords.joined(separator: "_") }
}

/// The parent of an operation: its type, and those of its cases that the operation takes.
public final class OperationParent: Sendable {
    public let type: ParentType
    public let cases: [ParentType.Case]
    /// Whether there are cases that the operation does not take.
    public var isNarrowed: Bool { cases.count < type.cases.count }

    init(_ type: ParentType, cases: [ParentType.Case]) {
        self.type = type
        self.cases = cases
    }
}
