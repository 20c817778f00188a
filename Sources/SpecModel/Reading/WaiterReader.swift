// Reads waiters, followers and preconditions of operations.

import SpecSyntax

extension Waiter {
    static func read(_ fields: Fields, in reading: FileReading) -> [Waiter] {
        reading.each(fields.entries("waiters")) { Waiter($0, in: reading) }
    }

    private init?(_ entry: Mapping.Entry, in reading: FileReading) {
        guard let fields = Shape.waiter.read(entry.value, named: entry.key, in: reading) else { return nil }
        name = Located(entry.key.text, at: entry.key.range)
        name.checkIsMemberName("a waiter", diagnostics: reading.diagnostics)
        guard let field = fields.text("field") else { return nil }
        self.field = field
        about = fields.text("about") ?? reading.nothing(in: entry.key.range)
        ends = fields.texts("ends")
        pending = fields.texts("while")
        fails = fields.texts("fails")
        message = fields.text("message")
        failure = fields.text("failure")
        with = fields.texts("with")
    }
}

extension Follower {
    init?(of fields: Fields, in reading: FileReading) {
        guard let node = fields.node("follow"), let fields = Shape.follower.read(node, in: reading),
            let until = fields.text("until"), let offset = fields.text("offset"), let limit = fields.text("limit")
        else { return nil }
        self.until = until
        self.offset = offset
        self.limit = limit
    }
}

extension Precondition {
    static func read(_ fields: Fields, in reading: FileReading) -> [Precondition] {
        guard case .sequence(let elements)? = fields.node("preconditions")?.content else { return [] }
        return elements.compactMap { element in
            guard let fields = Shape.precondition.read(element, in: reading), let attribute = fields.text("attribute"),
                let status = fields.number("status")
            else { return nil }
            return Precondition(attribute: attribute, status: status.value, words: fields.text("words")?.value)
        }
    }
}
