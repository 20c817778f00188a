// The server's side: requests of webhooks become events.

import FlyingFox
import Foundation
import GitLabWebhooks

/// Reads requests of webhooks and puts their events into a queue. It responds before anybody reacts to them: events that
/// wait, at most 100, are lost when the process ends, and one whose reaction fails is reported and not retried.
public struct Receiver: HTTPHandler {
    /// The events, each once.
    public let events: AsyncStream<WebhookEvent>
    private let queue: AsyncStream<WebhookEvent>.Continuation
    private let verification: WebhookVerification
    private let limits = WebhookLimits(maximumSize: 5 * 1_048_576)
    private let seen = SeenKeys()

    /// - Parameter secret: the secret token of the webhook.
    public init(secret: String) {
        (events, queue) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(100))
        verification = .secretToken(secret)
    }

    /// Responds with 202, or with the status of what is wrong.
    public func handleRequest(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
        guard let body = try await body(of: request) else {
            return FlyingFox.HTTPResponse(statusCode: .payloadTooLarge)
        }
        do throws(WebhookError) {
            let event = try WebhookEvent(
                headers: request.fields, body: body, verifying: verification, limits: limits)
            return FlyingFox.HTTPResponse(statusCode: await accept(event))
        } catch {
            return FlyingFox.HTTPResponse(statusCode: error.status)
        }
    }

    private func accept(_ event: WebhookEvent) async -> HTTPStatusCode {
        if let key = event.delivery.idempotencyKey, await !seen.insert(key) { return .ok }
        if case .enqueued = queue.yield(event) { return .accepted }
        if let key = event.delivery.idempotencyKey { await seen.remove(key) }
        return .serviceUnavailable
    }

    /// The bytes of a body; nil once there are more than allowed.
    private func body(of request: FlyingFox.HTTPRequest) async throws -> [UInt8]? {
        var body: [UInt8] = []
        for try await chunk in request.bodySequence {
            guard body.count + chunk.count <= limits.maximumSize else { return nil }
            body += chunk
        }
        return body
    }
}

/// The keys of the newest requests.
private actor SeenKeys {
    private var keys: Set<String> = []
    private var order: [String] = []
    private static let most = 1_000

    /// Returns whether the key is new.
    func insert(_ key: String) -> Bool {
        guard keys.insert(key).inserted else { return false }
        order.append(key)
        if order.count > Self.most { keys.remove(order.removeFirst()) }
        return true
    }

    func remove(_ key: String) {
        keys.remove(key)
        order.removeAll { $0 == key }
    }
}

extension FlyingFox.HTTPRequest {
    /// The header fields as swift-http-types has them.
    fileprivate var fields: HTTPFields {
        var fields = HTTPFields()
        for (header, value) in headers {
            if let name = HTTPField.Name(header.rawValue) { fields.append(HTTPField(name: name, value: value)) }
        }
        return fields
    }
}

extension WebhookError {
    fileprivate var status: HTTPStatusCode {
        switch kind {
        case .tooLarge: .payloadTooLarge
        case .notVerified: .unauthorized
        case .invalidBody, .unreadable: .badRequest
        case .invalidSigningToken: .internalServerError
        }
    }
}
