// The page of the spec language, spec/README.md, against the language itself.

import Foundation
import Generator
import SpecSyntax
import Testing

@Suite struct SpecPageTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "spec/README.md")

    /// The page, cut at the fences: text and blocks by turns.
    private func parts() throws -> [Substring] {
        try String(contentsOf: Self.page, encoding: .utf8).split(separator: "```", omittingEmptySubsequences: false)
    }

    @Test func everyKeyIsNamed() throws {
        let parts = try parts()
        var named: Set<Substring> = []
        for (index, part) in parts.enumerated() {
            if index.isMultiple(of: 2) {
                for code in part.matches(of: /`([^`]+)`/) { named.formUnion(code.1.matches(of: /\w+/).map(\.0)) }
            } else {
                named.formUnion(part.matches(of: /(\w+):/).map(\.1))
            }
        }
        let missing = try keys().filter { !named.contains(Substring($0)) }
        #expect(missing.isEmpty, "say on the page what these keys mean")
    }

    /// The names of all keys that the schema knows.
    private func keys() throws -> [String] {
        let schema = try #require(try SpecReference.files()["schema.json"])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any])
        let definitions = try #require(object["$defs"] as? [String: [String: Any]])
        #expect(definitions.count > 10)
        let shapes = definitions.filter { $0.key != "suppressions" }.values
        return Set(shapes.flatMap { ($0["properties"] as? [String: Any] ?? [:]).keys }).sorted()
    }

    @Test func theExamplesAreASpec() throws {
        let blocks = try parts().enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
        let files = blocks.compactMap { block -> SpecFile? in
            let text = block.drop { $0 != "\n" }.dropFirst()
            guard text.first?.isLetter == true else { return nil }
            let place = block.startIndex.utf16Offset(in: block.base)
            return SpecFile(path: "spec/projects/block\(place).yaml", bytes: Array(text.utf8))
        }
        #expect(files.count >= 4, "those that begin with a key of a file")
        let generation = try Generation(spec: files)
        #expect(generation.diagnostics.isEmpty, "\(generation.report)")
    }
}
