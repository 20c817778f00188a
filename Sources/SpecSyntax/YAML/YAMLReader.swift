// Reading bytes as nodes with libyaml, restricted to the part of YAML that the spec needs: one document of mappings,
// sequences and texts. Duplicate keys, anchors, aliases, merge keys and tags are reported; libyaml would accept them.

import CLibYAML

struct YAMLReader {
    /// Deeper nesting than this is rejected, so that hostile input cannot exhaust the stack. The spec needs seven.
    private static let depthLimit = 64

    private let source: SourceName
    private let diagnostics: DiagnosticCollector
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// Reads a document. A failure means that the bytes are not YAML; what is YAML but not allowed is reported.
    ///
    /// - Parameter bytes: without a byte order mark, which libyaml would count as a character.
    static func read(
        _ bytes: ArraySlice<UInt8>, named source: SourceName, diagnostics: DiagnosticCollector
    ) -> Result<Node?, SyntaxProblem> {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            return .failure(SyntaxProblem(source, problem: "libyaml is out of memory"))
        }
        defer { yaml_parser_delete(&parser) }
        return bytes.withUnsafeBufferPointer { bytes in
            withUnsafeMutablePointer(to: &parser) { parser in
                yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
                yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
                let reader = YAMLReader(source: source, diagnostics: diagnostics, parser: parser)
                return Result { () throws(SyntaxProblem) in try reader.readStream() }
            }
        }
    }

    private func readStream() throws(SyntaxProblem) -> Node? {
        var root: Node?
        while true {
            var event = try nextEvent()
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
            case YAML_STREAM_END_EVENT: return root
            case YAML_DOCUMENT_START_EVENT:
                if root != nil {
                    diagnostics.report(
                        .oneDocument, "a spec file is one YAML document; '---' starts another", at: range(event),
                        fix: Fix("move the second document to another file"))
                }
                let node = try readNode(depth: 0)
                if root == nil { root = node }
            default: continue
            }
        }
    }

    private func readNode(depth: Int) throws(SyntaxProblem) -> Node {
        var event = try nextEvent()
        defer { yaml_event_delete(&event) }
        return try node(startingWith: event, depth: depth)
    }

    private func node(startingWith event: yaml_event_t, depth: Int) throws(SyntaxProblem) -> Node {
        let range = range(event)
        guard depth < Self.depthLimit else {
            throw SyntaxProblem(
                source, problem: "nested more than \(Self.depthLimit) levels deep", problemPosition: range.start)
        }
        switch event.type {
        case YAML_SCALAR_EVENT:
            return Node(.scalar(scalar(event)), at: range)
        case YAML_ALIAS_EVENT:
            diagnostics.report(
                .noAliases, "aliases are not part of the spec language", at: range,
                fix: Fix("write the value out, or put shared rows into a table under 'attributes'"))
            return Node(.scalar(Scalar("", isPlain: true, at: range)), at: range, isRejected: true)
        case YAML_SEQUENCE_START_EVENT:
            checkProperties(event.data.sequence_start.anchor, event.data.sequence_start.tag, at: range)
            return try sequence(from: range, depth: depth)
        case YAML_MAPPING_START_EVENT:
            checkProperties(event.data.mapping_start.anchor, event.data.mapping_start.tag, at: range)
            let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
            return try mapping(from: range, isFlow: isFlow, depth: depth)
        default:
            throw SyntaxProblem(source, problem: "unexpected YAML event", problemPosition: range.start)
        }
    }

    private func sequence(from start: SourceRange, depth: Int) throws(SyntaxProblem) -> Node {
        var elements: [Node] = []
        while true {
            var event = try nextEvent()
            defer { yaml_event_delete(&event) }
            if event.type == YAML_SEQUENCE_END_EVENT {
                return Node(.sequence(elements), at: start.extended(to: range(event)))
            }
            elements.append(try node(startingWith: event, depth: depth + 1))
        }
    }

    private func mapping(from start: SourceRange, isFlow: Bool, depth: Int) throws(SyntaxProblem) -> Node {
        var entries: [Mapping.Entry] = []
        // Most mappings are rows, which have two to four keys.
        entries.reserveCapacity(4)
        var keys = KnownKeys()
        while true {
            var event = try nextEvent()
            defer { yaml_event_delete(&event) }
            if event.type == YAML_MAPPING_END_EVENT {
                return Node(.mapping(Mapping(entries, isFlow: isFlow)), at: start.extended(to: range(event)))
            }
            let keyNode = try node(startingWith: event, depth: depth + 1)
            let value = try readNode(depth: depth + 1)
            guard case .scalar(let key) = keyNode.content else {
                diagnostics.report(.textKeys, "a key has to be a string", at: keyNode.range, fix: Fix("write a name"))
                continue
            }
            if key.text == "<<", key.isPlain {
                diagnostics.report(
                    .noMergeKeys, "merge keys are not part of the spec language", at: key.range,
                    fix: Fix(
                        "put shared rows into a table under 'tables' and name it in 'body_tables' or 'query_tables'"
                    ))
            } else if let first = keys.place(of: key.text, in: entries) {
                diagnostics.report(
                    .duplicateKey, "'\(key.text)' appears twice", at: key.range,
                    notes: [Diagnostic.Note("first here", at: first)], fix: Fix("remove one of the two"))
            } else {
                entries.append(Mapping.Entry(key, value))
                if entries.count >= KnownKeys.few { keys.note(entries) }
            }
        }
    }

    private func scalar(_ event: yaml_event_t) -> Scalar {
        let range = range(event)
        let content = event.data.scalar
        checkProperties(content.anchor, content.tag, at: range)
        let bytes = UnsafeBufferPointer(start: content.value, count: content.length)
        return Scalar(
            String(decoding: bytes, as: UTF8.self), isPlain: content.style == YAML_PLAIN_SCALAR_STYLE, at: range)
    }

    private func checkProperties(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?, at range: SourceRange
    ) {
        if anchor != nil {
            diagnostics.report(
                .noAnchors, "anchors are not part of the spec language", at: range.startPoint,
                fix: Fix("remove the '&name'; shared rows go into a table under 'attributes'"))
        }
        if tag != nil {
            diagnostics.report(
                .noTags, "tags are not part of the spec language", at: range.startPoint,
                fix: Fix("remove the '!tag'; quote the value if it has to stay a text"))
        }
    }

    private func nextEvent() throws(SyntaxProblem) -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw SyntaxProblem(source, parser.pointee) }
        return event
    }

    private func range(_ event: yaml_event_t) -> SourceRange {
        SourceRange(source, start: SourcePosition(event.start_mark), end: SourcePosition(event.end_mark))
    }
}

/// Where keys stand first. A few are found by comparing each, which takes less time than hashing all: most mappings are
/// rows.
private struct KnownKeys {
    static let few = 16
    private var places: [String: SourceRange] = [:]

    func place(of key: String, in entries: [Mapping.Entry]) -> SourceRange? {
        places.isEmpty ? entries.first { $0.key.text == key }?.key.range : places[key]
    }

    /// Adds the last entry, or all when there are many.
    mutating func note(_ entries: [Mapping.Entry]) {
        for entry in places.isEmpty ? entries[...] : entries.suffix(1) { places[entry.key.text] = entry.key.range }
    }
}

extension SourcePosition {
    /// libyaml counts lines and columns from 0.
    init(_ mark: yaml_mark_t) {
        self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
}
