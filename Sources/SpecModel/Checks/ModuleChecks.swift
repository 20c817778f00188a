// The modules of the client form a star: each sees its own types and those of the shared module, and no others.

import SpecSyntax

struct ModuleChecks {
    private let modules: Modules
    private let diagnostics: DiagnosticCollector
    /// The module of each type by name.
    private let owners: [String: Module]

    init(_ api: API, diagnostics: DiagnosticCollector) {
        modules = api.modules
        self.diagnostics = diagnostics
        var types = api.hashes.map { ($0.name.value, $0.file) }
        types += api.models.map { ($0.name.value, $0.file) }
        types += api.enums.map { ($0.name.value, $0.file) }
        types += api.parents.map { ($0.name.value, $0.file) }
        let modules = api.modules
        owners = Dictionary(
            firstOf: types.compactMap { name, file in modules.module(ofFile: file).map { (name, $0) } })
    }

    func check(_ api: API) {
        if modules.all.isEmpty { return }
        checkModules()
        for resource in api.resources {
            guard let module = module(of: resource.type) else { continue }
            for operation in resource.operations { check(operation, in: module) }
        }
        for hash in api.hashes {
            guard let module = module(of: hash.name) else { continue }
            for row in hash.attributes { check(row.type, in: module, user: hash.name) }
        }
        for model in api.models {
            guard let module = module(of: model.name) else { continue }
            for field in model.fields { check(field.type, in: module, user: model.name) }
        }
        for event in api.events {
            guard let module = module(of: event.name) else { continue }
            check(Located(.named(event.type.value), at: event.type.range), in: module, user: event.name)
        }
        checkStandInOneModule(api.events)
        for enumeration in api.enums { _ = module(of: enumeration.name) }
        for parent in api.parents {
            guard let module = module(of: parent.name) else { continue }
            for row in parent.cases.flatMap(\.attributes) { check(row.type, in: module, user: parent.name) }
        }
    }

    /// One enum has all events, so that one module has them.
    private func checkStandInOneModule(_ events: [WebhookEventType]) {
        let placed = events.compactMap { event in modules.module(ofFile: event.file).map { (event, $0.name.value) } }
        guard let (first, owner) = placed.first else { return }
        for (event, module) in placed where module != owner {
            diagnostics.report(
                .wrongModule, "the events are those of \(owner)", at: event.name.range,
                notes: [Diagnostic.Note("the first one is here", at: first.name.range)],
                fix: Fix("move the file into the folder of \(owner)"))
        }
    }

    private func checkModules() {
        modules.all.map(\.folder).checkStandOnce(diagnostics: diagnostics) { folder in
            ("the folder '\(folder)' is that of another module", "give each module a folder of its own")
        }
        modules.all.flatMap(\.tags).checkStandOnce(diagnostics: diagnostics) { tag in
            ("the tag '\(tag)' is that of another module", "name each tag at one module")
        }
        let shared = modules.all.filter(\.isShared)
        for module in shared.dropFirst() {
            diagnostics.report(
                .wrongModule, "one module is shared by the others, and '\(shared[0].name.value)' is",
                at: module.name.range, notes: [Diagnostic.Note("here", at: shared[0].name.range)],
                fix: Fix("remove 'shared' from one of the two"))
        }
    }

    /// The module of a declaration; reports one that is outside of all.
    private func module(of name: Located<String>) -> Module? {
        if let module = modules.module(ofFile: name.range.path) { return module }
        let folders = modules.all.map { "'\($0.folder.value)'" }.joined(separator: ", ")
        diagnostics.report(
            .wrongModule, "'\(name.value)' is declared in no folder of a module", at: name.range,
            fix: Fix("move the file into one of the folders \(folders)"))
        return nil
    }

    private func check(_ operation: Operation, in module: Module) {
        switch operation.response.value {
        case .value(let type), .optionalValue(let type):
            check(Located(type, at: operation.response.range), in: module, user: operation.name)
        case .nothing, .download: break
        }
        for row in operation.attributes { check(row.type, in: module, user: operation.name) }
    }

    private func check(_ type: Located<TypeReference>, in module: Module, user: Located<String>) {
        guard let name = type.value.declaredName, let owner = owners[name], !owner.isShared,
            owner.name.value != module.name.value
        else { return }
        let notes =
            type.range.path == user.range.path ? [] : [Diagnostic.Note("'\(user.value)' uses it here", at: user.range)]
        let place =
            modules.shared.map { "the folder '\($0.folder.value)'" } ?? "the folder of a module with 'shared: true'"
        diagnostics.report(
            .typeOfOtherModule,
            "'\(name)' belongs to \(owner.name.value), which \(module.name.value) does not import", at: type.range,
            notes: notes, fix: Fix("move '\(name)' into \(place), with the types that it holds"))
    }
}

extension [Located<String>] {
    /// Reports each text that stands for a second time.
    fileprivate func checkStandOnce(
        diagnostics: DiagnosticCollector, _ words: (String) -> (message: String, advice: String)
    ) {
        var first: [String: SourceRange] = [:]
        for text in self {
            guard let other = first[text.value] else {
                first[text.value] = text.range
                continue
            }
            let (message, advice) = words(text.value)
            diagnostics.report(
                .wrongModule, message, at: text.range, notes: [Diagnostic.Note("first here", at: other)],
                fix: Fix(advice))
        }
    }
}
