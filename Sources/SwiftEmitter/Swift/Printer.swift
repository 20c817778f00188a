// Prints declarations the way the project's formatter would leave them.

/// Turns declarations into indented text.
struct Printer {
    /// What has been printed. Bytes are cheaper to add to than a text.
    private var bytes: [UInt8] = []
    private var depth = 0

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The widest line, as in the project's formatter settings.
    static let width = 120

    mutating func blank() { bytes.append(UInt8(ascii: "\n")) }

    mutating func line(_ line: String) {
        if !line.isEmpty { add(line) }
        blank()
    }

    /// Begins a line.
    private mutating func add(_ text: String) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 4))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func print(_ declaration: Declaration) {
        switch declaration {
        case .structure(let structure):
            print(structure.doc)
            for attribute in structure.attributes { line(attribute) }
            block("\(structure.access) struct \(structure.name)\(Self.inheritance(structure.conformances))") {
                $0.print(members: structure.members)
            }
        case .extending(let extending):
            block("extension \(extending.name)") { $0.print(members: extending.members) }
        case .property(let property): print(property)
        case .function(let function): print(function)
        case .line(let doc, let text):
            print(doc)
            line(text)
        }
    }

    private mutating func print(_ property: Property) {
        print(property.doc)
        for attribute in property.attributes { line(attribute) }
        var head = property.wrapper.map { "\($0) " } ?? ""
        head += property.access
        if !head.isEmpty { head += " " }
        if property.isStatic { head += "static " }
        head += property.keyword
        head += " "
        head += property.name
        if let type = property.type {
            head += ": "
            head += type
        }
        guard let first = property.body.first else {
            if let value = property.value {
                head += " = "
                head += value
            }
            return line(head)
        }
        let flat = "\(head) { \(first) }"
        if property.body.count == 1, fits(flat) {
            line(flat)
        } else {
            block(head) { printer in property.body.forEach { printer.line($0) } }
        }
    }

    private mutating func print(_ function: Function) {
        print(function.doc)
        for attribute in function.attributes { line(attribute) }
        let effects = function.effects.isEmpty ? "" : " " + function.effects
        let tail = effects + (function.returns.map { " -> \($0)" } ?? "")
        let head = "\(function.access) \(function.name)"
        let flat = "\(head)(\(function.parameters.joined(separator: ", ")))\(tail)"
        if fits(flat + " {") {
            if function.body.isEmpty { return line(flat + " {}") }
            block(flat) { printer in function.body.forEach { printer.line($0) } }
        } else {
            line(head + "(")
            depth += 1
            for (index, parameter) in function.parameters.enumerated() {
                line(parameter + (index == function.parameters.count - 1 ? "" : ","))
            }
            depth -= 1
            block(")\(tail)") { printer in function.body.forEach { printer.line($0) } }
        }
    }

    private mutating func print(_ doc: DocComment?) {
        for text in doc?.lines(width: Self.width - depth * 4) ?? [] {
            add(text.isEmpty ? "///" : "/// ")
            bytes.append(contentsOf: text.utf8)
            blank()
        }
    }

    /// Members stand apart, except for neighbours without a comment that are of one kind.
    private mutating func print(members: [Declaration]) {
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

extension Declaration {
    /// Whether it is one line without a comment.
    fileprivate var isBare: Bool {
        switch self {
        case .property(let property): property.doc == nil && property.body.count < 2 && property.attributes.isEmpty
        case .line(let doc, _): doc == nil
        case .structure, .extending, .function: false
        }
    }
}
