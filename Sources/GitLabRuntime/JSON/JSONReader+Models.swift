// Reading objects as models, field by field.

extension JSONReader {
    /// Reads an object.
    mutating func model<Model: GitLabModel>(_ type: Model.Type) throws(JSONError) -> Model {
        var model = Model.emptyModel
        try fill(&model)
        return model
    }

    /// Reads an object into an empty model.
    @inline(__always)
    private mutating func fill<Model: GitLabModel>(_ model: UnsafeMutablePointer<Model>) throws(JSONError) {
        try members(of: Model.modelFields, into: UnsafeMutableRawPointer(model))
    }

    /// Reads the members of an object in whatever order they come.
    private mutating func members(
        of fields: ModelFields, into model: UnsafeMutableRawPointer
    ) throws(JSONError) {
        let beginning = cursor.offset
        let words = fields.readable.words
        try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words) { room throws(JSONError) in
            room.initialize(repeating: 0)
            guard let seen = room.baseAddress else { return }
            if try cursor.enterObject() { try members(of: fields, into: model, seen) }
            try leave(fields, seen, beginning)
        }
    }

    /// - Parameter seen: a bit for each field, and for the one behind them, which stands for unknown ones.
    private mutating func members(
        of fields: ModelFields, into model: UnsafeMutableRawPointer, _ seen: UnsafeMutablePointer<UInt64>
    ) throws(JSONError) {
        let readable = fields.readable
        let (table, keys, count, end) = (readable.first, readable.keys, readable.count, cursor.end)
        let successors = successors(of: readable)
        let ways = PlainWays(readsEnums: !tolerance.reports, makesSmallText: SmallText.isKnown)
        Self.mark(count, in: seen)
        // The cursor moves on where the general way is taken.
        var position = cursor.position
        // The field before the next one, counted from 1.
        var last = 0
        while true {
            var index = Int(truncatingIfNeeded: successors[last])
            var mayBePlain = true
            if let value = table[index].value(at: position, before: end, keys: keys) {
                position = value
            } else {
                cursor.position = position
                index = try member(of: fields, likely: index, after: last)
                position = cursor.position
                mayBePlain = end - position >= ReadableField.valueReach
            }
            if index < count { last = index &+ 1 }
            let isFirst = Self.mark(index, in: seen)
            if isFirst, mayBePlain,
                let next = table[index].readPlainValue(at: position, before: end, into: model, ways)
            {
                position = next
            } else {
                cursor.position = position
                try anyValue(of: fields, index, isFirst: isFirst, into: model)
                position = cursor.position
            }
            // As it is written without white space.
            if end - position >= 2, position.pointee == UInt8(ascii: ","), position[1] == UInt8(ascii: "\"") {
                position += 1
                continue
            }
            cursor.position = position
            guard try cursor.nextMember() else { return }
            position = cursor.position
        }
    }

    /// Returns the field that is likely to come after each one, with the first at 0.
    private mutating func successors(of fields: ReadableFields) -> UnsafePointer<UInt16> {
        if order == nil { order = FieldOrder(of: fields) }
        return order?.learnt(for: fields).map { UnsafePointer($0) } ?? fields.successors
    }

    /// Marks a field as seen.
    ///
    /// - Returns: whether it had not been seen.
    @inline(__always) @discardableResult
    private static func mark(_ index: Int, in seen: UnsafeMutablePointer<UInt64>) -> Bool {
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
        let word = seen[index &>> 6]
        seen[index &>> 6] = word | bit
        return word & bit == 0
    }

    /// Reads a value, whatever it is: of a field that has not been seen; with tolerance, passes one that cannot be read.
    /// Of members with the same name the first counts, as it does for `JSONDecoder`.
    @inline(never)
    private mutating func anyValue(
        of fields: ModelFields, _ index: Int, isFirst: Bool, into model: UnsafeMutableRawPointer
    ) throws(JSONError) {
        cursor.skipWhitespace()
        guard isFirst else { return try cursor.skipValue() }
        let field = fields.stored[index]
        let mark = cursor.mark
        do throws(JSONError) {
            try value(of: field, into: model)
        } catch {
            guard tolerance.skipsFields, field.isOptional else { throw error }
            try skip(from: mark, because: error) { .fieldLeftOut(because: $0, missing: $1) }
        }
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
        case .day: field.store(try date(), in: model)
        case .value(let access), .numbered(let access): try access.read(with: &self, into: model + field.offset)
        case .part(let type): field.store(try type.reading(with: &self), in: model)
        case .secret(let access): try secret(access, into: model + field.offset)
        }
    }

    private mutating func secret(
        _ access: any ReadAccess.Type, into field: UnsafeMutableRawPointer
    ) throws(JSONError) {
        do throws(JSONError) {
            try access.read(with: &self, into: field)
        } catch {
            isAboutSecret = true
            throw error
        }
    }

    /// Passes the name of a member, which is not the likely one.
    ///
    /// - Returns: the number of its field; behind the last one for an unknown name.
    @inline(never)
    private mutating func member(of fields: ModelFields, likely: Int, after last: Int) throws(JSONError) -> Int {
        let readable = fields.readable
        let learnt = order?.learnt(for: readable)
        // The likely one may be missing.
        let second = Int((learnt.map { UnsafePointer($0) } ?? readable.successors)[min(likely + 1, readable.count)])
        if let value = readable.first[second].value(at: cursor.position, before: cursor.end, keys: readable.keys) {
            cursor.position = value
            return second
        }
        let name = try cursor.memberName()
        guard let index = number(of: name, in: fields) else {
            if tolerance.reports { findings.append(Finding(.unknownField, offset: cursor.offset)) }
            return readable.count
        }
        learnt?[last] = UInt16(truncatingIfNeeded: index)
        return index
    }

    private func number(of name: JSONCursor.RawString, in fields: ModelFields) -> Int? {
        guard name.hasEscapes else { return fields.names.index(of: name.bytes, count: name.count, before: cursor.end) }
        var text = name.text
        return text.withUTF8 { bytes in
            bytes.baseAddress.flatMap { fields.names.index(of: $0, count: bytes.count, before: $0 + bytes.count) }
        }
    }

    /// Checks that no required field is missing.
    @inline(__always)
    private mutating func leave(
        _ fields: ModelFields, _ seen: UnsafeMutablePointer<UInt64>, _ beginning: Int
    ) throws(JSONError) {
        let always = fields.readable.always
        for word in 0..<fields.readable.words where always[word] & ~seen[word] != 0 {
            let index = word * 64 + (always[word] & ~seen[word]).trailingZeroBitCount
            missing = fields.labels[index].name
            throw JSONError(.missing, offset: beginning)
        }
    }
}
