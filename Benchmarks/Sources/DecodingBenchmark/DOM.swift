// simdjson, as a value that frees itself.

import DOMParser

/// A document that simdjson parses. One task at a time may use it.
final class DOM: @unchecked Sendable {
    private let parser: OpaquePointer?

    init(_ bytes: [UInt8]) {
        parser = bytes.withUnsafeBufferPointer { dom_parser_make($0.baseAddress, $0.count) }
    }

    deinit {
        dom_parser_free(parser)
    }

    /// Parses it, copies all its strings, and returns the number of values.
    func read() throws -> Int {
        let count = Int(dom_parser_read(parser))
        guard count >= 0 else { throw NotParsed() }
        return count
    }

    struct NotParsed: Error {}
}
