// The fields of a model: their names, kinds and places.

/// The fields of a model, which its type records once.
public final class ModelFields: @unchecked Sendable {
    /// A date that stands in a model until its field has been read.
    public static let anyDate = CalendarDate.someDay

    /// The fields that are always there.
    let always: [Int]
    let labels: [FieldLabel]
    let names: NameTable
    let count: Int
    let readable: ReadableFields
    // Trivial values that never change: reading them copies and counts nothing.
    let stored: UnsafePointer<StoredField>

    /// Records the fields of a model.
    ///
    /// - Parameter model: any value of the type.
    public init<Model: GitLabModel>(of model: Model) {
        let recorder = FieldRecorder.fields(of: model)
        labels = recorder.labels
        names = NameTable(labels.map(\.name))
        count = labels.count
        readable = ReadableFields(labels.map(\.name), recorder.stored)
        always = recorder.stored.indices.filter { !recorder.stored[$0].isOptional }
        let stored = UnsafeMutableBufferPointer<StoredField>.allocate(capacity: count)
        _ = stored.initialize(fromContentsOf: recorder.stored)
        self.stored = UnsafePointer(stored.baseAddress ?? UnsafeMutablePointer.allocate(capacity: 1))
    }

    deinit { stored.deallocate() }
}

/// The names of a field.
struct FieldLabel: Sendable {
    /// GitLab's name.
    let name: String
    /// The name of the property.
    let property: String

    /// Reads `web_url=webURL`. Without a second name the property has the words of the first one, joined:
    /// `pathWithNamespace` for `path_with_namespace`.
    init(_ names: StaticString) {
        let names = names.description.split(separator: "=", maxSplits: 1)
        name = names.first.map(String.init) ?? ""
        property = names.count > 1 ? String(names[1]) : Self.joined(name)
    }

    private static func joined(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(into: words.first.map(String.init) ?? "") { joined, word in
            joined += word.prefix(1).uppercased() + word.dropFirst()
        }
    }
}
