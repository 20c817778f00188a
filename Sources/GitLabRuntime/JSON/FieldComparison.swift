// Comparing two models field by field, without code in each model.

extension ModelCoder {
    /// Returns whether two models agree, field by field: the first one's field is kept while the second one's is
    /// visited.
    static func agree(
        fields count: Int,
        _ carryOne: (Int, inout ModelCoder) -> Void,
        and carryOther: (Int, inout ModelCoder) -> Void
    ) -> Bool {
        withoutActuallyEscaping(carryOther) { carryOther in
            let comparison = FieldComparison(carryOther)
            var coder = ModelCoder(comparing: comparison)
            for field in 0..<count {
                comparison.field = field
                carryOne(field, &coder)
                guard comparison.agrees else { break }
            }
            comparison.end()
            return comparison.agrees
        }
    }
}

/// The comparison of two models of the same type, one field after the other.
final class FieldComparison {
    /// The number of the field that is compared.
    var field = 0
    private(set) var agrees = true
    private var carryOther: ((Int, inout ModelCoder) -> Void)?
    /// The first model's value of the field, while the second one's is visited.
    private var held: UnsafeRawPointer?

    init(_ carryOther: @escaping (Int, inout ModelCoder) -> Void) {
        self.carryOther = carryOther
    }

    /// Visits the value of a field: of the first model, or, while that is kept, of the second one.
    func meet<Value: Equatable>(_ value: inout Value) {
        if let held {
            // It is the same field of the same type of model, and so the same type of value.
            agrees = held.assumingMemoryBound(to: Value.self).pointee == value
            return
        }
        withUnsafePointer(to: &value) { pointer in
            held = UnsafeRawPointer(pointer)
            var coder = ModelCoder(comparing: self)
            carryOther?(field, &coder)
            held = nil
        }
    }

    /// Releases the closure, which must not outlive the comparison.
    func end() { carryOther = nil }
}
