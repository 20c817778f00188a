// Models as their fields, for printing and mirrors: without code of their own for it.

/// The fields of a model with the names that they have in Swift.
final class FieldList {
    private(set) var fields: [(label: String, value: Any)] = []
    private var label = ""

    private init() {}

    /// Returns all fields, those that are nil among them; a secret is a ``Redacted``.
    static func fields<Model: GitLabModel>(of model: Model) -> [(label: String, value: Any)] {
        var model = model
        let list = FieldList()
        var coder = ModelCoder(listing: list)
        let fields = Model.modelFields.fields
        list.fields.reserveCapacity(fields.count)
        for index in fields.indices {
            list.label = fields[index].swiftName
            model.carry(index, with: &coder)
        }
        return list.fields
    }

    /// Adds the value of the field whose turn it is.
    func add(_ value: Any) { fields.append((label, value)) }

    /// Adds a value of an enum, whose raw value it is.
    func add(_ rawValue: String?, of type: any OpenEnum.Type) { add(type.optional(rawValue)) }
}

extension OpenEnum {
    fileprivate static func optional(_ rawValue: String?) -> Any {
        (rawValue as? RawValue).map { Self(rawValue: $0) } as Any
    }
}
