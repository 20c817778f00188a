// A small spec with names, texts and types that nobody would choose, drawn at random: the same seed gives the same spec.

import SpecSyntax

struct HostileSpec {
    /// The file of a resource and the file of its types.
    let files: [SpecFile]

    init(seed: UInt64) {
        var writer = SpecWriter(seed: seed)
        let types = writer.typesFile()
        let resource = writer.resourceFile()
        files = [
            SpecFile(path: "spec/things.yaml", bytes: Array(resource.utf8)),
            SpecFile(path: "spec/types/\(writer.fileName).yaml", bytes: Array(types.utf8)),
        ]
    }

    var text: String {
        files.map { "# \($0.path)\n" + String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
    }
}

/// Writes the files, with one hostile choice among several tame ones, so that many specs are accepted.
private struct SpecWriter {
    private var random: SplitMix
    private var used: Set<String> = []
    private var types = SpecTypes()
    /// The models that are written: those below can hold them.
    private var finished: [String] = []
    private var finishedHashes: [String] = []
    private(set) var fileName = "shapes"
    /// The routes that are written, to tell them apart.
    private var routes = 0

    /// The higher, the tamer.
    private let heat: Int

    init(seed: UInt64) {
        random = SplitMix(state: seed)
        heat = [2, 4, 8, 12][Int(seed % 4)]
    }

    /// Whether something happens that happens once in so many times.
    private mutating func once(in chance: Int) -> Bool { random.next() % UInt64(chance) == 0 }

    /// Whether something hostile is chosen.
    private mutating func hostile(_ chance: Int) -> Bool { once(in: chance * heat) }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }

    /// A name that was not drawn before, unless a hostile one is drawn twice.
    private mutating func name(_ tame: [String], _ pool: [String], chance: Int = 6) -> String {
        if hostile(chance) {
            let name = pick(pool)
            used.insert(name)
            return name
        }
        let name = pick(tame)
        if used.insert(name).inserted { return name }
        for number in 2... where used.insert("\(name)\(number)").inserted { return "\(name)\(number)" }
        return name
    }

    private mutating func typeName() -> String { name(HostileNames.tameTypes, HostileNames.types, chance: 12) }

    private mutating func rowName(chance: Int = 5) -> String {
        name(HostileNames.tameRows, HostileNames.rows + HostileNames.members, chance: chance)
    }

    private mutating func sentence() -> String {
        (hostile(2) ? pick(HostileNames.texts) : "Some text of the row.").yaml
    }

    mutating func typesFile() -> String {
        if hostile(10) { fileName = pick(HostileNames.files) }
        for _ in 0..<(1 + Int(random.next() % 2)) { types.enums.append(typeName()) }
        types.models = [typeName(), typeName()]
        types.hashes = [typeName(), typeName()]
        used = []
        var text = """
            tables:
              offset_paging:
                page: { type: integer, about: "The number of the page." }
                per_page: { type: integer, about: "How many a page has." }
            enums:

            """
        for name in types.enums { text += enumeration(name) }
        text += "types:\n"
        for name in types.models {
            text += model(name)
            finished.append(name)
        }
        text += "hashes:\n"
        for name in types.hashes {
            defer { finishedHashes.append(name) }
            used = []
            text += "  \(name.yaml):\n    about: \(sentence())\n    attributes:\n"
            for _ in 0..<(1 + Int(random.next() % 6)) { text += "      \(attribute(in: .body))\n" }
        }
        return text
    }

    private mutating func enumeration(_ name: String) -> String {
        used = []
        let isInteger = once(in: 3)
        var text = "  \(name.yaml):\n    about: \(sentence())\n"
        if isInteger { text += "    type: integer\n" }
        if isInteger, once(in: 2) { text += "    ordered: true\n" }
        text += "    values:\n"
        for number in 0..<(1 + Int(random.next() % 4)) {
            let value = self.name(HostileNames.tameRows, HostileNames.values + HostileNames.members, chance: 2)
            var keys = ["about: \(sentence())"]
            if isInteger { keys.append("value: \(pick([number, number, number - 3]))") }
            if hostile(6) { keys.append("as: \(pick(HostileNames.members).yaml)") }
            if once(in: 8) { keys.append(deprecation()) }
            text += "      \(value.yaml): { \(keys.joined(separator: ", ")) }\n"
        }
        return text
    }

