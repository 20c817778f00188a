// The spec of this repository, as the generator reads it.

import Foundation
import SpecModel
import SpecSyntax
import Testing

extension API {
    /// The API that `spec/` describes.
    static func ofThisRepository() throws -> API {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appendingPathComponent("spec")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let files = try names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
            SpecFile(
                path: "spec/\(name)", bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
        }
        let diagnostics = DiagnosticCollector()
        let api = API(files, diagnostics: diagnostics)
        return try #require(api, "\(TextPrinter(files: files).text(for: diagnostics.sorted))")
    }
}
