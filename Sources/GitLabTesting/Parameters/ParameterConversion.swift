// Values converted to the types of attributes, as Grape converts them.

import GitLab

extension DeclaredAttribute {
    /// Returns a value as the type has it; nil where GitLab calls it invalid.
    func converted(_ value: JSONValue, in table: OperationTable) -> JSONValue? {
        if isCommaSeparated {
            return .array(value.commaElements.map { isOfNumbers ? $0.leadingInteger : $0 })
        }
        switch type {
        case .array(let element) where element.name.map({ table.hashes[$0] != nil }) ?? false:
            if value == .null || value == "" { return .null }
            return value.arrayValue.map(JSONValue.array)
        case .array(let element): return elements(of: value, element.kind(in: table))
        default: return ParameterValues.converted(value, to: type.kind(in: table))
        }
    }

    private var isOfNumbers: Bool { type.element == .builtIn("integer") }

    private func elements(of value: JSONValue, _ kind: String) -> JSONValue? {
        if value == .null { return .null }
        if value == "" { return [] }
        var converted: [JSONValue] = []
        for element in value.arrayValue ?? [.null] {
            guard element != .null, let value = ParameterValues.converted(element, to: kind) else { return nil }
            converted.append(value)
        }
        return .array(converted)
    }
}

extension DeclaredType {
    /// The name of the type of a value that is no array, for ``ParameterValues``.
    fileprivate func kind(in table: OperationTable) -> String {
        switch self {
        case .builtIn(let kind): kind
        case .openHash: "hash"
        case .array: "json"
        case .named(let name):
            if let values = table.enums[name] {
                values.allSatisfy { $0.intValue != nil } ? "integer" : "string"
            } else {
                "hash"
            }
        }
    }

    /// Whether it is an array of single values, for which null is the empty one.
    func isPlainArray(in table: OperationTable) -> Bool {
        element.map { $0.name.map { table.hashes[$0] == nil } ?? true } ?? false
    }
}

/// Values as GitLab reads them by their type.
enum ParameterValues {
    /// Returns a value as a type has it; nil where it cannot be converted. Dates and times stay texts.
    static func converted(_ value: JSONValue, to kind: String) -> JSONValue? {
        if kind == "json" || value == .null { return value }
        if value == "", kind != "hash" { return kind.isText ? value : .null }
        switch kind {
        case "file": return value.isBlank ? .some(.null) : value.isFile ? .some(value) : .none
        case "hash": return value.objectValue.map(JSONValue.object)
        case "boolean": return value.grapeFlag.map(JSONValue.bool)
        case "integer": return integer(value)
        case "number": return number(value)
        case "datetime", "date":
            guard let text = value.stringValue, isDate(text), kind == "date" || hasTime(text) else { return nil }
            return value
        default: return value.scalarText.map(JSONValue.string)
        }
    }

    /// As Ruby's `Integer`: a fraction is cut off, and digits may have `_` between them.
    private static func integer(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .integer: return value
        case .double(let number):
            let whole = number.rounded(.towardZero)
            guard whole.isFinite else { return nil }
            return Int64(exactly: whole).map(JSONValue.integer) ?? .double(whole)
        case .string(let text):
            guard let digits = rubyNumber(text), digits.dropFirst(digits.first.isSign ? 1 : 0).allSatisfy(\.isDigit)
            else { return nil }
            return Int64(digits).map(JSONValue.integer) ?? Double(digits).map(JSONValue.double)
        default: return nil
        }
    }

    /// As Ruby's `Float`.
    private static func number(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .integer(let number): return .double(Double(number))
        case .double: return value
        case .string(let text):
            guard let digits = rubyNumber(text), !digits.hasSuffix("."), !digits.contains(".e") else { return nil }
            return Double(digits).map(JSONValue.double)
        default: return nil
        }
    }

    /// The text of a number without the spaces around it and the `_` between two digits; nil for another text.
    private static func rubyNumber(_ text: String) -> String? {
        let parts = text.trimmingSpaces.split(separator: "_", omittingEmptySubsequences: false)
        for (one, next) in zip(parts, parts.dropFirst()) {
            guard one.last?.isDigit == true, next.first?.isDigit == true else { return nil }
        }
        let digits = parts.joined()
        let isNumber = digits.allSatisfy { $0.isDigit || "+-.eE".contains($0) } && digits.contains(where: \.isDigit)
        return isNumber ? digits : nil
    }

    /// Whether a text begins with a day: `2026-01-31`.
    private static func isDate(_ text: String) -> Bool {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return false }
        return CalendarDate(year: year, month: month, day: day) != nil
    }
}

