// A table of attributes: how each is set in Swift, and what the server is to make of it.

import Foundation
import GitLab

/// A request whose attributes are all in a table.
protocol TabledRequest: GitLabRequest {
    static func addRows(to table: inout AttributeTable<Self>)
}

struct AttributeTable<Request> {
    struct Row {
        /// GitLab's name of the attribute.
        let name: String
        let arrives: JSONValue
        let set: (inout Request) -> Void
    }

    private(set) var rows: [Row] = []

    var names: Set<String> { Set(rows.map(\.name)) }

    /// What is to arrive when every attribute of the table is set.
    var arrives: [String: JSONValue] {
        Dictionary(rows.map { ($0.name, $0.arrives) }, uniquingKeysWith: { first, _ in first })
    }

    /// An attribute that arrives as the value that it is given.
    mutating func row<Value: ArrivesAsItIs>(
        _ name: String, _ value: Value, set: @escaping (inout Request, Value) -> Void
    ) {
        rows.append(Row(name: name, arrives: value.json, set: { set(&$0, value) }))
    }

    /// An attribute whose value has another form in Swift than where it arrives.
    mutating func row(_ name: String, arrives: JSONValue, set: @escaping (inout Request) -> Void) {
        rows.append(Row(name: name, arrives: arrives, set: set))
    }

    func without(_ names: String...) -> Self {
        var table = self
        table.rows.removeAll { names.contains($0.name) }
        return table
    }

    func only(_ names: String...) -> Self {
        var table = self
        table.rows.removeAll { !names.contains($0.name) }
        return table
    }

    func fill(_ request: inout Request) {
        for row in rows { row.set(&request) }
    }
}

extension AttributeTable where Request: TabledRequest {
    /// The table of all attributes of a request. It is filled through the protocol so that it may hold deprecated ones.
    static var all: Self {
        var table = Self()
        Request.addRows(to: &table)
        return table
    }
}

/// A value that means the same in Swift and in JSON.
protocol ArrivesAsItIs {
    var json: JSONValue { get }
}

extension String: ArrivesAsItIs {
    var json: JSONValue { .string(self) }
}

extension Int: ArrivesAsItIs {
    var json: JSONValue { .integer(Int64(self)) }
}

extension Bool: ArrivesAsItIs {
    var json: JSONValue { .bool(self) }
}

extension [String]: ArrivesAsItIs {
    var json: JSONValue { .array(map(JSONValue.string)) }
}

extension [String: String]: ArrivesAsItIs {
    var json: JSONValue { .object(mapValues(JSONValue.string)) }
}

/// The avatar of the tables.
enum Picture {
    static let file = FileUpload(filename: "a \"b\" é.png", contentType: "image/png", bytes: Array(0...255) + [13, 10])

    /// The digest is that of the bytes 0 to 255, 13 and 10, by sha256sum.
    static let arrives: JSONValue = [
        "filename": "a \"b\" é.png", "type": "image/png", "size": 258,
        "sha256": "597d1e59fcce9a3f615f0c66170581aa200cd089392f38d405e7e6c5d0c50fc6",
    ]
}

/// The nested hash of the tables.
enum CleanupPolicy {
    static let hash = ContainerExpirationPolicyAttributes {
        $0.cadence = "7d"
        $0.keepN = 5
        $0.olderThan = "14d"
        $0.nameRegex = "v.+|x y"
        $0.nameRegexDelete = ".*&;"
        $0.nameRegexKeep = "[a-z]+\\d"
        $0.enabled = true
    }

    static let arrives: JSONValue = [
        "cadence": "7d", "keep_n": 5, "older_than": "14d", "name_regex": "v.+|x y", "name_regex_delete": ".*&;",
        "name_regex_keep": "[a-z]+\\d", "enabled": true,
    ]
}
