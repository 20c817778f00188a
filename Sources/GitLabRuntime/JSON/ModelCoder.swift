// Reading the fields of a model from JSON or a decoder, and writing them to an encoder, a hasher, another model or a
// list that is printed.

/// Reads or writes the fields of a model, one after the other. Generated models are written for it.
///
/// A field that cannot be read or written ends the work: the error is kept, and no further field is visited.
public struct ModelCoder {
    /// The other side of a transfer.
    enum Side {
        case json
        case decoder(KeyedDecodingContainer<ModelKey>)
        case encoder(KeyedEncodingContainer<ModelKey>)
        case hasher
        case comparison(FieldComparison)
        case list(FieldList)
    }

    /// Whether ``cursor`` is what fields are read from: the case that has to be fast.
    @usableFromInline let readsJSON: Bool
    var cursor: JSONCursor
    private(set) var hasFailed = false
    /// The fault that ended the reading.
    private(set) var fault = JSONFault(.ended, offset: 0)
    /// The name of the field that is missing, if that is the fault.
    private(set) var missing = ""

    /// Whether it is about a secret.
    private(set) var isAboutSecret = false

    let tolerance: Tolerance
    /// The findings to report.
    var findings: [Finding] = []

    /// Which fields have been read, a bit for each, for every object that is being read.
    private var seen: [UInt64] = []

    /// The model whose order is learnt, and the field that came after each one the last time; at 0 the first.
    private var followed: ModelFields?
    private var successors: [UInt16] = []

    private var side = Side.json
    private var key = ModelKey(stringValue: "")
    private var failure: (any Error)?
    private(set) var hasher: Hasher?

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ tolerance: Tolerance) throws(JSONFault) {
        readsJSON = true
        cursor = try JSONCursor(bytes)
        self.tolerance = tolerance
    }

    @usableFromInline
    mutating func fail(_ fault: JSONFault) {
        fail(fault, hidden: false)
    }

    mutating func fail(_ fault: JSONFault, hidden: Bool) {
        hasFailed = true
        self.fault = fault
        if hidden { isAboutSecret = true }
    }
}

// MARK: - Whole documents

extension ModelCoder {
    /// Reads a whole JSON text.
    static func read<Value: JSONReadable>(
        _ type: Value.Type,
        from bytes: [UInt8],
        tolerance: Tolerance
    ) throws(JSONError) -> Decoded<Value> {
        try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
            try read(type, from: bytes, tolerance: tolerance)
        }
    }

    /// Reads a whole JSON text.
    static func read<Value: JSONReadable>(
        _ type: Value.Type,
        from bytes: UnsafeBufferPointer<UInt8>,
        tolerance: Tolerance
    ) throws(JSONError) -> Decoded<Value> {
        var missing = ""
        var isAboutSecret = false
        do throws(JSONFault) {
            var coder = try ModelCoder(bytes, tolerance)
            defer {
                missing = coder.missing
                isAboutSecret = coder.isAboutSecret
            }
            coder.cursor.skipWhitespace()
            let value = try Value.read(with: &coder)
            try coder.cursor.finish()
            return Decoded(
                value: value,
                unexpected: coder.findings.isEmpty ? [] : Finding.contents(coder.findings, in: bytes))
        } catch {
            throw JSONError(error, in: bytes, missing: missing, isAboutSecret: isAboutSecret)
        }
    }
}

// MARK: - Values

extension ModelCoder {
    mutating func optional<Value: JSONReadable>(_ type: Value.Type) throws(JSONFault) -> Value? {
        guard cursor.byte != UInt8(ascii: "n") else {
            try cursor.null()
            return nil
        }
        return try Value.read(with: &self)
    }

    @inline(__always)
    mutating func integer() throws(JSONFault) -> Int {
        let value = try cursor.integer()
        guard let integer = Int(exactly: value) else { throw cursor.fault(.tooLarge) }
        return integer
    }

