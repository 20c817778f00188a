// Other values of an attribute: of its own type, at its limits and of other types.

import GitLab

@testable import GitLabTesting

/// The values that are tried for an attribute.
struct AttributeVariants {
    struct Change {
        let name: String
        /// nil where it is not sent.
        var value: JSONValue?
        /// Pairs of a query or a form that no value has.
        var pairs: [String] = []
        /// Whether it is always tried: at a limit.
        var isAtLimit = false
    }

    private let attribute: DeclaredAttribute
    private let table: OperationTable
    private let sent: JSONValue

    init(_ attribute: DeclaredAttribute, _ table: OperationTable, sent: JSONValue) {
        self.attribute = attribute
        self.table = table
        self.sent = sent
    }

    var all: [Change] {
        var values = common + own
        if attribute.type.element != nil {
            let elements = (own + limits).prefix(6).filter { $0 != .null }
            values += elements.map { [$0] } + [[.null], [[1]], ["a,b", " c "], "a,b , c"]
        }
        let isAtLimit = attribute.hasRange || attribute.maximumLength != nil
        let changes =
            values.map { Change(name: "as \(text(of: $0))", value: $0) }
            + limits.map { Change(name: "as \(text(of: $0))", value: $0, isAtLimit: isAtLimit) }
        return [Change(name: "missing", value: nil)] + changes + pairs + members
    }

    private func text(of value: JSONValue) -> String {
        let text = (try? value.serialized()).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.count > 60 ? "\(text.prefix(40))... of \(text.count)" : text
    }

    private var common: [JSONValue] {
        [
            .null, "", " ", "text é", true, false, 12, 1.5, -1, [], [:], ["text é"], ["0": sent], ["a": "b"],
            [sent], ["text": ["a": 1]],
        ]
    }

    /// Values near the type.
    private var own: [JSONValue] {
        let type = attribute.type.element ?? attribute.type
        if let values = type.name.flatMap({ table.enums[$0] }) {
            let text = values.first?.scalarText ?? ""
            return values.prefix(2) + [.string(text), .string(text.uppercased()), .string(text + " "), "outside", 99]
        }
        return switch type {
        case .builtIn("integer"):
            ["12", "abc", "1.0", " 7 ", "1_000", "1__0", "0x10", "+5", "007", "-", 1e30, "99999999999999999999"]
        case .builtIn("number"): ["12", "abc", "1.5", "1e3", ".5", "1.", "NaN", "1_0.5", "--1"]
        case .builtIn("boolean"): ["yes", "TRUE", "tRUE", "Off", "2", 0, 1, "t", "null"]
        case .builtIn("date"), .builtIn("datetime"):
            [
                "2024-02-29", "2024-02-30", "2023-02-29", "2024-02-29T10:00:00Z", "2024-02-29T10:00:00+05:30",
                "2024-02-29T25:00:00Z", "2024-2-9", "20240229", "29/02/2024", "yesterday", "1709208000", "2024-13-01",
            ]
        default: ["123", "a,b"]
        }
    }

    private var limits: [JSONValue] {
        let numbers = [attribute.minimum, attribute.maximum].compactMap(\.self).flatMap { [$0 - 1, $0, $0 + 1] }
        let lengths = attribute.maximumLength.map { [$0, $0 + 1] } ?? []
        return numbers.map { .integer(Int64($0)) } + (attribute.name.hasSuffix("page") ? [0, "0", 1000] : [])
            + lengths.map { .string(String(repeating: "é", count: $0)) }
    }

    /// Arrays as hashes with numbers, a name twice, brackets that do not fit.
    private var pairs: [Change] {
        let name = Brackets.escaped(attribute.name)
        let value = sent.scalarText.map(Brackets.escaped) ?? "x"
        return [
            ("with numbers", ["\(name)[0]=\(value)", "\(name)[1]=\(value)"]),
            ("with numbered hashes", ["\(name)[0][key]=a", "\(name)[1][key]=b"]),
            ("twice", ["\(name)=other", "\(name)=\(value)"]),
            ("twice, then wrong", ["\(name)=\(value)", "\(name)[]=\(value)"]),
            ("as an array, then single", ["\(name)[]=\(value)", "\(name)=\(value)"]),
            ("with a stray bracket", ["\(name)]=\(value)"]), ("with an open bracket", ["\(name)[=\(value)"]),
            ("in an array twice", ["\(name)[]=\(value)", "\(name)[]=\(value)"]),
            ("in escaped brackets", ["\(name)%5B%5D=\(value)"]), ("as a bare array", ["\(name)[]"]),
        ].map { Change(name: $0.0, value: nil, pairs: $0.1) }
    }

    /// Changes of the members of a hash, or of the first hash of an array.
    private var members: [Change] {
        guard let members = attribute.members(in: table), !members.isEmpty else { return [] }
        let isArray = attribute.type.element != nil
        let example = (isArray ? sent.arrayValue?.first : sent)?.objectValue ?? [:]
        var changes: [Change] = [
            Change(name: "empty hashes", value: isArray ? [[:], [:]] : [:]),
            Change(name: "a hash and others", value: isArray ? [.object(example), [:], "x", 5] : 5),
        ]
        for member in members {
            let inner = AttributeVariants(
                member, table, sent: example[member.name] ?? table.anExample(of: member.type))
            changes += inner.all.filter(\.pairs.isEmpty).map { change in
                var hash = example
                hash[member.name] = change.value
                return Change(
                    name: "\(member.name) \(change.name)", value: isArray ? [.object(hash)] : .object(hash),
                    isAtLimit: change.isAtLimit)
            }
        }
        return changes
    }
}
