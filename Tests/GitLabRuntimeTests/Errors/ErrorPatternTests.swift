// Kinds of errors as patterns.

import GitLabRuntime
import Testing

@Suite struct ErrorPatternTests {
    private struct Other: Error {}

    private func caught(_ error: any Error) -> String {
        do {
            throw error
        } catch GitLabError.Kind.notFound {
            return "not found"
        } catch GitLabError.Kind.conflict, GitLabError.Kind.timeout {
            return "one of two"
        } catch {
            return "another"
        }
    }

    @Test func aKindCatchesErrorsOfItsKind() {
        #expect(caught(GitLabError(kind: .notFound, message: "")) == "not found")
        #expect(caught(GitLabError(kind: .timeout, message: "")) == "one of two")
        #expect(caught(GitLabError(kind: .server, message: "")) == "another")
        #expect(caught(Other()) == "another")
    }
}