extension ParameterValues {
    /// Whether the hour, the minute and the second after a day are such: `2026-01-31T23:59:60Z`. Ruby overlooks what is
    /// no time.
    private static func hasTime(_ text: String) -> Bool {
        let time = text.dropFirst(10)
        guard time.first == "T" || time.first == " " else { return true }
        let parts = time.dropFirst().prefix(8).split(separator: ":").map { Int($0) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2] else { return true }
        return hour <= 24 && minute <= 59 && second <= 60 && (hour < 24 || minute == 0 && second == 0)
    }
}

extension String {
    /// Whether it is the name of a type of texts.
    fileprivate var isText: Bool { ["string", "id_or_path", "content"].contains(self) }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension Character? {
    fileprivate var isSign: Bool { self == "+" || self == "-" }
}

extension JSONValue {
    /// Whether it is a part of a multipart form with a name of a file.
    fileprivate var isFile: Bool { objectValue.map { Set($0.keys) == ["filename", "size"] } ?? false }

    /// The text of a single value.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .double(let number): String(number)
        case .bool(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }

    /// The value as a flag, as Grape reads it.
    fileprivate var grapeFlag: Bool? {
        guard let text = scalarText else { return nil }
        let isOfOneCase = [text.lowercased(), text.uppercased(), text.capitalized].contains(text)
        return isOfOneCase ? flag : nil
    }

    /// The value as a flag, in any case.
    var flag: Bool? {
        switch scalarText?.lowercased() {
        case "true", "t", "1", "yes", "y", "on": true
        case "false", "f", "0", "no", "n", "off": false
        default: nil
        }
    }

    /// The parts of a text between commas.
    var commaParts: [JSONValue]? {
        stringValue.map { text in
            text.split(separator: ",").map { .string(String($0.drop { $0 == " " })) }
        }
    }

    /// The elements of a list that comes as a text, or as an array of texts with commas. Anything else is no list.
    fileprivate var commaElements: [JSONValue] {
        if case .string(let text) = self { return text.rubyParts }
        return (arrayValue ?? []).flatMap { element in
            element == .null ? [] : (element.scalarText ?? element.text).rubyParts
        }
    }

    private var text: String { (try? serialized()).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// The number that a text begins with, as Ruby's `to_i`; 0 if there is none.
    fileprivate var leadingInteger: JSONValue {
        let text = scalarText ?? ""
        let sign = text.prefix { $0 == "-" || $0 == "+" }.prefix(1)
        let digits = text.dropFirst(sign.count).prefix { $0.isDigit || $0 == "_" }
        // Two `_` in a row, or one in front, end the number.
        let end = digits.hasPrefix("_") ? digits.startIndex : digits.firstRange(of: "__")?.lowerBound ?? digits.endIndex
        let number = sign + digits[..<end].filter(\.isDigit)
        return Int64(number).map(JSONValue.integer) ?? Double(number).map(JSONValue.double) ?? 0
    }
}

extension String {
    /// The parts between commas without the spaces around them, as Ruby splits: without empty parts at the end.
    fileprivate var rubyParts: [JSONValue] {
        var parts = split(separator: ",", omittingEmptySubsequences: false)
        while parts.last?.isEmpty == true { parts.removeLast() }
        return parts.map { .string(String($0).trimmingSpaces) }
    }
}
