// Each emitter opens with a sample of what it emits. Here the samples are compared with what really comes out.

import Foundation
import SpecModel
import SpecSyntax
import SwiftEmitter
import Testing

@Suite struct SampleTests {
    private let spec = """
        resource: { name: projects, type: Projects, about: "Projects that people work on." }
        operations:
          get:
            GET: /projects/:id
            request: GetProject
            about: "Gets one project."
            docs: https://docs.gitlab.com/api/projects/
            returns: Project
            path: { id: { type: id_or_path, of: project, required: true, about: "The project." } }
            query: { statistics: { type: boolean, about: "Whether to add statistics." } }
        types:
          Project: { about: "A project.", fields: { id: { type: integer, about: "Its number." } } }
          License:
            about: "A licence."
            fields:
              key: { type: string, always: true, about: "Its short name." }
              html_url: { type: string, nullable: true, about: "Where its text stands." }
          Note:
            about: "A note."
            fields:
              id: { type: integer, always: true, about: "Its number." }
              title: { type: string, about: "Its title." }
              labels: { type: [string], about: "Its labels." }
          RainEvent: { about: "Rain.", fields: { object_kind: { type: string, always: true, about: "Its kind." } } }
        hashes:
          ContainerExpirationPolicyAttributes:
            about: "When images are cleaned up."
            attributes: { cadence: { type: string, about: "How often it runs." } }
          Preferences:
            about: "Preferences."
            attributes:
              description: { type: string, nullable: true, about: "Short text under the name." }
              tag_list: { type: [string], comma_separated: true, deprecated: { since: "14.0", use: topics }, about: "Words to find it by." }
              topics: { type: [string], comma_separated: true, about: "Words." }
              url: { type: string, secret: true, about: "URL to pull from." }
        events:
          rain:
            about: "Rain falls on a place."
            docs: https://docs.gitlab.com/user/project/integrations/webhook_events/#rain
            header: Rain Hook
            object_kind: [rain]
            type: RainEvent
        enums:
          VisibilityLevel: { about: "Who can see something.", values: { private: { about: "Members only." }, public: { about: "Everybody." } } }
        """

    @Test(arguments: [
        "EnumEmitter", "ModelEmitter", "ModelReading", "HashEmitter", "RequestEmitter", "ResourceEmitter",
        "AttributeProperties", "Initialiser", "DocumentationPages", "RedactedProperty", "FixtureEmitter",
        "EventEmitter",
    ])
    func theSampleIsWhatIsEmitted(_ emitter: String) throws {
        let diagnostics = DiagnosticCollector()
        let file = SpecFile(path: "spec/test.yaml", bytes: Array(spec.utf8))
        let api = try #require(API([file], diagnostics: diagnostics), "\(diagnostics.sorted)")
        let client = ClientEmitter(api)
        let files = client.swiftFiles() + client.fixtureFiles()
        let emitted = (files.map(\.text) + client.documentationPages().map(\.text)).map(strip)
        let sample = strip(try sample(of: emitter))
        #expect(sample.split(separator: "\n").count > 3)
        #expect(emitted.contains { $0.contains(sample) }, "\(sample)")
    }

    /// The indented lines of the comment that opens an emitter's file.
    private func sample(of emitter: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "Sources/SwiftEmitter/Emitters/\(emitter).swift")
        let comment = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .prefix { $0.hasPrefix("//") }
        return comment.drop { !$0.hasPrefix("//     ") }.map { $0.dropFirst($0 == "//" ? 2 : 7) }.joined(
            separator: "\n")
    }

    /// A text without its indentation: a sample may show the inside of a declaration.
    private func strip(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    }
}
