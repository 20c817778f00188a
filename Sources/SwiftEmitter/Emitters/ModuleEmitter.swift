// How a module of the client is laid out: its name, its folder and its imports.

import SpecModel
import SpecSyntax

/// A module with what its files need of the rest of the API.
struct ModuleEmitter: Sendable {
    let content: ModuleContent
    /// The edit whose files to emit; nil for all.
    private let edit: SpecEdit?
    let vocabulary: Vocabulary
    private let shared: Module?

    init(_ content: ModuleContent, of api: API, after edit: SpecEdit?, _ vocabulary: Vocabulary) {
        self.content = content
        self.edit = edit
        self.vocabulary = vocabulary
        shared = content.module?.isShared == true ? nil : api.modules.shared
    }

    var name: String { content.name }

    /// Whether to emit what is made from a file of the spec.
    func isWanted(_ file: String) -> Bool { edit?.concerns(file) ?? true }

    /// The place of a file of the module below the output folder.
    func path(_ path: String) -> String { "\(name)/\(path)" }

    /// The place of a file of the examples.
    func fixturePath(_ path: String) -> String { "\(content.fixtures)/\(path)" }

    /// The module with what the files of the module use. The shared module exports the runtime.
    var imported: String { shared?.name.value ?? "GitLabRuntime" }

    /// The file that exports what its users need.
    var exports: SwiftFile {
        SwiftFile(
            path: path("\(name).swift"), sources: [], imports: ["@_exported import \(imported)"], declarations: [])
    }

    /// Dates are Foundation's; a file without dates does not import it.
    func importLines(for types: [TypeReference]) -> [String] {
        let own = "import \(imported)"
        guard types.contains(where: \.holdsDate) else { return [own] }
        return [
            own, "", "#if canImport(FoundationEssentials)", "import FoundationEssentials", "#else", "import Foundation",
            "#endif",
        ]
    }
}

extension TypeReference {
    fileprivate var holdsDate: Bool {
        switch self {
        case .builtIn(let type): type == .datetime
        case .array(let element), .openHash(let element): element.holdsDate
        case .named: false
        }
    }
}
