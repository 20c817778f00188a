// Dividing the operations of a tag into resources: the uploads of projects are a resource, their archives are not.

import OpenAPI

/// The resources for the operations of a tag.
struct ResourceSplit {
    /// Each with the words of its name, in the order of the document; the tag's own resource has the tag's words.
    private(set) var resources: [(words: [String], operations: [OpenAPIOperation])] = []

    init(_ tag: String, _ operations: [OpenAPIOperation]) {
        let tagWords = English.words(tag)
        let own = Set(tagWords.map(English.stem))
        let collections = Set(operations.compactMap { Self.collection(of: $0, besides: own) })
            .union(Self.singletons(of: operations, besides: own))
        for operation in operations {
            let nouns = OperationPath(operation.path.value).nouns
            let found = [1, 2].map { nouns.prefix($0).map(\.segment) }.first(where: collections.contains)
            let words = found.map { $0.flatMap(English.words) } ?? tagWords
            if let place = resources.firstIndex(where: { $0.words == words }) {
                resources[place].operations.append(operation)
            } else {
                resources.append((words, [operation]))
            }
        }
    }

    /// The part of a path that names many things, of which each has operations of its own, and that are not the tag's:
    /// `uploads`, or `pages/domains` below the pages of the tag.
    private static func collection(of operation: OpenAPIOperation, besides tag: Set<String>) -> [String]? {
        let nouns = OperationPath(operation.path.value).nouns
        guard let place = nouns.prefix(2).firstIndex(where: \.isOne), let last = nouns[place].words.last,
            English.isPlural(last), !names(nouns.dropFirst(place + 1), tag)
        else { return nil }
        return isOther(nouns[...place], than: tag) ? nouns[...place].map(\.segment) : nil
    }

    /// The parts of paths that name one thing, which one operation gets and another one changes: `security_settings`.
    private static func singletons(of operations: [OpenAPIOperation], besides tag: Set<String>) -> Set<[String]> {
        var methods: [[String]: Set<String>] = [:]
        for operation in operations {
            let path = OperationPath(operation.path.value)
            guard path.nouns.count == path.length, (1...2).contains(path.length), path.container != .instance,
                isOther(path.nouns[...], than: tag)
            else { continue }
            methods[path.nouns.map(\.segment), default: []].insert(operation.method.value)
        }
        return Set(methods.filter { $0.value.contains("GET") && $0.value.count > 1 }.keys)
    }

    /// Whether one of some nouns is the tag's: the notes of a merge request are notes.
    private static func names(_ nouns: ArraySlice<OperationPath.Noun>, _ tag: Set<String>) -> Bool {
        nouns.contains { noun in
            let words = Set(noun.words.map(English.stem))
            return words.isSubset(of: tag) || tag.isSubset(of: words)
        }
    }

    /// Whether the last noun is not the tag's, and those before it are.
    private static func isOther(_ nouns: ArraySlice<OperationPath.Noun>, than tag: Set<String>) -> Bool {
        guard let last = nouns.last else { return false }
        let own = Set(last.words.map(English.stem))
        if own.isSubset(of: tag) || tag.isSubset(of: own) { return false }
        return nouns.dropLast().allSatisfy { Set($0.words.map(English.stem)).isSubset(of: tag) }
    }
}