    private mutating func model(_ name: String) -> String {
        used = []
        var text = "  \(name.yaml):\n    about: \(sentence())\n"
        let hasID = once(in: 2)
        if hasID, once(in: 3) { text += "    identifies: [project]\n" }
        if once(in: 12) { text += "    \(deprecation())\n" }
        text += "    fields:\n"
        if hasID { text += "      id: { type: integer, always: true, about: \"The number.\"\(ending()) }\n" }
        for _ in 0..<(1 + Int(random.next() % 6)) {
            let type = fieldType()
            var keys = ["type: \(type)", "about: \(sentence())"]
            for flag in ["always", "nullable", "secret"] where once(in: 5) { keys.append("\(flag): true") }
            if hostile(6) { keys.append("as: \(pick(HostileNames.members).yaml)") }
            if !keys.contains("always: true") || hostile(4), once(in: 10) { keys.append(deprecation()) }
            if type == "string", !used.isEmpty, hostile(2) { keys.append("encoded_by: \(pick(used.sorted()).yaml)") }
            text += "      \(rowName().yaml): { \(keys.joined(separator: ", ")) }\n"
        }
        return text
    }

    /// Now and then further keys of a row that has its own.
    private mutating func ending() -> String { hostile(6) ? ", as: \(pick(HostileNames.members).yaml)" : "" }

    private mutating func deprecation() -> String {
        var keys: [String] = []
        if once(in: 2) { keys.append("since: \"16.0\"") }
        if once(in: 2) {
            keys.append(
                "use: \((used.isEmpty || once(in: 2) ? pick(HostileNames.texts) + " or so" : pick(used.sorted())).yaml)"
            )
        }
        if once(in: 4) { keys.append("inverted: true") }
        return "deprecated: { \(keys.joined(separator: ", ")) }"
    }

    private mutating func fieldType(_ depth: Int = 0) -> String {
        if depth < 2, once(in: 6) { return "[\(fieldType(depth + 1))]" }
        if depth < 2, once(in: 8) { return "{string: \(fieldType(depth + 1))}" }
        if once(in: 2) {
            return pick(["boolean", "integer", "number", "string", "datetime", "date", "json", "string", "integer"])
        }
        return pick(types.enums + (hostile(6) ? types.models : finished))
    }

    private mutating func attributeType(in location: Location, _ depth: Int = 0) -> String {
        if depth < 2, once(in: location == .path ? 60 : 6) { return "[\(attributeType(in: location, depth + 1))]" }
        if depth < 2, once(in: location == .path ? 60 : 10) {
            return "{string: \(attributeType(in: location, depth + 1))}"
        }
        if location == .path, !hostile(6) { return pick(["integer", "string", "date"] + types.enums) }
        if once(in: 2) {
            return pick(["boolean", "integer", "number", "string", "datetime", "date", "json", "file", "string"])
        }
        return pick(types.enums + (location != .body || depth > 0 || hostile(2) ? types.hashes : finishedHashes))
    }

    enum Location: String, CaseIterable {
        case path, query, header, body
    }

    private mutating func attribute(in location: Location, named own: String? = nil) -> String {
        let type =
            once(in: 6)
            ? "id_or_path, of: \(pick(["project", "group", "user", "namespace"]))"
            : attributeType(in: location)
        var keys = ["type: \(type)", "about: \(sentence())"]
        if location == .path || once(in: 4) { keys.append("required: true") }
        if location == .body, once(in: 4), !keys.contains("required: true") { keys.append("nullable: true") }
        if once(in: 6) { keys.append("secret: true") }
        if let element = type.element, !types.hashes.contains(element) || hostile(2), once(in: 2) {
            keys.append("comma_separated: true")
        }
        if !keys.contains("required: true") || hostile(4), once(in: 6) { keys.append(deprecation()) }
        if hostile(6) { keys.append("as: \(pick(HostileNames.members).yaml)") }
        if once(in: 10), type == "string" { keys.append("default: \(pick(HostileNames.texts).yaml)") }
        if once(in: 12) { keys.append("unit: \(pick(HostileNames.texts).yaml)") }
        if once(in: 12) { keys.append("when: \(pick(HostileNames.texts).yaml)") }
        return "\((own ?? rowName()).yaml): { \(keys.joined(separator: ", ")) }"
    }

