// A generated file before it is printed: its path, its sources, and its declarations.

/// A Swift file of the client.
public struct SwiftFile: Sendable {
    /// The path below the output folder, `GitLab/Projects/ListProjects.swift`.
    public let path: String
    /// The spec files that it is made from, as people know them.
    public let sources: [String]
    let imports: [String]
    let declarations: [Declaration]

    init(path: String, sources: [String], imports: [String] = ["import GitLabRuntime"], declarations: [Declaration]) {
        self.path = path
        self.sources = sources
        self.imports = imports
        self.declarations = declarations
    }

    /// The Swift text below the header, ending in a line break, and what it declares.
    public func printed() -> (text: String, symbols: [Symbol]) {
        var printer = Printer()
        for line in imports { printer.line(line) }
        for (index, declaration) in declarations.enumerated() {
            if index > 0 || !imports.isEmpty { printer.blank() }
            printer.print(declaration)
        }
        return (printer.text, printer.symbols)
    }

    /// The Swift text below the header, ending in a line break.
    public var text: String { printed().text }
}
