// The words of the texts of varied documents.

enum Words {
    static let ascii = [
        "api", "runner", "frontend", "infrastructure", "docs", "mobile", "pipeline", "deploy", "kernel", "gateway",
        "registry", "tooling", "billing", "search", "internal", "legacy", "experiments", "observability", "a",
        "payments",
    ]

    static let other = [
        "Größe", "café", "naïve", "Проект", "документация", "プロジェクト", "项目", "שלום", "emoji 🚀", "Ελλάδα",
        "résumé", "👩‍💻 team",
    ]

    /// As they stand in a document.
    static let escaped = [
        #"\n"#, #"\r\n\r\n"#, #"\"quoted\""#, #"C:\\builds\\"#, #"\u003cb\u003ebold\u003c/b\u003e"#, #"R\u0026D"#,
        #"\t- item"#,
        #"\u2028"#, "%{title}\\n\\n%{description}", "https://example.com/a?b=c",
    ]
}
