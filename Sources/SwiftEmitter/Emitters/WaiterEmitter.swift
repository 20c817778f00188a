// Emits two methods for each waiter of an operation, and one that follows a download that grows:
//
//     /// Waits until the pipeline has ended.
//     public nonisolated(nonsending) func waitUntilFinished(
//         _ id: some ProjectReference,
//         pipelineID: Int,
//         polling: Polling = Polling()
//     ) async throws -> Pipeline {
//         try await statesUntilFinished(id, pipelineID: pipelineID, polling: polling).last()
//     }
//
//     public func statesUntilFinished(
//         _ id: some ProjectReference,
//         pipelineID: Int,
//         polling: Polling = Polling()
//     ) -> StateSequence<GetPipeline> {
//         client.states(of: GetPipeline(id, pipelineID: pipelineID), polling) {
//             WaitOutcome($0.status, ends: [.success, .failed])
//         }
//     }

import SpecModel
import SpecSyntax

extension Resource {
    /// The methods that wait for a state of an operation's response, and the one that follows its download.
    func waiting(for operation: Operation, _ vocabulary: Vocabulary) -> [Declaration] {
        let waiting = WaiterEmitter(operation: operation, resource: self, vocabulary: vocabulary)
        return operation.waiters.flatMap(waiting.methods)
            + (operation.follower.map { [waiting.following($0)] } ?? [])
    }
}

private struct WaiterEmitter {
    let operation: Operation
    let resource: Resource
    let vocabulary: Vocabulary

    private var required: [Attribute] { operation.attributes.filter(\.isRequired) }
    private var initialiser: Initialiser {
        Initialiser(type: operation.request.value, required: required, of: required, vocabulary: vocabulary)
    }
    private static let polling = Parameter("polling", "polling", "Polling", defaultValue: "Polling()")
    private var parameters: [Parameter] { initialiser.parameters(of: operation) + [Self.polling] }
    private var parameterDocs: [(name: String, text: String)] {
        initialiser.documentation(configuring: "") + [
            ("polling", "How often the state is requested, and for how long.")
        ]
    }
    /// The arguments by which one of the methods calls another.
    private var passed: String {
        (initialiser.parameters(of: operation).map { parameter in
            (parameter.label.map { "\($0.argumentLabel): " } ?? "") + parameter.name.swiftIdentifier
        } + ["polling: polling"]).joined(separator: ", ")
    }

    func methods(_ waiter: Waiter) -> [Declaration] {
        [.function(waitMethod(waiter)), .function(statesMethod(waiter))]
    }

    /// The type of the state: that of the response, by its own name.
    private var responseType: String {
        if case .value(let type) = operation.response.value {
            type.swiftType
        } else {
            "\(operation.request.value).Response"
        }
    }

    private func waitMethod(_ waiter: Waiter) -> Function {
        var doc = DocComment(vocabulary.swiftSentence(waiter.about.value), paragraphs: [facts(waiter)])
        doc.parameters = parameterDocs
        doc.returns = "The last state."
        doc.throwing = "`GitLabError`, or `CancellationError`."
        return Function(
            doc: doc, attributes: ["@discardableResult"], modifiers: "nonisolated(nonsending)", name: waiter.waitMethod,
            parameters: parameters, effects: "async throws", returns: responseType,
            body: ["try await \(waiter.statesMethod)(\(passed)).last()"], source: waiter.name.range)
    }

    private func statesMethod(_ waiter: Waiter) -> Function {
        var doc = DocComment(
            "Returns each state that differs from the one before, as `\(waiter.waitMethod)` waits for it.")
        doc.parameters = parameterDocs
        let request = "\(operation.request.value)(\(arguments(waiter)))"
        return Function(
            doc: doc, name: waiter.statesMethod, parameters: parameters,
            returns: "StateSequence<\(operation.request.value)>",
            body: call("\(initialiser.client).states", "of: " + request, outcome(waiter)), source: waiter.name.range)
    }

