// The spec as an OpenAPI 3.1 document, for tools and other languages.

import SpecModel
import SpecSyntax

/// A description of GitLab's API that follows the OpenAPI Specification 3.1.
///
/// Facts that OpenAPI cannot express are in the descriptions, and for programs in members that begin with `x-gitlab-`.
///
/// Specification: <https://spec.openapis.org/oas/v3.1.0>
public struct OpenAPIExport: Sendable {
    /// The document as JSON. The same spec gives the same bytes.
    public let text: String

    /// Describes an API whose names are all resolved.
    public init(_ api: API) {
        var root = Members()
        root["openapi"] = "3.1.0"
        root["info"] = Self.info.json
        root["servers"] = .array([Self.server.json])
        root["security"] = .array(SecurityScheme.requirements)
        root["tags"] = .array(api.resources.map(\.tag.json))
        root["paths"] = Paths(api).members.json
        root["components"] = Self.components(of: api).json
        text = root.json.text()
    }

    private static var info: Members {
        var info = Members()
        info["title"] = "GitLab REST API"
        info["version"] = "v4"
        info["description"] =
            """
            The part of GitLab's REST API that the spec of gitlab-swift describes. Enums are open: a newer GitLab may \
            return values that are not listed, and responses may contain more members than are listed.
            """
        return info
    }

    private static var server: Members {
        var variable = Members()
        variable["default"] = "https://gitlab.com"
        variable["description"] =
            "The base URL of the server: scheme, host, port, and the path below which GitLab runs, if any."
        var variables = Members()
        variables["gitlab"] = variable.json
        var server = Members()
        server["url"] = "{gitlab}/api/v4"
        server["variables"] = variables.json
        return server
    }

    private static func components(of api: API) -> Members {
        var schemas = Members()
        let declared = Schemas(api)
        for model in api.models { schemas.append(model.name.value, model.schema.json) }
        for hash in api.hashes { schemas.append(hash.name.value, hash.schema(declared).json) }
        for enumeration in api.enums { schemas.append(enumeration.name.value, enumeration.schema.json) }
        let error = ErrorResponse(besides: api)
        schemas.append(error.schemaName, error.schema.json)
        var responses = Members()
        responses[ErrorResponse.name] = error.response.json
        var components = Members()
        components["schemas"] = schemas.json
        components["headers"] = ResponseHeader.components.json
        components["responses"] = responses.json
        components["securitySchemes"] = SecurityScheme.components.json
        return components
    }
}

extension Resource {
    fileprivate var tag: Members {
        var tag = Members()
        tag["name"] = .string(name.value)
        tag["description"] = .string(about.value)
        tag["externalDocs"] = docs.map { Members.link($0.value) }
        return tag
    }
}
