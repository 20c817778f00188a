// Reads an OpenAPI document: its version, and its operations by paths and methods.

import SpecSyntax

extension OpenAPIDocument {
    /// No document is larger: 64 MiB. GitLab's has 3.3 MB.
    public static let sizeLimit = 64 << 20

    /// Reads a document, in YAML or in JSON. Errors go to the collector; nil where it is not an OpenAPI document.
    public init?(_ text: SourceText, diagnostics: DiagnosticCollector) {
        let parsed = ParsedFile(text, sizeLimit: Self.sizeLimit, diagnostics: diagnostics)
        guard let root = parsed.root else {
            if !diagnostics.hasErrors { Self.report("the file is empty", at: text.start, diagnostics) }
            return nil
        }
        guard let top = root.mapping, let version = (top["openapi"] ?? top["swagger"])?.value.located else {
            Self.report(
                "this is not an OpenAPI document: it has neither 'openapi' nor 'swagger'", at: text.start, diagnostics)
            return nil
        }
        let isSecond = version.value == "2.0"
        guard isSecond || version.value.hasPrefix("3.") else {
            Self.report("OpenAPI \(version.value) is not supported", at: version.range, diagnostics)
            return nil
        }
        let reader = DocumentReader(
            parameters: (isSecond ? top["parameters"] : top["components"]?.value.mapping?["parameters"])?.value,
            bodies: top["components"]?.value.mapping?["requestBodies"]?.value,
            consumes: top["consumes"]?.value, produces: top["produces"]?.value, diagnostics: diagnostics)
        let named = (isSecond ? top["definitions"] : top["components"]?.value.mapping?["schemas"])?.value.mapping
        let schemas = (named?.entries ?? []).map { entry in
            NamedSchema(
                name: Located(entry.key.text, at: entry.key.range), schema: OpenAPISchema(entry.value))
        }
        let byName = Dictionary(firstOf: schemas.map { ($0.name.value, $0.schema) })
        let base = top["basePath"]?.value.located.map { $0.value.hasSuffix("/") ? "" : $0.value } ?? ""
        let paths = top["paths"]?.value.mapping?.entries ?? []
        if paths.isEmpty { Self.report("the document has no paths", at: version.range, diagnostics) }
        self.init(
            version: version,
            title: top["info"]?.value.mapping?["title"]?.value.located ?? Located("", at: version.range),
            operations: paths.flatMap { reader.operations($0, below: base, schemas: byName) }, schemas: schemas)
    }

    private static func report(_ message: String, at range: SourceRange, _ diagnostics: DiagnosticCollector) {
        diagnostics.report(
            Diagnostic(
                "not-openapi", .error, message, at: range, fix: Fix("give an OpenAPI document, 2.0 or 3.x")))
    }
}

/// The parts that the operations of a document share.
struct DocumentReader {
    let parameters: Node?
    let bodies: Node?
    let consumes: Node?
    let produces: Node?
    let diagnostics: DiagnosticCollector

    private static let methods: Set<String> = ["get", "post", "put", "patch", "delete", "head"]

    /// The operations of a path. Parameters of the path are those of each.
    func operations(
        _ path: Mapping.Entry, below base: String, schemas: [String: OpenAPISchema]
    ) -> [OpenAPIOperation] {
        let shared = path.value.mapping?["parameters"]?.value.elements ?? []
        return (path.value.mapping?.entries ?? []).compactMap { entry in
            guard Self.methods.contains(entry.key.text), let fields = entry.value.mapping else { return nil }
            let media = (fields["consumes"]?.value ?? consumes).map { $0.elements.compactMap(\.scalarText) } ?? []
            var attributes = AttributeReader(shared: shared, of: self, schemas: schemas)
            attributes.read(fields)
            let produced = (fields["produces"]?.value ?? produces).map { $0.elements.compactMap(\.scalarText) } ?? []
            return OpenAPIOperation(
                method: Located(entry.key.text.uppercased(), at: entry.key.range),
                path: Located(base + path.key.text, at: path.key.range),
                operationID: fields["operationId"]?.value.located,
                summaryVerb: fields["summary"]?.value.scalarText.flatMap(Self.verb),
                tags: fields["tags"]?.value.elements.compactMap(\.located) ?? [],
                isDeprecated: fields["deprecated"]?.value.scalarText == "true",
                attributes: attributes.folded,
                isMultipart: attributes.isMultipart || media.contains("multipart/form-data"),
                responses: (fields["responses"]?.value.mapping?.entries ?? []).compactMap {
                    OpenAPIResponse($0, produced: produced)
                })
        }
    }

    private static func verb(of summary: String) -> String? {
        let word = summary.prefix { $0.isLetter || $0 == "-" }
        return word.isEmpty ? nil : word.lowercased()
    }

    /// A parameter or a body, or the shared one that it refers to.
    func resolved(_ node: Node) -> Node {
        guard let reference = node.mapping?["$ref"]?.value.scalarText else { return node }
        let name = String(reference.split(separator: "/").last ?? "")
        return parameters?.mapping?[name]?.value ?? bodies?.mapping?[name]?.value ?? node
    }
}

extension OpenAPIResponse {
    init?(_ entry: Mapping.Entry, produced: [String]) {
        guard let status = Int(entry.key.text) else { return nil }
        let fields = entry.value.mapping
        self.status = status
        range = entry.key.range
        if let content = fields?["content"]?.value.mapping?.entries, let first = content.first {
            let media = content.first { $0.key.text.hasSuffix("json") } ?? first
            schema = media.value.mapping?["schema"].map { OpenAPISchema($0.value) }
            isBinary = !Self.isText(media.key.text)
        } else {
            schema = fields?["schema"].map { OpenAPISchema($0.value) }
            isBinary = !produced.isEmpty && !produced.contains(where: Self.isText)
        }
    }

    private static func isText(_ media: String) -> Bool { media.hasSuffix("json") || media.hasPrefix("text/") }
}
