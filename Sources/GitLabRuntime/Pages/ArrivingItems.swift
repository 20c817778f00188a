// The items of a page, read while the rest of the page still arrives.

import HTTPTypes

/// Reads the items of a page as its bytes arrive, and hands each on once.
///
/// Items are read ahead of the end of the page where that can do no harm, and otherwise when the page is there:
///
/// * The page has another number than the requested one, or begins as the page before did: it may be the same page.
/// * It is not an array, or one of arrays; or the items are read by `JSONDecoder`.
///
/// Where the page breaks off and is requested again, the bytes of the items that were handed on are compared with
/// those of the new response. If they are the same, reading continues behind them; otherwise the page has changed, and
/// the call fails.
///
/// The bytes of the page are kept until its end, as many as ``GitLabClient/Configuration/maximumResponseSize`` allows,
/// so that it arrives at the speed of the network, however long its items are used.
final class ArrivingItems<Item: Decodable & Sendable>: BodyReceiver {
    fileprivate struct State {
        var beginning = 0
        var bytes: [UInt8] = []
        var scanner = ElementScanner()
        var progress = ElementProgress()
        /// How many items were handed on, and the last one of them.
        var count = 0
        var last: Item?
        /// The bytes with the items that earlier attempts have handed on, until they were compared.
        var repeated: [UInt8] = []
        var hasChanged = false
        /// Whether it is the requested page, and how many bytes of the page before it begins with.
        var isRequested = true
        var likePrevious = 0
    }

    private let state = Locked(State())
    private let queue: ItemQueue<Item>
    private let number: Int
    private let previous: [UInt8]
    private let tolerance: Tolerance

    /// - Parameters:
    ///   - queue: receives the items that are read ahead.
    ///   - number: the number of the requested page.
    ///   - previous: the bytes of the page before.
    init(_ queue: ItemQueue<Item>, page number: Int, after previous: [UInt8]?, _ tolerance: Tolerance) {
        self.queue = queue
        self.number = number
        self.previous = previous ?? []
        self.tolerance = tolerance
    }

    /// How many items were handed on, and the last one of them.
    var handedOn: (count: Int, last: Item?) { state.withLock { ($0.count, $0.last) } }

    func begin(_ head: HTTPResponse) -> Int {
        state.withLock { state in
            state.restart()
            if let sent = head.headerFields.integer(.page) { state.isRequested = sent == number }
            return state.beginning
        }
    }

    func append(_ piece: [UInt8], of beginning: Int, upTo limit: Int) -> Bool {
        state.withLock { state in
            guard beginning == state.beginning else { return true }
            guard piece.count <= limit - state.bytes.count else { return false }
            if state.bytes.isEmpty { state.bytes = piece } else { state.bytes.append(piece, growingUpTo: limit) }
            state.compare(with: previous)
            if state.isReadable { readAhead(&state) }
            return true
        }
    }

    func bytes(of beginning: Int) -> [UInt8] {
        state.withLock { $0.beginning == beginning ? $0.bytes : [] }
    }

    /// Hands on the items that are complete.
    private func readAhead(_ state: inout State) {
        guard let type = Item.self as? any JSONReadable.Type, state.progress.failure == nil else { return }
        state.bytes.withUnsafeBufferPointer { state.scanner.scan($0) }
        guard state.scanner.border > state.progress.offset else { return }
        handOn(read(type, upTo: state.scanner.border, &state), &state)
    }

    /// Returns the items of the whole page that were not handed on.
    ///
    /// - Throws: ``PageChanged``; ``Unreadable``, after the items before it have been handed on; errors of decoders.
    func rest(of bytes: [UInt8]) throws -> Decoded<[Item]> {
        try state.withLock { state in
            if state.bytes != bytes {
                state.restart()
                state.bytes = bytes
                state.compare(with: previous)
            }
            guard !state.hasChanged, state.repeated.isEmpty else { throw PageChanged(items: state.count) }
            guard let type = Item.self as? any JSONReadable.Type, ElementScanner.isArrayOfItems(bytes) else {
                return try ResponseReader.reading([Item].self, from: bytes, tolerance)
            }
            let items = state.progress.failure == nil ? read(type, upTo: nil, &state) : []
            let found = bytes.withUnsafeBufferPointer { Finding.contents(state.progress.findings, in: $0) }
            guard let failure = state.progress.failure else { return Decoded(value: items, unexpected: found) }
            if state.isReadable { handOn(items, &state) }
            throw Unreadable(found: found, error: failure.located(in: bytes))
        }
    }

    private func read<Element: JSONReadable>(
        _ type: Element.Type, upTo border: Int?, _ state: inout State
    ) -> [Item] {
        let items: Any = JSONReader.elements(
            of: type, in: state.bytes, upTo: border, from: &state.progress, tolerance)
        return items as? [Item] ?? []
    }

    private func handOn(_ items: [Item], _ state: inout State) {
        guard let last = items.last else { return }
        state.count += items.count
        state.last = last
        queue.push(items)
    }
}

extension ArrivingItems.State {
    /// Whether items can be handed on before the page is complete.
    fileprivate var isReadable: Bool {
        isRequested && repeated.isEmpty && !hasChanged && likePrevious < bytes.count
    }

    /// Begins again from the first byte.
    fileprivate mutating func restart() {
        beginning += 1
        if repeated.isEmpty { repeated = Array(bytes[..<progress.offset]) }
        bytes = []
        scanner = ElementScanner()
        progress.resume()
        isRequested = true
        likePrevious = 0
    }

    /// Compares what has arrived with the page before, and with what was handed on.
    fileprivate mutating func compare(with previous: [UInt8]) {
        let end = min(bytes.count, previous.count)
        while likePrevious < end, bytes[likePrevious] == previous[likePrevious] { likePrevious += 1 }
        guard !repeated.isEmpty, bytes.count >= repeated.count else { return }
        hasChanged = !bytes.starts(with: repeated)
        repeated = []
    }
}

/// The error that stopped reading a page, with the unexpected content before it.
struct Unreadable: Error {
    let found: [UnexpectedContent]
    let error: JSONError
}

/// The error for a page that broke off, and had changed when it was requested again.
struct PageChanged: Error, CustomStringConvertible {
    /// How many items were handed on.
    let items: Int

    var description: String {
        "the page broke off behind its item \(items), and had changed before that when it was requested again"
    }
}
