// Every rule against its own examples: the failing one breaks it and nothing else, the passing one breaks nothing.

import Generator
import SpecSyntax
import Testing

@Suite struct RuleTests {
    @Test(arguments: Rule.all)
    func theFailingExampleBreaksTheRuleAndNoOther(_ rule: Rule) throws {
        let generation = try self.generation(of: rule.failing)
        #expect(Set(generation.diagnostics.map(\.rule)) == [rule.id], "\(generation.report)")
        #expect(generation.diagnostics.allSatisfy { $0.severity == rule.severity })
        #expect((generation.tree == nil) == (rule.severity == .error), "an error keeps the client from being generated")
        for diagnostic in generation.diagnostics {
            #expect(diagnostic.fix?.advice.isEmpty == false || rule.id.hasPrefix("yaml"), "it tells what to write")
        }
    }

    @Test(arguments: Rule.all)
    func thePassingExampleBreaksNone(_ rule: Rule) throws {
        let generation = try self.generation(of: rule.passing)
        #expect(generation.diagnostics.isEmpty, "\(generation.report)")
        #expect(generation.tree != nil)
    }

    @Test func fixesLeadToASpecThatKeepsTheRule() throws {
        var fixed = 0
        for rule in Rule.all {
            let generation = try self.generation(of: rule.failing)
            let applied = AppliedFixes(of: generation.files, by: generation.diagnostics)
            guard !applied.diagnostics.isEmpty else { continue }
            fixed += 1
            #expect(applied.diagnostics == generation.diagnostics, "\(rule.id)")
            let after = try Generation(spec: applied.files)
            #expect(!after.diagnostics.contains { $0.rule == rule.id }, "\(rule.id): \(after.report)")
        }
        #expect(fixed >= 12)
    }

    @Test func rulesAreSortedAndHaveNamesOfTheirOwn() {
        let ids = Rule.all.map(\.id)
        #expect(ids == Set(ids).sorted())
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
        #expect(Rule.all.allSatisfy { $0.purpose.hasSuffix(".") })
    }

    private func generation(of example: Example) throws -> Generation {
        try Generation(spec: example.files, examples: example.responses.isEmpty ? nil : example.responses)
    }
}

extension Rule: CustomTestStringConvertible {
    public var testDescription: String { id }
}
