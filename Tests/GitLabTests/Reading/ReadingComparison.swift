// One document read twice: by the client's reader and by JSONDecoder. A difference has to be a known one.

import Foundation
import GitLab

/// The outcome of reading a document.
enum ReadingComparison: Hashable {
    /// Both read the same value.
    case sameValue
    /// Both rejected it.
    case bothReject
    /// They differ in a known way.
    case known(KnownDifference)
    /// They differ in an unknown way.
    case unknown(String)

    /// Reads a document as a value of this type.
    static func of<Value: JSONReadable>(_ type: Value.Type, _ bytes: [UInt8]) -> ReadingComparison {
        let ours = Result { try Value(json: bytes) }
        let foundation = Result { try decoder.decode(Value.self, from: Data(bytes)) }
        switch (ours, foundation) {
        case (.success(let one), .success(let other)):
            guard let written = try? encoder.encode([one]), let again = try? encoder.encode([other]) else {
                return .unknown("what was read cannot be written")
            }
            if written == again { return .sameValue }
            let (one, other) = (String(decoding: written, as: UTF8.self), String(decoding: again, as: UTF8.self))
            return KnownDifference.of(bytes).map(Self.known) ?? .unknown("ours is \(one), JSONDecoder's \(other)")
        case (.failure, .failure):
            return .bothReject
        case (.success, .failure(let error)):
            return KnownDifference.rejectedByFoundation(bytes).map(Self.known)
                ?? .unknown("only JSONDecoder rejects it: \(error)")
        case (.failure(let error), .success):
            return KnownDifference.of(bytes).map(Self.known) ?? .unknown("only our reader rejects it: \(error)")
        }
    }

    /// With the client's own reading of moments, as before there was a reader.
    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            guard let date = Timestamp.date(text) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no moment")
            }
            return date
        }
        return decoder
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return encoder
    }
}
