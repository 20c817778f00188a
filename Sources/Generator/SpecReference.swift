// The reference of the spec language, beside the spec: the schema for editors and the page of rules.

import FileSystem
import OutputTree
import SpecModel
import SpecSyntax

/// The files `schema.json` and `rules.md` in the spec folder.
public struct SpecReference: Sendable {
    private let folder: Path
    private let tree: GeneratedTree

    /// - Parameter folder: the spec folder.
    public init(in folder: Path) throws {
        self.folder = folder
        tree = try Self.files()
    }

    /// The wanted content of the files; it depends on the generator alone.
    public static func files() throws(GeneratedTreeError) -> GeneratedTree {
        let header = GeneratedHeader.line(sources: [])
        var tree = GeneratedTree()
        try tree.add(SpecSchema.text(comment: String(header.dropFirst("// ".count))), at: "schema.json")
        try tree.add(rulesPage, at: "rules.md")
        return tree
    }

    /// How the files on the disk differ from that.
    ///
    /// - Throws: `OutputTreeError`, `FileSystemError`
    public func compare() throws -> TreeComparison {
        try TreeComparison(of: tree, with: folder, isShared: true)
    }

    /// Writes the files that are missing or changed, each in one step, and returns their paths.
    ///
    /// - Throws: `OutputTreeError.obstructed` if something else has the name of one; `FileSystemError`
    public func write() throws -> [Path] {
        try FolderLock(folder, for: .writing).hold {
            let comparison = try compare()
            guard comparison.obstructions.isEmpty else {
                throw OutputTreeError.obstructed(folder: folder, comparison.obstructions)
            }
            let texts = comparison.missing.map { ($0.path, $0.text) } + comparison.changed.map { ($0.path, $0.text) }
            return try texts.map { path, text in
                let place = folder.appending(path)
                try place.replaceFile(with: Array(text.utf8))
                return place
            }
        }
    }

    /// The rules one after the other, each with its examples.
    private static var rulesPage: String {
        var page = """
            # Rules of the spec

            \(GeneratedHeader.line(sources: [], in: .markdown))

            `gitlab-codegen lint` checks the spec against these rules. With an **error**, nothing is generated. A **warning** can
            be suppressed on a row or a declaration, with a reason, and an unused suppression is an error:

            ```yaml
            star_count: { type: integer, suppress: { field-without-example: "Only new servers return it." }, about: "…" }
            ```

            | rule | severity | what it requires |
            |---|---|---|

            """
        for rule in Rule.all {
            page += "| [\(rule.id)](#\(rule.id)) | \(rule.severity.rawValue) | \(rule.purpose) |\n"
        }
        for rule in Rule.all {
            page += "\n## \(rule.id)\n\n\(rule.purpose)\n\n"
            page += section("Violation", rule.failing) + "\n" + section("Correct", rule.passing)
        }
        return page
    }

    private static func section(_ title: String, _ example: Example) -> String {
        let place =
            switch example.frame {
            case .file, .files: ""
            case .operation: ", in an operation"
            case .rows: ", among the rows of attributes"
            case .fields: ", among the fields of a type"
            case .values: ", among the values of an enum"
            }
        let response = example.response.map { "\nwith the example response\n\n```json\n\($0)\n```\n" } ?? ""
        return "\(title)\(place):\n\n```yaml\n\(example.text)\n```\n\(response)"
    }
}
