// The models that are read from every input: together they have every kind of field.

import GitLab
import GitLabRuntime

let models: [@Sendable ([UInt8]) throws -> Void] = [
    { _ = try Project(json: $0) },
    { _ = try [Commit](json: $0) },
    { _ = try Note(json: $0) },
    { _ = try Pipeline(json: $0) },
    { _ = try HookEvent(json: $0) },
    { _ = try [String: [Double?]](json: $0) },
]
