// GitLab's responses to requests that it rejects.

import GitLab

struct FailureResponse: Error {
    let status: Int
    let body: JSONValue
    /// A text instead of JSON, from what stands in front of the API.
    let text: String?

    init(_ status: Int, _ body: JSONValue, text: String? = nil) {
        self.status = status
        self.body = body
        self.text = text
    }

    /// The response to a request whose parameters cannot be parsed.
    static let unreadable = FailureResponse(400, nil, text: "Bad Request")
    static let unauthorized = FailureResponse(401, ["message": "401 Unauthorized"])
    static func notFound(_ what: String) -> FailureResponse {
        FailureResponse(404, ["message": .string("404 \(what) Not Found")])
    }

    /// Returns the response to a parameter of the wrong type or with an unknown value.
    static func invalid(_ parameter: String, _ problem: String) -> FailureResponse {
        FailureResponse(400, ["error": .string("\(parameter) \(problem)")])
    }

    /// Returns the response to attributes that the record cannot be saved with, each with its messages.
    static func unsaved(_ messages: [String: String]) -> FailureResponse {
        FailureResponse(400, ["message": .object(messages.mapValues { .array([.string($0)]) })])
    }
}
