// Swift names of rows where the rule of the spec returns a poor one, or one twice.

import SpecModel

extension String {
    /// Letters, digits, `_` and `-`, with no digit at the start: what the spec takes for the name of a row.
    var isWireName: Bool {
        utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
            && utf8.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } == true
    }

    /// `, as: name` for a row whose Swift name by the rule is taken, or no name; else nothing.
    func ownSwiftName(_ taken: inout Set<String>) -> String {
        let usual = SwiftName(from: self)
        if usual.text.isMember, !usual.isReserved, taken.insert(usual.text).inserted { return "" }
        return ", as: \(Self.free(English.memberName(English.words(self) + ["field"]), &taken))"
    }

    /// ` as: name,` for an enum value, likewise.
    func ownValueName(_ taken: inout Set<String>) -> String {
        let usual = SwiftName(from: self)
        if usual.text.isMember, !usual.isReserved, !["none", "some"].contains(usual.text),
            taken.insert(usual.text).inserted
        {
            return ""
        }
        let words = English.words(self)
        let name =
            switch self {
            case "": "empty"
            case "none": "notAny"
            case _ where words.isEmpty: "other"
            case _ where words.first?.first?.isNumber == true: English.memberName(["value"] + words)
            case _: English.memberName(words)
            }
        let isFree =
            !["none", "some"].contains(name) && !SwiftName(verbatim: name).isReserved
            && taken.insert(name).inserted
        return " as: \(isFree ? name : Self.free(name + "Value", &taken)),"
    }

    private static func free(_ name: String, _ taken: inout Set<String>) -> String {
        if taken.insert(name).inserted { return name }
        for number in 2... where taken.insert("\(name)\(number)").inserted { return "\(name)\(number)" }
        return name
    }

    private var isMember: Bool { first?.isLowercase == true && utf8.allSatisfy(\.isLetterOrDigit) }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
