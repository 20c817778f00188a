// Checks of events: each has a kind and a type of its own, and its type has the fields that say the kind.

import SpecSyntax

struct EventChecks {
    let models: [String: ModelType]
    let types: DeclaredTypes
    let diagnostics: DiagnosticCollector

    func check(_ events: [WebhookEventType]) {
        for event in events { checkType(of: event) }
        let kinds = events.flatMap { event in
            event.kinds.map { kind in
                (key: "\(event.field.rawValue) \(kind.value) \(event.noteableType?.value ?? "")", place: kind)
            }
        }
        checkStandOnce(kinds) { "the kind '\($0)' is that of another event" }
        let names = events.filter { !$0.type.value.isEmpty }.map { (key: $0.type.value, place: $0.type) }
        checkStandOnce(names) { "the type '\($0)' is that of another event" }
    }

    private func checkStandOnce(_ entries: [(key: String, place: Located<String>)], _ message: (String) -> String) {
        var first: [String: SourceRange] = [:]
        for (key, place) in entries {
            guard let other = first[key] else {
                first[key] = place.range
                continue
            }
            diagnostics.report(
                .wrongEvent, message(place.value), at: place.range,
                notes: [Diagnostic.Note("first here", at: other)],
                fix: Fix("make one event of the two, or correct one of them"))
        }
    }

    private func checkType(of event: WebhookEventType) {
        guard !event.type.value.isEmpty else { return }
        guard let model = models[event.type.value] else { return reportNoModel(event.type) }
        guard !model.fields.contains(where: { $0.name.value == event.field.rawValue && $0.isText }) else { return }
        diagnostics.report(
            .wrongEvent, "'\(event.type.value)' has no text '\(event.field.rawValue)', which says its kind",
            at: event.type.range, notes: [Diagnostic.Note("the type", at: model.name.range)],
            fix: Fix("add the row '\(event.field.rawValue): { type: string, always: true, about: … }' to it"))
    }

    private func reportNoModel(_ type: Located<String>) {
        if types[type.value] != nil {
            diagnostics.report(
                .wrongEvent, "'\(type.value)' is no type of what GitLab sends", at: type.range,
                fix: Fix("name a type that is declared below 'types'"))
        } else {
            diagnostics.reportMissing(
                type.value, .unknownType, "there is no type '\(type.value)'", at: type.range,
                fix: Fix(
                    replacing: type, among: models.keys.sorted(),
                    otherwise: "declare it below 'types', in a file of the module"))
        }
    }
}

extension Field {
    fileprivate var isText: Bool { type.value == .builtIn(.string) && !isSecret }
}
