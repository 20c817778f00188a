// Emits a parent, a choice of the paths that the paths of operations begin with:
//
//     /// Something that people write notes on.
//     public struct Noteable: ParentResource, Hashable, CustomStringConvertible {
//         public static let parentTemplates = [
//             ParentTemplate("issue", "issue(_:issueIID:)", "/projects/:id/issues/:issue_iid"),
//         ]
//
//         public let parentPath: ParentPath
//
//         /// An issue.
//         ///
//         /// `/projects/:id/issues/:issue_iid`.
//         ///
//         /// - Parameters:
//         ///   - id: The project.
//         ///   - issueIID: Number of the issue.
//         public static func issue(_ id: some ProjectReference, issueIID: Int) -> Noteable {
//             Noteable(
//                 parentPath: ParentPath("/projects/:id/issues/:issue_iid") {
//                     $0.add("id", IDOrPath(id))
//                     $0.add("issue_iid", issueIID)
//                 })
//         }
//     }

import SpecModel

extension ParentType {
    func declaration(_ vocabulary: Vocabulary) -> Declaration {
        let doc = DocComment(
            vocabulary.swiftSentence(about.value), paragraphs: docs.map { [$0.value.asDocumentationLink] } ?? [])
        let members: [Declaration] = [
            .property(Property(isStatic: true, keyword: "let", name: "parentTemplates", value: templates)),
            .property(Property(keyword: "let", name: "parentPath", type: "ParentPath")),
        ]
        return .structure(
            Structure(
                doc: doc, name: name.value, conformances: ["ParentResource", "Hashable", "CustomStringConvertible"],
                source: name.range, members: members + cases.map { function(for: $0, vocabulary) }))
    }

    /// The kinds, one a line, so that a new one is a new line.
    private var templates: String {
        let lines = cases.map { one in
            let arguments = [one.name.value, one.call, one.path.text.value].map(\.swiftLiteral)
            let flat = "ParentTemplate(\(arguments.joined(separator: ", "))),"
            if flat.utf8.count + 8 <= Printer.width { return "        \(flat)\n" }
            let filled = BrokenCall.filled(arguments, indent: 12).joined(separator: "\n            ")
            return "        ParentTemplate(\n            \(filled)),\n"
        }
        return "[\n" + lines.joined() + "    ]"
    }

    private func function(for one: Case, _ vocabulary: Vocabulary) -> Declaration {
        let initialiser = Initialiser(
            type: name.value, required: one.attributes, of: one.attributes, vocabulary: vocabulary)
        var doc = one.documentation(vocabulary)
        doc.parameters = initialiser.documentation(configuring: "")
        return .function(
            Function(
                doc: doc, introducer: "static func", name: one.swiftName.text.swiftIdentifier,
                parameters: initialiser.parameters(), returns: name.value, body: body(of: one), source: one.name.range))
    }

    private func body(of one: Case) -> [String] {
        let path = "ParentPath(\(one.path.text.value.swiftLiteral))"
        if one.attributes.isEmpty { return ["\(name.value)(parentPath: \(path))"] }
        let lines = one.attributes.map { row in
            "        $0.add(\(row.name.value.swiftLiteral), \(row.argument))"
        }
        return ["\(name.value)(", "    parentPath: \(path) {"] + lines + ["    })"]
    }
}

extension ParentType.Case {
    fileprivate func documentation(_ vocabulary: Vocabulary) -> DocComment {
        let facts = ["`\(path.text.value)`."] + availability.sentences(vocabulary)
        return DocComment(vocabulary.swiftSentence(about.value), paragraphs: [facts.joined(separator: " ")])
    }
}
