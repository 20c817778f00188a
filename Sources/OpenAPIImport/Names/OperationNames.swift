// Choosing the name of an operation: the verb of its summary or path, and what its path says beyond the resource.
// `GET /projects/{id}/hooks/{hook_id}/events` of the resource `hooks` is `listEvents`.

import OpenAPI

/// The parts of the name of one operation within a resource.
struct OperationNames {
    let container: OperationPath.Container
    /// The order in which several take a name that suits them all, the smallest first.
    let rank: Int
    private let verb: [String]
    /// Things that it is about, beyond the resource: `events` of a hook.
    private let objects: [String]
    /// The same, with the versions in the path.
    private let versioned: [String]
    /// A part of the path that is said last: `including inherited`.
    private let variant: [String]
    /// The words of the last part of the path, which stand in where nothing else is left.
    private let ending: [String]
    /// The verb of the method, whatever the summary says.
    private let plainVerb: String
    private let distinction: [String]
    /// The arguments of its method.
    private let arguments: [String]
    /// The label for the container, if there is one for it.
    private let label: [String]
    /// Whether the resource is about the container, so that a name needs no label for it.
    private let isAboutContainer: Bool

    /// - Parameter resource: the words of the resource's type.
    init(_ operation: OpenAPIOperation, in resource: [String], returning response: Response) {
        let path = OperationPath(operation.path.value)
        let own = Set(resource.map(English.stem))
        container = path.container
        distinction = path.distinction.map(English.words) ?? []
        ending = path.nouns.last?.words ?? []
        arguments =
            path.placeholders + operation.attributes.filter { $0.isRequired && $0.location != .path }.map(\.name.value)
        plainVerb = Verbs.verb(of: operation.method.value, summary: nil)
        let action = ActionNoun(path, operation.method.value, besides: own)
        verb = [action.verb ?? Self.verb(of: operation, path, returning: response)]
        variant = path.variant
        let nouns = ObjectWords(verb: verb[0], own: own, container: path.container)
        objects = nouns.words(of: action.nouns, withVersions: false)
        versioned = nouns.words(of: action.nouns, withVersions: true)
        isAboutContainer = own == [path.container.rawValue]
        let hasLabel = [.group, .user, .instance].contains(container) && objects.last != "by"
        label = hasLabel ? ["for", container.rawValue] : []
        let place = OperationPath.Container.allCases.firstIndex(of: container) ?? 0
        let isOddGet = operation.method.value == "GET" && !Verbs.ofReading.contains(verb[0])
        rank = (isOddGet ? 1 << 20 : 0) + place << 16 + (path.hasDash ? 1 << 12 : 0) + path.length
    }

    private static func verb(
        of operation: OpenAPIOperation, _ path: OperationPath, returning response: Response
    ) -> String {
        let method = operation.method.value
        let usual = Verbs.verb(of: method, summary: operation.summaryVerb)
        if response == .file { return "download" }
        if method == "GET" { return response == .list ? "list" : usual == "list" ? "get" : usual }
        guard ["create", "delete"].contains(usual),
            path.nouns.contains(where: { SpecialWords.memberships.contains($0.segment) })
        else { return usual }
        return Verbs.ofMembership(method) ?? usual
    }

    /// Kind of response of an operation, as far as its name says it.
    enum Response {
        case list, file, other
    }

    /// A name without numbers, to begin with where no other is free.
    var unfinished: String { English.memberName(verb + objects.filter { !$0.contains(where: \.isNumber) }) }

    /// The method of a name, with the names of its arguments. `By`, and an argument's name, disappears.
    func signature(of name: String) -> String {
        let by = English.typeName(["by"] + distinction)
        let method = !distinction.isEmpty && name.hasSuffix(by) ? String(name.dropLast(by.count)) : name
        return "\(method)(\(arguments.joined(separator: ":")))"
    }

