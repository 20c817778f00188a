// Recording the fields of a model. Each kind has a method of its own name, and what is always there has a label: overloads
// of one name would cost every user's compiler a search for each field.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Records where a model stores its fields, their names and kinds. Generated models are written for it.
///
/// The name of the property follows GitLab's behind `=` where it is not the same with its words joined: `web_url=webURL`.
public struct FieldRecorder {
    private(set) var labels: [FieldLabel] = []
    private(set) var stored: [StoredField] = []
    private let start: UnsafeRawPointer
    private let size: Int

    static func fields<Model: GitLabModel>(of model: Model) -> FieldRecorder {
        var model = model
        return withUnsafeMutablePointer(to: &model) { model in
            var recorder = FieldRecorder(start: UnsafeRawPointer(model), size: MemoryLayout<Model>.size)
            model.pointee.recordFields(in: &recorder)
            return recorder
        }
    }

    private init(start: UnsafeRawPointer, size: Int) {
        self.start = start
        self.size = size
    }

    /// Records a boolean.
    public mutating func boolean(_ name: StaticString, _ value: inout Bool?) {
        add(name, .boolean, &value, Bool?.self)
    }

    /// Records a boolean that is always there.
    public mutating func boolean(_ name: StaticString, always value: inout Bool) {
        add(name, .boolean, &value, Required<Bool>.self)
    }

    /// Records an integer.
    public mutating func integer(_ name: StaticString, _ value: inout Int?) {
        add(name, .integer, &value, Int?.self)
    }

    /// Records an integer that is always there.
    public mutating func integer(_ name: StaticString, always value: inout Int) {
        add(name, .integer, &value, Required<Int>.self)
    }

    /// Records a number.
    public mutating func number(_ name: StaticString, _ value: inout Double?) {
        add(name, .number, &value, Double?.self)
    }

    /// Records a number that is always there.
    public mutating func number(_ name: StaticString, always value: inout Double) {
        add(name, .number, &value, Required<Double>.self)
    }

    /// Records a string.
    public mutating func string(_ name: StaticString, _ value: inout String?) {
        add(name, .string, &value, String?.self)
    }

    /// Records a string that is always there.
    public mutating func string(_ name: StaticString, always value: inout String) {
        add(name, .string, &value, Required<String>.self)
    }

    /// Records a moment. From JSON it is read as GitLab writes it; decoders and encoders have their own formats.
    public mutating func moment(_ name: StaticString, _ value: inout Date?) {
        add(name, .moment, &value, Date?.self)
    }

    /// Records a moment that is always there.
    public mutating func moment(_ name: StaticString, always value: inout Date) {
        add(name, .moment, &value, Required<Date>.self)
    }

    /// Records strings.
    public mutating func strings(_ name: StaticString, _ value: inout [String]?) {
        add(name, .strings, &value, [String]?.self)
    }

    /// Records strings that are always there.
    public mutating func strings(_ name: StaticString, always value: inout [String]) {
        add(name, .strings, &value, Required<[String]>.self)
    }

    /// Records a value of an open enum.
    public mutating func enumeration<Value: OpenEnum>(
        _ name: StaticString, _ value: inout Value?
    ) where Value.RawValue == String {
        add(name, .text(of: Value.self, OptionalReading<Value?>.self), &value, Value?.self)
    }

    /// Records a value of an open enum that is always there.
    public mutating func enumeration<Value: OpenEnum>(
        _ name: StaticString, always value: inout Value
    ) where Value.RawValue == String {
        add(name, .text(of: Value.self, Required<Value>.self), &value, Required<Value>.self)
    }

    /// Records a value of another kind.
    public mutating func value<Value: JSONReadable>(_ name: StaticString, _ value: inout Value?) {
        add(name, .value(of: Value.self, OptionalReading<Value?>.self), &value, Value?.self)
    }

    /// Records a value of another kind that is always there.
    public mutating func value<Value: JSONReadable>(_ name: StaticString, always value: inout Value) {
        add(name, .value(of: Value.self, Required<Value>.self), &value, Required<Value>.self)
    }

    /// Records a part that is stored elsewhere.
    public mutating func part<Part: JSONReadable>(_ name: StaticString, _ value: inout Boxed<Part>) {
        add(name, .part(Boxed<Part>.Box.self), &value, Boxed<Part>.self)
    }

    /// Records a secret.
    public mutating func secret<Value: JSONReadable>(_ name: StaticString, _ value: inout Redacted<Value>?) {
        add(name, .secret(OptionalReading<Redacted<Value>?>.self), &value, Redacted<Value>?.self)
    }

    /// Records a secret that is always there.
    public mutating func secret<Value: JSONReadable>(_ name: StaticString, always value: inout Redacted<Value>) {
        add(name, .secret(Required<Redacted<Value>>.self), &value, Required<Redacted<Value>>.self)
    }

    /// - Parameter value: a stored property of the model, nothing else.
    private mutating func add<Access: FieldAccess>(
        _ names: StaticString, _ kind: StoredField.Kind, _ value: inout Access.Stored, _ access: Access.Type
    ) {
        let offset = withUnsafePointer(to: &value) { UnsafeRawPointer($0) - start }
        precondition(
            (0...size - MemoryLayout<Access.Stored>.size).contains(offset),
            "the field \(names) is not a stored property")
        labels.append(FieldLabel(names))
        stored.append(StoredField(offset: offset, isOptional: access.isOptional, kind: kind, access: access))
    }
}
