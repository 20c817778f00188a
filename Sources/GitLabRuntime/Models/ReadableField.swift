// A field as the reader looks at it, for every member of every object: all that it needs, in half a line of the cache.

/// A field of a model, for reading.
struct ReadableField {
    /// How its value is read where it is written plainly; the general way reads all others.
    enum Kind: UInt8 {
        case boolean, integer, moment, day, string, enumeration, numbered, other
    }

    /// Where the key begins among those of the model.
    private let key: Int32
    /// The length of the key and what has to follow it; more than there is for a name that is only found the general way.
    private let reach: Int32
    /// Where it is in the model, in bytes.
    let offset: Int32
    let kind: Kind
    /// Whether it can be missing.
    let isOptional: Bool

    /// How many bytes of a value can be looked at where one begins.
    static var valueReach: Int {
        @inline(__always) get { 32 }
    }

    fileprivate init(key: Int, length: Int, _ field: StoredField?) {
        self.key = Int32(key)
        reach = length == 0 ? .max : Int32(length + Self.valueReach)
        offset = Int32(field?.offset ?? 0)
        kind = field.map { Kind($0.kind) } ?? .other
        isOptional = field?.isOptional ?? true
    }

    /// Returns where the value begins if the text has this name at a place, and a colon right behind it; nil otherwise.
    ///
    /// - Parameters:
    ///   - end: the end of the text, at least ``valueReach`` bytes behind the value.
    ///   - keys: those of the model.
    @inline(__always)
    func value(
        at name: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, keys: FieldKeys
    ) -> UnsafePointer<UInt8>? {
        guard end - name >= Int(reach) else { return nil }
        let length = Int(reach) &- Self.valueReach
        return keys.isKey(at: Int(key), length: length, UnsafeRawPointer(name)) ? name + length : nil
    }
}

/// The keys of the fields of a model, as they stand in front of the values: `"name":`.
struct FieldKeys {
    /// A block of ones, a block of zeros, the keys one behind the other, and a block.
    fileprivate let bytes: UnsafeRawPointer

    /// Compares blocks of 32 bytes; the last one may be longer than the key, by less than a value can be looked at.
    @inline(__always)
    fileprivate func isKey(at place: Int, length: Int, _ text: UnsafeRawPointer) -> Bool {
        var key = bytes + place
        var text = text
        var left = length
        while left > 32 {
            guard (Self.block(key) ^ Self.block(text)).isZero else { return false }
            key += 32
            text += 32
            left &-= 32
        }
        // As many ones as there are bytes left, and zeros.
        return ((Self.block(key) ^ Self.block(text)) & Self.block(bytes + (32 &- left))).isZero
    }

    @inline(__always)
    private static func block(_ bytes: UnsafeRawPointer) -> SIMD4<UInt64> {
        bytes.loadUnaligned(as: SIMD4<UInt64>.self)
    }
}

/// The fields of a model in the order of their numbers. The memory stays where it is and never changes.
final class ReadableFields: @unchecked Sendable {
    /// The fields, and one behind them that no text has.
    let first: UnsafePointer<ReadableField>
    let count: Int
    /// The numbers of the fields in order, and the one behind them.
    let successors: UnsafePointer<UInt16>
    /// The fields that are always there, a bit for each.
    let always: UnsafePointer<UInt64>
    /// The number of words with a bit for each field, and for the one behind them.
    let words: Int
    let keys: FieldKeys
    private let bytes: UnsafeMutablePointer<UInt8>

    init(_ names: [String], _ stored: [StoredField]) {
        count = names.count
        words = count / 64 + 1
        let keys = names.map { Self.key($0) }
        let length = keys.reduce(0) { $0 + $1.count }
        bytes = .allocate(capacity: 64 + length + 32)
        bytes.initialize(repeating: 0, count: 64 + length + 32)
        bytes.update(repeating: 0xFF, count: 32)
        self.keys = FieldKeys(bytes: bytes)
        let fields = UnsafeMutablePointer<ReadableField>.allocate(capacity: count + 1)
        let always = UnsafeMutablePointer<UInt64>.allocate(capacity: words)
        always.initialize(repeating: 0, count: words)
        let successors = UnsafeMutablePointer<UInt16>.allocate(capacity: count + 1)
        var next = 64
        for (index, key) in keys.enumerated() {
            for (place, byte) in key.enumerated() { bytes[next + place] = byte }
            (fields + index).initialize(to: ReadableField(key: next, length: key.count, stored[index]))
            (successors + index).initialize(to: UInt16(index))
            if !stored[index].isOptional { always[index / 64] |= 1 << UInt64(index % 64) }
            next += key.count
        }
        (fields + count).initialize(to: ReadableField(key: next, length: 0, nil))
        (successors + count).initialize(to: UInt16(count))
        first = UnsafePointer(fields)
        self.always = UnsafePointer(always)
        self.successors = UnsafePointer(successors)
    }

    deinit {
        first.deallocate()
        always.deallocate()
        successors.deallocate()
        bytes.deallocate()
    }

    /// Returns the bytes of a key; none for a name that does not stand in JSON as it is.
    private static func key(_ name: String) -> [UInt8] {
        let isPlain = name.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        return isPlain ? Array("\"\(name)\":".utf8) : []
    }
}

extension ReadableField.Kind {
    fileprivate init(_ kind: StoredField.Kind) {
        switch kind {
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .moment: self = .moment
        case .day: self = .day
        case .numbered: self = .numbered
        case .string: self = .string
        case .enumeration: self = .enumeration
        case .number, .strings, .value, .part, .secret: self = .other
        }
    }
}
