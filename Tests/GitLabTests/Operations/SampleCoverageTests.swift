// The samples forget nothing: no property, no member of a hash, no attribute that GitLab has.

import Foundation
import Testing

@Suite("The samples of operations")
struct SampleCoverageTests {
    private let operations = Dictionary(grouping: OperationSample.all, by: \.route)

    @Test("set every property of every request")
    func everyProperty() {
        let byType = Dictionary(grouping: OperationSample.all, by: \.type)
        #expect(byType.count > 1)
        for (type, samples) in byType {
            let names = samples.reduce(into: Set()) { $0.formUnion($1.namesOfProperties) }
            #expect(names.count == samples[0].properties.count, "\(type): \(names.sorted())")
        }
    }

    @Test("set every member of every hash")
    func everyMember() {
        let members = OperationSample.all.reduce(into: [:]) { $0.merge($1.members) { $0 || $1 } }
        #expect(members.count > 50)
        #expect(members.filter { !$0.value }.keys.sorted().isEmpty)
    }

    @Test("set every attribute that GitLab has, and no other")
    func everyAttribute() throws {
        let known = try KnownOperation.all()
        #expect(Set(operations.keys) == Set(known.keys))
        for (route, samples) in operations {
            let names = samples.reduce(into: Set()) { $0.formUnion($1.names) }
            #expect(names == known[route], "\(route)")
        }
    }
}

/// The operations of the table in SpecTests, with its exceptions.
enum KnownOperation {
    /// Method and path, and the names of the attributes.
    static func all() throws -> [String: Set<String>] {
        let operations: [Operation] = try read("operations.json")
        let exceptions: Exceptions = try read("exceptions.json")
        var known = Dictionary(
            uniqueKeysWithValues: operations.map { ("\($0.method) \($0.path)", Set($0.attributes.map(\.name))) })
        for exception in exceptions.operations { known[exception.operation] = nil }
        for exception in exceptions.attributes where exception.aspect == "presence" {
            known[exception.operation]?.formSymmetricDifference([exception.attribute])
        }
        return known
    }

    private struct Operation: Decodable {
        struct Attribute: Decodable { let name: String }
        let method: String
        let path: String
        let attributes: [Attribute]
    }

    private struct Exceptions: Decodable {
        struct Operation: Decodable { let operation: String }
        struct Attribute: Decodable {
            let operation: String
            let attribute: String
            let aspect: String
        }
        let operations: [Operation]
        let attributes: [Attribute]
    }

    private static func read<Content: Decodable>(_ name: String) throws -> Content {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appendingPathComponent("SpecTests").appendingPathComponent(name)
        return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
    }
}
