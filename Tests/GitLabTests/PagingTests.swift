// Lists of 250 projects come whole, however the server pages them.

import GitLab
import HTTPTypes
import Testing

extension RealStack {
    @Suite("Paging")
    struct Paging {
        @Test("250 projects by pages of 20, each exactly once", arguments: Servers.Kind.unchanging)
        func everyProjectOnce(server: Servers.Kind) async throws {
            let gitlab = try await GitLabClient.of(server)
            let ids = try await gitlab.projects.list { $0.perPage = 20 }.reduce(into: []) { $0.append($1.id) }
            #expect(ids == Array((1...250).reversed()))
        }

        @Test("and by keyset, in both directions", arguments: Servers.Kind.unchanging, [SortDirection.asc, .desc])
        func keyset(server: Servers.Kind, direction: SortDirection) async throws {
            let gitlab = try await GitLabClient.of(server)
            let list = gitlab.projects.list {
                $0.pagination = .keyset
                $0.orderBy = .id
                $0.sort = direction
                $0.perPage = 20
            }
            let ids = try await list.reduce(into: []) { $0.append($1.id) }
            #expect(ids == (direction == .asc ? Array(1...250) : (1...250).reversed()))
        }

        @Test("The servers page in the ways that these tests take them to")
        func servers() async throws {
            #expect(try await pageHeaders(.reading)["X-Total"] == "250")
            #expect(try await pageHeaders(.uncounted)["X-Total"] == nil)
            #expect(try await pageHeaders(.uncounted)["X-Next-Page"] == "2")
            let (otherwise, underRoot) = try await (pageHeaders(.namedOtherwise), pageHeaders(.underRoot))
            #expect(otherwise["Link"]?.contains("<https://gitlab.invalid:8443/api/") == true)
            #expect(underRoot["Link"]?.contains("/gitlab/api/v4/projects?") == true)
        }

        private func pageHeaders(_ server: Servers.Kind) async throws -> [String: String] {
            let gitlab = try await GitLabClient.of(server)
            let request = try gitlab.httpRequest(for: ListProjects { $0.perPage = 20 })
            let response = try await gitlab.transport.send(request.head, body: request.body)
            return response.head.headerFields.reduce(into: [:]) { $0[$1.name.rawName] = $1.value }
        }

        @Test("A single page, with totals where the server counts")
        func singlePage() async throws {
            let last = try await GitLabClient.of(.reading).projects.list { $0.perPage = 20 }.page(13)
            #expect(last.items.map(\.id) == (1...10).reversed())
            #expect(last.number == 13)
            #expect(last.total == 250)
            #expect(last.totalPages == 13)
            #expect(last.nextPage == nil)
            #expect(last.isLast)

            let second = try await GitLabClient.of(.uncounted).projects.list { $0.perPage = 100 }.page(2)
            #expect(second.items.map(\.id) == (51...150).reversed())
            #expect(second.total == nil)
            #expect(second.totalPages == nil)
            #expect(second.nextPage == 3)
            #expect(!second.isLast)
        }

        @Test("A page after the last one is empty")
        func pageAfterTheLast() async throws {
            let page = try await GitLabClient.of(.reading).projects.list { $0.perPage = 100 }.page(4)
            #expect(page.items.isEmpty)
            #expect(page.isLast)
        }

        @Test("Filters hold on every page")
        func filters() async throws {
            let gitlab = try await GitLabClient.of(.reading)
            let list = gitlab.projects.list {
                $0.archived = false
                $0.visibility = .internal
                $0.topic = ["swift", "even"]
                $0.search = "project"
                $0.orderBy = .createdAt
                $0.sort = .asc
                $0.perPage = 3
            }
            let ids = try await list.reduce(into: []) { $0.append($1.id) }
            #expect(ids == (1...250).filter { $0 % 3 == 2 && $0 % 2 == 0 && $0 % 10 != 0 })
        }

        @Test("A custom attribute with delimiters in its value holds on every page")
        func customAttributes() async throws {
            let gitlab = try await GitLabClient.of(.reading)
            var ids: [Int] = []
            let list = gitlab.projects.list {
                $0.customAttributes = ["location": "Antarctica", "team": "a&b;c+d"]
                $0.withCustomAttributes = true
                $0.perPage = 2
            }
            for try await project in list {
                ids.append(project.id)
                #expect(project.customAttributes?.map(\.key).sorted() == ["location", "team"])
            }
            #expect(ids == [250, 200, 150, 100, 50])
        }

        @Test("An empty list is no error")
        func empty() async throws {
            let gitlab = try await GitLabClient.of(.reading)
            for try await project in gitlab.projects.list({ $0.search = "no such project" }) {
                Issue.record("there is \(project.name)")
            }
        }
    }
}

extension Servers.Kind {
    /// The servers whose projects no test changes.
    static let unchanging: [Servers.Kind] = [.reading, .namedOtherwise, .uncounted, .underRoot]
}
