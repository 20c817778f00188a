// Paths: each attribute stays one segment, and values that would change the path are rejected.

import Testing

@testable import GitLabRuntime

@Suite struct PathTests {
    private func path(_ text: String) throws -> String {
        try PathTemplate.fill("/projects/:id/files/:file_path/raw") {
            $0.add("file_path", text)
            $0.add("id", 7)
        }
    }

    @Test(arguments: [
        ("group/sub/project", "group%2Fsub%2Fproject"), ("a.b/c.json", "a.b%2Fc.json"), ("a%2Fb", "a%252Fb"),
        ("...", "..."),
        ("a b+c", "a%20b%2Bc"), ("/a/b//", "%2Fa%2Fb%2F%2F"), ("a?b#c", "a%3Fb%23c"), ("a;b:c@d", "a%3Bb%3Ac%40d"),
        ("日本", "%E6%97%A5%E6%9C%AC"), ("a\r\nb", "a%0D%0Ab"), ("..a/b..", "..a%2Fb.."), (" ", "%20"), ("~-._", "~-._"),
        ("\"<>\\^`{|}", "%22%3C%3E%5C%5E%60%7B%7C%7D"), (":id", "%3Aid"),
    ])
    func staysOneSegment(text: String, encoded: String) throws {
        #expect(try path(text) == "/projects/7/files/\(encoded)/raw")
    }

    @Test(arguments: ["", ".", "..", "a/../b", "./a", "a/..", "a\0b"])
    func rejectsWhatChangesThePath(text: String) throws {
        let rejection = #expect(throws: ValidationError.self) { try path(text) }
        #expect(rejection?.message.contains("`file_path`") == true)
    }

    @Test func namesAMissingAttribute() {
        let rejection = #expect(throws: ValidationError.self) {
            try PathTemplate.fill("/a/:name/:name_of") { $0.add("name", "x") }
        }
        #expect(rejection?.message.contains("`name_of`") == true)
    }

    @Test func fillsAllPlaceholders() throws {
        let day: CalendarDate = "2024-02-29"
        let filled = try PathTemplate.fill("/a/:x/:y_2.:format-/:x") {
            $0.add("x", Visibility.private)
            $0.add("y_2", day)
            $0.add("format", "tar.gz")
        }
        #expect(filled == "/a/private/2024-02-29.tar.gz-/private")
    }
}
