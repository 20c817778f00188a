// Requests of webhooks, as tests make them.

import Foundation
import GitLabWebhooks

/// The example of a type in spec/examples, which was written after GitLab's documentation with values of its own.
func example(of type: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "spec/examples/\(type).documented.json")))
}

extension HTTPFields {
    /// Header fields by their names.
    static func of(_ fields: KeyValuePairs<String, String>) -> HTTPFields {
        HTTPFields(fields.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } })
    }
}

/// The error of a rejected request; nil for one that is read.
func rejection(_ headers: HTTPFields, _ body: [UInt8], limits: WebhookLimits = WebhookLimits()) -> WebhookError? {
    do throws(WebhookError) {
        _ = try WebhookEvent(headers: headers, body: body, limits: limits)
        return nil
    } catch {
        return error
    }
}
