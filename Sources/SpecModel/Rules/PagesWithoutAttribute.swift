// Offset pages that cannot be asked for.

import SpecSyntax

extension Rule {
    static let pagesWithoutAttribute = Rule(
        "pages-without-attribute",
        "A list with offset pages has the query attributes `page` and `per_page`.",
        failing: Example(
            .operation,
            #"""
            GET: /things
            request: ListThings
            about: "Lists what is there."
            docs: https://docs.gitlab.com/api/projects/
            returns: [Thing]
            pages: [offset]
            query:
              page:     { type: integer, about: "Which part of the list to get." }
            """#),
        passing: Example(
            .operation,
            #"""
            GET: /things
            request: ListThings
            about: "Lists what is there."
            docs: https://docs.gitlab.com/api/projects/
            returns: [Thing]
            pages: [offset]
            query:
              page:     { type: integer, about: "Which part of the list to get." }
              per_page: { type: integer, about: "How many things it holds." }
            """#))
}
