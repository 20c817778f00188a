// Links that lead to the top of a page.

import SpecSyntax

extension Rule {
    static let missingAnchor = Rule(
        "missing-anchor",
        "An operation links to its section of GitLab's page; where the page has none, the reason stands in `suppress`.",
        severity: .warning,
        failing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life.", docs: https://docs.gitlab.com/api/metadata/ }
            operations:
              send:
                GET: /version
                about: "Asks whether somebody is there."
                returns: nothing
            """#),
        passing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life.", docs: https://docs.gitlab.com/api/metadata/ }
            operations:
              send:
                GET: /version
                about: "Asks whether somebody is there."
                docs: "#retrieve-metadata"
                returns: nothing
            """#))
}

extension Lint {
    func checkAnchors() {
        for declaration in declarations.resources.flatMap(\.operations) {
            let operation = declaration.operation
            // One that is imported is finished when somebody has written its sentence.
            if operation.about.value.hasPrefix(Sentence.unfinished) || operation.docs.value.isEmpty { continue }
            if operation.docs.value.contains("#") { continue }
            diagnostics.report(
                .missingAnchor, "'\(operation.name.value)' links to the page, not to its section",
                at: declaration.keys.text("docs")?.range ?? operation.name.range,
                fix: Fix("write docs: \"#the-heading\", or suppress the rule with the reason"))
        }
    }
}
