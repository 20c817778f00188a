// Reads resources and their operations.

import SpecSyntax

extension ResourceDeclaration {
    init?(_ node: Node, operations file: Fields, in reading: FileReading) {
        guard let fields = Shape.resource.read(node, in: reading) else {
            // Its operations are not read, and so neither are the names in them.
            reading.diagnostics.excuse("resource", isDeclaration: true)
            return nil
        }
        let nothing = reading.nothing(in: node.range)
        let (name, type) = (fields.text("name") ?? nothing, fields.text("type") ?? nothing)
        let about = fields.text("about") ?? nothing
        name.checkIsMemberName("a resource", diagnostics: reading.diagnostics)
        name.checkIsNoMember(
            of: "GitLabClient", or: "Resource", { $0 == "client" || ReservedTypeNames.isClientMember($0) },
            diagnostics: reading.diagnostics)
        type.checkIsTypeName(or: "Operations", diagnostics: reading.diagnostics)
        self.name = name
        self.type = type
        self.about = about
        docs = fields.text("docs")
        path = (
            fields.node("path").map { Attribute.rows($0, in: .path, of: reading) } ?? [], fields.texts("path_tables")
        )
        within = fields.text("within")
        lacks = fields.text("lacks")
        keys = fields
        operations = reading.each(file.entries("operations"), areDeclarations: true) {
            OperationDeclaration($0, of: fields, in: reading)
        }
    }
}

extension OperationDeclaration {
    /// - Parameter resource: the facts of its resource, which it inherits.
    init?(_ entry: Mapping.Entry, of resource: Fields, in reading: FileReading) {
        guard let fields = Shape.operation.read(entry.value, named: entry.key, in: reading) else { return nil }
        let name = Located(entry.key.text, at: entry.key.range)
        name.checkIsMemberName("an operation", diagnostics: reading.diagnostics)
        name.checkIsNoMember(of: "each resource", or: "Operation", { $0 == "client" }, diagnostics: reading.diagnostics)
        let response = Response.read(fields, diagnostics: reading.diagnostics)
        let pages = Self.pages(fields)
        let constraints = Constraint.read(fields, in: reading)
        let rows = Attribute.Location.allCases.flatMap { location -> [Attribute] in
            fields.node(location.rawValue).map { Attribute.rows($0, in: location, of: reading) } ?? []
        }
        let nothing = reading.nothing(in: entry.key.range)
        let request =
            fields.text("request")
            ?? Located(
                Operation.requestName(of: name.value, in: resource.text("type")?.value ?? ""), at: entry.key.range)
        // A name derived from invalid names is not reported.
        if fields.text("request") != nil || request.value.isIdentifier {
            request.checkIsTypeName(or: "Request", diagnostics: reading.diagnostics)
        }
        let (method, path) = Self.route(fields, of: entry.key, in: reading) ?? (.get, PathTemplate(nothing))
        let declared = Operation.Declared(
            name: name, method: method, path: path, request: request,
            about: fields.text("about") ?? nothing,
            docs: Self.docs(fields.text("docs"), of: resource.text("docs"), for: entry.key, in: reading) ?? nothing,
            availability: Availability(fields, inheriting: resource, in: reading),
            response: response ?? Located(.nothing, at: nothing.range), pages: pages,
            isIdempotent: fields.text("idempotent").map { $0.value == "true" },
            ownStatus: Self.status(fields, in: reading), constraints: constraints,
            preconditions: Precondition.read(fields, in: reading), waiters: Waiter.read(fields, in: reading),
            follower: Follower(of: fields, in: reading))
        operation = Operation(declared: declared, attributes: rows)
        tables = Attribute.Location.allCases.map { ($0, fields.texts("\($0.rawValue)_tables")) }
        keys = fields
    }

    /// The address of its section: its own, its anchor on the page of the resource, or that page.
    private static func docs(
        _ own: Located<String>?, of page: Located<String>?, for key: Scalar, in reading: FileReading
    ) -> Located<String>? {
        switch (own, page) {
        case (let own?, let page?) where own.isAnchor: return Located(page.value + own.value, at: own.range)
        case (let own?, _) where !own.isAnchor: return own
        case (nil, let page?): return page
        case (let own, _):
            reading.diagnostics.report(
                .missingDocs, "neither '\(key.text)' nor its resource has a link to GitLab's documentation",
                at: own?.range ?? key.range, fix: Fix("add docs: https://docs.gitlab.com/api/… to the resource"))
            return own
        }
    }