    mutating func resourceFile() -> String {
        used = Set(types.models + types.enums + types.hashes)
        let type = typeName()
        var text = "resource:\n  name: \(name(["things"], HostileNames.members).yaml)\n  type: \(type.yaml)\n"
        text += "  about: \(sentence())\n"
        if once(in: 4) { text += "  lacks: \(pick(HostileNames.texts).yaml)\n" }
        text += "operations:\n"
        for _ in 0..<(1 + Int(random.next() % 3)) { text += operation() }
        return text
    }

    private mutating func operation() -> String {
        let operation = name(["list", "get", "create"], HostileNames.members)
        let request = typeName()
        let outer = used
        used = []
        defer { used = outer }
        let method = pick(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"])
        let returns = once(in: 4) ? pick(["nothing", "download", "string", "json"]) : fieldType()
        let isPaged = returns.hasPrefix("[") && once(in: 2)
        var rows: [Location: [String]] = [:]
        var placeholders: [String] = []
        // A GET has no body.
        let hasBody = !["GET", "HEAD"].contains(method) || hostile(4)
        for location in Location.allCases where location != .body || hasBody {
            for _ in 0..<Int(random.next() % 3) {
                let name = rowName(chance: 2)
                if location == .path { placeholders.append(name) }
                rows[location, default: []].append(attribute(in: location, named: name))
            }
        }
        if isPaged, hostile(4) {
            rows[.query, default: []].append("page: { type: integer, about: \"The number of the page.\"\(ending()) }")
        }
        let names = used.sorted()
        routes += 1
        let route = hostile(6) ? "/things" : "/things\(routes)"
        let path = route + (hostile(4) ? pick(HostileNames.texts) : "") + placeholders.map { "/:\($0)" }.joined()
        var text = "  \(operation.yaml):\n    \(method): \(path.yaml)\n    request: \(request.yaml)\n"
        text += "    about: \(sentence())\n    docs: https://docs.gitlab.com/api/things/\n    returns: \(returns)\n"
        if isPaged { text += "    pages: [offset]\n" }
        if once(in: 6) { text += "    nullable_response: true\n" }
        if once(in: 8) { text += "    idempotent: \(pick(["true", "false"]))\n" }
        if once(in: 10) { text += "    \(deprecation())\n" }
        for location in Location.allCases {
            guard let rows = rows[location] else { continue }
            text += "    \(location.rawValue):\n" + rows.map { "      \($0)\n" }.joined()
        }
        if !names.isEmpty, once(in: 3) { text += constraint(names) }
        return text
    }

    private mutating func constraint(_ names: [String]) -> String {
        let (one, other) = (pick(names).yaml, pick(names).yaml)
        let constraint = pick([
            "at_least_one_of: [\(one)\(one == other && !hostile(2) ? "" : ", \(other)")]",
            "exclusive: [\(one), \(other)]",
            "{ attribute: \(one), needs: \(other) }",
            "{ attribute: \(one), needs: { \(other): \(pick(HostileNames.texts).yaml) } }",
        ])
        return "    constraints:\n      - \(constraint)\n"
    }
}

private struct SpecTypes {
    var enums: [String] = []
    var models: [String] = []
    var hashes: [String] = []
}

/// A generator of numbers that are the same for the same seed.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension String {
    /// The element of an array, where that is no array or hash itself.
    fileprivate var element: String? {
        hasPrefix("[") && !dropFirst().contains("[") && !contains("{") ? String(dropFirst().dropLast()) : nil
    }

    /// The text in double quotes, as YAML has them.
    fileprivate var yaml: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028:
                text += "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
            case _: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
