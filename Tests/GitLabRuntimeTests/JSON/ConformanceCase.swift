// The conformance corpus: documents, and whether they are JSON by RFC 8259.
//
// A line is `NAME: BYTES`, where `%41` is a byte and `%(100:[)` a hundred times what follows the colon. A name begins
// with `y_` (accepted), `n_` (rejected) or `i_` (left open by RFC 8259: our own choice follows the name in brackets).
// scripts/compare-json-acceptance.py reads the same files.

import Foundation

/// A document of the corpus.
struct ConformanceCase: Sendable, CustomStringConvertible {
    enum Verdict {
        case accepted, rejected
    }

    let name: String
    let bytes: [UInt8]
    let verdict: Verdict

    var description: String { name }

    /// Whether it is one that RFC 8259 decides.
    var isDecided: Bool { !name.hasPrefix("i_") }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")

    /// All of them, in the order of the files' names.
    static let all: [ConformanceCase] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".cases") }.sorted().flatMap { file in
            let text = (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
            return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { ConformanceCase(line: String($0)) }
        }
    }()

    private init(line: String) {
        guard let colon = line.firstIndex(of: ":") else { preconditionFailure("no case: \(line)") }
        let label = line[..<colon].split(separator: " ")
        name = String(label[0])
        switch (name.prefix(2), label.dropFirst().first) {
        case ("y_", nil), ("i_", "(accepted)"): verdict = .accepted
        case ("n_", nil), ("i_", "(rejected)"): verdict = .rejected
        case (_, _): preconditionFailure("neither accepted nor rejected: \(line)")
        }
        bytes = Self.bytes(Array(line[line.index(after: colon)...].utf8.dropFirst()))
    }

    private static func bytes(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            if rest.first == UInt8(ascii: "("), let colon = rest.firstIndex(of: UInt8(ascii: ":")),
                let end = rest.firstIndex(of: UInt8(ascii: ")")),
                let count = Int(String(decoding: rest[(rest.startIndex + 1)..<colon], as: UTF8.self))
            {
                let part = Self.bytes(Array(rest[(colon + 1)..<end]))
                for _ in 0..<count { bytes += part }
                rest = rest[(end + 1)...]
            } else if let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(byte)
                rest = rest.dropFirst(2)
            } else {
                preconditionFailure("no byte: \(String(decoding: text, as: UTF8.self))")
            }
        }
        return bytes
    }
}
