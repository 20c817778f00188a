// Names for the request of an operation: the one by the rule of the spec, or one with what its path says.

import OpenAPI
import SpecModel

struct RequestNames {
    /// The best first.
    let candidates: [String]

    init(_ operation: OpenAPIOperation, method: String, in resource: String) {
        let usual = Operation.requestName(of: method, in: resource)
        let path = OperationPath(operation.path.value)
        // The rest of the document's own name distinguishes routes that differ in a dash only.
        let own = English.words(operation.operationID?.value ?? "").filter {
            !["api", "v4", "repository"].contains($0)
        }
        let verb = method.prefix { !$0.isUppercase }
        let contained = usual.dropFirst(verb.count)
        candidates = [
            usual, English.typeName([String(verb), path.container.rawValue]) + contained,
            English.typeName((own.isEmpty ? English.words(method) : own) + ["request"]),
        ]
    }
}
