// Gathers the attributes of a request from the places in the versions of OpenAPI: parameters, form data, bodies.

import SpecSyntax

/// The attributes of one operation, in order.
struct AttributeReader {
    private let document: DocumentReader
    private let schemas: [String: OpenAPISchema]
    private let shared: [Node]
    private var attributes: [OpenAPIAttribute] = []
    private var names: Set<String> = []

    /// How many brackets a name may have. GitLab's have three.
    private static let mostBrackets = 16
    private(set) var isMultipart = false

    init(shared: [Node], of document: DocumentReader, schemas: [String: OpenAPISchema]) {
        self.shared = shared
        self.document = document
        self.schemas = schemas
    }

    mutating func read(_ operation: Mapping) {
        for node in (operation["parameters"]?.value.elements ?? []) + shared { readParameter(document.resolved(node)) }
        guard let body = operation["requestBody"].map({ document.resolved($0.value) })?.mapping else { return }
        let content = body["content"]?.value.mapping?.entries ?? []
        guard let media = content.first(where: { $0.key.text.hasSuffix("json") }) ?? content.first else { return }
        isMultipart = media.key.text == "multipart/form-data"
        if let schema = media.value.mapping?["schema"] { readBody(OpenAPISchema(schema.value)) }
    }

    private mutating func readParameter(_ node: Node) {
        guard let fields = node.mapping, let place = fields["in"]?.value.scalarText else { return }
        let location: OpenAPIAttribute.Location
        switch place {
        case "body":
            if let schema = fields["schema"] { readBody(OpenAPISchema(schema.value)) }
            return
        case "formData": location = .body
        case "path": location = .path
        case "query": location = .query
        case "header": location = .header
        // Cookies, which no client sets.
        case _: return
        }
        guard let name = fields["name"]?.value.located else { return }
        // An operation's own parameter goes before the path's.
        guard names.insert("\(location) \(name.value)").inserted else { return }
        add(
            OpenAPIAttribute(
                name: name, location: location,
                isRequired: location == .path || fields["required"]?.value.scalarText == "true",
                schema: OpenAPISchema(parameter: node)))
    }

    /// Adds the members of a body as attributes.
    private mutating func readBody(_ schema: OpenAPISchema) {
        var schema = schema
        if case .reference(let name) = schema.kind, let named = schemas[name] { schema = named }
        guard case .object(let members, _) = schema.kind else { return }
        for member in members {
            names.insert("\(OpenAPIAttribute.Location.body) \(member.name.value)")
            add(
                OpenAPIAttribute(
                    name: member.name, location: .body, isRequired: member.isRequired, schema: member.schema))
        }
    }

    private mutating func add(_ attribute: OpenAPIAttribute) {
        let brackets = attribute.name.value.utf8.count { $0 == UInt8(ascii: "[") }
        guard brackets <= Self.mostBrackets else {
            document.diagnostics.report(
                Diagnostic(
                    "not-imported", .warning,
                    "the name of an attribute has \(brackets) brackets, more than \(Self.mostBrackets): it is ignored",
                    at: attribute.name.range))
            return
        }
        attributes.append(attribute)
    }

    /// The attributes, those with brackets in their names as members of the name before the brackets.
    var folded: [OpenAPIAttribute] {
        guard attributes.contains(where: { $0.name.value.utf8.contains(UInt8(ascii: "[")) }) else { return attributes }
        var order: [String] = []
        var groups: [String: [OpenAPIAttribute]] = [:]
        for attribute in attributes {
            let key = "\(attribute.location) \(attribute.name.value.prefix { $0 != "[" })"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(attribute)
        }
        return order.compactMap { groups[$0].flatMap(Self.fold) }
    }

    /// Makes one attribute of `a`, `a[b]` and `a[][c]`.
    private static func fold(_ group: [OpenAPIAttribute]) -> OpenAPIAttribute? {
        guard let first = group.first else { return nil }
        let bracketed = group.filter { $0.name.value.utf8.contains(UInt8(ascii: "[")) }
        if bracketed.isEmpty { return first }
        let whole = group.first { !$0.name.value.utf8.contains(UInt8(ascii: "[")) }
        let name = String(first.name.value.prefix { $0 != "[" })
        var isArray = false
        if case .array? = whole?.schema.kind { isArray = true }
        var inner: [OpenAPIAttribute] = []
        for attribute in bracketed {
            var rest = attribute.name.value.dropFirst(name.count)
            if rest.hasPrefix("[]") {
                isArray = true
                rest = rest.dropFirst(2)
            }
            guard rest.hasPrefix("["), let end = rest.firstIndex(of: "]") else { continue }
            // `[b][c]` is the member `c` of `b`.
            let member = rest[rest.index(after: rest.startIndex)..<end] + rest[rest.index(after: end)...]
            inner.append(
                OpenAPIAttribute(
                    name: Located(String(member), at: attribute.name.range), location: attribute.location,
                    isRequired: attribute.isRequired, schema: attribute.schema))
        }
        var members: [OpenAPISchema.Member] = []
        var keys: [String] = []
        var groups: [String: [OpenAPIAttribute]] = [:]
        for attribute in inner {
            let key = String(attribute.name.value.prefix { $0 != "[" })
            if groups[key] == nil { keys.append(key) }
            groups[key, default: []].append(attribute)
        }
        for key in keys {
            guard let folded = groups[key].flatMap(fold) else { continue }
            members.append(
                OpenAPISchema.Member(name: folded.name, isRequired: folded.isRequired, schema: folded.schema))
        }
        if members.isEmpty, let only = bracketed.first, isArray {
            return OpenAPIAttribute(
                name: Located(name, at: first.name.range), location: first.location, isRequired: first.isRequired,
                schema: whole?.schema ?? OpenAPISchema(.array(only.schema), at: only.schema.range))
        }
        let object = OpenAPISchema(.object(members, others: nil), at: (whole ?? first).schema.range)
        return OpenAPIAttribute(
            name: Located(name, at: first.name.range), location: first.location,
            isRequired: whole?.isRequired ?? false,
            schema: isArray ? OpenAPISchema(.array(object), at: object.range) : object)
    }
}
