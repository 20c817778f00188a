// Tables that no operation names.

import SpecSyntax

extension Rule {
    static let unusedTable = Rule(
        "unused-table",
        "A shared table is used by an operation or a hash.", severity: .warning,
        failing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life." }
            operations:
              ping:
                GET: /version
                request: Ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
            tables:
              paging:
                page: { type: integer, about: "Which part of the list to get." }
            """#),
        passing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life." }
            operations:
              ping:
                GET: /version
                request: Ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
                query_tables: [paging]
            tables:
              paging:
                page: { type: integer, about: "Which part of the list to get." }
            """#))
}

extension Lint {
    func checkUnusedTables() {
        let operations = declarations.resources.flatMap(\.operations)
        var named = operations.flatMap(\.tables).flatMap(\.names)
        named += declarations.hashes.flatMap(\.tables)
        named += declarations.resources.flatMap(\.path.tables)
        named += declarations.parents.flatMap(\.tables).joined()
        named += operations.flatMap(\.operation.pages).map { Located($0.value.table, at: $0.range) }
        let names = declarations.tables.map(\.name.value)
        let declared = Set(names)
        // With so many, any of them may be meant.
        if named.count(where: { !declared.contains($0.value) }) > Self.mostMisspelt { return }
        // A misspelt name is a use too.
        let used = Set(
            named.map { declared.contains($0.value) ? $0.value : nearestSpelling(to: $0.value, among: names) })
        for table in declarations.tables where !used.contains(table.name.value) {
            diagnostics.report(
                .unusedTable, "nothing uses the table '\(table.name.value)'", at: table.name.range,
                fix: Fix("remove it, or name it in the 'query_tables' or 'body_tables' of an operation"))
        }
    }
}
