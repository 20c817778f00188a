// Changes in operations: routes, responses, pages, constraints.

import SpecModel
import SpecSyntax

extension SpecDifferences {
    mutating func compareOperations() {
        let pairs = Pairs(
            before.operations, after.operations, by: { $0.request.value }, then: { $0.route })
        for operation in pairs.removed {
            collector.add(
                Change(
                    .operationRemoved, operation.route, "was removed (\(operation.request.value))",
                    before: operation.name.range))
        }
        for operation in pairs.added {
            collector.add(
                Change(
                    .operationAdded, operation.route, "was added (\(operation.request.value))",
                    after: operation.name.range
                ))
        }
        for (before, after) in pairs.both { compare(before, after) }
    }

    private mutating func compare(_ before: Operation, _ after: Operation) {
        let owner = after.request.value
        compareRoutes(before, after)
        compareResponses(before, after)
        comparePages(before, after)
        compareConstraints(before, after)
        if before.repeats != after.repeats {
            collector.add(
                Change(
                    .idempotenceChanged, owner,
                    after.repeats ? "is now retried" : "is no longer retried", before: before.name.range,
                    after: after.name.range))
        }
        if before.successStatus != after.successStatus {
            collector.add(
                Change(
                    .statusChanged, owner, "now responds with \(after.successStatus), not \(before.successStatus)",
                    before: (before.ownStatus?.range ?? before.name.range),
                    after: (after.ownStatus?.range ?? after.name.range)))
        }
        compare(before.attributes, after.attributes, of: owner)
        compareSpec(
            SpecRow(
                before.name, subject: owner, about: before.about, availability: before.availability, docs: before.docs),
            SpecRow(after.name, subject: owner, about: after.about, availability: after.availability, docs: after.docs),
            of: [])
    }

    /// Compares the routes: of operations with several, those of the same parent with each other.
    private mutating func compareRoutes(_ before: Operation, _ after: Operation) {
        let owner = after.request.value
        let pairs = Pairs(before.routes, after.routes, by: { $0.text }, then: { $0.parent?.name.value ?? "" })
        for (old, new) in pairs.both where old.text != new.text {
            collector.add(
                Change(
                    .routeChanged, old.text, "is now \(new.text) (\(owner))", before: before.path.text.range,
                    after: after.path.text.range))
        }
        for route in pairs.removed {
            collector.add(
                Change(
                    .routeRemoved, route.text, "is no longer one of \(owner)",
                    before: before.path.text.range, after: after.path.text.range))
        }
        for route in pairs.added {
            collector.add(
                Change(
                    .routeAdded, route.text, "is now one of \(owner)", before: before.path.text.range,
                    after: after.path.text.range))
        }
    }

    private mutating func compareResponses(_ before: Operation, _ after: Operation) {
        let (old, new) = (oldForms.form(before.response.value), newForms.form(after.response.value))
        let (range, newRange) = (before.response.range, after.response.range)
        if old.form != new.form {
            collector.add(
                Change(
                    .responseChanged, "the response", of: [after.request.value], "is now \(new.form), not \(old.form)",
                    before: range, after: newRange))
        } else if old.isNullable != new.isNullable {
            collector.add(
                Change(
                    new.isNullable ? .responseNullable : .responseNotNullable, "the response",
                    of: [after.request.value],
                    new.isNullable ? "may now be null" : "is now never null", before: range, after: newRange))
        }
    }

    private mutating func comparePages(_ before: Operation, _ after: Operation) {
        let (old, new) = (before.pages.map(\.value), after.pages.map(\.value))
        for mode in before.pages where !new.contains(mode.value) {
            collector.add(
                Change(
                    .pagesRemoved, "\(mode.value.rawValue) pages", of: [after.request.value], "were removed",
                    before: mode.range, after: after.name.range))
        }
        for mode in after.pages where !old.contains(mode.value) {
            collector.add(
                Change(
                    .pagesAdded, "\(mode.value.rawValue) pages", of: [after.request.value], "were added",
                    before: before.name.range, after: mode.range))
        }
    }

    private mutating func compareConstraints(_ before: Operation, _ after: Operation) {
        let pairs = Pairs(before.constraints, after.constraints) { $0.words }
        for constraint in pairs.removed {
            collector.add(
                Change(
                    .constraintRemoved, after.request.value, "no longer requires \(constraint.words)",
                    before: constraint.range ?? before.name.range, after: after.name.range))
        }
        for constraint in pairs.added {
            collector.add(
                Change(
                    .constraintAdded, after.request.value, "now requires \(constraint.words)",
                    before: before.name.range,
                    after: constraint.range ?? after.name.range))
        }
    }
}

extension Operation {
    /// Whether the client retries it after a failure.
    fileprivate var repeats: Bool {
        if let isIdempotent { return isIdempotent }
        switch method {
        case .get, .head, .put, .delete: return true
        case .post, .patch: return false
        }
    }
}

extension WireForms {
    fileprivate func form(_ response: Response) -> (form: String, isNullable: Bool) {
        switch response {
        case .value(let type): (form(type), false)
        case .optionalValue(let type): (form(type), true)
        case .nothing: ("nothing", false)
        case .download: ("a download", false)
        }
    }
}

extension Constraint {
    fileprivate var words: String {
        switch self {
        case .atLeastOne(let names): "one of \(names.map(\.value).joined(separator: ", "))"
        case .atLeastOneOfBody: "some attribute"
        case .exclusive(let names): "at most one of \(names.map(\.value).joined(separator: ", "))"
        case .needs(let name, let other, let value): "\(other.value) to be \(value.value) with \(name.value)"
        case .needsAny(let name, let other): "\(other.value) with \(name.value)"
        }
    }

    fileprivate var range: SourceRange? {
        switch self {
        case .atLeastOne(let names), .exclusive(let names): names.first?.range
        case .atLeastOneOfBody: nil
        case .needs(let name, _, _), .needsAny(let name, _): name.range
        }
    }
}
