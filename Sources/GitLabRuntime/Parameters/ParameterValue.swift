// The value of one parameter, independent of its encoding in a query, a JSON body or a multipart body.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The value of one parameter.
public enum ParameterValue: Sendable, Hashable {
    /// No value: GitLab unsets the attribute.
    case null
    /// true or false.
    case bool(Bool)
    /// An integer.
    case integer(Int64)
    /// A number with a fraction. Infinities and NaN are rejected when the request is built.
    case double(Double)
    /// A text.
    case string(String)
    /// A moment, written in UTC with `Z`, with milliseconds only where there are any.
    case instant(Date)
    /// A plain date, written `YYYY-MM-DD`.
    case day(CalendarDate)
    /// An array.
    case array([ParameterValue])
    /// A list that GitLab splits on commas and whose elements it trims: `a,b` in a query, an array in JSON.
    case commaList([ParameterValue])
    /// A hash with fixed keys, in the order of GitLab's documentation.
    case object(Parameters)
    /// A hash whose keys the user chooses, sorted by key.
    case openHash(Parameters)
    /// A file; it makes the body multipart.
    indirect case file(FileUpload)
    /// Content of a file of this machine, as a text in Base64; only JSON can hold it.
    indirect case base64(URL)
}

extension ParameterValue {
    /// Returns whether both are the same value.
    // Not to be inlined into itself, which the comparison of arrays of values would do several times.
    @inline(never)
    public static func == (one: ParameterValue, other: ParameterValue) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.integer(let one), .integer(let other)): one == other
        case (.double(let one), .double(let other)): one == other
        case (.string(let one), .string(let other)): one == other
        case (.instant(let one), .instant(let other)): one == other
        case (.day(let one), .day(let other)): one == other
        case (.array(let one), .array(let other)): one == other
        case (.commaList(let one), .commaList(let other)): one == other
        case (.object(let one), .object(let other)): one == other
        case (.openHash(let one), .openHash(let other)): one == other
        case (.file(let one), .file(let other)): one == other
        case (.base64(let one), .base64(let other)): one == other
        default: false
        }
    }

    /// Whether the value is a file or holds one.
    var holdsFile: Bool {
        switch self {
        case .null, .bool, .integer, .double, .string, .instant, .day, .base64: false
        case .array(let elements), .commaList(let elements): elements.contains(where: \.holdsFile)
        case .object(let members), .openHash(let members): members.holdFile
        case .file: true
        }
    }

    /// The text of a value without parts; nil for all others, and for numbers and moments that cannot be written.
    var scalarText: String? {
        switch self {
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .double(let value): value.isFinite ? value.description : nil
        case .string(let value): value
        case .instant(let value): Timestamp.text(value)
        case .day(let value): value.description
        case .null, .array, .commaList, .object, .openHash, .file, .base64: nil
        }
    }
}
