// Names that a server proposes for files: read as intended, never as paths.

import Testing

@testable import GitLabRuntime

@Suite struct ContentDispositionTests {
    @Test(
        arguments: [
            (#"attachment; filename="a b.tar.gz""#, "a b.tar.gz"),
            ("attachment; filename=a.tar.gz", "a.tar.gz"),
            ("attachment;filename=a.tar.gz;size=3", "a.tar.gz"),
            (#"ATTACHMENT ; FileName = "a;b.txt""#, "a;b.txt"),
            (#"attachment; filename="say \"hi\".txt""#, #"say "hi".txt"#),
            (#"attachment; filename="x.tar"; filename*=UTF-8''%C3%A4%20%E2%82%AC.tar"#, "ä €.tar"),
            (#"attachment; filename*=utf-8'de'a%2Bb'c.tar; filename="x.tar""#, "a+b'c.tar"),
            // An unreadable filename* falls back to filename.
            (#"attachment; filename="x.tar"; filename*=ISO-8859-1''%E4.tar"#, "x.tar"),
            (#"attachment; filename="x.tar"; filename*=ISO-8859-1''%C3%A4.tar"#, "x.tar"),
            (#"attachment; filename="x.tar"; filename*=UTF-8''%E4.tar"#, "x.tar"),
            (#"attachment; filename="x.tar"; filename*=UTF-8''%4"#, "x.tar"),
            (#"attachment; filename="x.tar"; filename*=UTF-8''%+1"#, "x.tar"),
            (#"attachment; filename="x.tar"; filename*=UTF-8''.."#, "x.tar"),
            (#"attachment; filename=".gitlab-ci.yml""#, ".gitlab-ci.yml"),
            (#"inline; filename="äöü 😀.png""#, "äöü 😀.png"),
            ("attachment", nil),
            ("", nil),
            ("attachment; filename", nil),
            (#"attachment; filename="""#, nil),
            (#"attachment; x="; filename=evil"; y=1"#, nil),
        ] as [(String, String?)])
    func names(field: String, name: String?) {
        #expect(ContentDisposition.fileName(in: field) == name)
    }

    @Test(
        arguments: [
            ("../../etc/passwd", "passwd"), ("/etc/passwd", "passwd"), (#"C:\Windows\x.exe"#, "x.exe"),
            (#"..\..\x"#, "x"), ("a/..", nil), ("a/", nil), (#"a\"#, nil), (".", nil), ("..", nil), (" ", nil),
            (" ..", nil), ("a\0b\r\n", "ab"), ("\u{0}..", nil), ("exe\u{202E}gnp.", "exegnp."), ("...", "..."),
            ("/\u{301}x", "\u{301}x"),
        ] as [(String, String?)])
    func namesAreNoPaths(name: String, safe: String?) {
        #expect(ContentDisposition.safe(name) == safe)
        let escaped = name.utf8.map { "%" + (($0 < 16 ? "0" : "") + String($0, radix: 16)) }.joined()
        #expect(ContentDisposition.fileName(in: "attachment; filename*=UTF-8''\(escaped)") == safe)
    }
}
