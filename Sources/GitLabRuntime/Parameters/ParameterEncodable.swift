// Types of values of attributes.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A type whose values can be sent as an attribute.
public protocol ParameterEncodable {
    /// The value to send.
    var parameterValue: ParameterValue { get }
}

extension ParameterValue: ParameterEncodable {
    /// The value itself.
    public var parameterValue: ParameterValue { self }
}

extension Bool: ParameterEncodable {
    /// true or false.
    public var parameterValue: ParameterValue { .bool(self) }
}

extension Int: ParameterEncodable {
    /// An integer.
    public var parameterValue: ParameterValue { .integer(Int64(self)) }
}

extension Int64: ParameterEncodable {
    /// An integer.
    public var parameterValue: ParameterValue { .integer(self) }
}

extension Double: ParameterEncodable {
    /// A number.
    public var parameterValue: ParameterValue { .double(self) }
}

extension String: ParameterEncodable {
    /// A text.
    public var parameterValue: ParameterValue { .string(self) }
}

extension Date: ParameterEncodable {
    /// A moment.
    public var parameterValue: ParameterValue { .instant(self) }
}

extension Array: ParameterEncodable where Element: ParameterEncodable {
    /// An array.
    public var parameterValue: ParameterValue { .array(map { $0.parameterValue }) }
}

extension Dictionary: ParameterEncodable where Key == String, Value: ParameterEncodable {
    /// A hash whose keys the user chooses, sorted by key so that a request is the same in every process.
    public var parameterValue: ParameterValue {
        .openHash(Parameters(sortedByName: map { ($0.key, $0.value.parameterValue) }))
    }
}