    /// Names for its method, the best first.
    ///
    /// - Parameter primary: the container that goes without saying in the resource.
    func candidates(besides primary: OperationPath.Container) -> [String] {
        let isLabelled =
            container != primary && [.group, .user].contains(container) && !isAboutContainer && !label.isEmpty
        let by = distinction.isEmpty ? [] : ["by"] + distinction
        let bases = [verb + objects, verb + versioned]
        let others = [verb + ending, [plainVerb] + objects]
        // Without its type, this takes the compiler half a second.
        let all: [[String]] =
            bases.map { $0 + variant } + bases.map { $0 + by } + others.filter { $0.count == 1 || $0.first != $0.last }
        var seen: Set<[String]> = []
        return all.flatMap { (isLabelled ? [] : [$0]) + [$0 + label] }.filter { seen.insert($0).inserted }
            .map(English.memberName).filter { $0.last?.isNumber != true }
    }
}

/// The verb that ends a path, and the nouns before it.
private struct ActionNoun {
    private(set) var verb: String?
    private(set) var nouns: [OperationPath.Noun]

    init(_ path: OperationPath, _ method: String, besides own: Set<String>) {
        nouns = path.nouns
        guard let last = nouns.last, let first = last.words.first,
            let action = last.words.count == 1 && nouns.count > 1
                ? Verbs.verb(ofEnd: first) : Verbs.verb(ofPart: first),
            nouns.count > 1 || path.container != .instance, !SpecialWords.things.contains(last.segment),
            !last.isOne || !own.isSuperset(of: last.words.map(English.stem))
        else { return }
        switch method {
        case "GET", "HEAD":
            guard Verbs.ofReading.contains(action), !last.isOne else { return }
            verb = action
        case "DELETE":
            guard let undoing = action == "delete" ? action : Verbs.undoing(first) else { return }
            verb = undoing
        case _: verb = action
        }
        nouns.removeLast()
        let rest = Array(last.words.dropFirst())
        if rest.isEmpty { return }
        nouns.append(OperationPath.Noun(segment: last.segment, words: rest, isOne: false))
    }
}

/// The words of a path that a name has behind its verb.
private struct ObjectWords {
    let verb: String
    let own: Set<String>
    let container: OperationPath.Container

    func words(of nouns: [OperationPath.Noun], withVersions: Bool) -> [String] {
        var words: [String] = []
        var lastIsOwn = false
        for (index, noun) in nouns.enumerated() {
            let isLast = index == nouns.count - 1
            if let special = SpecialWords.nouns[noun.segment] {
                words += inflected(special, noun, isLast: isLast)
                continue
            }
            let left = noun.words.filter {
                !own.contains(English.stem($0)) && English.stem($0) != container.rawValue
                    && (withVersions || $0.firstMatch(of: /^v?\d+$/) == nil)
            }
            lastIsOwn = left.isEmpty && isLast
            if left.isEmpty { continue }
            if container == .user, verb == "list", left.count == 1, let byUser = SpecialWords.byUser[left[0]] {
                words += byUser
            } else {
                words += inflected(left, noun, isLast: isLast)
            }
        }
        // The notes of a merge request are no merge requests.
        if lastIsOwn, !words.isEmpty, let noun = nouns.last, nouns.count > 1 {
            words += inflected(noun.words, noun, isLast: true)
        }
        let behind = words.first == verb ? words.dropFirst() : words[...]
        return behind.enumerated().filter { index, word in index == 0 || behind.dropFirst(index - 1).first != word }
            .map(\.element)
    }

    /// Words of a noun, the last of them in the plural for a list, in the singular for one thing.
    private func inflected(_ words: [String], _ noun: OperationPath.Noun, isLast: Bool) -> [String] {
        guard let last = words.last else { return [] }
        if verb == "list", isLast { return words.dropLast() + [English.plural(last)] }
        let isOne = noun.isOne || !isLast || ["create", "add", "remove"].contains(verb)
        return isOne ? words.dropLast() + [English.singular(last)] : words
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

    /// Whether a segment is a placeholder, or holds one, as a document or the spec writes it.
    var isPlaceholder: Bool { hasPrefix(":") || contains("{") || contains("*") }

    /// The name of the placeholder in a segment.
    var placeholderName: String {
        if let start = firstIndex(of: "{"), let end = self[start...].firstIndex(of: "}") {
            return String(self[index(after: start)..<end])
        }
        if hasPrefix(":") { return String(dropFirst()) }
        return String(drop { $0 != "*" }.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
}
