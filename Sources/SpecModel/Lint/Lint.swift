// The rules beyond those of generating: whether a spec is consistent and complete.

import SpecSyntax

/// One pass of the rules that are warnings. Each rule's file holds its check.
public struct Lint {
    let api: API
    let declarations: Declarations
    /// Responses of GitLab's, where they were read: the rules on examples are checked only then.
    let examples: ExampleResponses?
    let diagnostics: DiagnosticCollector
    /// Of more unknown names, the nearest spelling is not looked for.
    static let mostMisspelt = 200

    /// - Parameter examples: files that hold example responses in JSON, each named after the type of its content; nil
    ///   to leave out the rules on examples.
    public init(_ reading: SpecReading, examples: [SpecFile]? = nil, diagnostics: DiagnosticCollector) {
        api = reading.api
        declarations = reading.declarations
        self.diagnostics = diagnostics
        self.examples = examples.map { ExampleResponses($0, of: reading.api, diagnostics: diagnostics) }
    }

    /// Checks the rules, then takes out what rows suppress and reports suppressions that are not needed.
    public func check() {
        checkDocsAddresses()
        checkAnchors()
        checkRoutes()
        checkRepetitions()
        checkNameStyle()
        checkAgreement()
        checkDeprecatedTypes()
        let sentences = Sentence.all(of: declarations)
        for sentence in sentences {
            sentence.checkIsFinished(diagnostics)
            if sentence.isUnfinished { continue }
            sentence.checkLength(diagnostics)
            sentence.checkForm(diagnostics)
            sentence.checkOpening(diagnostics)
            sentence.checkSaysMoreThanTheName(diagnostics)
        }
        checkBorrowedSentences(sentences)
        var unchecked: [Rule] = []
        // Declarations that could not be read may use them.
        if diagnostics.hasUnreadDeclarations {
            unchecked.append(.unusedTable)
        } else {
            checkUnusedTables()
        }
        if diagnostics.hasUnreadRows {
            unchecked.append(.unusedType)
        } else {
            checkUnusedTypes()
        }
        if let examples, !diagnostics.hasUnreadRows {
            examples.check(diagnostics)
        } else {
            unchecked += [.fieldWithoutExample, .typeWithoutExample, .unknownInExample]
        }
        let checked = (Rule.ofSyntax + Rule.ofModel).filter { $0.isSuppressible && !unchecked.contains($0) }
        for suppression in diagnostics.settleSuppressions(of: checked) {
            diagnostics.report(
                .needlessSuppression, "'\(suppression.rule.value)' is not violated here", at: suppression.rule.range,
                fix: Fix("remove the suppression"))
        }
    }
}