    /// When the wait ends, in words.
    private func facts(_ waiter: Waiter) -> String {
        func list(_ values: [Located<String>]) -> String {
            let values = values.map { "`\(vocabulary.swiftValue($0.value, of: type(of: waiter.field)))`" }
            guard values.count > 1 else { return values.joined() }
            return values.dropLast().joined(separator: ", ") + " or " + values[values.count - 1]
        }
        let field = "`\(swiftName(waiter.field))`"
        let end =
            waiter.pending.isEmpty
            ? "until \(field) is \(list(waiter.ends + waiter.fails))" : "while \(field) is \(list(waiter.pending))"
        var sentences = [
            "Requests `\(operation.method.rawValue) \(operation.path.text.value)` as `polling` says, \(end)."
        ]
        let failure = "throws an error of kind `waitFailed`"
        if !waiter.fails.isEmpty { sentences.append("With \(list(waiter.fails)), it \(failure).") }
        if let name = waiter.failure { sentences.append("If there is a `\(swiftName(name))` then, it \(failure).") }
        return sentences.joined(separator: " ")
    }

    private func arguments(_ waiter: Waiter) -> String {
        let arguments = initialiser.arguments.joined(separator: ", ")
        guard !waiter.with.isEmpty else { return arguments }
        let settings = waiter.with.map { name in
            "$0.\(operation.attributes.first { $0.name.value == name.value }?.swiftName.text ?? name.value) = true"
        }
        return "\(arguments)) { \(settings.joined(separator: "; ")) }"
    }

    private func outcome(_ waiter: Waiter) -> String {
        func list(_ values: [Located<String>]) -> String {
            "[\(values.map { vocabulary.swiftValue($0.value, of: type(of: waiter.field)) }.joined(separator: ", "))]"
        }
        var arguments = ["$0.\(swiftName(waiter.field).swiftIdentifier)"]
        arguments.append(waiter.pending.isEmpty ? "ends: \(list(waiter.ends))" : "whileIn: \(list(waiter.pending))")
        if !waiter.fails.isEmpty { arguments.append("fails: \(list(waiter.fails))") }
        if let message = waiter.message { arguments.append("message: $0.\(swiftName(message).swiftIdentifier)") }
        if let failure = waiter.failure { arguments.append("failure: $0.\(swiftName(failure).swiftIdentifier)") }
        return "WaitOutcome(\(arguments.joined(separator: ", ")))"
    }

    private func call(_ function: String, _ request: String, _ body: String) -> [String] {
        // A request with a closure has closed its parenthesis before it.
        let request = request.hasSuffix("})") ? String(request.dropLast()) : request
        let flat = "\(function)(\(request), polling) {"
        let lines = body.utf8.count + 12 <= Printer.width ? [body] : BrokenCall.lines(of: body, indent: 12) ?? [body]
        let head =
            flat.utf8.count + 8 <= Printer.width
            ? [flat] : ["\(function)(", "    \(request), polling", ") {"]
        return head + lines.map { "    " + $0 } + ["}"]
    }

    private func field(_ name: Located<String>) -> Field? {
        guard case .value(.named(let type)) = operation.response.value else { return nil }
        return vocabulary.types.models[type]?.fields.first { $0.name.value == name.value }
    }

    private func swiftName(_ name: Located<String>) -> String { field(name)?.swiftName.text ?? name.value }

    private func type(of name: Located<String>) -> TypeReference { field(name)?.type.value ?? .builtIn(.string) }

    func following(_ follower: Follower) -> Declaration {
        func swiftName(_ name: Located<String>) -> String {
            operation.attributes.first { $0.name.value == name.value }?.swiftName.text.swiftIdentifier ?? name.value
        }
        let until = resource.operations.first { $0.name.value == follower.operation }?.waiters
            .first { $0.name.value == follower.waiter }?.statesMethod
        var doc = DocComment(
            "Returns the lines of what `\(operation.name.value)` downloads, while it grows.",
            paragraphs: [
                "`\(operation.method.rawValue) \(operation.path.text.value)`.",
                operation.docs.value.asDocumentationLink,
            ])
        doc.parameters = parameterDocs
        let ids = required.filter { $0.type.value == .builtIn(.idOrPath) }.map { attribute in
            "let \(attribute.swiftName.text.swiftIdentifier) = IDOrPath(\(attribute.swiftName.text.swiftIdentifier))"
        }
        let request = "\(operation.request.value)(\(initialiser.arguments.joined(separator: ", ")))"
        return .function(
            Function(
                doc: doc, name: operation.followMethod, parameters: parameters, returns: "LogLines",
                body: ids + [
                    "return \(initialiser.client).lines(until: \(until ?? "")(\(passed))) { range in",
                    "    \(request) {", "        $0.\(swiftName(follower.offset)) = range.offset",
                    "        $0.\(swiftName(follower.limit)) = range.limit", "    }", "}",
                ], source: follower.until.range))
    }
}
