// Guessing the names of an operation from its method and path: `POST /projects/{id}/hooks` is CreateProjectHook.

import OpenAPI

/// The names of an operation.
struct OperationNames {
    /// The verb: list, get, create, edit, delete, or the end of the path.
    private let verb: String
    /// The objects, from the outermost: project, hook.
    private let nouns: [[String]]

    init(_ operation: OpenAPIOperation, isList: Bool) {
        let segments = operation.path.value.routeSegments.filter { $0 != "-" }
        var nouns: [[String]] = []
        for (index, segment) in segments.enumerated() where !segment.isPlaceholder {
            let words = English.words(segment)
            guard let last = words.last else { continue }
            let isOne = index + 1 < segments.count && segments[index + 1].isPlaceholder
            nouns.append(isOne || index + 1 < segments.count ? words.dropLast() + [English.singular(last)] : words)
        }
        let endsInPlaceholder = segments.last?.isPlaceholder == true
        let last = nouns.last ?? []
        let isAction = !endsInPlaceholder && last.first.map { English.verbs.contains($0) } == true && nouns.count > 1
        switch operation.method.value {
        case "GET": verb = isList && !endsInPlaceholder ? "list" : "get"
        case "HEAD": verb = "check"
        case "DELETE": verb = "delete"
        case "POST" where isAction, "PUT" where isAction, "PATCH" where isAction:
            verb = English.memberName(last)
            nouns.removeLast()
        case "POST":
            verb = "create"
            if let word = last.last { nouns[nouns.count - 1] = last.dropLast() + [English.singular(word)] }
        case _: verb = "edit"
        }
        self.nouns = nouns
    }

    /// Names for its request builder, the best first.
    func requestNames(_ operation: OpenAPIOperation) -> [String] {
        let whole = English.typeName(English.words(verb) + nouns.flatMap { $0 })
        // The rest of the document's own name distinguishes routes that differ in a dash only.
        let own = English.words(operation.operationID?.value ?? "").filter { !["api", "v4"].contains($0) }
        return [whole, English.typeName(own.isEmpty ? English.words(verb) : own) + "Request"]
    }

    /// Whether it is about the outermost things that there are, not about those of a project or a group.
    var isOutermost: Bool { nouns.count <= 1 }

    /// Names for its method within a resource, the best first.
    func methodNames(in resource: [String]) -> [String] {
        let verb = English.words(verb)
        let own = resource.dropLast() + [English.singular(resource.last ?? "")]
        func isOwn(_ noun: [String]) -> Bool {
            noun.dropLast() + [English.singular(noun.last ?? "")] == Array(own)
        }
        var names: [[String]] = []
        if let last = nouns.last, isOwn(last) {
            names.append(verb)
            if nouns.count > 1 { names.append(verb + ["for"] + (nouns.dropLast().last ?? [])) }
        } else if let index = nouns.firstIndex(where: isOwn) {
            names.append(verb + nouns[(index + 1)...].flatMap { $0 })
        }
        return (names + [verb + nouns.flatMap { $0 }]).map(English.memberName)
    }
}

extension String {
    /// The segments of a path of a document behind the version of the API, without what can be left out.
    var routeSegments: [String] {
        var depth = 0
        let plain = filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")" { depth -= 1 } }
            return depth == 0 && character != "\\"
        }
        let all = plain.split(separator: "/").map(String.init)
        return Array(all.starts(with: ["api", "v4"]) ? all.dropFirst(2) : all[...])
    }

    /// Whether a segment is a placeholder, or holds one.
    var isPlaceholder: Bool { hasPrefix("*") || contains("{") || contains("*") }

    /// The name of the placeholder in a segment.
    var placeholderName: String {
        if let start = firstIndex(of: "{"), let end = self[start...].firstIndex(of: "}") {
            return String(self[index(after: start)..<end])
        }
        return String(drop { $0 != "*" }.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
}
