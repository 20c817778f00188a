// The responses of an operation: the status of success with its body and header fields, and errors.

import SpecModel
import SpecSyntax

extension Operation {
    var responses: Members {
        var success = Members()
        let response = response.value
        success["description"] = .string(response.description)
        let headers = ResponseHeader.all.filter { $0.isSent(by: self) }
        if !headers.isEmpty {
            var members = Members()
            for header in headers { members[header.name] = Members.reference("headers", header.name).json }
            success["headers"] = members.json
        }
        if let (mediaType, schema) = response.content {
            var media = Members()
            media["schema"] = schema.json
            var content = Members()
            content[mediaType] = media.json
            success["content"] = content.json
        }
        var responses = Members()
        responses[String(successStatus)] = success.json
        responses["default"] = Members.reference("responses", ErrorResponse.name).json
        return responses
    }
}

extension Response {
    fileprivate var description: String {
        switch self {
        case .value(.array): "A list."
        case .value: "The response."
        case .optionalValue: "The response, or null."
        case .nothing: "Done."
        case .download: "The file."
        }
    }

    fileprivate var content: (String, Members)? {
        switch self {
        case .value(.builtIn(.string)): ("text/plain", TypeReference.builtIn(.string).schema(isNullable: false))
        case .value(let type): ("application/json", type.schema(isNullable: false))
        case .optionalValue(let type): ("application/json", type.schema(isNullable: true))
        case .nothing: nil
        case .download:
            ("application/octet-stream", TypeReference.builtIn(.file).schema(isNullable: false, isInJSON: false))
        }
    }
}

/// A header field of a response.
struct ResponseHeader {
    let name: String
    let about: String
    let type: BuiltInType
    /// Which responses have it.
    private let occasion: Occasion

    private enum Occasion {
        case page, offsetPage, download
    }

    static let all = [
        ResponseHeader(
            name: "Link", about: "Links to other pages (RFC 8288); `rel=\"next\"` is absent on the last one.",
            type: .string, occasion: .page),
        ResponseHeader(
            name: "X-Page", about: "Number of this page, with offset pages.", type: .integer, occasion: .offsetPage),
        ResponseHeader(
            name: "X-Per-Page", about: "The number of items on a page, with offset pages.", type: .integer,
            occasion: .offsetPage),
        ResponseHeader(
            name: "X-Next-Page", about: "Number of the next page; empty on the last one.", type: .string,
            occasion: .offsetPage),
        ResponseHeader(
            name: "X-Prev-Page", about: "Number of the page before; empty on the first one.", type: .string,
            occasion: .offsetPage),
        ResponseHeader(
            name: "X-Total", about: "The number of items; absent above 10,000.", type: .integer,
            occasion: .offsetPage),
        ResponseHeader(
            name: "X-Total-Pages", about: "The number of pages; absent above 10,000 items.",
            type: .integer, occasion: .offsetPage),
        ResponseHeader(
            name: "Content-Disposition", about: "The name of the file.", type: .string, occasion: .download),
    ]

    fileprivate func isSent(by operation: Operation) -> Bool {
        switch occasion {
        case .page: !operation.pages.isEmpty
        case .offsetPage: operation.pages.contains { $0.value == .offset }
        case .download: operation.response.value == .download
        }
    }

    static var components: Members {
        var components = Members()
        for header in all {
            var members = Members()
            members["description"] = .string(header.about)
            members["schema"] = TypeReference.builtIn(header.type).schema(isNullable: false).json
            components[header.name] = members.json
        }
        return components
    }
}

/// The common part of responses other than success.
struct ErrorResponse {
    /// The name of the response.
    static let name = "Error"
    /// The name of the schema: no type of the spec has it.
    let schemaName: String

    init(besides api: API) {
        let names = Set(api.models.map(\.name.value) + api.hashes.map(\.name.value) + api.enums.map(\.name.value))
        var name = Self.name
        while names.contains(name) { name += "Response" }
        schemaName = name
    }

    var response: Members {
        var retryAfter = Members()
        retryAfter["description"] = "Seconds to wait before the next request; with 429 and 503."
        retryAfter["schema"] = TypeReference.builtIn(.string).schema(isNullable: false).json
        var headers = Members()
        headers["Retry-After"] = retryAfter.json
        var media = Members()
        media["schema"] = Members.reference("schemas", schemaName).json
        var content = Members()
        content["application/json"] = media.json
        var response = Members()
        response["description"] = "An error. A proxy in front of GitLab may send text or HTML instead of JSON."
        response["headers"] = headers.json
        response["content"] = content.json
        return response
    }

    var schema: Members {
        let members: [(String, BuiltInType, String)] = [
            ("message", .json, "The problem: a text, or texts by attribute."),
            ("error", .string, "The problem, as a text or as an OAuth error code."),
            ("error_description", .string, "The meaning of the code."),
            ("scope", .string, "The scopes that a token needs."),
        ]
        var properties = Members()
        for (name, type, about) in members {
            var property = TypeReference.builtIn(type).schema(isNullable: false)
            property["description"] = .string(about)
            properties[name] = property.json
        }
        var schema = Members()
        schema["type"] = "object"
        schema["description"] = "The reason of a rejection, in one of the forms that GitLab uses."
        schema["properties"] = properties.json
        return schema
    }
}
