// Documents that are almost right, by the client's reader and by JSONDecoder: the same value, or both reject, or a
// listed difference with its reason.

import Foundation
import Testing

@Suite("Reading as JSONDecoder does")
struct DifferentialTests {
    /// `GITLAB_SWIFT_SEED` repeats a run.
    static let seed = environment["GITLAB_SWIFT_SEED"].flatMap { UInt64($0) } ?? 20_261_121

    /// As many as fit into a run of all tests; `GITLAB_SWIFT_SOAK=1` reads more, `GITLAB_SWIFT_DOCUMENTS` for so many.
    static let count =
        environment["GITLAB_SWIFT_DOCUMENTS"].flatMap { Int($0) }
        ?? (environment["GITLAB_SWIFT_SOAK"] == "1" ? 240_000 : 6_000)

    private static let environment = ProcessInfo.processInfo.environment
    private static let parts = 6

    @Test("Every model has documents to begin with")
    func subjects() {
        #expect(ReadingSubject.all.count > 80)
        for subject in ReadingSubject.all {
            #expect(!subject.originals.isEmpty, "\(subject.name)")
            let isRead = subject.originals.contains { subject.compare($0) == .sameValue }
            #expect(isRead, "none of the documents of \(subject.name) is read")
        }
    }

    @Test("Changed documents", arguments: 0..<parts)
    func changed(part: Int) {
        var tally: [String: Int] = [:]
        var unknown = 0
        for index in stride(from: part, to: Self.count, by: Self.parts) {
            let subject = ReadingSubject.all[index % ReadingSubject.all.count]
            var mutator = DocumentMutator(seed: Self.seed, index: index)
            let document = mutator.document(from: subject.originals)
            switch subject.compare(document) {
            case .sameValue: tally["the same value", default: 0] += 1
            case .bothReject: tally["both reject", default: 0] += 1
            case .known(let difference): tally[difference.rawValue, default: 0] += 1
            case .unknown:
                unknown += 1
                guard unknown <= 5 else { continue }
                let shortest = DocumentShrinking.shrunk(document) {
                    if case .unknown = subject.compare($0) { true } else { false }
                }
                Issue.record(
                    """
                    \(subject.name), document \(index) (GITLAB_SWIFT_SEED=\(Self.seed)): \(subject.compare(shortest))
                    \(String(decoding: shortest, as: UTF8.self))
                    \(shortest.count < 200 ? "\(shortest)" : "")
                    """)
            }
        }
        print(
            "part \(part): \(tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))")
        #expect(unknown == 0)
        let all = Self.count / Self.parts
        #expect(tally["the same value", default: 0] > all / 10, "too few are read for this to show anything")
        #expect(tally["both reject", default: 0] > all / 10, "too few are rejected for this to show anything")
    }
}
