// Reading the accepted differences between the spec and GitLab's OpenAPI documents.

import SpecSyntax

extension KnownDrift {
    /// Adds the key `drift` of a file.
    mutating func read(_ node: Node, in reading: FileReading) {
        guard let fields = Shape.drift.read(node, in: reading) else { return }
        documents += reading.each(fields.entries("documents")) { Document($0, in: reading) }
        let names = documents.map(\.name.value)
        guard case .sequence(let elements)? = fields.node("accepted")?.content else { return }
        for element in elements {
            guard let difference = AcceptedDifference(element, in: reading) else { continue }
            for document in difference.documents where !names.contains(document.value) {
                reading.diagnostics.reportMissing(
                    document.value, .wrongValue, "there is no document '\(document.value)'", at: document.range,
                    fix: Fix(replacing: document, among: names))
            }
            accepted.append(difference)
        }
    }
}

extension KnownDrift.Document {
    init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let fields = Shape.driftDocument.read(entry.value, named: entry.key, in: reading),
            let title = fields.text("title"), let version = fields.text("version")
        else { return nil }
        name = Located(entry.key.text, at: entry.key.range)
        self.title = title
        self.version = version
        covers = fields.texts("covers")
    }
}

extension KnownDrift.AcceptedDifference {
    init?(_ node: Node, in reading: FileReading) {
        guard let fields = Shape.acceptedDifference.read(node, in: reading),
            let what = fields.choice("what", as: DriftKind.self), let reason = fields.text("because")
        else { return nil }
        self.what = what
        places = fields.texts("at")
        names = fields.texts("names")
        documents = fields.texts("documents")
        self.reason = reason
        range = node.range
        if !what.value.hasName, let names = fields.node("names") {
            reading.diagnostics.report(
                .wrongValue, "'\(what.value.rawValue)' is about whole operations, which have no names besides",
                at: names.range, fix: Fix("remove 'names'"))
        }
        if !reason.value.contains(" ") {
            reading.diagnostics.report(
                .wrongValue, "'because' has to be a reason", at: reason.range,
                fix: Fix("write because: \"The reason, in a sentence.\""))
        }
    }
}
