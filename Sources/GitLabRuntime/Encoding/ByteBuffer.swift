// The one buffer that a request is written into.

/// Bytes that grow at their end.
///
/// An array would do the same, but asks at every byte whether it is shared; a request is written by one writer, and this
/// buffer has one owner.
struct ByteBuffer: ~Copyable {
    /// nil until there is something to hold.
    private var start: UnsafeMutablePointer<UInt8>?
    private(set) var count = 0
    private var capacity = 0
    /// Whether the bytes are in memory of its own.
    private var isOwner = true

    init() {}

    /// Creates a buffer that needs no memory of its own while its bytes fit into the room.
    ///
    /// - Parameter room: uninitialized, and there for longer than the buffer.
    init(in room: UnsafeMutableBufferPointer<UInt8>) {
        start = room.baseAddress
        capacity = room.count
        isOwner = false
    }

    deinit { if isOwner { start?.deallocate() } }

    var isEmpty: Bool { count == 0 }

    /// Lends room for this many bytes; the writer returns how many it used.
    @inline(__always)
    mutating func append(upTo length: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        if length > capacity - count { grow(by: length) }
        guard let start else { return }
        let written = write(start + count)
        precondition(written <= length)
        count += written
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        append(upTo: 1) { room in
            room.pointee = byte
            return 1
        }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        append(upTo: bytes.count) { room in
            room.update(from: source, count: bytes.count)
            return bytes.count
        }
    }

    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append($0) }
    }

    mutating func append(utf8 text: String) {
        text.withBytes { append($0) }
    }

    /// Removes the last byte if it is this one.
    mutating func removeLast(ifIt byte: UInt8) {
        guard count > 0, let start, start[count - 1] == byte else { return }
        count -= 1
    }

    /// Appends the digits of a number, with `-` before those of a negative one.
    mutating func append(decimal number: Int64) {
        append(upTo: Self.longestDecimal) { Self.write(decimal: number, to: $0) }
    }

    /// The most bytes that an integer takes: 19 digits and a sign.
    static let longestDecimal = 20

    /// Writes the digits of a number, and returns how many bytes they are with the sign.
    static func write(decimal number: Int64, to room: UnsafeMutablePointer<UInt8>) -> Int {
        var rest = number.magnitude
        var length = number < 0 ? 2 : 1
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        if number < 0 { room[0] = UInt8(ascii: "-") }
        rest = number.magnitude
        var place = length
        repeat {
            place -= 1
            room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        return length
    }

    /// Reads what was written.
    func withBytes<Result, Failure: Error>(
        _ read: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try read(UnsafeBufferPointer(start: start, count: count))
    }

    /// The bytes as text. They have to be UTF-8.
    var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    /// The bytes.
    var array: [UInt8] { withBytes { Array($0) } }

    @inline(never)
    private mutating func grow(by length: Int) {
        let room = max(2 * capacity, capacity + length, 256)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
        if let start {
            moved.moveInitialize(from: start, count: count)
            if isOwner { start.deallocate() }
        }
        isOwner = true
        start = moved
        capacity = room
    }
}
