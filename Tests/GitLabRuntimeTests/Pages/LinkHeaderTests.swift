// The Link header field, in all the forms that the standard allows.

import Testing

@testable import GitLabRuntime

@Suite struct LinkHeaderTests {
    @Test(arguments: [
        (#"<https://h/x?page=2>; rel="next""#, "https://h/x?page=2"),
        (
            #"<https://h/x?page=1>; rel="prev", <https://h/x?page=3>; rel="next", <https://h/x?page=1>; rel="first""#,
            "https://h/x?page=3"
        ),
        (
            #"<https://h/x?a=1,2;b=3>; rel="first",<https://h/x?a=1,2;b=3&page=2>;rel=next"#,
            "https://h/x?a=1,2;b=3&page=2"
        ),
        (#"<u?page=2>; rel="first next""#, "u?page=2"),
        (#"<u?page=2>; REL="NEXT""#, "u?page=2"),
        (#"<u?page=2>; title="a, b; rel=\"next\""; rel="prev", <u?page=3>; title="<x>"; rel="next""#, "u?page=3"),
        (#"<u?page=2>;rel=prev;rel=next, <u?page=9>; rel="next""#, "u?page=9"),
        (#"<u?page=2>; crossorigin; rel = "next" ; x"#, "u?page=2"),
        (#", ,<u?page=2> ; rel="next" ,"#, "u?page=2"),
        (#"<>; rel="next""#, ""),
    ])
    func findsTheNextPage(field: String, target: String) {
        #expect(LinkHeader.target(of: "next", in: field) == target)
    }

    @Test(arguments: [
        "", "next", #"<u?page=2>"#, #"<u?page=2>; rel="nextpage""#, #"<u?page=2>; rel="prev""#,
        #"<u?page=2; rel="next""#,
        #"u?page=2; rel="next""#, #"<u>; title="rel=next""#, #"<u>; rev="next""#, #"<u>; rel="#, #"<u>; rel="prev"#,
    ])
    func findsNoneWhereThereIsNone(field: String) {
        #expect(LinkHeader.target(of: "next", in: field) == nil)
    }
}
