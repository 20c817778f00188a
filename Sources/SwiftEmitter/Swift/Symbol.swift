// The declarations of a file, beside its text, so that nothing reads the text to find them.

import SpecSyntax

/// A public declaration of generated Swift.
public struct Symbol: Sendable, Hashable {
    public enum Kind: Sendable {
        case type, typeExtension, property, function, typeAlias
    }

    /// Its access.
    public enum Use: Sendable {
        case get, set, getAndSet, call
    }

    public let kind: Kind
    /// The types around it, `EditProject.Nullable`; nil for a declaration of the file itself.
    public internal(set) var owner: String?
    /// The name without backticks; of a function with its labels, `get(_:configure:)`.
    public let name: String
    /// The declaration in one line, without its access level, body and value.
    public let signature: String
    public let use: Use
    public let isStatic: Bool
    public let isDeprecated: Bool
    public let conformances: [String]
    /// The row or the declaration of the spec that it comes from; nil for members that every type of its kind has.
    public let source: SourceRange?
    /// Its lines in the file: those of its comment and attributes, then the first one of the declaration.
    public internal(set) var lines: ClosedRange<Int>
    /// How far the declaration is indented.
    public internal(set) var indentation = 0
    /// The first line of the declaration, without indentation.
    public internal(set) var firstLine = ""

    init(
        _ kind: Kind, _ name: String, signature: String, use: Use, isStatic: Bool = false, attributes: [String] = [],
        conformances: [String] = [], source: SourceRange?
    ) {
        self.kind = kind
        self.name = name.filter { $0 != "`" }
        self.signature = signature
        self.use = use
        self.isStatic = isStatic
        self.isDeprecated = attributes.contains { $0.hasPrefix("@available(*, deprecated") }
        self.conformances = conformances
        self.source = source
        lines = 0...0
    }

    /// The same declaration in a file with further lines above it.
    public func moved(down count: Int) -> Symbol {
        var symbol = self
        symbol.lines = lines.lowerBound + count...lines.upperBound + count
        return symbol
    }
}

extension Structure {
    var symbol: Symbol? {
        guard access == .public else { return nil }
        return Symbol(
            .type, name, signature: "struct \(name)", use: .call, attributes: attributes, conformances: conformances,
            source: source)
    }
}

extension Enumeration {
    var symbol: Symbol {
        Symbol(
            .type, name, signature: "enum \(name)", use: .call, attributes: attributes, conformances: conformances,
            source: nil)
    }
}

extension Enumeration.Case {
    var symbol: Symbol {
        Symbol(
            .function, "\(name)(_:)", signature: "case \(name)(\(type))", use: .call, isStatic: true, source: source)
    }
}

extension Extension {
    var symbol: Symbol { Symbol(.typeExtension, name, signature: "extension \(name)", use: .call, source: nil) }
}

extension TypeAlias {
    var symbol: Symbol { Symbol(.typeAlias, name, signature: "typealias \(name)", use: .call, source: nil) }
}

extension Property {
    var symbol: Symbol? {
        guard access == .public else { return nil }
        let head = (isStatic ? "static " : "") + keyword + " " + name
        return Symbol(
            .property, name, signature: head + (type.map { ": \($0)" } ?? ""), use: use, isStatic: isStatic,
            attributes: attributes, source: source)
    }

    private var use: Symbol.Use {
        if keyword == "let" { return .get }
        return accessors ?? (body.isEmpty ? .getAndSet : .get)
    }
}

extension Function {
    var symbol: Symbol? {
        guard access == .public else { return nil }
        let labels = parameters.map { ($0.label ?? "_") + ":" }
        return Symbol(
            .function, "\(name)(\(labels.joined()))", signature: head, use: .call, attributes: attributes,
            source: source)
    }

    /// The declaration in one line, without its access level and modifiers.
    var head: String { "\(start)(\(parameters.map(\.text).joined(separator: ", ")))\(tail)" }

    /// The part before the parameters.
    var start: String { introducer.isEmpty ? name : introducer + " " + name }

    /// The part after the parameters.
    var tail: String { (effects.isEmpty ? "" : " " + effects) + (returns.map { " -> \($0)" } ?? "") }
}
