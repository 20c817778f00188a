// Emits the documentation catalogue of the client: a page for the module, and one for each resource, such as
//
//     ## Topics
//
//     ### Reading
//
//     - ``get(_:_:)``
//
//     ### Requests
//
//     - ``GetProject``

import SpecModel
import SpecSyntax

/// A page of the catalogue.
public struct DocumentationPage: Sendable {
    /// The path below the output folder.
    public let path: String
    /// The spec files that it is made from.
    public let sources: [String]
    /// The heading.
    public let title: String
    /// The Markdown below it.
    public let text: String
}

extension ClientEmitter {
    /// The pages of the catalogue, sorted by path.
    public func documentationPages() -> [DocumentationPage] {
        modules.flatMap(\.documentationPages).sorted { $0.path < $1.path }
    }
}

extension ModuleEmitter {
    fileprivate var documentationPages: [DocumentationPage] {
        content.resources.filter { isWanted($0.file) }.concurrentMap(documentationPage) + [modulePage]
    }

    /// The place of a page in the module's catalogue.
    private func pagePath(_ title: String) -> String { path("\(name).docc/\(title).md") }

    private var modulePage: DocumentationPage {
        let named = content.resources.map { ($0.name.value, "- ``\($0.type.value)``") }.sorted { $0.0 < $1.0 }.map(\.1)
        let types = content.models.map { "- ``\($0.name.value)``" }.sorted()
        let choices = content.enums.map { "- ``\($0.name.value)``" }.sorted()
        let inputs = content.hashes.map { "- ``\($0.name.value)``" }.sorted()
        let parents = content.parents.map { "- ``\($0.name.value)``" }.sorted()
        let events = content.events.isEmpty ? [] : ["- ``WebhookPayload``"]
        let topics = [
            Topic(title: "Events", lines: events), Topic(title: "Resources", lines: named),
            Topic(title: "What operations belong to", lines: parents),
            Topic(title: "Types of responses", lines: types),
            Topic(title: "Values to choose from", lines: choices), Topic(title: "Hashes in requests", lines: inputs),
        ]
        let text = """
            \(content.module?.about.value ?? "GitLab's REST API in Swift.")

            ## Overview

            \(overview)


            """
        return DocumentationPage(
            path: pagePath(name), sources: [], title: "# ``\(name)``", text: text + Topic.section(topics))
    }

    private var overview: String {
        let exported = imported == "GitLabRuntime" ? "" : ", with types that several modules use in `\(imported)`"
        if !content.events.isEmpty {
            return """
                The module `GitLabWebhooks` reads requests of webhooks as values of these types, and checks who sent them.
                """
        }
        if content.resources.isEmpty { return "Types that several modules of the client use." }
        return """
            Each resource is a property of `GitLabClient`, each operation a method of it.

            A method makes a request builder, lets a closure set its attributes, and sends it. Attributes that are not set are
            not sent. The client itself, paging, errors and uploads are described in the module `GitLabRuntime`, which this
            module exports\(exported).
            """
    }

    private func documentationPage(of resource: Resource) -> DocumentationPage {
        let operations = resource.operations
        func links(_ isIncluded: (Operation) -> Bool) -> [String] {
            operations.filter(isIncluded).flatMap { operation in
                RequestEmitter(operation: operation, resource: resource, vocabulary: vocabulary).initialisers.map {
                    "- ``\(operation.methodName)\($0.labels(of: operation))``"
                }
            }
        }
        let topics = [
            Topic(title: "Reading", lines: links { $0.method == .get && $0.response.value != .download }),
            Topic(title: "Downloading", lines: links { $0.response.value == .download }),
            Topic(title: "Writing", lines: links { $0.method != .get && $0.response.value != .download }),
            Topic(title: "Requests", lines: operations.map { "- ``\($0.request.value)``" }),
        ]
        return DocumentationPage(
            path: pagePath(resource.type.value), sources: [resource.file],
            title: "# ``\(name)/\(resource.type.value)``", text: Topic.section(topics))
    }
}

/// Links under a heading.
private struct Topic {
    let title: String
    let lines: [String]

    static func section(_ topics: [Topic]) -> String {
        let filled = topics.filter { !$0.lines.isEmpty }
        return "## Topics\n" + filled.map { "\n### \($0.title)\n\n" + $0.lines.joined(separator: "\n") + "\n" }.joined()
    }
}
