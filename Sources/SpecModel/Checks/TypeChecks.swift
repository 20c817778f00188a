// Checks between rows and the types they name.

import SpecSyntax

/// The declared types by name.
struct DeclaredTypes {
    enum Kind {
        case hash, model
        case enumeration(EnumType)
    }

    private let kinds: [String: Kind]

    init(_ declarations: Declarations) {
        var kinds: [String: Kind] = [:]
        for hash in declarations.hashes { kinds[hash.hash.name.value] = .hash }
        for model in declarations.models { kinds[model.name.value] = .model }
        for enumeration in declarations.enums { kinds[enumeration.name.value] = .enumeration(enumeration) }
        self.kinds = kinds
    }

    subscript(name: String) -> Kind? { kinds[name] }

    var names: [String] { kinds.keys.sorted() }
}

struct TypeChecks {
    let types: DeclaredTypes
    let diagnostics: DiagnosticCollector

    func check(_ operation: Operation) {
        switch operation.response.value {
        case .value(let type), .optionalValue(let type): checkResponse(type, at: operation.response.range)
        case .nothing, .download: break
        }
        for attribute in operation.attributes where !attribute.isParent {
            check(attribute)
            if attribute.location == .path { checkStandsInPath(attribute) }
        }
    }

    func check(_ hash: HashType) {
        for attribute in hash.attributes { check(attribute) }
        hash.attributes.checkAreEncoded(diagnostics: diagnostics)
        hash.attributes.checkNullability(diagnostics: diagnostics)
        hash.attributes.checkDeprecations(diagnostics: diagnostics)
        hash.attributes.checkSwiftNames(diagnostics: diagnostics)
        hash.attributes.checkReplacements(in: "'\(hash.name.value)'", diagnostics: diagnostics)
    }

    func check(_ parent: ParentType) {
        for attribute in parent.cases.flatMap(\.attributes) {
            check(attribute)
            checkStandsInPath(attribute)
        }
    }

    func check(_ model: ModelType) {
        if let reference = model.identifies.first,
            !model.fields.contains(where: {
                $0.isID && $0.isAlwaysPresent && $0.type.value == .builtIn(.integer)
            })
        {
            diagnostics.report(
                .wrongReference, "'\(model.name.value)' has no integer 'id' that is always there", at: reference.range,
                fix: Fix("remove 'identifies', or add 'always: true' to its 'id'"))
        }
        for field in model.fields {
            checkResponse(field.type.value, at: field.type.range)
            if field.isAlwaysPresent {
                if field.isNullable {
                    diagnostics.report(
                        .wrongValue, "'\(field.name.value)' cannot be always there and null", at: field.name.range,
                        fix: Fix("remove 'always', or 'nullable'"))
                }
                field.availability.checkIsNotDeprecated(field.name, because: "always", diagnostics: diagnostics)
            }
        }
        let names = model.fields.map { ($0.name, $0.swiftName) }
        let bytesNames = model.fields.compactMap { field in
            field.bytesName.map { (Located("bytes of " + field.name.value, at: field.name.range), $0) }
        }
        let stores = model.fields.filter(\.isSecret).map { ($0.name.store, SwiftName(verbatim: $0.swiftName.redacted)) }
        (names + bytesNames + stores).checkStandOnce(diagnostics: diagnostics)
        for field in model.fields { checkEncoding(of: field, in: model) }
        model.fields.lazy.map { ($0.name, $0.availability) }
            .checkReplacements(in: "'\(model.name.value)'", diagnostics: diagnostics)
    }

