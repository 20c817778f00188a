// Checks within one operation: rows and placeholders, names, constraints, pages.

import SpecSyntax

struct OperationChecks {
    let operation: Operation
    /// The placeholders of all parents.
    let parents: [String]
    let diagnostics: DiagnosticCollector
    private let names: Set<String>

    init(operation: Operation, parents: [String], diagnostics: DiagnosticCollector) {
        self.operation = operation
        self.parents = parents
        self.diagnostics = diagnostics
        names = Set(operation.attributes.map(\.name.value))
    }

    func check() {
        operation.attributes.checkStandOnce(in: "'\(operation.name.value)'", diagnostics: diagnostics)
        PlaceholderChecks(
            path: operation.path, rows: operation.attributes(in: .path), parents: parents,
            place: "'path:', here or in the resource,", advice: "move the row to 'query:' or 'body:'",
            diagnostics: diagnostics
        ).check()
        checkRoutes()
        checkConstraints()
        checkPages()
        checkBody()
        operation.checkContents(diagnostics: diagnostics)
        operation.attributes.checkNullability(diagnostics: diagnostics)
        operation.attributes.checkDeprecations(diagnostics: diagnostics)
        operation.attributes.checkSwiftNames(diagnostics: diagnostics)
        operation.attributes.checkReplacements(in: "'\(operation.name.value)'", diagnostics: diagnostics)
    }

    /// No attribute may have the name of one in the path of a parent.
    private func checkRoutes() {
        guard operation.parent != nil else { return }
        for route in operation.routes {
            let own = route.attributes.filter { row in !route.parentRows.contains { $0.name.range == row.name.range } }
            for row in own {
                guard let other = route.parentRows.first(where: { $0.name.value == row.name.value }) else { continue }
                return diagnostics.report(
                    .duplicateAttribute, "'\(operation.name.value)' has '\(row.name.value)' twice", at: row.name.range,
                    notes: [Diagnostic.Note("also here", at: other.name.range)], fix: Fix("rename one of the two rows"))
            }
        }
    }

    private func checkConstraints() {
        for constraint in operation.constraints {
            switch constraint {
            case .atLeastOneOfBody:
                if operation.attributes(in: .body).isEmpty {
                    diagnostics.report(
                        .wrongConstraint, "'\(operation.name.value)' has no attributes in its body",
                        at: operation.name.range,
                        fix: Fix("remove 'at_least_one_of: any'"))
                } else if let required = operation.attributes(in: .body).first(where: \.isRequired) {
                    diagnostics.report(
                        .wrongConstraint, "'\(required.name.value)' is required anyway", at: required.name.range,
                        fix: Fix("remove 'at_least_one_of: any', or 'required'"))
                }
            case .atLeastOne(let names):
                names.forEach(checkExists)
                checkAlternatives(names)
            case .exclusive(let names): names.forEach(checkExists)
            case .needs(let attribute, let other, _), .needsAny(let attribute, let other):
                checkExists(attribute)
                checkExists(other)
            }
        }
    }

    /// Each alternative is the required attribute of an initialiser of its own.
    private func checkAlternatives(_ names: [Located<String>]) {
        var seen: Set<String> = []
        let required = Set(operation.attributes.filter(\.isRequired).map(\.name.value))
        for name in names {
            let isRequired = required.contains(name.value)
            guard isRequired || !seen.insert(name.value).inserted else { continue }
            diagnostics.report(
                .wrongConstraint, "'\(name.value)' \(isRequired ? "is required anyway" : "is listed twice")",
                at: name.range, fix: Fix("remove it from 'at_least_one_of'"))
        }
    }

    private func checkExists(_ name: Located<String>) {
        guard !names.contains(name.value) else { return }
        diagnostics.reportMissing(
            name.value, .unknownAttribute, "'\(operation.name.value)' has no attribute '\(name.value)'",
            at: name.range,
            fix: Fix(replacing: name, among: operation.attributes.map(\.name.value), otherwise: "add its row"))
    }

    private func checkBody() {
        guard [.get, .head].contains(operation.method) else { return }
        for attribute in operation.attributes(in: .body) {
            diagnostics.report(
                .bodyOfGet, "a \(operation.method.rawValue) request has no body", at: attribute.name.range,
                fix: Fix("move the row to 'query:'"))
        }
    }

    private func checkPages() {
        guard let mode = operation.pages.first else { return }
        if case .value(.array) = operation.response.value {
            if let keyset = operation.pages.first(where: { $0.value == .keyset }), operation.keysetOrder == nil {
                diagnostics.report(
                    .keysetWithoutOrder, "keyset pages need offset pages beside them, and an order", at: keyset.range,
                    fix: Fix(
                        "write pages: [offset, keyset] and constraints: [{ attribute: pagination, needs: { order_by: id } }]"
                    ))
            }
            if operation.pages.contains(where: { $0.value == .offset }) {
                operation.attributes(in: .query).forEach(checkChoosesPages)
            }
            return
        }
        diagnostics.report(
            .pagesWithoutList, "only a list has pages", at: mode.range, fix: Fix("remove 'pages', or return [Type]"))
    }

