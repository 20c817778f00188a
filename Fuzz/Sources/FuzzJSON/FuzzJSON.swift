// Reading any bytes of a response ends, with a value or an error at a place in them. Three readers of the same bytes
// agree: the one that only skips values, the one of any value, and JSONDecoder.

import Foundation

@testable import GitLabRuntime

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let buffer = UnsafeBufferPointer(start: start, count: count)
    let isJSON = passes(buffer)
    // The sanitizer knows where the array ends, too.
    let bytes = Array(buffer)
    do {
        let value = try JSONValue(json: bytes)
        guard isJSON else { fatalError("read as \(value), and not passed") }
        compare(value, bytes)
    } catch {
        check(error, bytes, isJSON)
        if isJSON, error.kind != .unusableValue { fatalError("passed, and not read: \(error)") }
    }
    for read in models {
        do {
            try read(bytes)
            guard isJSON else { fatalError("a model is read from what is not passed") }
        } catch let error as JSONError {
            check(error, bytes, isJSON)
        } catch {
            fatalError("\(error)")
        }
    }
    return 0
}

/// Whether the bytes are JSON for the reader that builds nothing.
private func passes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    do throws(JSONError) {
        var cursor = try JSONCursor(bytes)
        cursor.skipWhitespace()
        try cursor.skipValue()
        try cursor.finish()
        return true
    } catch {
        guard error.cause.isSyntax, (0...bytes.count).contains(error.offset) else { fatalError("\(error)") }
        return false
    }
}

private func check(_ error: JSONError, _ bytes: [UInt8], _ isJSON: Bool) {
    guard (0...bytes.count).contains(error.offset), !error.reason.isEmpty else { fatalError("\(error)") }
    guard !isJSON || error.kind != .notJSON else { fatalError("passed, and is no JSON: \(error)") }
}

/// Documents that our reader accepts, JSONDecoder accepts, with the same value.
private func compare(_ value: JSONValue, _ bytes: [UInt8]) {
    guard bytes.count <= 400 else { return }
    guard let other = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
        fatalError("JSONDecoder does not read \(value)")
    }
    guard isSame(value, other) else { fatalError("\(value) is for JSONDecoder \(other)") }
}

private func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
    switch (one, other) {
    case (.double(let double), .integer(let integer)):
        // A fraction that a double cannot hold: JSONDecoder loses it before it converts to an integer.
        double == Double(integer)
    case (.array(let some), .array(let others)):
        some.count == others.count && zip(some, others).allSatisfy { isSame($0, $1) }
    case (.object(let some), .object(let others)):
        some.count == others.count && some.allSatisfy { name, value in others[name].map { isSame(value, $0) } ?? false }
    case (_, _):
        one == other
    }
}
