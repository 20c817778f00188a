// The first line of every generated file: the mark, the sources of the file, and what to edit instead.

import OutputTree
import SpecSyntax

enum GeneratedHeader {
    /// The line for a file that comes from the given spec files, without a line break.
    ///
    /// - Parameter sources: spec files as people know them, `spec/projects.yaml` for example.
    static func line(sources: [String], in comment: GeneratedMark.Comment = .swift) -> String {
        let from = sources.isEmpty ? "" : " from " + enumeration(of: sources.map(\.visible))
        let advice = ". DO NOT EDIT: edit the spec and run `make generate`."
        return GeneratedMark.opening(in: comment) + from + advice + end(of: comment)
    }

    private static func end(of comment: GeneratedMark.Comment) -> String {
        switch comment {
        case .swift: ""
        case .markdown: " -->"
        case .json: "\","
        }
    }

    private static func enumeration(of names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
