// Printing declarations in the style of the project's formatter.

/// Turns declarations into indented text.
struct Printer {
    /// The printed bytes, to which appending is cheaper than to a text.
    private var bytes: [UInt8] = []
    private var depth = 0
    /// Whether to note the declarations, which takes longer than to print them.
    private let notesSymbols: Bool
    /// The public declarations among what has been printed.
    private(set) var symbols: [Symbol] = []
    /// The types around the next declaration.
    private var owners: [String] = []
    /// How many lines end in the bytes up to a place.
    private var lineCount = (lines: 0, bytes: 0)

    init(notingSymbols notesSymbols: Bool) { self.notesSymbols = notesSymbols }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The widest line, as in the project's formatter settings.
    static let width = 120

    mutating func blank() { bytes.append(UInt8(ascii: "\n")) }

    mutating func line(_ line: String) {
        if !line.isEmpty { add(line) }
        blank()
    }

    /// Prints a line of a body. A call that is too long is broken between its arguments.
    private mutating func statement(_ text: String) {
        guard !fits(text), let lines = BrokenCall.lines(of: text, indent: depth * 4) else { return line(text) }
        for part in lines { line(part) }
    }

    /// Begins a line.
    private mutating func add(_ text: String) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 4))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func print(_ declaration: Declaration) {
        switch declaration {
        case .structure(let structure): print(structure)
        case .enumeration(let enumeration): print(enumeration)
        case .extending(let extending): print(extending)
        case .property(let property): print(property)
        case .function(let function): print(function)
        case .alias(let alias): print(alias)
        }
    }

    private mutating func print(_ structure: Structure) {
        let top = introduce(structure.doc, structure.attributes)
        let head = "\(structure.access.rawValue) struct \(structure.name)\(Self.inheritance(structure.conformances))"
        declare(structure.symbol, from: top, head + " {")
        block(head) { $0.print(members: structure.members, of: structure.name) }
    }

    private mutating func print(_ enumeration: Enumeration) {
        let top = introduce(enumeration.doc, enumeration.attributes)
        let head = "public enum \(enumeration.name)\(Self.inheritance(enumeration.conformances))"
        declare(enumeration.symbol, from: top, head + " {")
        block(head) { $0.print(cases: enumeration.cases, of: enumeration.name) }
    }

    private mutating func print(cases: [Enumeration.Case], of owner: String) {
        owners.append(owner)
        defer { owners.removeLast() }
        for (index, one) in cases.enumerated() {
            if index > 0 { blank() }
            let top = introduce(one.doc)
            let text = "case \(one.name)(\(one.type))"
            declare(one.symbol, from: top, text)
            line(text)
        }
    }

    private mutating func print(_ extending: Extension) {
        let head = "extension \(extending.name)"
        declare(extending.symbol, from: nextLine(), head + " {")
        block(head) { $0.print(members: extending.members, of: extending.name) }
    }

    private mutating func print(_ alias: TypeAlias) {
        let top = introduce(alias.doc)
        let text = "public typealias \(alias.name) = \(alias.type)"
        declare(alias.symbol, from: top, text)
        line(text)
    }

    private mutating func print(_ property: Property) {
        let top = introduce(property.doc, property.attributes)
        let head = property.head
        guard let first = property.body.first else {
            let text = head + (property.value.map { " = \($0)" } ?? "")
            declare(property.symbol, from: top, text)
            return line(text)
        }
        let flat = "\(head) { \(first) }"
        if property.body.count == 1, fits(flat) {
            declare(property.symbol, from: top, flat)
            line(flat)
        } else {
            declare(property.symbol, from: top, head + " {")
            block(head) { printer in property.body.forEach { printer.statement($0) } }
        }
    }

    private mutating func print(_ function: Function) {
        let top = introduce(function.doc, function.attributes)
        let start = function.access.rawValue + (function.modifiers.isEmpty ? "" : " " + function.modifiers) + " "
        let flat = start + function.head
        guard fits(flat + " {") else { return printBroken(function, from: top, start + function.start + "(") }
        declare(function.symbol, from: top, flat + (function.body.isEmpty ? " {}" : " {"))
        if function.body.isEmpty { return line(flat + " {}") }
        block(flat) { printer in function.body.forEach { printer.statement($0) } }
    }

    /// Prints a function with a line for each parameter.
    private mutating func printBroken(_ function: Function, from top: Int, _ firstLine: String) {
        declare(function.symbol, from: top, firstLine)
        line(firstLine)
        depth += 1
        for (index, parameter) in function.parameters.enumerated() {
            line(parameter.text + (index == function.parameters.count - 1 ? "" : ","))
        }
        depth -= 1
        block(")\(function.tail)") { printer in function.body.forEach { printer.statement($0) } }
    }

    /// Prints the comment and attributes of a declaration, and returns their first line.
    private mutating func introduce(_ doc: DocComment?, _ attributes: [String] = []) -> Int {
        let top = nextLine()
        print(doc)
        for attribute in attributes { line(attribute) }
        return top
    }

    /// Notes a declaration that comes next.
    private mutating func declare(_ symbol: @autoclosure () -> Symbol?, from top: Int, _ text: String) {
        guard notesSymbols, var symbol = symbol() else { return }
        symbol.owner = owners.isEmpty ? nil : owners.joined(separator: ".")
        symbol.lines = top...nextLine()
        symbol.indentation = depth * 4
        symbol.firstLine = String(text.prefix { $0 != "\n" })
        symbols.append(symbol)
    }

    /// The number of the line that is printed next; 0 where no declarations are noted, which alone have lines.
    private mutating func nextLine() -> Int {
        guard notesSymbols else { return 0 }
        var (lines, start) = lineCount
        bytes.withUnsafeBytes { bytes in
            for byte in bytes[start...] where byte == UInt8(ascii: "\n") { lines += 1 }
        }
        start = bytes.count
        lineCount = (lines, start)
        return lines + 1
    }

    private mutating func print(_ doc: DocComment?) {
        for text in doc?.lines(width: Self.width - depth * 4) ?? [] {
            add(text.isEmpty ? "///" : "/// ")
            bytes.append(contentsOf: text.utf8)
            blank()
        }
    }

    /// Members stand apart, except for neighbours without a comment that are of one kind.
    private mutating func print(members: [Declaration], of owner: String) {
        owners.append(owner)
        defer { owners.removeLast() }
        for (index, member) in members.enumerated() {
            if index > 0, !(member.isBare && members[index - 1].isBare) { blank() }
            print(member)
        }
    }

    private mutating func block(_ head: String, _ body: (inout Printer) -> Void) {
        line(head + " {")
        depth += 1
        body(&self)
        depth -= 1
        line("}")
    }

    private func fits(_ line: String) -> Bool { depth * 4 + line.utf8.count <= Self.width }

    private static func inheritance(_ names: [String]) -> String {
        names.isEmpty ? "" : ": " + names.joined(separator: ", ")
    }
}

extension Property {
    /// The declaration without its value and body.
    fileprivate var head: String {
        var head = wrapper.map { $0 + " " } ?? ""
        if access != .module { head += access.rawValue + " " }
        if isStatic { head += "static " }
        head += keyword
        head += " "
        head += name
        if let type {
            head += ": "
            head += type
        }
        return head
    }
}

extension Declaration {
    /// Whether it is one line without a comment.
    fileprivate var isBare: Bool {
        switch self {
        case .property(let property): property.doc == nil && property.body.count < 2 && property.attributes.isEmpty
        case .alias(let alias): alias.doc == nil
        case .structure, .enumeration, .extending, .function: false
        }
    }
}
