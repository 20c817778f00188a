// Bodies of responses: chunks, limits, ends.

import Testing

@testable import GitLabRuntime

@Suite struct ResponseBodyTests {
    private func body(_ chunks: [[UInt8]]) -> ResponseBody {
        ResponseBody(
            AsyncStream { feed in
                for chunk in chunks { feed.yield(chunk) }
                feed.finish()
            }
        )
    }

    @Test func chunksComeAsTheyAreWithoutEmptyOnes() async throws {
        var chunks: [[UInt8]] = []
        for try await chunk in body([[1, 2], [], [3]]) { chunks.append(chunk) }
        #expect(chunks == [[1, 2], [3]])
        #expect(try await body([[1, 2], [], [3]]).collect(upTo: 3) == [1, 2, 3])
        #expect(try await ResponseBody([]).collect(upTo: 0) == [])
        #expect(try await ResponseBody([7]).collect(upTo: 1) == [7])
    }

    @Test func tooManyBytesAreAnError() async throws {
        await #expect(throws: ResponseBody.TooLong.self) { try await body([[1, 2], [3]]).collect(upTo: 2) }
        #expect(try await body([[1, 2], [3, 4]]).prefix(upTo: 3) == [1, 2, 3])
        #expect(try await body([[1, 2]]).prefix(upTo: 3) == [1, 2])
    }
}
