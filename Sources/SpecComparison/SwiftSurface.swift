// The public declarations of a generated client, read from its files: what users of it can see.

import Generator
import OutputTree
import SpecSyntax

/// What a client offers.
///
/// The generator's own files are laid out in one way (swift-format's), which is all that this understands.
struct SwiftSurface {
    struct TypeDeclaration {
        /// The name with those of the types around it: `EditProject.Nullable`.
        let name: String
        let range: SourceRange
        var conformances: [String]
        let isDeprecated: Bool
        var members: [Member] = []
    }

    struct Member {
        /// What calls it apart from others: the name, with the labels of a function.
        let name: String
        /// All of it, in one line, without bodies and values.
        let signature: String
        let access: Access
        let isDeprecated: Bool
        let range: SourceRange
    }

    /// What can be done with a property.
    enum Access {
        case get, set, getAndSet, call
    }

    private(set) var types: [TypeDeclaration] = []
    private var indices: [String: Int] = [:]

    /// - Parameter trees: the files, with their folders as people know them; types before what extends them.
    init(_ trees: [(tree: GeneratedTree, folder: String)]) {
        for (tree, folder) in trees {
            for file in tree.files where file.path.string.hasSuffix(".swift") {
                var reader = SurfaceReader(file.text, named: SourceName("\(folder)/\(file.path.string)"))
                reader.read(into: &self)
            }
        }
    }

    subscript(name: String) -> TypeDeclaration? { indices[name].map { types[$0] } }

    mutating func add(_ type: TypeDeclaration) {
        if let index = indices[type.name] {
            types[index].conformances += type.conformances
        } else {
            indices[type.name] = types.count
            types.append(type)
        }
    }

    mutating func add(_ member: Member, to type: String) {
        if let index = indices[type] { types[index].members.append(member) }
    }
}

/// Reads one file, line by line.
private struct SurfaceReader {
    private let lines: [Substring]
    private let source: SourceName
    private var index = 0
    private var scopes: [(name: String, indent: Int)] = []
    private var isDeprecated = false

    init(_ text: String, named source: SourceName) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        self.source = source
    }

    mutating func read(into surface: inout SwiftSurface) {
        while index < lines.count {
            let line = lines[index]
            let start = index
            let indent = line.prefix { $0 == " " }.utf8.count
            let text = line.dropFirst(indent)
            index += 1
            if text.hasPrefix("}"), let scope = scopes.last, scope.indent == indent {
                scopes.removeLast()
            } else if text.hasPrefix("@available(*, deprecated") {
                isDeprecated = true
            } else if text.hasPrefix("public ") || text.hasPrefix("extension ") {
                readDeclaration(from: start, indent: indent, into: &surface)
                isDeprecated = false
            } else if !text.hasPrefix("@"), !text.isEmpty, !text.hasPrefix("//") {
                isDeprecated = false
            }
        }
    }

    private mutating func readDeclaration(from start: Int, indent: Int, into surface: inout SwiftSurface) {
        var head = lines[start].dropFirst(indent).description
        while head.openBrackets > 0, index < lines.count {
            head += " " + lines[index].drop { $0 == " " }
            index += 1
        }
        let hasBody = head.hasSuffix("{")
        // Every asynchronous method has it, and it is not what a change is about.
        let signature = head.signature.replacing("nonisolated(nonsending) ", with: "")
        var words = signature.split(separator: " ").map(String.init)
        words.removeAll { ["public", "static", "mutating", "final"].contains($0) }
        guard let kind = words.first else { return }
        let range = SourceRange(
            source, start: SourcePosition(line: start + 1, column: indent + 1),
            end: SourcePosition(line: start + 1, column: indent + 1 + lines[start].count - indent))
        switch kind {
        case "struct", "enum", "class", "actor", "protocol", "extension":
            let parts = signature.split(separator: ":", maxSplits: 1)
            let own = parts[0].split(separator: " ").last.map(String.init) ?? ""
            let name = (scopes.map(\.name).last.map { $0 + "." } ?? "") + own
            let conformances = parts.count < 2 ? [] : parts[1].split(separator: ",").map { $0.trimmed }
            surface.add(
                SwiftSurface.TypeDeclaration(
                    name: name, range: range, conformances: conformances, isDeprecated: isDeprecated))
            if hasBody { scopes.append((name, indent)) }
        case _:
            guard let owner = scopes.last?.name else { return }
            let isCall = kind.hasPrefix("func") || kind.hasPrefix("init") || kind.hasPrefix("subscript")
            let isStatic = signature.hasPrefix("public static ")
            surface.add(
                SwiftSurface.Member(
                    name: (isStatic ? "static " : "") + (isCall ? signature.callName : signature.propertyName),
                    signature: String(signature.dropFirst("public ".count)),
                    access: isCall || kind == "typealias" ? .call : access(of: kind, hasBody: hasBody, head, indent),
                    isDeprecated: isDeprecated, range: range),
                to: owner)
        }
    }

    /// What can be done with a property; looks into its body.
    private func access(of kind: String, hasBody: Bool, _ head: String, _ indent: Int) -> SwiftSurface.Access {
        if kind == "let" { return .get }
        guard hasBody else { return head.hasSuffix("}") ? .get : .getAndSet }
        let body = lines[index...].prefix { !$0.dropFirst(indent).hasPrefix("}") }.map { $0.drop { $0 == " " } }
        let canSet = body.contains { $0.hasPrefix("set ") || $0.hasPrefix("didSet") || $0.hasPrefix("willSet") }
        let canGet = !body.contains { $0.hasPrefix("@available(*, unavailable") }
        if canSet { return canGet ? .getAndSet : .set }
        return .get
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension String {
    /// How many round and square brackets are open at the end.
    fileprivate var openBrackets: Int {
        utf8.reduce(0) { open, byte in
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): open + 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): open - 1
            default: open
            }
        }
    }

    /// The declaration without what comes behind it: a body, or a value. Blanks that only broke lines are left out.
    fileprivate var signature: String {
        var signature = ""
        var open = 0
        var scalars = unicodeScalars.makeIterator()
        var last: Unicode.Scalar = " "
        while let scalar = scalars.next() {
            switch scalar {
            case "(", "[": open += 1
            case ")", "]": open -= 1
            case "{" where open == 0, "=" where open == 0: return signature.trimmed
            case " " where last == "(" || last == " ": continue
            case _: break
            }
            if scalar == ")", last == " " { signature.unicodeScalars.removeLast() }
            signature.unicodeScalars.append(scalar)
            last = scalar
        }
        return signature.trimmed
    }

    /// `list(_:configure:)` of a function's declaration.
    fileprivate var callName: String {
        guard let open = firstIndex(of: "(") else { return self }
        let name = self[..<open].prefix { $0 != "<" }.split(separator: " ").last ?? ""
        var labels = ""
        var depth = 0
        var isLabel = true
        for character in self[open...] {
            switch character {
            case "(", "[", "<":
                depth += 1
            case ")", "]", ">":
                depth -= 1
                if depth == 0 { return "\(name)(\(labels))" }
            case "," where depth == 1:
                isLabel = true
            case " " where depth == 1, ":" where depth == 1:
                if isLabel, let last = labels.last, last != ":" {
                    labels += ":"
                    isLabel = false
                }
            case _ where depth == 1 && isLabel:
                labels.append(character)
            case _: break
            }
        }
        return "\(name)(\(labels))"
    }

    /// The name in a property's or a type alias' declaration.
    fileprivate var propertyName: String {
        let words = prefix { $0 != ":" }.split(separator: " ")
        guard let last = words.last else { return self }
        return last.filter { $0 != "`" }
    }
}
