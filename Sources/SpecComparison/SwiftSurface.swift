// The public declarations of a generated client: the declarations that its users can see.

import Generator
import SpecSyntax
import SwiftEmitter

/// The public declarations of a client.
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
        /// The name that identifies it, with the labels of a function.
        let name: String
        /// All of it, in one line, without bodies and values.
        let signature: String
        let use: Symbol.Use
        let isDeprecated: Bool
        let range: SourceRange
    }

    private(set) var types: [TypeDeclaration] = []
    private var indices: [String: Int] = [:]

    /// - Parameters:
    ///   - parts: generated files; types before their extensions.
    ///   - folder: the output folder, as people know it.
    init(_ parts: [GeneratedFiles], in folder: String) {
        for part in parts {
            for file in part.declarations {
                for symbol in file.symbols { add(symbol, in: SourceName("\(folder)/\(file.path)")) }
            }
        }
    }

    private mutating func add(_ symbol: Symbol, in file: SourceName) {
        let range = symbol.range(in: file)
        switch symbol.kind {
        case .type, .typeExtension:
            add(
                TypeDeclaration(
                    name: symbol.owner.map { "\($0).\(symbol.name)" } ?? symbol.name, range: range,
                    conformances: symbol.conformances, isDeprecated: symbol.isDeprecated))
        case .property, .function, .typeAlias:
            add(
                Member(
                    name: (symbol.isStatic ? "static " : "") + symbol.name, signature: symbol.signature,
                    use: symbol.use, isDeprecated: symbol.isDeprecated, range: range),
                to: symbol.owner)
        }
    }

    private mutating func add(_ type: TypeDeclaration) {
        if let index = indices[type.name] {
            types[index].conformances += type.conformances
        } else {
            indices[type.name] = types.count
            types.append(type)
        }
    }

    private mutating func add(_ member: Member, to type: String?) {
        if let type, let index = indices[type] { types[index].members.append(member) }
    }
}

extension Symbol {
    /// The place of the declaration's first line in a file.
    fileprivate func range(in file: SourceName) -> SourceRange {
        let line = lines.upperBound
        return SourceRange(
            file, start: SourcePosition(line: line, column: indentation + 1),
            end: SourcePosition(line: line, column: indentation + 1 + firstLine.count))
    }
}
