// Keys of an operation that repeat a default.

import SpecSyntax

extension Rule {
    static let repetition = Rule(
        "repetition",
        "An operation does not repeat what its resource states, what its pages add, and names that follow by rule.",
        severity: .warning,
        failing: Example(
            .file,
            #"""
            resource:
              name: pings
              type: Pings
              about: "Signs of life."
              docs: https://docs.gitlab.com/api/projects/
              path_tables: [project_id]
            operations:
              get:
                GET: /projects/:id/ping
                request: GetPing
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#ping
                returns: nothing
                path_tables: [project_id]
            tables:
              project_id:
                id: { type: id_or_path, of: project, required: true, about: "Where to look." }
            """#),
        passing: Example(
            .file,
            #"""
            resource:
              name: pings
              type: Pings
              about: "Signs of life."
              docs: https://docs.gitlab.com/api/projects/
              path_tables: [project_id]
            operations:
              get:
                GET: /projects/:id/ping
                about: "Asks whether somebody is there."
                docs: "#ping"
                returns: nothing
            tables:
              project_id:
                id: { type: id_or_path, of: project, required: true, about: "Where to look." }
            """#))
}

extension Lint {
    func checkRepetitions() {
        for resource in declarations.resources {
            for operation in resource.operations {
                Repetitions(operation: operation, resource: resource, diagnostics: diagnostics).check()
            }
        }
    }
}

/// The repetitions of one operation.
private struct Repetitions {
    let operation: OperationDeclaration
    let resource: ResourceDeclaration
    let diagnostics: DiagnosticCollector

    private var keys: Fields { operation.keys }

    func check() {
        checkRequest()
        checkDocs()
        checkAudience()
        checkTables("path_tables", with: resource.path.tables.map(\.value), from: "the resource")
        checkParents()
        checkTables("query_tables", with: operation.operation.pages.map(\.value.table), from: "'pages'")
    }

    private func checkRequest() {
        guard let request = keys.text("request"),
            request.value == Operation.requestName(of: operation.operation.name.value, in: resource.type.value)
        else { return }
        report("the request is called '\(request.value)' anyway", at: request.range, removing: "request")
    }

    private func checkDocs() {
        guard let docs = keys.text("docs"), let page = resource.docs?.value, docs.value.hasPrefix(page) else { return }
        let anchor = docs.value.dropFirst(page.count)
        if anchor.isEmpty { return report("the resource names the page", at: docs.range, removing: "docs") }
        guard anchor.first == "#" else { return }
        diagnostics.report(
            .repetition, "the resource names the page", at: docs.range,
            fix: Fix("write \"\(anchor)\"", edits: [Fix.Edit(docs.range, "\"\(anchor)\"")]))
    }

    private func checkAudience() {
        for key in ["tier", "role", "admin"] {
            guard let own = keys.text(key), own.value == resource.keys.text(key)?.value else { continue }
            report("the resource says '\(key): \(own.value)'", at: own.range, removing: key)
        }
    }

    private func checkParents() {
        let own = keys.texts("parents").map(\.value)
        guard let place = keys.node("parents")?.range, !own.isEmpty,
            Set(own) == Set(resource.keys.texts("parents").map(\.value))
        else { return }
        report("the resource says 'parents: [\(own.joined(separator: ", "))]'", at: place, removing: "parents")
    }

    private func checkTables(_ key: String, with known: [String], from source: String) {
        let names = keys.texts(key)
        let others = names.filter { !known.contains($0.value) }
        for name in names where known.contains(name.value) {
            let message = "\(source) brings the table '\(name.value)'"
            if others.isEmpty {
                report(message, at: name.range, removing: key)
            } else {
                report(message, at: name.range, replacing: key, with: others.map(\.value))
            }
        }
    }

    private func report(_ message: String, at range: SourceRange, removing key: String) {
        let edits = keys.line(of: key).map { [Fix.Edit($0, "")] } ?? []
        diagnostics.report(.repetition, message, at: range, fix: Fix("remove '\(key)'", edits: edits))
    }

    private func report(_ message: String, at range: SourceRange, replacing key: String, with names: [String]) {
        let list = "[\(names.joined(separator: ", "))]"
        // Lists in brackets stand on one line; those with dashes do not.
        let place = keys.line(of: key) == nil ? nil : keys.node(key)?.range
        diagnostics.report(
            .repetition, message, at: range,
            fix: Fix("write \(key): \(list)", edits: place.map { [Fix.Edit($0, list)] } ?? []))
    }
}

extension Fields {
    /// The line that a key has for itself and its value; nil where others stand on it too, or its value on others.
    fileprivate func line(of key: String) -> SourceRange? {
        guard !isFlow, let name = self.key(key), let node = node(key), node.range.end.line == name.range.start.line
        else { return nil }
        let line = name.range.start.line
        return SourceRange(
            range.source, start: SourcePosition(line: line, column: 1),
            end: SourcePosition(line: line + 1, column: 1))
    }
}
