// The samples of all operations and variants of them, by the GitLab in memory and by Grape with the same declarations:
// both accept and read the same, or both reject with the same text, or the difference is listed with its reason.

import Foundation
import GitLab
import TestClient
import TestSeeds
import Testing

@testable import GitLabTesting

extension RealStack {
    @Suite("The GitLab in memory and Grape")
    struct FakeDifferential {
        private static let environment = ProcessInfo.processInfo.environment

        /// Every how many variants one is sent, as many as fit into a run of all tests. `GITLAB_SWIFT_SOAK=1` sends all,
        /// 400,000, which takes half an hour; `GITLAB_SWIFT_VARIANTS` one of so many; `GITLAB_SWIFT_SEED` chooses others.
        private static let step =
            environment["GITLAB_SWIFT_VARIANTS"].flatMap { Int($0) }
            ?? (environment["GITLAB_SWIFT_SOAK"] == "1" ? 1 : 96)
        private static let seed = environment["GITLAB_SWIFT_SEED"].flatMap { UInt64($0) } ?? 1

        @Test("Both accept the samples and their variants, or reject them with one text")
        func sameVerdict() async throws {
            let server = try await DeclaredServer.start()
            var comparison = FakeComparison()
            do {
                for chunk in try await requests().chunks(of: 256) {
                    async let responses = server.verdicts(on: chunk)
                    var fakes: [FakeVerdict] = []
                    for request in chunk { fakes.append(try await FakeVerdict.ofFake(request)) }
                    for ((request, fake), grape) in zip(zip(chunk, fakes), try await responses) {
                        comparison.add(request, grape: grape, fake: fake)
                    }
                }
            } catch {
                await server.stop()
                throw error
            }
            await server.stop()
            print(comparison.summary)
            for line in comparison.unexplained.prefix(20) { Issue.record("\(line)") }
            #expect(comparison.unexplained.count == 0)
            #expect(comparison.accepted > 100 && comparison.rejected > 100, "too few show anything")
            for difference in FakeDifference.allCases where comparison.explained[difference] == nil {
                Issue.record("does not occur: \(difference.rawValue)")
            }
        }

        /// All samples, and some of their variants.
        private func requests() async throws -> [VariantRequest] {
            let url = try #require(URL(string: "https://gitlab.test"))
            let client = GitLabClient(baseURL: url, credentials: .none, transport: InMemoryGitLab())
            let routes = RouteTable(OperationTable.shared.operations)
            var random = SeededRandom(Self.seed)
            var requests = FakeDifference.allCases.map(\.example)
            for sample in OperationSample.all {
                let variants = try #require(try await SampleVariants(sample, client, routes), "\(sample)")
                requests += try variants.whole()
                requests += try variants.odd().filter { _ in random.once(in: Self.step) }
                requests += try variants.attributes { random.once(in: Self.step) }
            }
            return requests
        }
    }
}

extension Array {
    fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
