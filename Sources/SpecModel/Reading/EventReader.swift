// Reads the events that GitLab sends to webhooks.

import SpecSyntax

extension WebhookEventType {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let fields = Shape.event.read(entry.value, named: entry.key, in: reading),
            let field = Self.kindField(of: fields, in: entry, reading)
        else { return nil }
        let nothing = reading.nothing(in: entry.key.range)
        name = Located(entry.key.text, at: entry.key.range)
        name.checkIsMemberName("an event", diagnostics: reading.diagnostics)
        name.checkIsNoMember(
            of: "the enum of events", or: "Event", { ["unknown", "none", "some"].contains($0) },
            diagnostics: reading.diagnostics)
        about = fields.text("about") ?? nothing
        docs = fields.text("docs") ?? nothing
        type = fields.text("type") ?? nothing
        header = fields.text("header") ?? nothing
        self.field = field
        kinds = fields.texts(field.rawValue)
        noteableType = fields.text("noteable_type")
        checkKinds(in: reading)
    }

    /// The one key that says the kind; reports if there is none, and if there are two.
    private static func kindField(
        of fields: Fields, in entry: Mapping.Entry, _ reading: FileReading
    ) -> KindField? {
        let given = KindField.allCases.filter { fields.has($0.rawValue) }
        if given.count == 1 { return given[0] }
        // A key whose value is no list has been reported.
        if given.isEmpty, KindField.allCases.contains(where: { entry.hasKey($0.rawValue) }) { return nil }
        reading.diagnostics.report(
            .wrongEvent,
            given.isEmpty ? "the event does not say its kind" : "the event says its kind twice",
            at: fields.key(KindField.eventName.rawValue)?.range ?? entry.key.range,
            fix: given.isEmpty
                ? Fix("add 'object_kind: […]' or 'event_name: […]', as the body has it")
                : Fix("remove 'event_name': the body of such an event is recognised by 'object_kind'"))
        return nil
    }

    private func checkKinds(in reading: FileReading) {
        if kinds.isEmpty {
            reading.diagnostics.report(
                .wrongEvent, "the list of kinds is empty", at: name.range,
                fix: Fix("name the values of '\(field.rawValue)' that the event has"))
        }
        if let noteableType, field != .objectKind {
            reading.diagnostics.report(
                .wrongEvent, "only an event with 'object_kind' is a comment on something", at: noteableType.range,
                fix: Fix("remove 'noteable_type'"))
        }
    }
}

extension Mapping.Entry {
    fileprivate func hasKey(_ name: String) -> Bool {
        guard case .mapping(let mapping) = value.content else { return false }
        return mapping[name] != nil
    }
}
