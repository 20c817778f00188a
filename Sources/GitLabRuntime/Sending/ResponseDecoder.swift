// The one configuration with which responses are decoded.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

enum ResponseDecoder {
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let decoder = JSONDecoder()
        decoder.userInfo[.wholeDocument] = WholeDocument(bytes)
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            guard let date = Timestamp.date(text) else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "\"\(text)\" is not a date and time"
                )
            }
            return date
        }
        return try decoder.decode(type, from: Data(bytes))
    }
}
