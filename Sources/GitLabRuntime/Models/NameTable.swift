// Finding a field by the bytes of its name.

/// The names of the fields of a model, as they stand in JSON.
struct NameTable: Sendable {
    private let names: NameBytes
    /// A hash table with open addressing: numbers of names from 1, 0 for nothing.
    private let slots: [UInt16]

    init(_ names: [String]) {
        let names = NameBytes(names)
        self.names = names
        slots = Self.table(of: names)
    }

    /// Returns the number of this name; nil for an unknown one.
    ///
    /// - Parameter end: behind the last byte that may be looked at, at or behind the end of the name.
    func index(of name: UnsafePointer<UInt8>, count: Int, before end: UnsafePointer<UInt8>) -> Int? {
        let mask = slots.count - 1
        var slot = Self.hash(name, count: count, before: end) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if names.length(of: index) == count, names.name(index, matches: name, before: end) { return index }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static func table(of names: NameBytes) -> [UInt16] {
        var size = 4
        while size < names.count * 3 { size *= 2 }
        var slots = [UInt16](repeating: 0, count: size)
        for index in 0..<names.count {
            let hash = hash(names.start(of: index), count: names.length(of: index), before: names.end)
            var slot = hash & (size - 1)
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

/// Names as bytes that stay where they are and never change.
private final class NameBytes: @unchecked Sendable {
    let count: Int
    let end: UnsafePointer<UInt8>
    private let bytes: UnsafePointer<UInt8>
    /// Where each name begins, and where the last one ends.
    private let starts: UnsafePointer<Int>

    init(_ names: [String]) {
        let length = names.reduce(0) { $0 + $1.utf8.count }
        // Behind the last name there may be a word that is loaded and not looked at.
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: length + 8)
        bytes.initialize(repeating: 0, count: length + 8)
        let starts = UnsafeMutablePointer<Int>.allocate(capacity: names.count + 1)
        starts.initialize(repeating: length, count: names.count + 1)
        var next = 0
        for (index, name) in names.enumerated() {
            starts[index] = next
            for byte in name.utf8 {
                bytes[next] = byte
                next += 1
            }
        }
        count = names.count
        end = UnsafePointer(bytes) + length + 8
        self.bytes = UnsafePointer(bytes)
        self.starts = UnsafePointer(starts)
    }

    deinit {
        bytes.deallocate()
        starts.deallocate()
    }

    @inline(__always)
    func start(of index: Int) -> UnsafePointer<UInt8> { bytes + starts[index] }

    @inline(__always)
    func length(of index: Int) -> Int { starts[index + 1] - starts[index] }

    /// Returns whether as many bytes as the name has are the name.
    @inline(__always)
    func name(_ index: Int, matches name: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>) -> Bool {
        let own = start(of: index)
        let count = length(of: index)
        guard count >= 8 else {
            return own.shortWord(count, before: self.end) == name.shortWord(count, before: end)
        }
        var place = 0
        while place + 8 < count {
            guard (own + place).word == (name + place).word else { return false }
            place += 8
        }
        return (own + count - 8).word == (name + count - 8).word
    }
}

extension UnsafePointer<UInt8> {
    /// Returns the next bytes, less than eight, as a word.
    @inline(__always)
    fileprivate func shortWord(_ count: Int, before end: UnsafePointer<UInt8>) -> UInt64 {
        if end - self >= 8 { return word & (1 << UInt64(count * 8) &- 1) }
        var word: UInt64 = 0
        for index in 0..<count { word |= UInt64(self[index]) << UInt64(index * 8) }
        return word
    }
}
