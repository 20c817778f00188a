// Checks of waiters against the type of the response, of followers against waiters, and of preconditions.

import SpecSyntax

struct WaiterChecks {
    private let models: [String: ModelType]
    private let hashes: [String: HashType]
    private let enums: [String: EnumType]
    private let diagnostics: DiagnosticCollector

    init(types: TypesByName, diagnostics: DiagnosticCollector) {
        models = types.models
        hashes = types.hashes
        enums = types.enums
        self.diagnostics = diagnostics
    }

    func check(_ resource: Resource) {
        for operation in resource.operations {
            for waiter in operation.waiters { check(waiter, of: operation) }
            if let follower = operation.follower { check(follower, of: operation, in: resource) }
            for precondition in operation.preconditions { check(precondition, of: operation) }
        }
        checkNames(of: resource)
    }

    /// The methods that waiters and followers add.
    private func checkNames(of resource: Resource) {
        let names = resource.operations.flatMap { operation in
            operation.waiters.flatMap { [($0.waitMethod, $0.name), ($0.statesMethod, $0.name)] }
                + (operation.follower.map { [(operation.followMethod, $0.until)] } ?? [])
        }
        var taken = Set(resource.operations.map(\.name.value))
        for (name, place) in names where !taken.insert(name).inserted {
            diagnostics.report(
                .wrongWaiter, "'\(resource.name.value)' has a method '\(name)' already", at: place.range,
                fix: Fix("rename one of the two"))
        }
    }

    private func check(_ waiter: Waiter, of operation: Operation) {
        guard operation.method == .get, case .value(.named(let name)) = operation.response.value,
            let model = models[name]
        else {
            diagnostics.report(
                .wrongWaiter, "'\(operation.name.value)' does not read one thing, whose state could be waited for",
                at: waiter.name.range, fix: Fix("move the waiter to the GET operation that returns the thing"))
            return
        }
        if let field = field(waiter.field, of: model) {
            for value in waiter.ends + waiter.pending + waiter.fails { check(value, of: field) }
        }
        for text in [waiter.message, waiter.failure].compactMap(\.self) {
            guard let field = field(text, of: model), field.type.value != .builtIn(.string) else { continue }
            diagnostics.report(
                .wrongWaiter, "'\(text.value)' is no text", at: text.range, fix: Fix("name a field of type string"))
        }
        for name in waiter.with {
            let attribute = operation.attributes(in: .query).first { $0.name.value == name.value }
            guard attribute?.type.value != .builtIn(.boolean) else { continue }
            diagnostics.report(
                .wrongWaiter, "'\(name.value)' is no boolean attribute of the query", at: name.range,
                fix: Fix("name one, or remove it"))
        }
    }

    private func field(_ name: Located<String>, of model: ModelType) -> Field? {
        if let field = model.fields.first(where: { $0.name.value == name.value }) { return field }
        diagnostics.reportMissing(
            name.value, .wrongWaiter, "'\(model.name.value)' has no field '\(name.value)'", at: name.range,
            fix: Fix(replacing: name, among: model.fields.map(\.name.value), otherwise: "add its row"))
        return nil
    }

    private func check(_ value: Located<String>, of field: Field) {
        let known: [String] =
            switch field.type.value {
            case .builtIn(.boolean): ["true", "false"]
            case .named(let name): enums[name]?.values.map(\.name.value) ?? []
            case .builtIn, .array, .openHash: []
            }
        guard !known.contains(value.value) else { return }
        diagnostics.report(
            .wrongWaiter, "'\(field.name.value)' has no value '\(value.value)'", at: value.range,
            fix: Fix(replacing: value, among: known, otherwise: "wait for a field whose type is boolean or an enum"))
    }

    private func check(_ follower: Follower, of operation: Operation, in resource: Resource) {
        let other = resource.operations.first { $0.name.value == follower.operation }
        let isFollowed = operation.response.value == .download && operation.name.value.hasPrefix("download")
        let placeholders = operation.path.placeholders.map(\.value)
        if !isFollowed || other?.waiters.contains(where: { $0.name.value == follower.waiter }) != true
            || other?.path.placeholders.map(\.value) != placeholders
        {
            diagnostics.report(
                .wrongWaiter, "'\(follower.until.value)' is no waiter for this download", at: follower.until.range,
                fix: Fix("name an operation of the same path attributes and its waiter, get.finished, in a download…"))
        }
        for name in [follower.offset, follower.limit] {
            let attribute = operation.attributes(in: .query).first { $0.name.value == name.value }
            guard attribute?.type.value != .builtIn(.integer) else { continue }
            diagnostics.report(
                .wrongWaiter, "'\(name.value)' is no integer attribute of the query", at: name.range,
                fix: Fix("name one"))
        }
    }

    private func check(_ precondition: Precondition, of operation: Operation) {
        var names = operation.attributes.map(\.name.value)
        for attribute in operation.attributes(in: .body) {
            let hash = attribute.type.value.declaredName.flatMap { hashes[$0] }
            names += hash?.attributes.map(\.name.value) ?? []
        }
        guard !names.contains(precondition.attribute.value) else { return }
        diagnostics.reportMissing(
            precondition.attribute.value, .unknownAttribute,
            "'\(operation.name.value)' has no attribute '\(precondition.attribute.value)'",
            at: precondition.attribute.range,
            fix: Fix(replacing: precondition.attribute, among: names, otherwise: "add its row"))
    }
}
