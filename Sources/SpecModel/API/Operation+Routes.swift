// The routes of an operation: one, or one for each parent that it takes.

import SpecSyntax

extension Operation {
    /// A method and a path as GitLab documents them, with what is sent there.
    public struct Route: Sendable {
        public let method: Method
        public let path: PathTemplate
        /// The attributes of the operation that exist on this route, with those of the whole path.
        public let attributes: [Attribute]
        /// The parent whose path it begins with; nil for the route of an operation that has one alone.
        public let parent: ParentType.Case?

        /// `GET /projects/:id`
        public var text: String { "\(method.rawValue) \(path.text.value)" }

        public func attributes(in location: Attribute.Location) -> [Attribute] {
            attributes.filter { $0.location == location }
        }
    }

    /// Every method and path of the operation, in the order of the spec.
    public var routes: [Route] {
        guard let parent else { return [Route(method: method, path: path, attributes: attributes, parent: nil)] }
        return parent.cases.map { one in
            let own = attributes.filter { !$0.isParent && $0.exists(on: one) }
            return Route(method: method, path: path.below(one), attributes: one.attributes + own, parent: one)
        }
    }

    /// The operation as its spec writes it: `GET /:noteable/notes`.
    public var route: String { "\(method.rawValue) \(path.text.value)" }
}

extension Attribute {
    /// Whether it is sent to the operation where its path begins with that of a parent.
    public func exists(on parent: ParentType.Case) -> Bool {
        parents.isEmpty || parents.contains { $0.value == parent.name.value }
    }
}

extension PathTemplate {
    /// The placeholder that the path begins with.
    var first: Located<String>? {
        text.value.hasPrefix("/:") ? placeholders.first : nil
    }

    /// The path with that of a parent in place of its first placeholder.
    fileprivate func below(_ parent: ParentType.Case) -> PathTemplate {
        let rest = text.value.dropFirst().drop { $0 != "/" }
        return PathTemplate(
            text: Located(parent.path.text.value + rest, at: text.range),
            placeholders: parent.path.placeholders + placeholders.dropFirst())
    }
}
