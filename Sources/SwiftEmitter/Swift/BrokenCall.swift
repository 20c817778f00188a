// A call that is too long for a line, broken between its arguments as the project's formatter does it.

enum BrokenCall {
    /// The lines of a call; nil for a text that is no call.
    ///
    /// - Parameter indent: the blanks before the call.
    static func lines(of call: String, indent: Int) -> [String]? {
        guard let open = call.utf8.firstIndex(of: UInt8(ascii: "(")), call.utf8.last == UInt8(ascii: ")"),
            isName(call[..<open])
        else { return nil }
        let inner = call[call.index(after: open)...].dropLast()
        var lines = ["\(call[..<open])("]
        lines += filled(arguments(inner), indent: indent + 4).map { "    " + $0 }
        if indent + lines[lines.count - 1].utf8.count + 1 <= Printer.width {
            lines[lines.count - 1] += ")"
        } else {
            lines.append(")")
        }
        return lines
    }

    /// Arguments with their commas, as many on a line as fit.
    static func filled(_ arguments: [String], indent: Int) -> [String] {
        var lines: [String] = []
        for (index, argument) in arguments.enumerated() {
            let isLast = index == arguments.count - 1
            let text = isLast ? argument : argument + ","
            // The last one has the parenthesis behind it.
            let length = text.utf8.count + (isLast ? 1 : 0)
            if let last = lines.last, indent + last.utf8.count + 1 + length <= Printer.width {
                lines[lines.count - 1] = "\(last) \(text)"
            } else {
                lines.append(text)
            }
        }
        return lines
    }

    /// The arguments between commas that are in no literal and in no brackets.
    private static func arguments(_ text: Substring) -> [String] {
        var (arguments, depth, isLiteral): ([String], Int, Bool) = ([], 0, false)
        var start = text.startIndex
        func add(upTo end: String.Index) {
            let argument = text[start..<end].utf8.drop { $0 == UInt8(ascii: " ") }
            arguments.append(String(Substring(argument)))
        }
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case UInt8(ascii: "\""): isLiteral.toggle()
            case _ where isLiteral: break
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ",") where depth == 0:
                add(upTo: index)
                start = text.utf8.index(after: index)
            case _: break
            }
        }
        add(upTo: text.endIndex)
        return arguments
    }

    /// Whether a text is a name of a function, with those of the types around it.
    private static func isName(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte | 0x20 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte & 0x20 != 0
            case _: byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte >= 0x80
            }
        }
    }
}
