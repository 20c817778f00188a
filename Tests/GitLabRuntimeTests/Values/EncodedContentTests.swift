// The content of files, decoded.

import Testing

@testable import GitLabRuntime

private struct Grade: OpenEnum, Comparable {
    let rawValue: Int
    static let knownRawValues = [10, 20]
}

@Suite struct EncodedContentTests {
    @Test(arguments: [
        ("aGVsbG8=", "base64", "hello"), ("aGVs\nbG8=\n", "base64", "hello"), ("aGVs\r\nbG8=\r\n", "base64", "hello"),
        ("", "base64", ""), ("héllo\n", "text", "héllo\n"), ("aGVsbG8", "base64", nil), ("aGVs*G8=", "base64", nil),
        ("aGVs\u{0}bG8=", "base64", nil), ("aGVs bG8=", "base64", nil), ("é", "base64", nil),
        ("aGVsbG8=", "base32", nil), ("aGVsbG8=", nil, nil),
    ])
    func contentIsDecodedAsItsEncodingSays(content: String, encoding: String?, expected: String?) {
        let bytes = EncodedContent.bytes(of: content, encoding: encoding)
        #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == expected)
    }

    @Test func anyBytesComeBack() {
        #expect(EncodedContent.bytes(of: "AP+A/w==", encoding: "base64") == [0, 0xFF, 0x80, 0xFF])
        #expect(EncodedContent.bytes(of: nil, encoding: "base64") == nil)
    }

    @Test func valuesOfAnOrderedEnumCompareByTheirNumbers() {
        #expect(Grade(rawValue: 10) < Grade(rawValue: 15) && Grade(rawValue: 15) < Grade(rawValue: 20))
        #expect(Grade(rawValue: 20) >= Grade(rawValue: 20) && !(Grade(rawValue: 20) < Grade(rawValue: 20)))
        #expect([20, 15, 10].map(Grade.init).sorted().map(\.rawValue) == [10, 15, 20])
    }
}
