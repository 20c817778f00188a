// Paths: their parts, and which relative ones are rejected.

import FileSystem
import Testing

@Suite struct PathTests {
    @Test(arguments: [
        ("a/b/c", "a/b", "c"), ("c", ".", "c"), ("/c", "/", "c"), ("a/b/", "a", "b"), ("/", "/", ""), ("./a", ".", "a"),
    ])
    func partsOfAPath(path: String, parent: String, name: String) {
        #expect(Path(path).parent.string == parent)
        #expect(Path(path).lastComponent == name)
    }

    @Test func appendingPutsOneSlash() {
        #expect(Path("a").appending("b").string == "a/b")
        #expect(Path("a///").appending("b").string == "a/b")
        #expect(Path("/").appending("b").string == "/b")
    }

    @Test(arguments: ["", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/../b", "a/./b", "a\\b", "a\0b"])
    func pathsThatLeadElsewhereAreRejected(path: String) {
        #expect(RelativePath(path) == nil)
    }

    @Test(arguments: ["a", "a/b.swift", ".a", "...", "a..b/c", "ä/ö"])
    func pathsBelowAreTaken(path: String) {
        #expect(RelativePath(path)?.string == path)
    }

    @Test func ancestorsStandOutermostFirst() throws {
        let path = try #require(RelativePath("A/B/C.swift"))
        #expect(path.ancestors.map(\.string) == ["A", "A/B"])
        #expect(path.lastComponent == "C.swift")
    }

    @Test func namesAreComparedByBytes() throws {
        let composed = try #require(RelativePath("\u{E9}"))
        let decomposed = try #require(RelativePath("e\u{301}"))
        #expect(composed.string == decomposed.string, "Swift takes them for one string")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(decomposed < composed)
    }
}
