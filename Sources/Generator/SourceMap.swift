// What corresponds to what: the rows of the spec, the declarations that come of them, and GitLab's documentation.

import OutputTree
import SpecModel
import SpecSyntax
import SwiftEmitter

/// The rows of a spec with the declarations that they become.
public struct SourceMap: Sendable {
    /// A row or a declaration of the spec, and what became of it.
    public struct Entry: Sendable {
        /// The Swift name with its type: `ListProjects.orderBy`, `projects.list`, `Project`.
        public let name: String
        /// The names by which it may be asked for.
        let names: Set<String>
        /// What it is, in words: `query attribute of GET /projects`.
        public let what: String
        /// Where it stands in the spec.
        public let place: SourceRange
        /// How its Swift name came about, in a sentence.
        public let naming: String
        /// The page of GitLab's documentation.
        public let docs: String?
        /// The file below the output folder, with the lines of the declaration: of its comment first, then of itself.
        public let file: String
        public let lines: ClosedRange<Int>
        /// The declaration's first line.
        public let declaration: String
    }

    public private(set) var entries: [Entry] = []
    private var texts: [String: [Substring]] = [:]

    public init(_ api: API, _ tree: GeneratedTree) {
        for file in tree.files where file.path.string.hasSuffix(".swift") {
            texts[file.path.string] = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        }
        for resource in api.resources { add(resource) }
        for hash in api.hashes {
            let file = "Models/\(hash.file.familyName).swift"
            addType(hash.name, "hash in requests", docs: nil, file: file)
            for row in hash.attributes { add(row, of: hash.name.value, "attribute of the hash", docs: nil, file: file) }
        }
        for model in api.models {
            let file = "Models/\(model.file.familyName).swift"
            addType(model.name, "type of responses", docs: model.docs?.value, file: file)
            for field in model.fields {
                addMember(
                    field.name, field.swiftName, of: model.name.value, "field of \(model.name.value)",
                    docs: model.docs?.value, file: file)
            }
        }
        for enumeration in api.enums {
            let file = "Models/\(enumeration.file.familyName).swift"
            addType(enumeration.name, "open enum", docs: enumeration.docs?.value, file: file)
            for value in enumeration.values {
                addMember(
                    value.name, value.swiftName, of: enumeration.name.value, "value of \(enumeration.name.value)",
                    docs: enumeration.docs?.value, file: file)
            }
        }
    }

    /// The entries that a name may mean: `archived`, `path_with_namespace`, `ListProjects.orderBy`, `projects.list`.
    public func entries(named name: String) -> [Entry] {
        let all = entries.filter { $0.names.contains(name) }
        // A row of a shared table is one row, however many requests it becomes a part of.
        return all
    }

    /// The entries of a line of a spec file: those that stand on it, or the ones above it.
    public func entries(inSpecFile path: String, line: Int) -> [Entry] {
        let above = entries.filter { $0.place.path == path && $0.place.start.line <= line }
        let nearest = above.map(\.place.start.line).max()
        return above.filter { $0.place.start.line == nearest }
    }

    /// The entry of a line of a generated file.
    public func entry(inFile path: String, line: Int) -> Entry? {
        entries.filter { $0.file == path && $0.lines.lowerBound <= line }.max {
            $0.lines.lowerBound < $1.lines.lowerBound
        }
    }

    private mutating func add(_ resource: Resource) {
        let folder = resource.type.value
        let file = "\(folder)/\(folder).swift"
        addType(resource.type, "resource", docs: resource.docs?.value, file: file, also: [resource.name.value])
        for operation in resource.operations {
            let route = "\(operation.method.rawValue) \(operation.path.text.value)"
            let requestFile = "\(folder)/\(operation.request.value).swift"
            let docs = operation.docs.value
            addType(
                operation.request, "request builder of \(route)", docs: docs, file: requestFile, also: [route])
            append(
                "\(resource.name.value).\(operation.name.value)", also: [operation.name.value], "method for \(route)",
                at: operation.name.range, naming: "the key of the operation is the name of the method", docs: docs,
                file: file, owner: "struct \(folder)", pattern: "func \(operation.name.value.swiftIdentifier)(")
            for row in operation.attributes {
                add(
                    row, of: operation.request.value, "\(row.location.rawValue) attribute of \(route)", docs: docs,
                    file: requestFile)
            }
        }
    }

    private mutating func add(_ row: Attribute, of owner: String, _ what: String, docs: String?, file: String) {
        addMember(row.name, row.swiftName, of: owner, what, docs: docs, file: file)
    }

    private mutating func addType(
        _ name: Located<String>, _ what: String, docs: String?, file: String, also: [String] = []
    ) {
        append(
            name.value, also: also, what, at: name.range, naming: "the spec names the type itself", docs: docs,
            file: file,
            owner: "struct \(name.value)", pattern: nil)
    }

    private mutating func addMember(
        _ name: Located<String>, _ swiftName: SwiftName, of owner: String, _ what: String, docs: String?, file: String
    ) {
        let identifier = swiftName.text.swiftIdentifier
        append(
            "\(owner).\(swiftName.text)", also: [name.value, swiftName.text, "\(owner).\(name.value)"], what,
            at: name.range, naming: Self.naming(name.value, swiftName), docs: docs, file: file,
            owner: "struct \(owner)", pattern: " \(identifier)")
    }

    private static func naming(_ name: String, _ swiftName: SwiftName) -> String {
        if SwiftName(from: name) != swiftName { return "the row names it itself, with 'as': '\(name)' on the wire" }
        if name == swiftName.text { return "the name on the wire is one of Swift's as it is" }
        return "'\(name)' on the wire: words are joined, each but the first with a capital, URL and ID in one case"
    }

    private mutating func append(
        _ name: String, also names: [String], _ what: String, at place: SourceRange, naming: String, docs: String?,
        file: String, owner: String, pattern: String?
    ) {
        guard let (lines, declaration) = find(owner: owner, pattern: pattern, in: file) else { return }
        entries.append(
            Entry(
                name: name, names: Set(names + [name]), what: what, place: place, naming: naming, docs: docs,
                file: file,
                lines: lines, declaration: declaration))
    }

    /// The declaration of a type, or of a member behind it, with the comment above.
    private func find(owner: String, pattern: String?, in file: String) -> (ClosedRange<Int>, String)? {
        guard let text = texts[file] else { return nil }
        func isDeclaration(_ line: Substring, of word: String) -> Bool {
            guard line.utf8.contains(UInt8(ascii: "p")), let start = line.firstRange(of: word) else { return false }
            let trimmed = line.drop { $0 == " " }
            guard trimmed.hasPrefix("public ") else { return false }
            let next = line[start.upperBound...].first
            return next == nil || !(next?.isLetter == true || next?.isNumber == true || next == "_")
                || word.hasSuffix("(")
        }
        guard let ownerLine = text.firstIndex(where: { isDeclaration($0, of: owner) }) else { return nil }
        var found = ownerLine
        if let pattern {
            let rest = text[(ownerLine + 1)...]
            guard
                let line = rest.firstIndex(where: { line in
                    guard line.hasPrefix("    public ") else { return false }
                    return isDeclaration(line, of: pattern)
                })
            else { return nil }
            found = line
        }
        var start = found
        while start > 0 {
            let above = text[start - 1].drop { $0 == " " }
            guard above.hasPrefix("///") || above.hasPrefix("@") else { break }
            start -= 1
        }
        return (start + 1...found + 1, String(text[found].drop { $0 == " " }))
    }
}
