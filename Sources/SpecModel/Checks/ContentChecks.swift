// Checks of attributes of the type `content`.

import SpecSyntax

extension Operation {
    /// A content without an encoding is the whole body, and stands nowhere else.
    func checkContents(diagnostics: DiagnosticCollector) {
        attributes.checkEncodings(diagnostics: diagnostics)
        for attribute in attributes where attribute.isWholeBody {
            let isAlone = attribute.location == .body && attributes(in: .body).count == 1
            guard !isAlone || attribute.isNullable || [.get, .head, .delete].contains(method) else { continue }
            diagnostics.report(
                .wrongContent, "'\(attribute.name.value)' is not the only attribute of a body",
                at: attribute.type.range, fix: Fix("move the other attributes to 'query:', or add 'encoded_by'"))
        }
    }
}

extension [Attribute] {
    /// An encoding is another text of the same table, and only contents have one.
    func checkEncodings(diagnostics: DiagnosticCollector) {
        for attribute in self {
            guard let encoding = attribute.encodedBy else { continue }
            let other = first { $0.name.value == encoding.value && $0.location == attribute.location }
            let isFitting = other.map { !$0.isRequired && !$0.isNullable && $0.type.value.isSingleText } ?? false
            guard attribute.type.value != .builtIn(.content) || !isFitting || attribute.isNullable || attribute.isSecret
            else { continue }
            diagnostics.report(
                .wrongContent,
                "only a content that is neither null nor secret has an encoding, which is an optional text beside it",
                at: encoding.range, fix: Fix("write type: content, and name a row of the same table"))
        }
    }

    /// A hash is never a body by itself.
    func checkAreEncoded(diagnostics: DiagnosticCollector) {
        checkEncodings(diagnostics: diagnostics)
        for attribute in self where attribute.isWholeBody {
            diagnostics.report(
                .wrongContent, "'\(attribute.name.value)' is a content without an encoding, in a hash",
                at: attribute.type.range, fix: Fix("add 'encoded_by', or write type: string"))
        }
    }
}

extension TypeReference {
    /// Whether a value is one text, or of an enum.
    fileprivate var isSingleText: Bool {
        switch self {
        case .builtIn(.string), .named: true
        case .builtIn, .array, .openHash: false
        }
    }

    /// Whether it has a content in it: in a list or a map, it has no encoding.
    var nestsContent: Bool {
        switch self {
        case .array(let element), .openHash(let element): element == .builtIn(.content) || element.nestsContent
        case .builtIn, .named: false
        }
    }
}
