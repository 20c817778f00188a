// Emits the events that GitLab sends to webhooks: an enum of their contents, and how a body is recognised and read.
//
//     /// What a webhook reports, by the kind of its event.
//     ///
//     /// New versions of the package add kinds: a `switch` needs a `default`.
//     #if hasAttribute(nonexhaustive)
//     @nonexhaustive
//     #endif
//     public enum WebhookPayload: Sendable, Hashable {
//         /// Rain falls on a place.
//         ///
//         /// The header `X-Gitlab-Event` is `Rain Hook`; `object_kind` is `rain`.
//         ///
//         /// [GitLab's documentation](https://docs.gitlab.com/user/project/integrations/webhook_events/#rain)
//         case rain(RainEvent)
//
//         /// An event of a kind that this version of the package does not know, as it came.
//         case unknown(JSONValue)
//     }
//
//     extension WebhookPayload {
//         /// Reads a body as the type of its kind.
//         package init(_ body: WebhookBody) throws(JSONError) {
//             switch (body.kind, body.noteableType) {
//             case ("rain", _): self = .rain(try body.read())
//             default: self = .unknown(try body.read())
//             }
//         }
//     }

import SpecModel
import SpecSyntax

extension ModuleEmitter {
    /// The enum of the module's events; nil if it has none.
    var eventFile: SwiftFile? {
        let events = content.events
        if events.isEmpty { return nil }
        return SwiftFile(
            path: path("WebhookPayload.swift"), sources: Set(events.map(\.file)).sorted(),
            imports: importLines(for: []),
            declarations: [
                .enumeration(events.enumeration(vocabulary)),
                .extending(Extension(name: "WebhookPayload", members: [.function(events.reading)])),
            ])
    }

    /// The body of each event, as GitLab would send it; nil if the module has none.
    var eventFixture: SwiftFile? {
        let events = content.events
        if events.isEmpty { return nil }
        let elements = events.map { "(\($0.header.value.swiftLiteral), \($0.type.value).exampleJSON)" }
        return SwiftFile(
            path: fixturePath("WebhookPayload+Examples.swift"), sources: Set(events.map(\.file)).sorted(),
            imports: ["import \(name)", "import GitLabRuntime"].sorted(),
            declarations: [
                .extending(
                    Extension(
                        name: "WebhookPayload",
                        members: [
                            .property(
                                Property(
                                    doc: DocComment(
                                        "Every event: the value of its header `X-Gitlab-Event`, and an example of its body."
                                    ),
                                    isStatic: true, name: "exampleRequests",
                                    type: "[(header: String, body: String)]", body: Self.list(elements)))
                        ]))
            ])
    }
}

extension [WebhookEventType] {
    fileprivate func enumeration(_ vocabulary: Vocabulary) -> Enumeration {
        Enumeration(
            doc: DocComment(
                "What a webhook reports, by the kind of its event.",
                paragraphs: ["New versions of the package add kinds: a `switch` needs a `default`."]),
            attributes: ["#if hasAttribute(nonexhaustive)", "@nonexhaustive", "#endif"], name: "WebhookPayload",
            conformances: ["Sendable", "Hashable"],
            cases: map { event in
                Enumeration.Case(
                    doc: event.documentation(vocabulary), name: event.name.value, type: event.type.value,
                    source: event.name.range)
            } + [
                Enumeration.Case(
                    doc: DocComment(
                        "An event of a kind that this version of the package does not know, as it came."),
                    name: "unknown", type: "JSONValue")
            ])
    }

    fileprivate var reading: Function {
        // A comment on something known comes before one on anything.
        let ordered = filter { $0.noteableType != nil } + filter { $0.noteableType == nil }
        let cases = ordered.flatMap(\.readingLines)
        return Function(
            doc: DocComment("Reads a body as the type of its kind."), access: .package, introducer: "", name: "init",
            parameters: [Parameter(nil, "body", "WebhookBody")], effects: "throws(JSONError)",
            body: ["switch (body.kind, body.noteableType) {"] + cases + [
                "default: self = .unknown(try body.read())", "}",
            ])
    }
}

extension WebhookEventType {
    fileprivate func documentation(_ vocabulary: Vocabulary) -> DocComment {
        let kinds = self.kinds.map { "`\($0.value)`" }.joined(separator: ", ")
        let noteable = noteableType.map { ", `noteable_type` is `\($0.value)`" } ?? ""
        let isOne = self.kinds.count == 1 ? "is" : "is one of"
        return DocComment(
            vocabulary.swiftSentence(about.value),
            paragraphs: [
                "The header `X-Gitlab-Event` is `\(header.value)`; `\(field.rawValue)` \(isOne) \(kinds)\(noteable).",
                docs.value.asDocumentationLink,
            ])
    }

    /// The cases of the switch, one for each kind.
    fileprivate var readingLines: [String] {
        let noteable = noteableType.map { "\($0.value.swiftLiteral)" } ?? "_"
        return kinds.map { kind in
            "case (\(kind.value.swiftLiteral), \(noteable)): self = .\(name.value)(try body.read())"
        }
    }
}
