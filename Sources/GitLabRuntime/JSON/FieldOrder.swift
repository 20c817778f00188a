// The order in which a document has the fields of a model.

/// The order of the fields of a model. GitLab returns all objects of a list in the same order, which is not the one of the
/// model. It is learnt for the first large model of a document, the one that the document is about.
final class FieldOrder {
    private let fields: ReadableFields
    private let successors: UnsafeMutablePointer<UInt16>

    /// - Returns: nil for a small model.
    init?(of fields: ReadableFields) {
        guard fields.count > 16 else { return nil }
        self.fields = fields
        successors = .allocate(capacity: fields.count + 1)
        successors.initialize(from: fields.successors, count: fields.count + 1)
    }

    deinit { successors.deallocate() }

    /// Returns the field that came after each one the last time, with the first at 0; nil if these are not the fields whose
    /// order is learnt.
    @inline(__always)
    func learnt(for fields: ReadableFields) -> UnsafeMutablePointer<UInt16>? {
        fields === self.fields ? successors : nil
    }
}