    private static func route(
        _ fields: Fields, of key: Scalar, in reading: FileReading
    ) -> (Operation.Method, PathTemplate)? {
        let routes = Operation.Method.allCases.compactMap { method in fields.text(method.rawValue).map { (method, $0) }
        }
        guard let route = routes.first else {
            reading.diagnostics.report(
                .missingRoute, "'\(key.text)' has no method and path", at: key.range,
                fix: Fix("add a line such as GET: /projects/:id"))
            return nil
        }
        for (method, path) in routes.dropFirst() {
            reading.diagnostics.report(
                .oneRoute, "an operation has one method and path", at: path.range,
                notes: [Diagnostic.Note("the other one", at: route.1.range)],
                fix: Fix("declare the \(method.rawValue) request as a separate operation"))
        }
        route.1.checkIsPath(diagnostics: reading.diagnostics)
        return (route.0, PathTemplate(route.1))
    }

    private static func status(_ fields: Fields, in reading: FileReading) -> Located<Int>? {
        guard let status = fields.number("status") else { return nil }
        if (200...299).contains(status.value) { return status }
        reading.diagnostics.report(
            .wrongValue, "'\(status.value)' is not a status of success", at: status.range,
            fix: Fix("write one from 200 to 299, or leave it out"))
        return nil
    }

    private static func pages(_ fields: Fields) -> [Located<Operation.PageMode>] {
        fields.texts("pages").compactMap { text in
            Operation.PageMode(rawValue: text.value).map { Located($0, at: text.range) }
        }
    }
}

extension Response {
    /// Reads `returns` and `nullable_response`.
    static func read(_ fields: Fields, diagnostics: DiagnosticCollector) -> Located<Response>? {
        guard let node = fields.node("returns") else { return nil }
        switch node.scalar?.text {
        case "nothing": return Located(.nothing, at: node.range)
        case "download": return Located(.download, at: node.range)
        case _:
            return TypeReference.read(node, diagnostics: diagnostics).map { type in
                Located(
                    fields.flag("nullable_response") ? .optionalValue(type.value) : .value(type.value), at: type.range)
            }
        }
    }
}

extension PathTemplate {
    init(_ text: Located<String>) {
        self.text = text
        var placeholders: [Located<String>] = []
        // Quotes take a column too.
        let isQuoted = text.range.end.column - text.range.start.column > text.value.unicodeScalars.count
        var column = text.range.start.column + (isQuoted ? 1 : 0)
        for segment in text.value.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            let segment = Substring(segment)
            let length = segment.unicodeScalars.count
            if segment.utf8.first == UInt8(ascii: ":") {
                let start = SourcePosition(line: text.range.start.line, column: column)
                let end = SourcePosition(line: start.line, column: column + length)
                placeholders.append(
                    Located(
                        String(Substring(segment.utf8.dropFirst())),
                        at: SourceRange(text.range.source, start: start, end: end)))
            }
            column += length + 1
        }
        self.placeholders = placeholders
    }
}

extension Located<String> {
    /// A path below `/api/v4`, with its slash.
    func checkIsPath(diagnostics: DiagnosticCollector) {
        if !value.hasPrefix("/") {
            diagnostics.report(
                .wrongPath, "a path starts with '/', below /api/v4", at: range,
                fix: Fix("write '/\(value)'", edits: [Fix.Edit(range, "/\(value)")]))
        }
        let api = "/api/v4"
        guard value == api || value.hasPrefix(api + "/") else { return }
        let rest = String(value.dropFirst(api.count))
        diagnostics.report(
            .wrongPath, "a path is relative to /api/v4", at: range,
            fix: rest.isEmpty ? Fix("remove '/api/v4'") : Fix("write '\(rest)'", edits: [Fix.Edit(range, rest)]))
    }
}

extension Constraint {
    static func read(_ fields: Fields, in reading: FileReading) -> [Constraint] {
        guard case .sequence(let elements)? = fields.node("constraints")?.content else { return [] }
        return elements.compactMap { element in
            guard let fields = Shape.constraint.read(element, in: reading) else { return nil }
            if let node = fields.node("at_least_one_of") {
                if node.scalar?.text == "any" { return .atLeastOneOfBody }
                let names = fields.texts("at_least_one_of")
                if !names.isEmpty { return .atLeastOne(of: names) }
            } else if fields.node("exclusive") != nil {
                return .exclusive(fields.texts("exclusive"))
            } else if let attribute = fields.text("attribute") {
                let needs = fields.entries("needs")
                if needs.count == 1, let value = needs[0].value.scalar {
                    return .needs(
                        attribute, other: Located(needs[0].key.text, at: needs[0].key.range),
                        value: Located(value.text, at: value.range))
                }
                if let other = fields.text("needs") { return .needsAny(attribute, other: other) }
            }
            reading.diagnostics.report(
                .wrongConstraint, "this is not a known constraint", at: element.range,
                fix: Fix(
                    "write at_least_one_of: [a, b], exclusive: [a, b] { attribute: a, needs: b } or { attribute: a, needs: { b: value } }"
                ))
            return nil
        }
    }
}