    func check(_ enumeration: EnumType) {
        enumeration.values.lazy.map { ($0.name, $0.swiftName) }.checkStandOnce(diagnostics: diagnostics)
        if enumeration.isOrdered, enumeration.rawType == .string {
            diagnostics.report(
                .wrongValue, "only the values of an integer enum have an order", at: enumeration.name.range,
                fix: Fix("remove 'ordered'"))
        }
        var first: [Int: Located<String>] = [:]
        for value in enumeration.values {
            if ["none", "some"].contains(value.swiftName.text) {
                diagnostics.report(
                    .optionalCaseName, "'\(value.swiftName)' is a case of Optional",
                    at: value.name.range,
                    fix: Fix("add 'as: \(value.swiftName)Value', or a better name"))
            }
            switch (enumeration.rawType, value.number) {
            case (.string, let number?):
                diagnostics.report(
                    .wrongValue, "'\(enumeration.name.value)' is no integer enum", at: number.range,
                    fix: Fix("add 'type: integer' to the enum, or remove 'value'"))
            case (.integer, nil):
                diagnostics.report(
                    .missingKey, "a value of an integer enum needs 'value': the number on the wire",
                    at: value.name.range,
                    fix: Fix("add 'value: …'"))
            case (.integer, let number?):
                if let other = first[number.value] {
                    diagnostics.report(
                        .duplicateValue, "\(number.value) is already '\(other.value)'", at: number.range,
                        notes: [Diagnostic.Note("first here", at: other.range)], fix: Fix("remove one of the two"))
                } else {
                    first[number.value] = value.name
                }
            case (.string, nil): break
            }
        }
    }

    private func check(_ attribute: Attribute) {
        if let name = attribute.type.value.declaredName {
            switch types[name] {
            case .hash, .enumeration: break
            case .model:
                diagnostics.report(
                    .modelInRequest, "'\(name)' is a type of responses; requests contain hashes",
                    at: attribute.type.range,
                    fix: Fix("declare a hash with these keys under 'hashes'"))
            case nil: reportUnknown(name, at: attribute.type.range)
            }
        }
        checkReference(of: attribute)
        checkDefault(of: attribute)
        checkLimits(of: attribute)
        checkFlags(of: attribute)
    }

    /// A path is text: one value for each placeholder.
    private func checkStandsInPath(_ attribute: Attribute) {
        switch attribute.type.value {
        case .builtIn(.integer), .builtIn(.string), .builtIn(.idOrPath), .builtIn(.date): return
        case .named(let name):
            if case .enumeration? = types[name] { return }
        case .builtIn, .array, .openHash: break
        }
        diagnostics.report(
            .wrongType, "'\(attribute.name.value)' cannot be part of a path", at: attribute.type.range,
            fix: Fix("write string, integer, date, id_or_path or an enum"))
    }

    private func checkEncoding(of field: Field, in model: ModelType) {
        guard let name = field.encodedBy else { return }
        guard field.type.value == .builtIn(.string), !field.isSecret else {
            diagnostics.report(
                .wrongValue, "only a text that is not secret encodes bytes", at: name.range,
                fix: Fix("remove 'encoded_by'"))
            return
        }
        let others = model.fields.filter {
            $0.type.value == .builtIn(.string) && !$0.isSecret && $0.name.value != field.name.value
        }
        guard !others.contains(where: { $0.name.value == name.value }) else { return }
        diagnostics.reportMissing(
            name.value, .unknownAttribute, "'\(model.name.value)' has no text '\(name.value)'", at: name.range,
            fix: Fix(replacing: name, among: others.map(\.name.value), otherwise: "add its row"))
    }

    private func checkReference(of attribute: Attribute) {
        if attribute.type.value.holdsIDOrPath {
            guard attribute.reference == nil else { return }
            diagnostics.report(
                .missingReference, "'\(attribute.name.value)' does not state what the ID or path refers to",
                at: attribute.type.range,
                fix: Fix("add 'of:' with one of \(Reference.allCases.map(\.rawValue).joined(separator: ", "))"))
        } else if let reference = attribute.reference {
            diagnostics.report(
                .wrongReference, "only an id_or_path refers to a \(reference.value.rawValue)", at: reference.range,
                fix: Fix("remove 'of', or write type: id_or_path"))
        }
    }

    private func checkResponse(_ type: TypeReference, at range: SourceRange) {
        if type == .builtIn(.file) || type == .builtIn(.idOrPath) || type == .builtIn(.content) {
            diagnostics.report(
                .requestOnlyType, "file, content and id_or_path are for requests only", at: range,
                fix: Fix("write 'string' or 'integer'"))
        }
        guard let name = type.declaredName else { return }
        switch types[name] {
        case .model, .enumeration: break
        case .hash:
            diagnostics.report(
                .hashInResponse, "'\(name)' is a hash for requests; responses contain types", at: range,
                fix: Fix("declare a type with these fields under 'types'"))
        case nil: reportUnknown(name, at: range)
        }
    }

