// A line of the log for each request, without secrets.

import GitLabTesting

/// A request with the status of its response, and what GitLab would not do with it.
public struct LogEntry: Sendable, Hashable {
    /// The method of the request.
    public let method: String

    /// The path below `/api/v4`, without the query and without the secret of an upload.
    public let path: String

    /// The operation, by its method in Swift: `issues.create`; nil for a path that no operation has.
    public let operation: String?

    /// The status of the response.
    public let status: Int

    /// The problems of the request: `ignored attribute: stat`, `no such operation`.
    public let verdicts: [String]

    init(_ report: RequestReport, method: String, _ reply: Reply) {
        self.method = method
        path = report.path
        operation = report.operation
        status = reply.response.statusCode.code
        verdicts =
            [reply.problem].compactMap(\.self)
            + report.ignoredAttributes.map { "ignored attribute: \(Self.shown($0.attribute))" }
    }

    /// A name that no attribute has may be a whole body that was sent as a form, with secrets in it.
    static func shown(_ name: String) -> String {
        let isName =
            name.utf8.count <= 100
            && name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_-.[]".unicodeScalars.contains($0)
            }
        return isName ? name : "\(name.utf8.count) bytes that are no name"
    }
}

extension LogEntry: CustomStringConvertible {
    /// `POST /projects/1/issues 201 issues.create; ignored attribute: stat`
    public var description: String {
        let line = (["\(method) \(path) \(status) \(operation ?? "-")"] + verdicts).joined(separator: "; ")
        // Whatever a request holds, it is one line.
        return String(line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    }
}
