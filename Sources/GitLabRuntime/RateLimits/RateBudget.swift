// Holding requests back before the server rejects them.

import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The requests that a client and its copies may send, by the server's responses.
///
/// A request needs a permit. There are as many as the server has requests left; those of requests under way are not
/// given out again before their responses say how many are left. Requests beyond them wait in line until the next
/// window, in which as many are sent as fit into one, until the first response says more. Before the first response
/// that reports a limit, and for servers that report none, there is no limit.
///
/// GitLab has several limits (for the API, for files, for packages) and says with each response which one has counted it.
/// An operation is held back by the limit that has counted it last time.
final class RateBudget: Sendable {
    /// The requests that one limit counts. Guarded by the lock of the budget.
    fileprivate final class Line: @unchecked Sendable {
        var window: RateWindow?
        var underWay = 0
        var waiting: [Waiter] = []
        /// When the task wakes that continues with the line.
        var wakesAt: Duration?
        /// The latest status.
        var status: RateLimitStatus?
    }

    fileprivate struct State {
        /// By the names of the limits.
        var lines: [String: Line]
        /// By the operations that they have counted last time.
        var counting: [String: Line] = [:]
        /// The one that counted last; before any has, the one without a name.
        var latest: Line
        /// The one without a name, which also counts for all names beyond the most that are kept apart.
        let unnamed: Line
        var latestStatus: RateLimitStatus?

        /// GitLab has some ten limits. The names come from outside.
        private static let mostNames = 32

        init() {
            unnamed = Line()
            latest = unnamed
            lines = ["": unnamed]
        }

        mutating func line(_ name: String) -> Line {
            if let line = lines[name] { return line }
            guard lines.count < Self.mostNames else { return unnamed }
            let line = Line()
            lines[name] = line
            return line
        }

        /// Keeps a status. Returns it if it says something new.
        mutating func keep(_ status: RateLimitStatus, in line: Line) -> RateLimitStatus? {
            if let known = line.status, known.name == status.name, !status.isNewer(than: known) { return nil }
            line.status = status
            latestStatus = status
            return status
        }
    }

    fileprivate final class Waiter: Sendable {
        let outcome = OneShot<Void>()
        let clock: any ClientClock
        let maximumWait: Duration

        init(clock: any ClientClock, maximumWait: Duration) {
            self.clock = clock
            self.maximumWait = maximumWait
        }
    }

    /// The error for a wait longer than the policy allows.
    struct Exhausted: Error {
        let wait: Duration
    }

    private let state = Locked(State())

    /// The right to send one request. It has to be returned with ``RateBudget/settle(_:with:at:)``.
    struct Permit: Sendable {
        fileprivate let operation: String
        fileprivate let line: Line
        fileprivate let clock: any ClientClock
    }

    /// How many requests wait.
    var waiting: Int { state.withLock { $0.lines.values.reduce(0) { $0 + $1.waiting.count } } }

    /// Waits until a request can be sent.
    ///
    /// - Throws: ``Exhausted``; ``TimeoutError`` if the call has to be over before; `CancellationError`.
    func permit(for operation: String, _ policy: RateLimit, _ limits: TimeLimits) async throws -> Permit {
        let clock = limits.deadlines.clock
        let (line, waiter): (Line, Waiter?) = state.withLock { state in
            let line = state.counting.isEmpty ? state.latest : state.counting[operation] ?? state.latest
            if line.window == nil, line.waiting.isEmpty {
                line.underWay += 1
                return (line, nil)
            }
            let now = clock.elapsed
            line.begin(at: now)
            if line.waiting.isEmpty, line.hasRoom {
                line.underWay += 1
                return (line, nil)
            }
            let waiter = Waiter(clock: clock, maximumWait: policy.maximumWait)
            line.waiting.append(waiter)
            goOn(line, at: now)
            return (line, waiter)
        }
        if let waiter { try await wait(waiter, in: line, limits) }
        return Permit(operation: operation, line: line, clock: clock)
    }

    private func wait(_ waiter: Waiter, in line: Line, _ limits: TimeLimits) async throws {
        let deadline = limits.end.map { end in
            limits.deadlines.arm(end) { [self] in leave(waiter, line, .failure(limits.endLimit)) }
        }
        defer { if let deadline { limits.deadlines.disarm(deadline) } }
        try await withTaskCancellationHandler {
            try await waiter.outcome.value
        } onCancel: {
            leave(waiter, line, .failure(CancellationError()))
        }
    }

