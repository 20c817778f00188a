// Short ways into the tree of a document.

import SpecSyntax

extension Node {
    var mapping: Mapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    var elements: [Node] {
        if case .sequence(let elements) = content { elements } else { [] }
    }

    var scalarText: String? {
        if case .scalar(let scalar) = content { scalar.text } else { nil }
    }

    var located: Located<String>? { scalarText.map { Located($0, at: range) } }
}

extension Mapping {
    func value(_ key: String) -> Node? { self[key]?.value }
}

extension SourceText {
    /// The very start of the file.
    var start: SourceRange {
        let position = SourcePosition(line: 1, column: 1)
        return SourceRange(name, start: position, end: position)
    }
}
