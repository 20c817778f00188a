// Operations that send the same request.

import SpecSyntax

extension Rule {
    static let duplicateRoute = Rule(
        "duplicate-route",
        "A method and path have one operation; another view of the same route suppresses the rule with the reason.",
        severity: .warning,
        failing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life.", docs: https://docs.gitlab.com/api/metadata/ }
            operations:
              get:
                GET: /pings/:id
                about: "Asks whether somebody is there."
                docs: "#ping"
                returns: string
                path: { id: { type: integer, required: true, about: "Where to look." } }
              find:
                GET: /pings/:number
                about: "Looks for somebody."
                docs: "#find"
                returns: string
                path: { number: { type: integer, required: true, about: "Where to look." } }
            """#),
        passing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life.", docs: https://docs.gitlab.com/api/metadata/ }
            operations:
              get:
                GET: /pings/:id
                about: "Asks whether somebody is there."
                docs: "#ping"
                returns: string
                path: { id: { type: integer, required: true, about: "Where to look." } }
              find:
                GET: /pings/find/:number
                about: "Looks for somebody."
                docs: "#find"
                returns: string
                path: { number: { type: integer, required: true, about: "Where to look." } }
            """#))
}

extension Lint {
    /// Placeholders are the same whatever they are called.
    func checkRoutes() {
        var first: [String: Located<String>] = [:]
        for operation in api.resources.flatMap(\.operations) where !operation.path.text.value.isEmpty {
            for route in operation.routes { check(route, of: operation, &first) }
        }
    }

    private func check(
        _ route: Operation.Route, of operation: Operation, _ first: inout [String: Located<String>]
    ) {
        let segments = route.path.text.value.split(separator: "/").map { $0.hasPrefix(":") ? ":" : $0 }
        let text = "\(route.method.rawValue) /\(segments.joined(separator: "/"))"
        guard let other = first[text] else {
            first[text] = operation.name
            return
        }
        let place = route.parent.map { " for '\($0.name.value)'" } ?? ""
        diagnostics.report(
            .duplicateRoute, "'\(operation.name.value)' has the route of '\(other.value)'\(place)",
            at: operation.name.range,
            notes: [Diagnostic.Note("the other one", at: other.range)],
            fix: Fix("remove one of the two, or suppress the rule with the reason"))
    }
}
