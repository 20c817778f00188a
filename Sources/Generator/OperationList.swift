// A list of operations, of which a client is made that has no others.

import SpecModel
import SpecSyntax

/// Operations by name or by route, one a line:
///
///     # Operations that the bot calls.
///     projects.list
///     GET /projects/:id/members/all
///
/// A blank line or one that begins with `#` says nothing.
public struct OperationList: Sendable {
    private let lines: [(number: Int, text: String)]

    /// - Parameter text: the content of the file with the list.
    public init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).trimmed }
        self.lines = lines.enumerated().compactMap { index, line in
            line.isEmpty || line.hasPrefix("#") ? nil : (index + 1, line)
        }
    }

    /// Lines that name no operation of the spec, each with the nearest name.
    public struct UnknownOperations: Error, Sendable, CustomStringConvertible {
        /// `line 3: there is no operation 'projects.lst'; did you mean 'projects.list'?`
        public let problems: [String]

        public var description: String { problems.joined(separator: "\n") }
    }

    /// The part of the API that the operations need.
    ///
    /// - Throws: `UnknownOperations`, with all of them.
    public func subset(of api: API) throws(UnknownOperations) -> API {
        let known = api.resources.flatMap { resource in resource.operations.flatMap { resource.keys(of: $0) } }
        let names = Dictionary(known.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        var problems: [String] = []
        var chosen: Set<String> = []
        for (number, text) in lines {
            guard names[text.operationKey] == nil else {
                chosen.insert(text.operationKey)
                continue
            }
            let nearest = nearestSpelling(to: text, among: known.sorted()).map { "; did you mean '\($0)'?" } ?? ""
            problems.append("line \(number): there is no operation '\(text)'\(nearest)")
        }
        if lines.isEmpty { problems.append("the list names no operation") }
        if !problems.isEmpty { throw UnknownOperations(problems: problems) }
        return api.subset { resource, operation in
            resource.keys(of: operation).contains { chosen.contains($0.lowercased()) }
        }
    }
}

extension Resource {
    /// The texts that name an operation: `projects.list`, `GET /projects`, which may be any of its routes.
    fileprivate func keys(of operation: Operation) -> [String] {
        ["\(name.value).\(operation.name.value)", operation.route.withPlaceholders]
            + operation.routes.map(\.text.withPlaceholders)
    }
}

extension String {
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }

    /// The text by which operations are compared: one blank behind the method, and placeholders without names, which
    /// documents choose freely.
    fileprivate var operationKey: String {
        split(separator: " ").joined(separator: " ").withPlaceholders.lowercased()
    }

    /// A route whose placeholders, `:id` or `{id}`, have no names.
    fileprivate var withPlaceholders: String {
        guard contains(" /") else { return self }
        return split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.hasPrefix(":") || part.hasPrefix("{") ? ":" : String(part)
        }.joined(separator: "/")
    }
}
