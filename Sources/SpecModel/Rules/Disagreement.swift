// The same attribute with different facts in create, edit and the response.

import SpecSyntax

extension Rule {
    static let disagreement = Rule(
        "disagreement",
        "An attribute has the same type and the same deprecation in every request and response.",
        severity: .warning,
        failing: Example(
            .file,
            #"""
            resource: { name: things, type: Things, about: "Things that people keep on the server." }
            operations:
              create:
                POST: /things
                about: "Adds a new one."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: Thing
                body:
                  count: { type: string, about: "How many of it are in stock." }
            types:
              Thing:
                about: "Something kept on the server."
                fields:
                  count: { type: integer, about: "How many of it are in stock." }
            """#),
        passing: Example(
            .file,
            #"""
            resource: { name: things, type: Things, about: "Things that people keep on the server." }
            operations:
              create:
                POST: /things
                about: "Adds a new one."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: Thing
                body:
                  count: { type: integer, about: "How many of it are in stock." }
            types:
              Thing:
                about: "Something kept on the server."
                fields:
                  count: { type: integer, about: "How many of it are in stock." }
            """#))
}

extension Lint {
    /// Compares the rows of the operations that write a type with each other and with the fields of the type.
    func checkAgreement() {
        let models = api.types.models
        var collections: [Collection] = []
        var writing: [Collection: [Operation]] = [:]
        for operation in api.resources.flatMap(\.operations) {
            guard let collection = Collection(writtenBy: operation) else { continue }
            if writing[collection] == nil { collections.append(collection) }
            writing[collection, default: []].append(operation)
        }
        // In the order of the spec: a type that is written in two places has diagnostics of both at its fields.
        for collection in collections {
            guard let model = models[collection.response] else { continue }
            var occurrences: [String: [Occurrence]] = [:]
            for operation in writing[collection] ?? [] {
                for attribute in operation.attributes(in: .body) {
                    occurrences[attribute.name.value, default: []].append(
                        Occurrence(
                            name: attribute.name, type: attribute.type, availability: attribute.availability,
                            owner: operation.name.value))
                }
            }
            for field in model.fields {
                // An object of the response is written by its ID or by a hash of its own.
                if let name = field.type.value.declaredName, models[name] != nil { continue }
                guard occurrences[field.name.value] != nil else { continue }
                occurrences[field.name.value, default: []].append(
                    Occurrence(
                        name: field.name, type: field.type, availability: field.availability,
                        owner: model.name.value))
            }
            for name in occurrences.keys.sorted() { check(occurrences[name] ?? []) }
        }
    }

    private func check(_ all: [Occurrence]) {
        // A row of a shared table is one place, however many operations use it.
        guard all.count > 1 else { return }
        var seen: Set<SourceRange> = []
        let places = all.filter { seen.insert($0.name.range).inserted }
        report(places, "type", \.typeWords)
        report(places, "deprecation", \.deprecationWords)
    }

    /// Reports the places that differ from most others, with a note at every other one.
    private func report(_ places: [Occurrence], _ what: String, _ words: (Occurrence) -> String) {
        let all = places.map(words)
        guard let first = all.first, all.contains(where: { $0 != first }) else { return }
        let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.values.max() ?? 0
        let usual = all.first { counts[$0] == most } ?? ""
        for place in places where words(place) != usual {
            let others = places.filter { $0.name.range != place.name.range }
            diagnostics.report(
                .disagreement,
                "'\(place.name.value)' is \(words(place)) in '\(place.owner)', elsewhere \(usual)",
                at: place.name.range,
                notes: others.map { Diagnostic.Note("\(words($0)) in '\($0.owner)'", at: $0.name.range) },
                fix: Fix("give it the same \(what) everywhere, or suppress the rule where GitLab itself differs"))
        }
    }
}

/// Where things of one type are created and edited: `/projects` and `/projects/:id`.
private struct Collection: Hashable {
    let response: String
    let path: String

    /// The collection that an operation writes to; nil where it only reads, or does not return a single thing.
    init?(writtenBy operation: Operation) {
        guard case .value(.named(let response)) = operation.response.value else { return nil }
        self.response = response
        let path = operation.path.text.value
        switch operation.method {
        case .post: self.path = path
        case .put, .patch:
            let segments = path.split(separator: "/")
            let isOfOne = segments.last?.hasPrefix(":") == true
            self.path = "/" + (isOfOne ? segments.dropLast() : segments).joined(separator: "/")
        case .get, .delete, .head: return nil
        }
    }
}

/// A place of an attribute in a request or a response.
private struct Occurrence {
    let name: Located<String>
    let type: Located<TypeReference>
    let availability: Availability
    let owner: String

    var typeWords: String { type.value.words }

    var deprecationWords: String {
        guard let deprecation = availability.deprecation else { return "not deprecated" }
        let replacement = deprecation.replacement.map { " for '\($0.value)'" } ?? ""
        return "deprecated" + replacement + (deprecation.isInverted ? ", inverted" : "")
    }
}
