// Reading objects as models, field by field.

extension JSONReader {
    /// Reads an object.
    mutating func model<Model: GitLabModel>(_ type: Model.Type) throws(JSONError) -> Model {
        var model = Model.emptyModel
        let fields = Model.modelFields
        try withUnsafeMutablePointer(to: &model) { model throws(JSONError) in
            try members(of: fields, into: UnsafeMutableRawPointer(model))
        }
        return model
    }

    /// Reads the members of an object in whatever order they come.
    private mutating func members(
        of fields: ModelFields, into model: UnsafeMutableRawPointer
    ) throws(JSONError) {
        let beginning = cursor.offset
        let base = seen.count
        for _ in 0..<(fields.count + 63) / 64 { seen.append(0) }
        let objects = seen.count
        guard try cursor.enterObject() else { return try leave(fields, base, beginning) }
        let learns = order.follows(fields)
        // The field before the next one, counted from 1.
        var last = 0
        repeat {
            let likely = learns ? order.field(after: last) : last
            guard let index = try member(of: fields, likely: likely) else {
                try skipUnknown()
                continue
            }
            if learns, index != likely { order.learn(index, after: last) }
            last = index + 1
            let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: index & 63)
            guard seen[base + index / 64] & bit == 0 else {
                // Of members with the same name the first counts, as it does for JSONDecoder.
                try cursor.skipValue()
                continue
            }
            seen[base + index / 64] |= bit
            let mark = cursor.mark
            do throws(JSONError) {
                try value(of: fields.stored[index], into: model)
            } catch {
                guard tolerance.skipsFields, fields.stored[index].isOptional else { throw error }
                try skip(from: mark, objects, because: error) { .fieldLeftOut(because: $0, missing: $1) }
            }
        } while try cursor.nextMember()
        try leave(fields, base, beginning)
    }

    /// Reads the value of a field. Null leaves an optional one as it is, which is nil.
    @inline(__always)
    private mutating func value(
        of field: StoredField, into model: UnsafeMutableRawPointer
    ) throws(JSONError) {
        if field.isOptional, try null() { return }
        switch field.kind {
        case .boolean: field.store(try cursor.boolean(), in: model)
        case .integer: field.store(try integer(), in: model)
        case .number: field.store(try number(), in: model)
        case .string: field.store(try cursor.string(), in: model)
        case .moment: field.store(try moment(), in: model)
        case .strings: field.store(try array(of: String.self), in: model)
        case .enumeration(let type): field.store(try rawValue(of: type), in: model)
        case .value: try field.access.read(with: &self, into: model + field.offset)
        case .secret: try secret(field, into: model)
        }
    }

    private mutating func secret(_ field: StoredField, into model: UnsafeMutableRawPointer) throws(JSONError) {
        do throws(JSONError) {
            try field.access.read(with: &self, into: model + field.offset)
        } catch {
            isAboutSecret = true
            throw error
        }
    }

    /// Passes the name of a member.
    ///
    /// - Parameter likely: the field that comes next if the document has the order of the model.
    /// - Returns: the number of its field; nil for an unknown name.
    @inline(__always)
    private mutating func member(of fields: ModelFields, likely: Int) throws(JSONError) -> Int? {
        guard cursor.byte == UInt8(ascii: "\"") else { throw cursor.unexpected }
        let first = cursor.position + 1
        if fields.names.isName(likely, first, before: cursor.end) {
            cursor.position = first + fields.names.length(of: likely) + 1
            try cursor.colon()
            return likely
        }
        let name = try cursor.rawString()
        try cursor.colon()
        guard name.hasEscapes else { return fields.names.index(of: name.bytes, count: name.count, before: cursor.end) }
        var text = name.text
        return text.withUTF8 { bytes in
            bytes.baseAddress.flatMap { fields.names.index(of: $0, count: bytes.count, before: $0 + bytes.count) }
        }
    }

    private mutating func skipUnknown() throws(JSONError) {
        if tolerance.reports { findings.append(Finding(.unknownField, offset: cursor.offset)) }
        try cursor.skipValue()
    }

    /// Checks that no required field is missing.
    private mutating func leave(_ fields: ModelFields, _ base: Int, _ beginning: Int) throws(JSONError) {
        for index in fields.always where seen[base + index / 64] & 1 << UInt64(index & 63) == 0 {
            missing = fields.labels[index].name
            throw JSONError(.missing, offset: beginning)
        }
        seen.removeLast(seen.count - base)
    }
}

/// The order in which a document has the fields of a model. GitLab returns all objects of a list in the same order, which
/// is not the one of the model. It is learnt for the first large model of a document, the one that the document is about.
struct FieldOrder {
    private var fields: ModelFields?

    /// The field that came after each one the last time; at 0 the first.
    private var successors: [UInt16] = []

    /// Returns whether the order of these fields is learnt.
    mutating func follows(_ fields: ModelFields) -> Bool {
        if let known = self.fields { return known === fields }
        guard fields.count > 16 else { return false }
        self.fields = fields
        successors = (0...fields.count).map { UInt16(truncatingIfNeeded: $0) }
        return true
    }

    @inline(__always)
    func field(after last: Int) -> Int { Int(successors[last]) }

    @inline(__always)
    mutating func learn(_ index: Int, after last: Int) { successors[last] = UInt16(truncatingIfNeeded: index) }
}
