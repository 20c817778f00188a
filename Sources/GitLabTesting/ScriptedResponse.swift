// The responses of a scripted GitLab: JSON, pages, errors, and failures of real networks.

import GitLab
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A response of ``ScriptedGitLab`` or ``InMemoryGitLab``, or a failure instead of one.
public struct ScriptedResponse: Sendable {
    enum Outcome: Sendable {
        case response
        case failure(TransportError)
    }

    var outcome = Outcome.response
    var status = 200
    var fields: [String: String] = [:]
    var body: [UInt8] = []
    /// The time before the head comes.
    var delay: Duration = .zero
    /// The bytes after which the body stops for a while.
    var pause: (after: Int, duration: Duration)?
    /// The bytes after which the connection is lost.
    var cut: Int?
    /// Seconds from when it is sent to when the limit ends, for the fields that hold it as a moment.
    var reset: Int?

    /// Returns a response of this JSON text.
    public static func json(_ text: String, status: Int = 200, fields: [String: String] = [:]) -> ScriptedResponse {
        var response = ScriptedResponse()
        response.status = status
        response.fields = ["Content-Type": "application/json"].merging(fields) { _, given in given }
        response.body = Array(text.utf8)
        return response
    }

    /// Returns a response of this value: a model, or a list of them.
    ///
    /// - Throws: `EncodingError` if it cannot be written as JSON.
    public static func value(
        _ value: some Encodable,
        status: Int = 200,
        fields: [String: String] = [:]
    ) throws -> ScriptedResponse {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return json(String(decoding: try encoder.encode(value), as: UTF8.self), status: status, fields: fields)
    }

    /// Returns one page of a list, with a link to the next one.
    ///
    /// - Parameters:
    ///   - text: the items as JSON, `[{"id": 1}]`.
    ///   - next: where the next page is, as in `/projects?page=2`; nil on the last one. A link that leads back to a page
    ///     that was read already makes a list that never ends, for a test that it does.
    public static func page(_ text: String, next: String? = nil) -> ScriptedResponse {
        let link = next.map { ["Link": "<https://gitlab.test/api/v4\($0)>; rel=\"next\""] }
        return json(text, fields: link ?? [:])
    }

    /// Returns a response without a body, as GitLab sends it after deleting.
    public static func empty(status: Int = 204) -> ScriptedResponse {
        var response = ScriptedResponse()
        response.status = status
        return response
    }

    /// Returns an error as GitLab writes it: `{"message": …}`.
    public static func failure(status: Int, message: String) -> ScriptedResponse {
        let body = (try? JSONValue.object(["message": .string(message)]).serialized()) ?? []
        return json(String(decoding: body, as: UTF8.self), status: status)
    }

    /// Returns a 429, as the limiter in front of GitLab sends it: a plain text, and when to retry.
    ///
    /// - Parameter seconds: the value of `Retry-After`, and the time until `RateLimit-Reset` by the clock of the test.
    public static func rateLimited(for seconds: Int) -> ScriptedResponse {
        var response = ScriptedResponse()
        response.status = 429
        response.fields = [
            "Content-Type": "text/plain", "Retry-After": "\(seconds)", "RateLimit-Limit": "600",
            "RateLimit-Remaining": "0", "RateLimit-Observed": "601",
        ]
        response.reset = seconds
        response.body = Array("Retry later\n".utf8)
        return response
    }

    /// A page of HTML with status 200, as a login page or a proxy sends it.
    public static let garbage: ScriptedResponse = {
        var response = ScriptedResponse()
        response.fields = ["Content-Type": "text/html"]
        response.body = Array("<!DOCTYPE html><html><body>Sign in</body></html>".utf8)
        return response
    }()

    /// Returns a file, for downloads.
    public static func file(_ bytes: [UInt8], name: String? = nil, fields: [String: String] = [:]) -> ScriptedResponse {
        var response = ScriptedResponse()
        response.fields = ["Content-Type": "application/octet-stream", "Content-Length": "\(bytes.count)"]
        if let name { response.fields["Content-Disposition"] = "attachment; filename=\"\(name)\"" }
        response.fields.merge(fields) { _, given in given }
        response.body = bytes
        return response
    }

    /// The server closes the connection instead of responding: it may have done the work.
    public static let reset = ScriptedResponse(
        outcome: .failure(TransportError(.interrupted, "the connection was lost")))

    /// There is no server: nothing was sent.
    public static let refused = ScriptedResponse(
        outcome: .failure(TransportError(.notSent, "the host does not accept the connection")))

    /// Returns the same response, delayed by this time.
    public func delayed(by duration: Duration) -> ScriptedResponse {
        var response = self
        response.delay = duration
        return response
    }

    /// Returns the same response, whose body pauses after some bytes.
    public func pausing(for duration: Duration, after bytes: Int) -> ScriptedResponse {
        var response = self
        response.pause = (bytes, duration)
        return response
    }

    /// Returns the same response, whose connection is lost after some bytes of the body.
    public func cut(after bytes: Int) -> ScriptedResponse {
        var response = self
        response.cut = bytes
        return response
    }

    /// Returns the same response with one more field.
    public func field(_ name: String, _ value: String) -> ScriptedResponse {
        var response = self
        response.fields[name] = value
        return response
    }
}

extension ScriptedResponse: CustomStringConvertible, CustomReflectable {
    /// Status, type and length of the body, or the failure: responses may contain secrets.
    public var description: String {
        switch outcome {
        case .failure(let error): error.reason
        case .response:
            (["\(status)", fields["Content-Type"], "\(body.count) bytes"]).compactMap(\.self).joined(separator: ", ")
        }
    }

    /// The same, and the names of the fields.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: ["response": description, "fields": fields.keys.sorted().joined(separator: ", ")],
            displayStyle: .struct
        )
    }
}

// MARK: - Sending it

extension ScriptedResponse {
    func response(by clock: some ClientClock) async throws -> TransportResponse {
        if delay > .zero { try await clock.sleep(for: delay) }
        if case .failure(let error) = outcome { throw error }
        var head = HTTPResponse(status: .init(code: status))
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { head.headerFields[name] = value }
        }
        if let reset, let name = HTTPField.Name("RateLimit-Reset") {
            head.headerFields[name] = "\(Int(clock.date.timeIntervalSince1970) + reset)"
        }
        if pause == nil, cut == nil { return TransportResponse(head: head, body: ResponseBody(body)) }
        return TransportResponse(head: head, body: ResponseBody(Chunks(response: self, clock: clock)))
    }

    /// The body with its pause and its cut.
    private struct Chunks: AsyncSequence, Sendable {
        let response: ScriptedResponse
        let clock: any ClientClock

        func makeAsyncIterator() -> Iterator { Iterator(chunks: self) }

        struct Iterator: AsyncIteratorProtocol {
            let chunks: Chunks
            private var sent = 0

            init(chunks: Chunks) { self.chunks = chunks }

            mutating func next() async throws -> [UInt8]? {
                let response = chunks.response
                if let pause = response.pause, pause.after == sent { try await chunks.clock.sleep(for: pause.duration) }
                if let cut = response.cut, cut <= sent {
                    throw TransportError(.interrupted, "the connection was lost")
                }
                let stops = [response.pause?.after, response.cut, response.body.count].compactMap(\.self).filter {
                    $0 > sent
                }
                guard let end = stops.filter({ $0 <= response.body.count }).min() else { return nil }
                defer { sent = end }
                return Array(response.body[sent..<end])
            }
        }
    }
}
