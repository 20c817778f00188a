// Multipart bodies: exact bytes, names that both parsers read alike, and boundaries.

import Testing

@testable import GitLabRuntime

@Suite struct MultipartBodyTests {
    private func encode(_ pairs: KeyValuePairs<String, ParameterValue>, boundary: String = "XX") throws -> String {
        var parameters = Parameters()
        for (name, value) in pairs { parameters.add(name, value: value) }
        let encoded = try MultipartBody.encode(parameters, nextBoundary: { boundary })
        return String(decoding: try #require(RequestBody(pieces: encoded.pieces).bytes), as: UTF8.self)
    }

    private func rejection(_ pairs: KeyValuePairs<String, ParameterValue>) -> String? {
        do { _ = try encode(pairs) } catch { return (error as? ValidationError)?.message }
        return nil
    }

    private func file(_ name: String, type: String? = nil, _ content: String = "d") -> ParameterValue {
        .file(FileUpload(filename: name, contentType: type, bytes: Array(content.utf8)))
    }

    @Test func partsAsBytes() throws {
        let body = try encode([
            "name": "a\r\nb", "tags": .array(["x", "y"]), "open": ["k\"\\": "v"].parameterValue, "n": .integer(3),
            "avatar": file("dk.png", type: "image/png", "\u{1}\r\n--X\r\n"), "empty": .array([]), "f": file("f"),
        ])
        let expected = """
            --XX\r
            Content-Disposition: form-data; name="name"\r
            \r
            a\r\nb\r
            --XX\r
            Content-Disposition: form-data; name="tags[]"\r
            \r
            x\r
            --XX\r
            Content-Disposition: form-data; name="tags[]"\r
            \r
            y\r
            --XX\r
            Content-Disposition: form-data; name="open[k\\"\\\\]"\r
            \r
            v\r
            --XX\r
            Content-Disposition: form-data; name="n"\r
            \r
            3\r
            --XX\r
            Content-Disposition: form-data; name="avatar"; filename="dk.png"\r
            Content-Type: image/png\r
            \r
            \u{1}\r\n--X\r\n\r
            --XX\r
            Content-Disposition: form-data; name="empty"\r
            \r
            \r
            --XX\r
            Content-Disposition: form-data; name="f"; filename="f"\r
            Content-Type: application/octet-stream\r
            \r
            d\r
            --XX--\r

            """
        #expect(body == expected)
    }

    @Test(arguments: [
        "日本😀.png", "a;b=c,d.txt", "100%.txt", "50%-a%41.txt", ".env", "Makefile", "a..b.tar.gz", "a b.txt",
        "name=x.txt", "x; filename=y", "x; name =y", "x; name*=y",
    ])
    func fileNamesThatAreSafe(name: String) throws {
        #expect(try encode(["f": file(name)]).contains("name=\"f\"; filename=\"\(name)\"\r\n"))
    }

    @Test func quotesInFileNamesAreEscaped() throws {
        #expect(try encode(["f": file("a\"b.txt")]).contains("filename=\"a\\\"b.txt\"\r\n"))
    }

    @Test(arguments: [
        ("", "empty"), ("a/b", "slash"), ("../x", "slash"), ("C:\\d", "slash"), ("a\r\nb", "control"),
        ("a\0", "control"),
        ("\u{7F}", "control"), ("x; name=evil", "name of the field"), ("x;NAME=evil", "name of the field"),
        ("x;\u{20} \tname=evil", "control"), ("x;\u{20}  name=evil", "name of the field"), ("a%41.txt", "percent"),
        ("a%2Fb%20c", "percent"),
    ])
    func fileNamesThatAreRejected(name: String, reason: String) throws {
        let message = try #require(rejection(["h": ["f": FileUpload(filename: name, bytes: [1])].parameterValue]))
        #expect(message.contains("`h[f]`") && message.contains(reason) && message.contains("rename"), "\(message)")
    }

    @Test(
        arguments: [
            (.null, "null"), (.string("\0"), "NUL"), (["a\nb": "x"].parameterValue, "control"),
            (["a[b": "x"].parameterValue, "brackets"), (["x; name=evil": "y"].parameterValue, "semicolon"),
            (["n": 1].parameterValue, "text"),
            (.array([.file(FileUpload(filename: "f", bytes: []))]), "no files in arrays"),
            (.file(FileUpload(filename: "f", contentType: "a\r\nX: y", bytes: [])), "content type"),
            (.file(FileUpload(filename: "f", contentType: "", bytes: [])), "content type"),
        ] as [(ParameterValue, String)])
    func whatMultipartCannotSay(value: ParameterValue, reason: String) throws {
        let message = try #require(rejection(["f": file("f"), "v": value]))
        #expect(message.contains("`v") && message.contains(reason), "\(message.prefix(300))")
    }

    @Test func tooMuchTextAndTooManyPartsAreRejected() {
        let long = ParameterValue.string(String(repeating: "x", count: 16 * 1_024 * 1_024 + 1))
        #expect(rejection(["f": file("f"), "v": long])?.contains("16 MiB") == true)
        let many = ParameterValue.array(Array(repeating: .string("x"), count: 4_095))
        #expect(rejection(["f": file("f"), "v": many])?.contains("4095") == true)
    }

    @Test func tooManyFilesAreRejected() {
        func files(_ count: Int) -> ParameterValue {
            var hash = Parameters()
            for index in 0..<count { hash.add("f\(index)", value: file("f")) }
            return .object(hash)
        }
        #expect(rejection(["v": files(127)]) == nil)
        #expect(rejection(["v": files(128)])?.contains("127 files") == true)
    }

    @Test func aBoundaryThatOccursInAValueIsNotUsed() throws {
        var parameters = Parameters()
        parameters.add("text", "..one..")
        parameters.add("file", FileUpload(filename: "f", bytes: Array("x\r\n--two--".utf8)))
        var offered = ["one", "two", "three"][...]
        let encoded = try MultipartBody.encode(parameters, nextBoundary: { offered.popFirst() ?? "none" })
        #expect(encoded.boundary == "three")
        #expect(throws: ValidationError.self) { try MultipartBody.encode(parameters, nextBoundary: { "one" }) }
    }

    @Test func boundariesAreRandomAndOfSafeCharacters() {
        let boundaries = Set((0..<100).map { _ in MultipartBody.randomBoundary() })
        #expect(boundaries.count == 100)
        #expect(boundaries.allSatisfy { $0.utf8.count <= 70 })
        #expect(
            boundaries.allSatisfy { $0.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) } })
    }

    @Test func searchingFindsWhatIsThere() {
        var random = SeededGenerator(seed: 3)
        var found = 0
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random)
            }
            let wanted = (0..<Int.random(in: 1...4, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random)
            }
            let expected = bytes.indices.contains { bytes[$0...].starts(with: wanted) }
            #expect(bytes.contains(sequence: wanted) == expected, "\(wanted) in \(bytes)")
            found += expected ? 1 : 0
        }
        #expect(found > 500)
    }
}
