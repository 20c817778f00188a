// A generated file before it is printed: its path, its sources, and how to make its declarations.

/// A Swift file of the client.
public struct SwiftFile: Sendable {
    /// The path below the output folder, `GitLab/Projects/ListProjects.swift`.
    public let path: String
    /// The spec files that it is made from, as people know them.
    public let sources: [String]
    private let imports: [String]
    private let declarations: @Sendable () -> [Declaration]

    /// - Parameter declarations: are made when the file is printed, and not kept: those of all files together take more
    ///   memory than the texts.
    init(
        path: String, sources: [String], imports: [String] = ["import GitLabRuntime"],
        declarations: @autoclosure @escaping @Sendable () -> [Declaration]
    ) {
        self.path = path
        self.sources = sources
        self.imports = imports
        self.declarations = declarations
    }

    /// The Swift text below the header, ending in a line break.
    public var text: String { printed(notingSymbols: false).text }

    /// The declarations in that text.
    public var symbols: [Symbol] { printed(notingSymbols: true).symbols }

    private func printed(notingSymbols: Bool) -> Printer {
        var printer = Printer(notingSymbols: notingSymbols)
        for line in imports { printer.line(line) }
        for (index, declaration) in declarations().enumerated() {
            if index > 0 || !imports.isEmpty { printer.blank() }
            printer.print(declaration)
        }
        return printer
    }
}