    mutating func array<Element: JSONReadable>(of type: Element.Type) throws(JSONFault) -> [Element] {
        var elements: [Element] = []
        guard try cursor.enterArray() else { return elements }
        if tolerance.leavesOut {
            repeat {
                if let element = try tolerated({ coder throws(JSONFault) in try Element.read(with: &coder) }) {
                    elements.append(element)
                }
            } while try cursor.nextElement()
            return elements
        }
        let first = cursor.position
        elements.append(try Element.read(with: &self))
        guard try cursor.nextElement() else { return elements }
        // The others are likely to be as long. There are seldom more than the 100 of a page.
        elements.reserveCapacity(1 + min((cursor.end - cursor.position) / (cursor.position - first), 99))
        repeat { elements.append(try Element.read(with: &self)) } while try cursor.nextElement()
        return elements
    }

    mutating func dictionary<Value: JSONReadable>(of type: Value.Type) throws(JSONFault) -> [String: Value] {
        var members: [String: Value] = [:]
        guard try cursor.enterObject() else { return members }
        repeat {
            let name = try cursor.memberName().text
            let value = try tolerated { coder throws(JSONFault) in try Value.read(with: &coder) }
            if let value, members[name] == nil { members[name] = value }
        } while try cursor.nextMember()
        return members
    }

    /// Reads an element; nil if it is left out because it cannot be read.
    @inline(__always)
    private mutating func tolerated<Value>(
        _ read: (inout ModelCoder) throws(JSONFault) -> Value
    ) throws(JSONFault) -> Value? {
        guard tolerance.leavesOut else { return try read(&self) }
        let mark = cursor.mark
        let objects = seen.count
        let known = findings.count
        do throws(JSONFault) {
            return try read(&self)
        } catch {
            guard !error.breaksOff else { throw error }
            seen.removeLast(seen.count - objects)
            // Other findings in it do not matter.
            findings.removeLast(findings.count - known)
            try skip(from: mark, because: error)
            return nil
        }
    }

    private mutating func skip(from mark: JSONCursor.Mark, because fault: JSONFault) throws(JSONFault) {
        cursor.goBack(to: mark)
        if tolerance.reports {
            findings.append(Finding(.elementLeftOut(because: fault, missing: missing), offset: cursor.offset))
        }
        hasFailed = false
        isAboutSecret = false
        missing = ""
        try cursor.skipValue()
    }
}

// MARK: - Models

extension ModelCoder {
    /// Reads an object field by field, in whatever order they come.
    mutating func model<Model: GitLabModel>(_ type: Model.Type) throws(JSONFault) -> Model {
        let beginning = cursor.offset
        var model = Model.emptyModel
        let fields = Model.modelFields
        let base = seen.count
        for _ in 0..<(fields.count + 63) / 64 { seen.append(0) }
        guard try cursor.enterObject() else {
            try leave(fields, base, beginning)
            return model
        }
        let learns = follows(fields)
        // The field before the next one, counted from 1.
        var last = 0
        repeat {
            let likely = learns ? Int(successors[last]) : last
            guard let index = try member(of: fields, likely: likely) else {
                try skipUnknown()
                continue
            }
            if learns, index != likely { successors[last] = UInt16(truncatingIfNeeded: index) }
            last = index + 1
            let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: index & 63)
            guard seen[base + index / 64] & bit == 0 else {
                // Of members with the same name the first counts, as it does for JSONDecoder.
                try cursor.skipValue()
                continue
            }
            seen[base + index / 64] |= bit
            model.carry(index, with: &self)
            if hasFailed { throw fault }
        } while try cursor.nextMember()
        try leave(fields, base, beginning)
        return model
    }

    /// Returns whether the order of these fields is learnt: GitLab returns all objects of a list in the same order,
    /// which is not the one of the model. It is done for the first large model of a document, the one that the document
    /// is about.
    private mutating func follows(_ fields: ModelFields) -> Bool {
        if let followed { return followed === fields }
        guard fields.count > 16 else { return false }
        followed = fields
        successors = (0...fields.count).map { UInt16(truncatingIfNeeded: $0) }
        return true
    }

    /// Passes the name of a member.
    ///
    /// - Parameter likely: the field that comes next if the document has the order of the model.
    /// - Returns: the number of its field; nil for an unknown name.
    @inline(__always)
    private mutating func member(of fields: ModelFields, likely: Int) throws(JSONFault) -> Int? {
        guard cursor.byte == UInt8(ascii: "\"") else { throw cursor.unexpected }
        let first = cursor.position + 1
        if fields.isField(likely, first, before: cursor.end) {
            cursor.position = first + fields.length(of: likely) + 1
            try cursor.colon()
            return likely
        }
        let name = try cursor.rawString()
        try cursor.colon()
        guard name.hasEscapes else { return fields.index(of: name.bytes, count: name.count, before: cursor.end) }
        var text = name.text
        return text.withUTF8 { bytes in
            bytes.baseAddress.flatMap { fields.index(of: $0, count: bytes.count, before: $0 + bytes.count) }
        }
    }

    private mutating func skipUnknown() throws(JSONFault) {
        if tolerance.reports { findings.append(Finding(.unknownField, offset: cursor.offset)) }
        try cursor.skipValue()
    }

    /// Checks that no required field is missing.
    private mutating func leave(_ fields: ModelFields, _ base: Int, _ beginning: Int) throws(JSONFault) {
        for index in fields.always where seen[base + index / 64] & 1 << UInt64(index & 63) == 0 {
            missing = fields.fields[index].name
            throw JSONFault(.missing, offset: beginning)
        }
        seen.removeLast(seen.count - base)
    }
}

