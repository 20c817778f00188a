// Valid and invalid JSON: the whole corpus, by the reader of values and by the one that only skips them.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite("JSON conformance")
struct ConformanceTests {
    @Test("The corpus is there, and no name appears twice")
    func corpus() {
        let all = ConformanceCase.all
        #expect(all.count >= 700)
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(all.filter { $0.name.hasPrefix("y_") }.count > 200)
        #expect(all.filter { $0.name.hasPrefix("n_") }.count > 400)
    }

    @Test("Values are read where the corpus says so, and nowhere else", arguments: ConformanceCase.all)
    func reading(case: ConformanceCase) {
        #expect(Self.reads(`case`.bytes) == (`case`.verdict == .accepted), "\(`case`.text)")
    }

    @Test("Values that nobody asks for are checked like the others", arguments: ConformanceCase.all)
    func skipping(case: ConformanceCase) {
        // The largest number depends on the type.
        let isNumberOfAnySize = `case`.name.hasPrefix("i_numbers_")
        #expect(Self.skips(`case`.bytes) == (`case`.verdict == .accepted || isNumberOfAnySize), "\(`case`.text)")
    }

    @Test("What is read is what JSONDecoder reads", arguments: ConformanceCase.all.filter { $0.verdict == .accepted })
    func values(case: ConformanceCase) throws {
        guard Self.differsFromFoundation[`case`.name] == nil else { return }
        let foundation = try JSONDecoder().decode(JSONValue.self, from: Data(`case`.bytes))
        #expect(Self.value(`case`.bytes) == foundation)
    }

    /// Differences from JSONDecoder, with the reason why ours is right.
    private static let differsFromFoundation = [
        "y_numbers_edge_halfway": "it has a fraction, which JSONDecoder loses on the way to an integer"
    ]

    /// The same corpus by orjson: both accept the same documents.
    @Test("An independent parser agrees", .enabled(if: Python.hasOrjson))
    func independentParser() throws {
        let result = try Python.run("compare-json-acceptance.py")
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("\(ConformanceCase.all.count) cases"))
    }

    private static func reads(_ bytes: [UInt8]) -> Bool {
        value(bytes) != nil
    }

    private static func value(_ bytes: [UInt8]) -> JSONValue? {
        try? JSONValue(json: bytes)
    }

    private static func skips(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            do throws(JSONError) {
                var cursor = try JSONCursor(bytes)
                cursor.skipWhitespace()
                try cursor.skipValue()
                try cursor.finish()
                return true
            } catch {
                return false
            }
        }
    }
}

extension ConformanceCase {
    /// The beginning, for messages.
    fileprivate var text: String { String(decoding: bytes.prefix(80), as: UTF8.self) }
}

/// The scripts of the repository, by the Python that is there.
private enum Python {
    static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scripts")

    static let hasOrjson = (try? run(["-c", "import orjson"]).status) == 0

    static func run(_ script: String) throws -> (status: Int32, output: String) {
        try run([scripts.appendingPathComponent(script).path])
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
