// The declarations that are returned beside the text, compared with the text itself, for the whole client.

import FileSystem
import Foundation
import SpecSyntax
import SwiftEmitter
import Testing

@testable import Generator

@Suite struct SymbolTests {
    private static let spec = Path(
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "spec").path)
    private static let generation = Result { try Generation(spec: SpecFolder(spec).files()) }

    private func modules() throws -> [GeneratedFiles] {
        let generation = try Self.generation.get()
        return try [#require(generation.client), #require(try generation.fixtures())]
    }

    /// The lines of a text that declare something public, and those of extensions, by their numbers.
    private func declaringLines(of text: String) -> [Int: String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var declaring: [Int: String] = [:]
        for (index, line) in lines.enumerated() {
            let words = line.split(separator: " ")
            guard let first = words.first(where: { !$0.hasPrefix("@") }), words.first?.hasPrefix("//") == false else {
                continue
            }
            // Those of a switch have a pattern in brackets.
            let isCase = first == "case" && words[1].first?.isLetter == true
            if first == "public" || first == "extension" || isCase {
                declaring[index + 1] = words.joined(separator: " ")
            }
        }
        return declaring
    }

    @Test func everyPublicDeclarationIsASymbolOnItsLine() throws {
        var count = 0
        for module in try modules() {
            for file in module.declarations {
                let lines = declaringLines(of: try #require(module.tree[file.path]))
                let symbols = file.symbols.map { ($0.lines.upperBound, $0.firstLine) }
                let found = Dictionary(uniqueKeysWithValues: symbols)
                let wrong = Set(found.keys).union(lines.keys).filter { found[$0] != lines[$0] }.sorted()
                #expect(wrong.isEmpty, "\(file.path), lines \(wrong)")
                count += lines.count
            }
        }
        #expect(count > 3000)
    }

    @Test func theLinesOfASymbolBeginWithItsComment() throws {
        for module in try modules() {
            for file in module.declarations {
                let text = try #require(module.tree[file.path])
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                for symbol in file.symbols {
                    let above = lines[symbol.lines.lowerBound - 1..<symbol.lines.upperBound - 1]
                    let before = lines[symbol.lines.lowerBound - 2]
                    let isIntroduction = above.allSatisfy { line in
                        ["///", "@", "#"].contains { line.drop { $0 == " " }.hasPrefix($0) }
                    }
                    #expect(isIntroduction && !before.contains("///"), "\(file.path): \(symbol.firstLine)")
                }
            }
        }
    }

    @Test func whatASymbolSays() throws {
        let text = """
            resource: { name: boats, type: Boats, about: "Boats." }
            operations:
              edit:
                PUT: /boats/:id
                request: EditBoat
                about: "Changes a boat."
                docs: https://docs.gitlab.com/api/boats/
                returns: nothing
                path:
                  id: { type: integer, required: true, about: "The boat." }
                body:
                  import: { type: string, nullable: true, about: "Where it comes from." }
                  old: { type: string, deprecated: { use: import }, about: "An older name." }
            """
        let generation = try Generation(spec: [SpecFile(path: "spec/boats.yaml", bytes: Array(text.utf8))])
        let client = try #require(generation.client, "\(generation.report)")
        func symbols(_ file: String) -> [String: Symbol] {
            let found = client.declarations.first { $0.path == "GitLab/Boats/\(file).swift" }?.symbols ?? []
            return Dictionary(found.map { (($0.owner.map { $0 + "." } ?? "") + $0.name, $0) }) { first, _ in first }
        }
        let request = symbols("EditBoat")
        #expect(request["EditBoat"]?.conformances.first == "GitLabRequest")
        #expect(request["EditBoat"]?.source?.start.line == 5)
        let attribute = try #require(request["EditBoat.import"])
        #expect(
            attribute.use == .set && attribute.signature == "var `import`: OrNull<String>" && !attribute.isDeprecated)
        #expect(attribute.source?.start == SourcePosition(line: 12, column: 7))
        #expect(request["EditBoat.Nullable.import"]?.use == .getAndSet)
        #expect(request["EditBoat.old"]?.isDeprecated == true)
        #expect(request["EditBoat.endpoint"]?.isStatic == true && request["EditBoat.endpoint"]?.use == .get)
        #expect(request["EditBoat.Deprecated.old"] == nil, "it is private")
        let method = try #require(symbols("Boats").values.first { $0.name.hasPrefix("edit(") })
        #expect(method.owner == "Boats" && method.use == .call && method.source?.start.line == 3)
        #expect(method.signature.hasPrefix("func edit(_ id: Int") && method.signature.hasSuffix("async throws"))
    }

    @Test func theCallsThatDocumentsNameAreDeclared() throws {
        let generation = try Self.generation.get()
        let (api, client) = try (#require(generation.api), #require(generation.client))
        var declared: Set<String> = []
        for file in client.declarations {
            for symbol in file.symbols where symbol.kind == .function {
                declared.insert("\(file.path.prefix { $0 != "/" }).\(symbol.owner ?? "").\(symbol.name)")
            }
        }
        let types = Dictionary(uniqueKeysWithValues: api.resources.map { ($0.name.value, $0.type.value) })
        let calls = ClientEmitter(api).operationCalls()
        #expect(calls.count >= api.resources.flatMap(\.operations).count)
        for call in calls {
            let parts = call.call.split(separator: ".", maxSplits: 2)
            let name = "\(call.module).\(try #require(types[String(parts[1])])).\(parts[2])"
            // A closure without a label sets what a call does not need.
            #expect(declared.contains(name) || declared.contains("\(name.dropLast())_:)"), "\(call.call)")
        }
    }

    @Test func everyRowIsOnTheMap() throws {
        let generation = try Self.generation.get()
        let (api, client) = try (#require(generation.api), #require(generation.client))
        let map = SourceMap(api, client)
        let operations = api.resources.flatMap(\.operations)
        let attributes = operations.flatMap(\.attributes).count + api.hashes.flatMap(\.attributes).count
        let members =
            attributes + api.models.flatMap(\.fields).count + api.enums.flatMap(\.values).count
            + api.parents.flatMap(\.cases).count + api.events.count
        let types =
            api.resources.count + operations.count + api.hashes.count + api.models.count + api.enums.count
            + api.parents.count
        // An attribute that says how a content is encoded has no property.
        let encodings = (operations.map(\.attributes) + api.hashes.map(\.attributes)).joined().count {
            $0.encodedBy != nil
        }
        #expect(map.entries.count == members - encodings + types + operations.count)
        for entry in map.entries where entry.place.start.line % 16 == 0 {
            let found = map.entry(inFile: entry.file, line: entry.lines.upperBound)
            #expect(found?.lines == entry.lines && found?.place == entry.place, "\(entry.name)")
        }
    }
}
