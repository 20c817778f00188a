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
                    .operationRemoved, operation.route, "is not there any more (\(operation.request.value))",
                    before: operation.name.range))
        }
        for operation in pairs.added {
            collector.add(
                Change(
                    .operationAdded, operation.route, "is new (\(operation.request.value))", after: operation.name.range
                ))
        }
        for (before, after) in pairs.both { compare(before, after) }
    }

    private mutating func compare(_ before: Operation, _ after: Operation) {
        let owner = after.request.value
        if before.route != after.route {
            collector.add(
                Change(
                    .routeChanged, before.route, "is \(after.route) now (\(owner))", before: before.path.text.range,
                    after: after.path.text.range))
        }
        compareResponses(before, after)
        comparePages(before, after)
        compareConstraints(before, after)
        if before.repeats != after.repeats {
            collector.add(
                Change(
                    .idempotenceChanged, owner,
                    after.repeats ? "can be repeated now" : "cannot be repeated any more", before: before.name.range,
                    after: after.name.range))
        }
        if before.successStatus != after.successStatus {
            collector.add(
                Change(
                    .statusChanged, owner, "responses \(after.successStatus) now, not \(before.successStatus)",
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

    private mutating func compareResponses(_ before: Operation, _ after: Operation) {
        let (old, new) = (oldForms.form(before.response.value), newForms.form(after.response.value))
        let (range, newRange) = (before.response.range, after.response.range)
        if old.form != new.form {
            collector.add(
                Change(
                    .answerChanged, "the response", of: [after.request.value], "is \(new.form) now, not \(old.form)",
                    before: range, after: newRange))
        } else if old.isNullable != new.isNullable {
            collector.add(
                Change(
                    new.isNullable ? .answerNullable : .answerNotNullable, "the response", of: [after.request.value],
                    new.isNullable ? "may be null now" : "is never null now", before: range, after: newRange))
        }
    }

    private mutating func comparePages(_ before: Operation, _ after: Operation) {
        let (old, new) = (before.pages.map(\.value), after.pages.map(\.value))
        for mode in before.pages where !new.contains(mode.value) {
            collector.add(
                Change(
                    .pagesRemoved, "\(mode.value.rawValue) pages", of: [after.request.value], "are not there any more",
                    before: mode.range, after: after.name.range))
        }
        for mode in after.pages where !old.contains(mode.value) {
            collector.add(
                Change(
                    .pagesAdded, "\(mode.value.rawValue) pages", of: [after.request.value], "are new",
                    before: before.name.range, after: mode.range))
        }
    }

    private mutating func compareConstraints(_ before: Operation, _ after: Operation) {
        let pairs = Pairs(before.constraints, after.constraints) { $0.words }
        for constraint in pairs.removed {
            collector.add(
                Change(
                    .constraintRemoved, after.request.value, "does not ask any more for \(constraint.words)",
                    before: constraint.range ?? before.name.range, after: after.name.range))
        }
        for constraint in pairs.added {
            collector.add(
                Change(
                    .constraintAdded, after.request.value, "asks for \(constraint.words)", before: before.name.range,
                    after: constraint.range ?? after.name.range))
        }
    }
}

extension Operation {
    /// The method and the path, whatever the placeholders are called: `GET /projects/:id`.
    fileprivate var route: String { "\(method.rawValue) \(path.text.value)" }

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
