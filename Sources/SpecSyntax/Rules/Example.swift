// The examples of a rule. Most show a row or two; a frame around them completes the spec.

/// A piece of a spec as an example of a rule.
public struct Example: Sendable {
    /// The context of the piece.
    public enum Frame: Sendable {
        /// It is a whole file.
        case file
        /// It is several files, each below a comment with its path.
        case files
        /// It is the inside of an operation.
        case operation
        /// It is rows of attributes, in the body of an operation.
        case rows
        /// It is rows of fields, in a type.
        case fields
        /// It is rows of values, in an enum.
        case values
    }

    public let frame: Frame
    /// The piece, as the page of rules shows it.
    public let text: String
    /// Whether an editor sees the error too: the JSON Schema of the spec language rejects it.
    public let isSeenBySchema: Bool
    /// A response of GitLab's that the spec is compared with: a JSON value of the type `Thing`.
    public let response: String?

    public init(_ frame: Frame, _ text: String, isSeenBySchema: Bool = false, response: String? = nil) {
        self.frame = frame
        self.text = text
        self.isSeenBySchema = isSeenBySchema
        self.response = response
    }

    /// The files that the piece is, or is a part of.
    public var files: [SpecFile] {
        guard frame == .files else { return [SpecFile(path: "spec/example.yaml", bytes: Array(fileText.utf8))] }
        var files: [(path: Substring, lines: [Substring])] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# spec/") {
                files.append((line.dropFirst(2), []))
            } else if !files.isEmpty {
                files[files.count - 1].lines.append(line)
            }
        }
        return files.map { path, lines in
            SpecFile(path: String(path), bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
        }
    }

    /// The example responses that belong to it.
    public var responses: [SpecFile] {
        response.map { [SpecFile(path: "spec/examples/Thing.json", bytes: Array($0.utf8))] } ?? []
    }

    private var fileText: String {
        switch frame {
        case .file, .files: text + "\n"
        case .operation: Self.spec(operation: text)
        case .rows: Self.spec(rows: text)
        case .fields: Self.spec(fields: text)
        case .values: Self.spec(values: text)
        }
    }

    private static func spec(
        operation: String? = nil, rows: String = #"level: { type: Level, about: "Who may open it." }"#,
        fields: String = #"id: { type: integer, always: true, about: "Number that the server gave it." }"#,
        values: String = #"private: { about: "Members only." }"#
    ) -> String {
        let edit = """
            PUT: /things/:id
            about: "Changes what is given and leaves the rest as it is."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            path:
              id: { type: id_or_path, of: project, required: true, about: "Number that the server gave it." }
            body:
              \(indented(rows, by: 2))
            """
        return """
            resource:
              name: things
              type: Things
              about: "Things that people keep on the server."
            operations:
              edit:
                \(indented(operation ?? edit, by: 4))
            types:
              Thing:
                about: "Something kept on the server."
                fields:
                  \(indented(fields, by: 6))
                  level: { type: Level, about: "Who may open it." }
            enums:
              Level:
                about: "An audience."
                values:
                  \(indented(values, by: 6))

            """
    }

    private static func indented(_ text: String, by width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\n" + String(repeating: " ", count: width))
    }
}
