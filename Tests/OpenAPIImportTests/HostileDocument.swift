// A small OpenAPI document whose schemas refer to each other and to themselves, drawn at random.

import TestSeeds

enum HostileDocument {
    static func text(seed: UInt64) -> String {
        var random = SeededRandom(seed)
        let names = (0..<random.number(1...12)).map { "Schema\($0)" }
        var writer = DocumentWriter(random: random, names: names)
        return writer.document()
    }
}

private struct DocumentWriter {
    var random: SeededRandom
    let names: [String]

    mutating func document() -> String {
        var text = "openapi: 3.0.0\ninfo: { title: Things }\ncomponents:\n  schemas:\n"
        for name in names { text += "    \(name): \(schema(depth: 0))\n" }
        text += "paths:\n"
        for index in 0..<random.number(1...4) {
            let path = random.pick(["/things", "/things/{id}", "/groups/{id}/things/{thing_id}"]) + "/list\(index)"
            text += "  /api/v4\(path):\n    \(random.pick(["get", "post", "put"])):\n      tags: [things]\n"
            let parameters = (0..<random.number(0...4)).map { _ in parameter() }
            text += "      parameters: [\(parameters.joined(separator: ", "))]\n"
            if random.once(in: 2) {
                text += "      requestBody: { content: { application/json: { schema: \(schema(depth: 1)) } } }\n"
            }
            text += "      responses: { '200': { content: { application/json: { schema: \(schema(depth: 1)) } } } }\n"
        }
        return text
    }

    private mutating func parameter() -> String {
        var name = random.pick(["id", "a", "b", "not", "filter", "a_very_long_name"])
        for _ in 0..<(random.once(in: 8) ? 400 : random.number(0...3)) {
            name += random.pick(["[]", "[x]", "[y]", "[", "]", "[][z]"])
        }
        return "{ in: \(random.pick(["query", "path", "header"])), name: '\(name)', schema: \(schema(depth: 2)) }"
    }

    private mutating func schema(depth: Int) -> String {
        let choice = random.number(0...(depth > 6 ? 3 : 11))
        switch choice {
        case 0: return "{ type: string, enum: [a, b, '\(random.number(0...9))'] }"
        case 1: return "{ type: \(random.pick(["integer", "boolean", "number", "string"])) }"
        case 2, 3, 4, 5: return "{ $ref: '#/components/schemas/\(random.pick(names))' }"
        case 6: return "{ type: array, items: \(schema(depth: depth + 1)) }"
        case 7: return "{ type: object, additionalProperties: \(schema(depth: depth + 1)) }"
        case 8:
            let key = random.pick(["oneOf", "anyOf", "allOf"])
            let all = (0..<random.number(0...3)).map { _ in schema(depth: depth + 1) }
            return "{ \(key): [\(all.joined(separator: ", "))] }"
        case _:
            let members = (0..<random.number(0...4)).map { "m\($0): \(schema(depth: depth + 1))" }
            return "{ type: object, properties: { \(members.joined(separator: ", ")) } }"
        }
    }
}
