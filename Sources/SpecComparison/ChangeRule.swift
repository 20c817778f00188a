// A kind of change as data: where it shows, the required version change, and why.

/// A kind of change.
public struct ChangeRule: Sendable, Hashable {
    /// Where a change shows.
    public enum Layer: String, Sendable, CaseIterable {
        /// In requests and responses.
        case wire
        /// In the Swift that users of the client see.
        case swift
        /// In what the spec says about both.
        case spec
    }

    /// The name, in kebab case: `attribute-added`.
    public let id: String
    public let layer: Layer
    public let verdict: Verdict
    /// The reason, in a sentence.
    public let reason: String

    init(_ id: String, _ layer: Layer, _ verdict: Verdict, _ reason: String) {
        self.id = id
        self.layer = layer
        self.verdict = verdict
        self.reason = reason
    }

    public static func == (left: ChangeRule, right: ChangeRule) -> Bool { left.id == right.id }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension ChangeRule {
    // MARK: On the wire

    static let operationAdded = ChangeRule("operation-added", .wire, .minor, "Nobody calls it yet.")
    static let operationRemoved = ChangeRule("operation-removed", .wire, .major, "Whoever calls it cannot any more.")
    static let routeChanged = ChangeRule(
        "route-changed", .wire, .major,
        "The same Swift sends another request: servers, proxies and mocks that knew the old one do not know this one.")
    static let attributeAdded = ChangeRule(
        "attribute-added", .wire, .minor, "Requests that do not set it stay the same.")
    static let requiredAttributeAdded = ChangeRule(
        "required-attribute-added", .wire, .major, "Code that does not give it does not compile any more.")
    static let attributeRemoved = ChangeRule("attribute-removed", .wire, .major, "Whoever sets it cannot any more.")
    static let attributeRequired = ChangeRule(
        "attribute-required", .wire, .major, "Code that does not give it does not compile any more.")
    static let attributeOptional = ChangeRule(
        "attribute-optional", .wire, .minor, "Requests that give it stay as they were.")
    static let attributeMoved = ChangeRule(
        "attribute-moved", .wire, .major, "The same Swift sends another request.")
    static let attributeFormChanged = ChangeRule(
        "attribute-form-changed", .wire, .major, "The same value is written in another way.")
    static let listStyleChanged = ChangeRule(
        "list-style-changed", .wire, .major, "The same list is written in another way.")
    static let attributeNullable = ChangeRule("attribute-nullable", .wire, .minor, "A value can be unset now.")
    static let attributeNotNullable = ChangeRule(
        "attribute-not-nullable", .wire, .major, "Whoever unsets the value cannot any more.")
    static let answerChanged = ChangeRule("response-changed", .wire, .major, "What a call gives is something else.")
    static let answerNullable = ChangeRule(
        "response-nullable", .wire, .major, "Callers have to expect that there is nothing.")
    static let answerNotNullable = ChangeRule("response-not-nullable", .wire, .minor, "There is always something now.")
    static let statusChanged = ChangeRule(
        "status-changed", .wire, .patch, "The client takes every status of success; only other tools are told.")
    static let pagesAdded = ChangeRule("pages-added", .wire, .minor, "A list can be walked in one more way.")
    static let pagesRemoved = ChangeRule("pages-removed", .wire, .major, "A list cannot be walked that way any more.")
    static let constraintAdded = ChangeRule(
        "constraint-added", .wire, .minor, "What the server was certain to refuse is refused before it is sent.")
    static let constraintRemoved = ChangeRule(
        "constraint-removed", .wire, .minor, "Requests are sent that the client refused.")
    static let idempotenceChanged = ChangeRule(
        "idempotence-changed", .wire, .minor, "Whether a request is repeated after a failure is another.")
    static let fieldAdded = ChangeRule("field-added", .wire, .minor, "Nobody reads it yet.")
    static let fieldRemoved = ChangeRule("field-removed", .wire, .major, "Whoever reads it cannot any more.")
    static let fieldFormChanged = ChangeRule(
        "field-form-changed", .wire, .major, "Responses that could be read hold something else there.")
    static let fieldOptional = ChangeRule(
        "field-optional", .wire, .major, "Callers have to expect that there is nothing.")
    static let fieldAlwaysPresent = ChangeRule(
        "field-always-present", .wire, .major,
        "It is not an optional any more, and a response that lacks it cannot be read.")
    static let fieldNullable = ChangeRule(
        "field-nullable", .wire, .patch, "Fields that are not always there are read as nil from null already.")
    static let enumValueAdded = ChangeRule(
        "enum-value-added", .wire, .minor, "Enums are open: the value was kept already, and has a name now.")
    static let enumValueRemoved = ChangeRule("enum-value-removed", .wire, .major, "Whoever names it cannot any more.")
    static let enumNumberChanged = ChangeRule(
        "enum-number-changed", .wire, .major, "The same name goes over the wire as another number.")

    // MARK: In Swift

    static let typeAdded = ChangeRule("type-added", .swift, .minor, "Nobody uses it yet.")
    static let typeRemoved = ChangeRule("type-removed", .swift, .major, "Code that names it does not compile any more.")
    static let memberAdded = ChangeRule("member-added", .swift, .minor, "Nobody uses it yet.")
    static let memberRemoved = ChangeRule(
        "member-removed", .swift, .major, "Code that uses it does not compile any more.")
    static let memberChanged = ChangeRule(
        "member-changed", .swift, .major, "Code that uses it may not compile any more.")
    static let conformanceAdded = ChangeRule(
        "conformance-added", .swift, .minor, "The type can be used in more places.")
    static let conformanceRemoved = ChangeRule(
        "conformance-removed", .swift, .major, "Code that relies on it does not compile any more.")
    static let swiftDeprecated = ChangeRule(
        "swift-deprecated", .swift, .minor, "Code that uses it compiles, with a warning.")
    static let swiftNotDeprecated = ChangeRule(
        "swift-not-deprecated", .swift, .patch, "A warning goes away.")

    // MARK: In the spec

    static let sentenceChanged = ChangeRule("sentence-changed", .spec, .patch, "Only documentation changes.")
    static let docsChanged = ChangeRule("docs-changed", .spec, .patch, "Only documentation changes.")
    static let availabilityChanged = ChangeRule(
        "availability-changed", .spec, .patch, "Tiers, roles and versions are documentation: the server decides.")
    static let defaultChanged = ChangeRule(
        "default-changed", .spec, .patch, "The default is the server's own and is not sent.")
    static let limitsChanged = ChangeRule(
        "limits-changed", .spec, .patch, "Limits and units are documentation: the server decides.")
    static let deprecated = ChangeRule("deprecated", .spec, .minor, "Code that uses it compiles, with a warning.")
    static let deprecationChanged = ChangeRule(
        "deprecation-changed", .spec, .patch, "The warning says something else, or goes away.")
    static let secrecyChanged = ChangeRule(
        "secrecy-changed", .spec, .minor, "Descriptions hide it, or show it.")

    /// Every kind of change, in the order of reports.
    public static let all: [ChangeRule] = [
        .operationRemoved, .operationAdded, .routeChanged, .requiredAttributeAdded, .attributeRemoved, .attributeAdded,
        .attributeRequired, .attributeOptional, .attributeMoved, .attributeFormChanged, .listStyleChanged,
        .attributeNullable, .attributeNotNullable, .answerChanged, .answerNullable, .answerNotNullable, .statusChanged,
        .pagesAdded, .pagesRemoved, .constraintAdded, .constraintRemoved, .idempotenceChanged, .fieldRemoved,
        .fieldAdded, .fieldFormChanged, .fieldOptional, .fieldAlwaysPresent, .fieldNullable, .enumValueRemoved,
        .enumValueAdded, .enumNumberChanged,
        .typeRemoved, .typeAdded, .memberRemoved, .memberAdded, .memberChanged, .conformanceRemoved,
        .conformanceAdded, .swiftDeprecated, .swiftNotDeprecated,
        .deprecated, .deprecationChanged, .secrecyChanged, .defaultChanged, .limitsChanged, .availabilityChanged,
        .docsChanged, .sentenceChanged,
    ]
}
