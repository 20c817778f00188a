// Reading any file of the spec ends, with a spec or with diagnostics, each at a place in the file. Fixes change only
// their own places, and all printers print.

import SpecModel
import SpecSyntax

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSpec(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let file = SpecFile(path: "spec/fuzz.yaml", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
    let diagnostics = diagnose(file)
    check(diagnostics, in: file)
    _ = TextPrinter(files: [file], hasColor: true).text(for: diagnostics)
    _ = JSONPrinter().text(for: diagnostics) + GitHubPrinter().text(for: diagnostics)
    _ = CodeQualityPrinter().text(for: diagnostics)

    let applied = AppliedFixes(of: [file], by: diagnostics)
    for fixed in applied.files { check(diagnose(fixed), in: fixed) }
    guard diagnostics == diagnose(file) else { fatalError("the same file is told another story") }
    return 0
}

private func diagnose(_ file: SpecFile) -> [Diagnostic] {
    let collector = DiagnosticCollector()
    let reading = SpecReading([file], diagnostics: collector)
    if reading.isComplete { Lint(reading, examples: [], diagnostics: collector).check() }
    return collector.sorted
}

private func check(_ diagnostics: [Diagnostic], in file: SpecFile) {
    let lines = SourceText(file).lineCount
    for diagnostic in diagnostics {
        guard !diagnostic.message.isEmpty, (1...lines).contains(diagnostic.range.start.line),
            diagnostic.range.start <= diagnostic.range.end, diagnostic.message.utf8.count < 4096
        else {
            fatalError("\(diagnostic)")
        }
    }
}
