// No spec that is accepted becomes Swift that does not compile: specs with hostile names are rejected with a place and
// advice, or their client is type-checked.

import Foundation
import SpecModel
import SpecSyntax
import SwiftEmitter
import Testing

@Suite struct HostileSpecTests {
    /// `make hostile` takes a thousand; each that is accepted costs a run of the compiler.
    private static let seeds: Range<UInt64> = {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["GITLAB_SWIFT_SEED"].flatMap(UInt64.init) ?? 0
        return first..<first + (environment["GITLAB_SWIFT_HOSTILE"].flatMap(UInt64.init) ?? 40)
    }()

    @Test(.enabled(if: Typechecker.isAvailable, "no compiler, or no built runtime"))
    func acceptedSpecsCompile() async throws {
        var accepted = 0
        for start in stride(from: Self.seeds.lowerBound, to: Self.seeds.upperBound, by: 2) {
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for seed in start..<min(start + 2, Self.seeds.upperBound) {
                    group.addTask { try check(seed) }
                }
                for try await wasAccepted in group where wasAccepted { accepted += 1 }
            }
        }
        print("hostile specs: \(Self.seeds.count), of which were accepted and type-checked: \(accepted)")
        #expect(accepted * 5 > Self.seeds.count, "if nearly all are rejected, nothing is checked")
    }

    /// Whether the spec of a seed is accepted.
    private func check(_ seed: UInt64) throws -> Bool {
        let spec = HostileSpec(seed: seed)
        let collector = DiagnosticCollector()
        let reading = SpecReading(spec.files, diagnostics: collector)
        if reading.isComplete { reading.api.checkFileNames(diagnostics: collector) }
        guard collector.hasErrors else {
            let emitter = ClientEmitter(reading.api)
            let files = emitter.swiftFiles() + emitter.fixtureFiles() + emitter.operationDocuments()
            if let problems = try Typechecker().problems(in: files, named: "Hostile\(seed)") {
                Issue.record("seed \(seed):\n\(problems)\n\(spec.text)")
            }
            return true
        }
        for error in collector.sorted where error.severity == .error {
            if error.fix?.advice.isEmpty == false, !error.message.isEmpty, error.range.start.line > 0 { continue }
            Issue.record("seed \(seed): no place or no advice: \(error.rule): \(error.message)\n\(spec.text)")
        }
        return false
    }
}
