// The names of a model's fields, and finding a field by the bytes of its name.

/// GitLab's names of the fields of a model, and which of them every answer has.
///
/// It is made once for each model, from one text, so that a list of a hundred names costs the compiler nothing.
public final class ModelFields: Sendable {
    struct Field: Sendable {
        let name: String
        let isAlwaysPresent: Bool
        /// Where its name begins in the bytes of all names, and how long it is.
        fileprivate let start: Int
        fileprivate let count: Int
    }

    let fields: [Field]
    /// The fields that are always there.
    let always: [Int]
    /// A date that stands in a model until its field has been read.
    public static let anyDate = CalendarDate.someDay

    private let names: NameBytes
    private let slots: [UInt16]

    /// Lists fields.
    ///
    /// - Parameter names: the names in the order of the numbers that the model gives its fields, separated by blanks; a
    ///   name with `!` behind it is that of a field that is always there.
    public init(_ names: StaticString) {
        var fields: [Field] = []
        var bytes: [UInt8] = []
        for word in names.description.split(separator: " ") {
            let name = String(word.last == "!" ? word.dropLast() : word)
            fields.append(
                Field(name: name, isAlwaysPresent: word.last == "!", start: bytes.count, count: name.utf8.count))
            bytes.append(contentsOf: name.utf8)
        }
        self.fields = fields
        always = fields.indices.filter { fields[$0].isAlwaysPresent }
        self.names = NameBytes(bytes)
        slots = Self.table(of: fields, self.names)
    }

    /// The number of the field with this name; nil for an unknown one.
    ///
    /// - Parameter end: behind the last byte that may be looked at, at or behind the end of the name.
    func index(of name: UnsafePointer<UInt8>, count: Int, before end: UnsafePointer<UInt8>) -> Int? {
        let mask = slots.count - 1
        var slot = Self.hash(name, count: count, before: end) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if fields[index].count == count, names.matches(fields[index].start, name, count: count, before: end) {
                return index
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Whether a name is that of the field with this number, and ends there with a quote.
    @inline(__always)
    func isField(_ index: Int, _ name: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) -> Bool {
        guard index < fields.count else { return false }
        let count = fields[index].count
        guard end - name > count, name[count] == UInt8(ascii: "\"") else { return false }
        return names.matches(fields[index].start, name, count: count, before: end)
    }

    /// The length of the name of the field with this number, in bytes.
    @inline(__always)
    func length(of index: Int) -> Int { fields[index].count }

    /// A hash table with open addressing: numbers of fields from 1, 0 for nothing.
    private static func table(of fields: [Field], _ names: NameBytes) -> [UInt16] {
        var size = 4
        while size < fields.count * 3 { size *= 2 }
        var slots = [UInt16](repeating: 0, count: size)
        for (index, field) in fields.enumerated() {
            var slot = hash(names.start + field.start, count: field.count, before: names.end) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt16(index + 1)
        }
        return slots
    }

    /// Of length, first and last eight bytes: names that agree in these are rare, and are compared anyway.
    private static func hash(_ name: UnsafePointer<UInt8>, count: Int, before end: UnsafePointer<UInt8>) -> Int {
        let first: UInt64
        let last: UInt64
        if count >= 8 {
            (first, last) = (name.word, (name + count - 8).word)
        } else {
            (first, last) = (name.shortWord(count, before: end), 0)
        }
        var hash = (first ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ last ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: hash >> 33)
    }
}

/// Bytes that stay where they are and never change.
private final class NameBytes: @unchecked Sendable {
    let start: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>

    init(_ bytes: [UInt8]) {
        // Behind the last name there may be a word that is loaded and not looked at.
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 8)
        for (index, byte) in bytes.enumerated() { copy[index] = byte }
        for index in bytes.count..<bytes.count + 8 { copy[index] = 0 }
        start = UnsafePointer(copy)
        end = start + bytes.count + 8
    }

    deinit { start.deallocate() }

    @inline(__always)
    func matches(
        _ offset: Int,
        _ name: UnsafePointer<UInt8>,
        count: Int,
        before end: UnsafePointer<UInt8>
    ) -> Bool {
        let own = start + offset
        guard count >= 8 else {
            return own.shortWord(count, before: self.end) == name.shortWord(count, before: end)
        }
        var index = 0
        while index + 8 < count {
            guard (own + index).word == (name + index).word else { return false }
            index += 8
        }
        return (own + count - 8).word == (name + count - 8).word
    }
}

extension UnsafePointer<UInt8> {
    /// The next bytes, less than eight, as a word.
    @inline(__always)
    fileprivate func shortWord(_ count: Int, before end: UnsafePointer<UInt8>) -> UInt64 {
        if end - self >= 8 { return word & (1 << UInt64(count * 8) &- 1) }
        var word: UInt64 = 0
        for index in 0..<count { word |= UInt64(self[index]) << UInt64(index * 8) }
        return word
    }
}
