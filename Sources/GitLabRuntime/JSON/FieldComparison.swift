// Whether two models agree in all fields, found out without code of their own for it.

extension ModelCoder {
    /// Whether two models agree, field by field: the first one's field is held while the second one's is carried to it.
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
    /// The first model's value of the field, while the second one's is carried.
    private var held: UnsafeRawPointer?

    init(_ carryOther: @escaping (Int, inout ModelCoder) -> Void) {
        self.carryOther = carryOther
    }

    /// Meets the value of a field: of the first model, or, while that is held, of the second one.
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

    /// Lets go of the closure, which must not outlive the comparison.
    func end() { carryOther = nil }
}