    /// Takes a request out of the line, unless it has got its permit.
    private func leave(_ waiter: Waiter, _ line: Line, _ result: Result<Void, any Error>) {
        waiter.outcome.settle(result)
        state.withLock { _ in line.waiting.removeAll { $0 === waiter } }
    }

    /// Takes a permit back, and lets waiting requests continue.
    ///
    /// - Parameter response: the response; nil if there was none.
    /// - Returns: the status of the limit, if it is new.
    func settle(_ permit: Permit, with response: HTTPResponse?, at date: Date) -> RateLimitStatus? {
        let report = response.flatMap { RateReport($0.headerFields, now: date) }
        let status = response.flatMap { RateLimitStatus($0, report, now: date) }
        return state.withLock { state in
            permit.line.underWay -= 1
            var line = permit.line
            if let report {
                line = state.line(report.name)
                state.counting[permit.operation] = line
                state.latest = line
            }
            let changed = status.flatMap { state.keep($0, in: report == nil ? state.unnamed : line) }
            guard report != nil || line.window != nil || !line.waiting.isEmpty else { return changed }
            let isSuccess = response.map { (200..<300).contains($0.status.code) } ?? false
            let now = permit.clock.elapsed
            line.begin(at: now)
            line.window =
                line.window.map { $0.after(report, isSuccess: isSuccess, at: now) }
                ?? report.map { RateWindow($0, at: now) }
            goOn(line, at: now)
            if line !== permit.line { goOn(permit.line, at: now) }
            return changed
        }
    }

    /// Notes the limit that a response reports, for requests that need no permit.
    ///
    /// - Returns: the status of the limit, if it is new.
    func note(_ response: HTTPResponse, at date: Date) -> RateLimitStatus? {
        let report = RateReport(response.headerFields, now: date)
        guard let status = RateLimitStatus(response, report, now: date) else { return nil }
        return state.withLock { $0.keep(status, in: $0.line(status.name)) }
    }

    /// The status in the latest response that reports a limit.
    var latestStatus: RateLimitStatus? { state.withLock { $0.latestStatus } }

    /// The latest status of each limit, by name.
    var statuses: [String: RateLimitStatus] {
        state.withLock { state in
            let statuses = state.lines.values.compactMap { $0.status }
            return Dictionary(statuses.map { ($0.name, $0) }) { first, _ in first }
        }
    }

    /// Lets the first of the line continue, as many as there is room for, and schedules the others.
    private func goOn(_ line: Line, at now: Duration) {
        while line.hasRoom, let first = line.waiting.first {
            line.waiting.removeFirst()
            // One that has been cancelled has left, or is about to.
            if first.outcome.settle(.success(())) { line.underWay += 1 }
        }
        guard let window = line.window, !line.waiting.isEmpty else { return }
        if window.remaining == 0 {
            let wait = window.end - now
            line.waiting.removeAll { waiter in
                guard waiter.maximumWait < wait else { return false }
                waiter.outcome.settle(.failure(Exhausted(wait: wait)))
                return true
            }
        }
        // In a presumed window the responses of those under way say more than its end.
        guard !window.isPresumed || line.underWay == 0 else { return }
        guard let first = line.waiting.first, line.wakesAt.map({ window.end < $0 }) ?? true else { return }
        line.wakesAt = window.end
        // Not the task of the first that waits: it may be cancelled, and the others still have to continue.
        Task.detached { [weak self] in
            try? await first.clock.sleep(until: window.end)
            self?.wake(line, first.clock)
        }
    }

    private func wake(_ line: Line, _ clock: any ClientClock) {
        state.withLock { _ in
            line.wakesAt = nil
            let now = clock.elapsed
            line.begin(at: now)
            goOn(line, at: now)
        }
    }
}

extension RateBudget.Line {
    /// Whether another request fits in. Those under way may not be counted yet.
    fileprivate var hasRoom: Bool {
        window.map { $0.remaining > underWay } ?? true
    }

    /// Turns to the window that time has come to.
    fileprivate func begin(at now: Duration) {
        while let window, window.end <= now { self.window = window.next(at: now) }
    }
}