    private func reportUnknown(_ name: String, at range: SourceRange) {
        diagnostics.reportMissing(
            name, .unknownType, "there is no type '\(name)'", at: range,
            fix: Fix(
                replacing: Located(name, at: range), among: types.names,
                otherwise: "declare it under 'types', 'hashes' or 'enums', in any file of the spec"))
    }

    private func checkDefault(of attribute: Attribute) {
        guard let value = attribute.defaultValue else { return }
        var type = attribute.type.value
        if case .array(let element) = type {
            type = element
        } else if value.value.count != 1 {
            diagnostics.report(
                .wrongDefault, "only an array has a list as its default", at: value.range, fix: Fix("write one value")
            )
            return
        }
        for text in value.value {
            guard let expected = expectation(text, of: type) else { continue }
            diagnostics.reportMissing(
                text, .wrongDefault, "the default '\(text)' is not \(expected.what)", at: value.range,
                fix: Fix(expected.advice))
        }
    }

    /// Returns the expected kind of a default; nil where it is valid.
    private func expectation(_ text: String, of type: TypeReference) -> (what: String, advice: String)? {
        switch type {
        case .builtIn(.boolean): ["true", "false"].contains(text) ? nil : ("a boolean", "write true or false")
        case .builtIn(.integer):
            text.isWholeNumber ? nil : ("an integer", "write digits only, the first of them not 0")
        case .builtIn(.number): text.isDecimalNumber ? nil : ("a number", "write digits, with a point")
        case .builtIn(.date): text.isDate ? nil : ("a date", "write it as \"2024-02-29\"")
        case .builtIn(.datetime): text.isMoment ? nil : ("a date and time", "write it as \"2024-02-29T12:00:00Z\"")
        case .builtIn, .array, .openHash: nil
        case .named(let name):
            if case .enumeration(let enumeration)? = types[name],
                !enumeration.values.contains(where: { $0.name.value == text })
            {
                ("a value of \(name)", "write one of: \(enumeration.values.map(\.name.value).joined(separator: ", "))")
            } else {
                nil
            }
        }
    }

    private func checkLimits(of attribute: Attribute) {
        let limits = attribute.limits
        func contradict(_ message: String, at range: SourceRange) {
            diagnostics.report(.contradictingLimits, message, at: range, fix: Fix("correct one of the two"))
        }
        if let minimum = limits.minimum, let maximum = limits.maximum, minimum.value > maximum.value {
            contradict("the minimum \(minimum.value) is above the maximum \(maximum.value)", at: minimum.range)
        }
        guard let defaults = attribute.defaultValue else { return }
        for text in defaults.value {
            let isText = attribute.type.value == .builtIn(.string)
            if isText, let limit = limits.maximumLength, text.unicodeScalars.count > limit.value {
                contradict("the default has more than \(limit.value) characters", at: defaults.range)
            }
            guard !isText, let value = Double(text) else { continue }
            if let minimum = limits.minimum, value < Double(minimum.value) {
                contradict("the default \(text) is below the minimum \(minimum.value)", at: defaults.range)
            }
            if let maximum = limits.maximum, value > Double(maximum.value) {
                contradict("the default \(text) is above the maximum \(maximum.value)", at: defaults.range)
            }
        }
    }

    /// Whether values of a type are one text on the wire.
    private func isScalar(_ type: TypeReference) -> Bool {
        switch type {
        case .builtIn: return true
        case .array, .openHash: return false
        case .named(let name):
            if case .enumeration? = types[name] { return true }
            return false
        }
    }

    private func checkFlags(of attribute: Attribute) {
        if attribute.type.value.nestsContent {
            diagnostics.report(
                .wrongContent, "a content has no place in a list or a map", at: attribute.type.range,
                fix: Fix("write type: [string], with Base64 as its texts"))
        }
        guard attribute.isCommaSeparated else { return }
        if case .array(let element) = attribute.type.value, isScalar(element) { return }
        diagnostics.report(
            .wrongValue, "only an array can be comma separated", at: attribute.type.range,
            fix: Fix("write type: [string], or remove 'comma_separated'"))
    }
}
