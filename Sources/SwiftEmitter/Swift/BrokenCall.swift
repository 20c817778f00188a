// A call that is too long for a line, broken between its arguments as the project's formatter does it.

enum BrokenCall {
    /// The lines of a call; nil for a text that is no call.
    ///
    /// - Parameter indent: the blanks before the call.
    static func lines(of call: String, indent: Int) -> [String]? {
        guard let open = call.firstIndex(of: "("), call.hasSuffix(")"),
            call[..<open].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" })
        else { return nil }
        let inner = call[call.index(after: open)...].dropLast()
        var lines = ["\(call[..<open])("]
        lines += filled(arguments(String(inner)), indent: indent + 4).map { "    " + $0 }
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
    private static func arguments(_ text: String) -> [String] {
        var (arguments, depth, isLiteral) = ([""], 0, false)
        for character in text {
            if character == "\"" { isLiteral.toggle() }
            if !isLiteral, "([".contains(character) { depth += 1 }
            if !isLiteral, ")]".contains(character) { depth -= 1 }
            if character == ",", depth == 0, !isLiteral {
                arguments.append("")
            } else if character != " " || !arguments[arguments.count - 1].isEmpty {
                arguments[arguments.count - 1].append(character)
            }
        }
        return arguments
    }
}