// MARK: - Decoders, encoders, hashers, other models, lists of fields

extension ModelCoder {
    init(hashing hasher: Hasher) {
        self.init(.hasher)
        self.hasher = hasher
    }

    init(comparing comparison: FieldComparison) {
        self.init(.comparison(comparison))
    }

    init(listing list: FieldList) {
        self.init(.list(list))
    }

    init(decoding container: KeyedDecodingContainer<ModelKey>) {
        self.init(.decoder(container))
    }

    init(encoding container: KeyedEncodingContainer<ModelKey>) {
        self.init(.encoder(container))
    }

    private init(_ side: Side) {
        // Nothing is read from it.
        readsJSON = false
        cursor = .none
        tolerance = Tolerance()
        self.side = side
    }

    /// Reads or writes all fields of a model.
    ///
    /// - Throws: the error of the decoder or the encoder.
    mutating func carryAll<Model: GitLabModel>(of model: inout Model) throws {
        let fields = Model.modelFields.fields
        for index in fields.indices {
            key = ModelKey(stringValue: fields[index].name)
            model.carry(index, with: &self)
            if let failure { throw failure }
        }
    }

    /// Reads or writes a field that may be missing.
    @usableFromInline
    mutating func transfer<Value: Codable & Hashable>(_ value: inout Value?) {
        do {
            switch side {
            case .json: break
            case .decoder(let container): value = try container.decodeIfPresent(Value.self, forKey: key)
            case .encoder(var container): try container.encodeIfPresent(value, forKey: key)
            case .hasher: hasher?.combine(value)
            case .comparison(let comparison): comparison.meet(&value)
            case .list(let list): list.add(value as Any)
            }
        } catch {
            failure = error
        }
    }

    /// Reads or writes a value of an enum to a list of fields, as what it is and not as its text.
    ///
    /// - Returns: whether the other side is a list.
    mutating func list(_ rawValue: String?, of type: any OpenEnum.Type) -> Bool {
        guard case .list(let list) = side else { return false }
        list.add(rawValue, of: type)
        return true
    }

    /// Reads or writes a field that is always there.
    @usableFromInline
    mutating func transfer<Value: Codable & Hashable>(_ value: inout Value) {
        do {
            switch side {
            case .json: break
            case .decoder(let container): value = try container.decode(Value.self, forKey: key)
            case .encoder(var container): try container.encode(value, forKey: key)
            case .hasher: hasher?.combine(value)
            case .comparison(let comparison): comparison.meet(&value)
            case .list(let list): list.add(value)
            }
        } catch {
            failure = error
        }
    }
}
