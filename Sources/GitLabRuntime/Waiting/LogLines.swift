// The lines of a log that grows.

/// The lines of a log while it grows, from its first one until the job has ended.
///
/// ```swift
/// for try await line in gitlab.jobs.followLog("group/project", jobID: 42) { print(line) }
/// ```
///
/// The log and the state of the job are requested as ``Polling`` says. GitLab sends only what is new if it knows
/// ``ByteRange``; of others, each request reads the whole log, of which the known part is skipped. A line is returned once
/// its end has come, without the line break, with the escape sequences for colours and sections that GitLab's runner
/// writes; bytes that are not UTF-8 are repaired. A line of more than 1 MiB is returned in parts of that length.
///
/// The sequence can be iterated several times; each time it starts at the beginning of the log.
public struct LogLines: AsyncSequence, Sendable {
    /// A line.
    public typealias Element = String

    /// A part of the log to request.
    public struct ByteRange: Sendable, Hashable {
        /// The position of its first byte, from 0.
        public let offset: Int
        /// The most bytes to send; nil: all.
        public let limit: Int?
    }

    let source: LogSource

    /// Starts at the beginning of the log.
    public func makeAsyncIterator() -> Iterator { Iterator(source) }

    /// Reads line by line.
    public struct Iterator: AsyncIteratorProtocol {
        private let source: LogSource
        private var pauses: Pauses
        private var reader = LogReader()
        private var lines = LineBuffer()
        /// The state of the job before the part that is being read was requested.
        private var outcome: WaitOutcome?
        private var isOver = false

        init(_ source: LogSource) {
            self.source = source
            pauses = Pauses(source.polling, source.clock)
        }

        /// Waits for the next line; nil after the last one, and after an error.
        ///
        /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/timeout`` if it takes longer than ``Polling/timeout``;
        ///   `CancellationError` if the task is cancelled.
        public mutating func next() async throws -> String? {
            if let line = lines.next() { return line }
            guard !isOver else { return nil }
            isOver = true
            while let chunk = try await nextChunk() {
                lines.append(chunk)
                guard let line = lines.next() else { continue }
                isOver = false
                return line
            }
            return lines.rest()
        }

        /// Waits for new bytes; nil if the log is complete.
        private mutating func nextChunk() async throws -> ArraySlice<UInt8>? {
            while true {
                if let chunk = try await reader.next() { return chunk }
                if let outcome, !reader.hasMore {
                    // What was read after the job had ended is all that there is.
                    if outcome.kind != .pending { return nil }
                    if reader.hasFoundNew { pauses.restart() }
                    try await pauses.pause(in: outcome.state)
                }
                let isStale = outcome?.kind == .pending && !reader.hasMore
                if isStale || outcome == nil { outcome = try await source.state() }
                try await reader.request(source.log)
            }
        }
    }
}

/// Where a log and the state of its job come from.
struct LogSource: Sendable {
    let polling: Polling
    let clock: any ClientClock
    let state: @Sendable () async throws -> WaitOutcome
    let log: @Sendable (LogLines.ByteRange) async throws -> Download
}

/// The position in a log that grows, and the part of it that is being read.
private struct LogReader {
    /// Whether the server sends parts. Older ones ignore the attributes, and send the whole.
    private enum Ranges { case unknown, supported, ignored }

    private var ranges = Ranges.unknown
    /// The bytes that were handed on.
    private var received = 0
    private var part: Part?
    /// Whether there may be more behind the last part, so that it need not be waited for.
    private(set) var hasMore = false
    /// Whether the last part held anything new.
    private(set) var hasFoundNew = false

    private struct Part {
        let range: LogLines.ByteRange
        /// The bytes at its beginning that are known.
        let known: Int
        var content: Download.Iterator
        var length = 0
    }

    /// The longest part that GitLab sends.
    private static let longest = 512_000

    /// Requests what may be new.
    mutating func request(_ log: @Sendable (LogLines.ByteRange) async throws -> Download) async throws {
        let range: LogLines.ByteRange =
            switch ranges {
            // A server that sends more than one byte does not know parts, and has sent the whole.
            case .unknown where received > 1: .init(offset: received - 1, limit: 1)
            case .unknown, .ignored: .init(offset: 0, limit: nil)
            case .supported: .init(offset: received, limit: Self.longest)
            }
        let isPart = if case .supported = ranges { true } else { false }
        hasFoundNew = false
        part = Part(range: range, known: isPart ? 0 : received, content: try await log(range).makeAsyncIterator())
    }

    /// Returns the next new bytes of the part; nil at its end.
    mutating func next() async throws -> ArraySlice<UInt8>? {
        guard var part else { return nil }
        self.part = nil
        while let chunk = try await part.content.next() {
            let skipped = min(chunk.count, max(0, part.known - part.length))
            part.length += chunk.count
            guard skipped < chunk.count else { continue }
            received += chunk.count - skipped
            hasFoundNew = true
            self.part = part
            return chunk[skipped...]
        }
        end(of: part)
        return nil
    }

    private mutating func end(of part: Part) {
        let isProbe = part.range.limit == 1
        if isProbe { ranges = part.length > 1 ? .ignored : .supported }
        hasMore = isProbe ? part.length == 1 : part.range.limit.map { part.length >= $0 } ?? false
    }
}

/// Bytes that become lines.
private struct LineBuffer {
    private var bytes: [UInt8] = []
    /// Where the next line begins.
    private var start = 0
    /// How far there is no line break.
    private var searched = 0

    static let longestLine = 1_024 * 1_024

    mutating func append(_ chunk: ArraySlice<UInt8>) {
        if start > 0 {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: chunk)
    }

    /// Returns the next line; nil if its end has not come.
    mutating func next() -> String? {
        let limit = min(bytes.count, start + Self.longestLine)
        if let end = bytes[searched..<limit].firstIndex(of: UInt8(ascii: "\n")) {
            defer { (start, searched) = (end + 1, end + 1) }
            return text(start..<end)
        }
        searched = limit
        guard limit - start == Self.longestLine else { return nil }
        defer { start = limit }
        return text(start..<limit)
    }

    /// Returns what is behind the last line break; nil if there is nothing.
    mutating func rest() -> String? {
        guard start < bytes.count else { return nil }
        defer { (start, searched) = (bytes.count, bytes.count) }
        return text(start..<bytes.count)
    }

    private func text(_ range: Range<Int>) -> String {
        var line = bytes[range]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }
}

extension GitLabClient {
    /// Returns the lines of a log while it grows.
    ///
    /// - Parameters:
    ///   - states: the states of the job, until it has ended.
    ///   - log: Returns the request for a part of the log.
    public func lines<State: GitLabRequest>(
        until states: StateSequence<State>,
        of log: @escaping @Sendable (LogLines.ByteRange) -> some DownloadRequest
    ) -> LogLines {
        LogLines(
            source: LogSource(
                polling: states.polling, clock: configuration.clock,
                state: { try await states.present().outcome }, log: { try await download(log($0)) }))
    }
}