    /// The runtime sets these two itself.
    private func checkChoosesPages(_ attribute: Attribute) {
        guard ["page", "per_page"].contains(attribute.name.value) else { return }
        if attribute.type.value == .builtIn(.integer), !attribute.isRequired, attribute.availability.deprecation == nil,
            attribute.swiftName == SwiftName(from: attribute.name.value)
        {
            return
        }
        diagnostics.report(
            .wrongValue, "'\(attribute.name.value)' of offset pages is an optional integer of this name",
            at: attribute.name.range, fix: Fix("write type: integer, without 'required', 'deprecated' and 'as'"))
    }
}

extension Operation.Route {
    fileprivate var parentRows: [Attribute] { parent?.attributes ?? [] }
}

extension [Attribute] {
    /// The same attribute twice, by its own row and by a table's, for example.
    func checkStandOnce(in owner: String, diagnostics: DiagnosticCollector) {
        var first: [String: SourceRange] = [:]
        for attribute in self {
            if let other = first[attribute.name.value] {
                diagnostics.report(
                    .duplicateAttribute, "\(owner) has '\(attribute.name.value)' twice", at: attribute.name.range,
                    notes: [Diagnostic.Note("also here", at: other)], fix: Fix("remove one of the two rows"))
            } else {
                first[attribute.name.value] = attribute.name.range
            }
        }
    }

    /// Null can be sent only where it can be written and means something.
    func checkNullability(diagnostics: DiagnosticCollector) {
        for attribute in self where attribute.isNullable && (attribute.location != .body || attribute.isRequired) {
            diagnostics.report(
                .wrongValue, "only an optional attribute of a body can be null", at: attribute.name.range,
                fix: Fix("remove 'nullable'"))
        }
    }

    /// A required attribute does not warn its users.
    func checkDeprecations(diagnostics: DiagnosticCollector) {
        for attribute in self where attribute.isRequired {
            attribute.availability.checkIsNotDeprecated(attribute.name, because: "required", diagnostics: diagnostics)
        }
    }

    /// Two attributes that would get the same Swift name.
    func checkSwiftNames(diagnostics: DiagnosticCollector) {
        let stores = filter(\.isSecret).map { ($0.name.store, SwiftName(verbatim: $0.swiftName.redacted)) }
        (map { ($0.name, $0.swiftName) } + stores).checkStandOnce(diagnostics: diagnostics)
    }

    /// Deprecated rows name what replaces them: another row, or a few words.
    func checkReplacements(in owner: String, diagnostics: DiagnosticCollector) {
        lazy.map { ($0.name, $0.availability) }.checkReplacements(in: owner, diagnostics: diagnostics)
    }
}

extension Located<String> {
    /// The name of the storage of a secret where two names collide.
    var store: Located<String> { Located("store of " + value, at: range) }
}

extension Sequence<(Located<String>, SwiftName)> {
    func checkStandOnce(diagnostics: DiagnosticCollector) {
        var first: [SwiftName: Located<String>] = [:]
        for (name, swiftName) in self {
            if swiftName.isReserved {
                diagnostics.report(
                    .reservedName, "a Swift member cannot be called '\(swiftName)'", at: name.range,
                    fix: Fix("add 'as: \(swiftName.free)', or a better name"))
            }
            if let other = first[swiftName], other.value != name.value {
                diagnostics.report(
                    .sameSwiftName, "'\(name.value)' and '\(other.value)' both become '\(swiftName)' in Swift",
                    at: name.range,
                    notes: [Diagnostic.Note("the other one", at: other.range)],
                    fix: Fix("add 'as: \(swiftName)2' to one of them, or a better name"))
            } else {
                first[swiftName] = name
            }
        }
    }
}

extension Availability {
    func checkIsNotDeprecated(_ name: Located<String>, because flag: String, diagnostics: DiagnosticCollector) {
        guard let deprecation else { return }
        diagnostics.report(
            .wrongValue, "'\(name.value)' is required, and cannot be avoided",
            at: deprecation.range, fix: Fix("remove '\(flag)', or 'deprecated'"))
    }
}

extension Collection<(Located<String>, Availability)> {
    func checkReplacements(in owner: String, diagnostics: DiagnosticCollector) {
        let names = map(\.0.value)
        let known = Set(names)
        for (_, availability) in self {
            // A few words hold blanks; a single word is a name.
            guard let replacement = availability.deprecation?.replacement, !replacement.value.contains(" ") else {
                continue
            }
            if known.contains(replacement.value) { continue }
            diagnostics.reportMissing(
                replacement.value, .unknownReplacement, "\(owner) has no '\(replacement.value)' to use instead",
                at: replacement.range,
                fix: Fix(
                    replacing: replacement, among: names,
                    otherwise: "name a row of the same table, or say it in a few words"))
        }
    }
}

extension SwiftName {
    /// Whether generated code can have no member of this name.
    public var isReserved: Bool { reservedNames.contains(text) }

    /// The name with a word behind it that makes it free.
    var free: String {
        let candidates = ["Value", "Field"].map { text + $0 }
        return candidates.first { !SwiftName(verbatim: $0).isReserved } ?? text + "2"
    }
}

/// Names that Swift reserves even in backticks, and those that every generated type may use.
private let reservedNames: Set<String> = [
    "Protocol", "Self", "Type", "add", "addBody", "addHeaders", "addPath", "addQuery", "allCases", "configure",
    "customMirror", "debugDescription", "deprecated", "deprecatedRawValues", "emptyModel", "encode", "endpoint", "hash",
    "hashValue", "init", "isKnown", "knownRawValues", "modelFields", "nullable", "rawValue", "read", "recordFields",
    "self",
]
