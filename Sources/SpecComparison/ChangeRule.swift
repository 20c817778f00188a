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

    static let operationAdded = ChangeRule("operation-added", .wire, .minor, "Existing code does not call it.")
    static let operationRemoved = ChangeRule(
        "operation-removed", .wire, .major, "Code that calls it no longer compiles.")
    static let routeChanged = ChangeRule(
        "route-changed", .wire, .major,
        "The same Swift sends a different request, which servers, proxies and mocks of the old one do not recognise.")
    static let routeAdded = ChangeRule(
        "route-added", .wire, .minor, "Requests with another parent are unchanged.")
    static let routeRemoved = ChangeRule(
        "route-removed", .wire, .major, "Requests with that parent are rejected before they are sent.")
    static let attributeAdded = ChangeRule(
        "attribute-added", .wire, .minor, "Requests that do not set it are unchanged.")
    static let requiredAttributeAdded = ChangeRule(
        "required-attribute-added", .wire, .major, "Code that does not pass it no longer compiles.")
    static let attributeRemoved = ChangeRule(
        "attribute-removed", .wire, .major, "Code that sets it no longer compiles.")
    static let attributeRequired = ChangeRule(
        "attribute-required", .wire, .major, "Code that does not pass it no longer compiles.")
    static let attributeOptional = ChangeRule(
        "attribute-optional", .wire, .minor, "Requests that pass it are unchanged.")
    static let attributeMoved = ChangeRule(
        "attribute-moved", .wire, .major, "The same Swift sends a different request.")
    static let attributeFormChanged = ChangeRule(
        "attribute-form-changed", .wire, .major, "The same value is encoded differently.")
    static let listStyleChanged = ChangeRule(
        "list-style-changed", .wire, .major, "The same list is encoded differently.")
    static let attributeNullable = ChangeRule("attribute-nullable", .wire, .minor, "The value can be unset.")
    static let attributeNotNullable = ChangeRule(
        "attribute-not-nullable", .wire, .major, "Code that unsets the value no longer compiles.")
    static let responseChanged = ChangeRule("response-changed", .wire, .major, "The call returns a different type.")
    static let responseNullable = ChangeRule(
        "response-nullable", .wire, .major, "Callers have to handle nil.")
    static let responseNotNullable = ChangeRule(
        "response-not-nullable", .wire, .minor, "Callers no longer have to handle nil.")
    static let statusChanged = ChangeRule(
        "status-changed", .wire, .patch, "The client accepts every status of success; only other tools are affected.")
    static let pagesAdded = ChangeRule("pages-added", .wire, .minor, "The list can be paged in one more way.")
    static let pagesRemoved = ChangeRule("pages-removed", .wire, .major, "The list can no longer be paged that way.")
    static let constraintAdded = ChangeRule(
        "constraint-added", .wire, .minor, "Requests that the server rejects are rejected before they are sent.")
    static let constraintRemoved = ChangeRule(
        "constraint-removed", .wire, .minor, "Requests are sent that the client used to reject.")
    static let idempotenceChanged = ChangeRule(
        "idempotence-changed", .wire, .minor, "A different set of failures is retried.")
    static let fieldAdded = ChangeRule("field-added", .wire, .minor, "Existing code does not read it.")
    static let fieldRemoved = ChangeRule("field-removed", .wire, .major, "Code that reads it no longer compiles.")
    static let fieldFormChanged = ChangeRule(
        "field-form-changed", .wire, .major, "Responses are decoded as a different type.")
    static let fieldOptional = ChangeRule(
        "field-optional", .wire, .major, "Callers have to handle nil.")
    static let fieldAlwaysPresent = ChangeRule(
        "field-always-present", .wire, .major,
        "It is no longer an optional, and a response without it cannot be decoded.")
    static let fieldNullable = ChangeRule(
        "field-nullable", .wire, .patch, "Optional fields are decoded as nil from null already.")
    static let enumValueAdded = ChangeRule(
        "enum-value-added", .wire, .minor, "Enums are open: the value could be decoded already and now has a name.")
    static let enumValueRemoved = ChangeRule(
        "enum-value-removed", .wire, .major, "Code that names it no longer compiles.")
    static let enumNumberChanged = ChangeRule(
        "enum-number-changed", .wire, .major, "The same name is sent as a different number.")

    // MARK: In Swift

    static let typeAdded = ChangeRule("type-added", .swift, .minor, "Existing code does not use it.")
    static let typeRemoved = ChangeRule("type-removed", .swift, .major, "Code that names it no longer compiles.")
    static let memberAdded = ChangeRule("member-added", .swift, .minor, "Existing code does not use it.")
    static let memberRemoved = ChangeRule(
        "member-removed", .swift, .major, "Code that uses it no longer compiles.")
    static let memberChanged = ChangeRule(
        "member-changed", .swift, .major, "Code that uses it may no longer compile.")
    static let conformanceAdded = ChangeRule(
        "conformance-added", .swift, .minor, "The type can be used in more places.")
    static let conformanceRemoved = ChangeRule(
        "conformance-removed", .swift, .major, "Code that relies on it no longer compiles.")
    static let swiftDeprecated = ChangeRule(
        "swift-deprecated", .swift, .minor, "Code that uses it compiles, with a warning.")
    static let swiftNotDeprecated = ChangeRule(
        "swift-not-deprecated", .swift, .patch, "A warning is gone.")

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
        "deprecation-changed", .spec, .patch, "The warning has a different text, or is gone.")
    static let secrecyChanged = ChangeRule(
        "secrecy-changed", .spec, .minor, "Descriptions redact it, or no longer do.")

    /// Every kind of change, in the order of reports.
    public static let all: [ChangeRule] = [
        .operationRemoved, .operationAdded, .routeChanged, .routeRemoved, .routeAdded,
        .requiredAttributeAdded, .attributeRemoved, .attributeAdded,
        .attributeRequired, .attributeOptional, .attributeMoved, .attributeFormChanged, .listStyleChanged,
        .attributeNullable, .attributeNotNullable, .responseChanged, .responseNullable, .responseNotNullable,
        .statusChanged,
        .pagesAdded, .pagesRemoved, .constraintAdded, .constraintRemoved, .idempotenceChanged, .fieldRemoved,
        .fieldAdded, .fieldFormChanged, .fieldOptional, .fieldAlwaysPresent, .fieldNullable, .enumValueRemoved,
        .enumValueAdded, .enumNumberChanged,
        .typeRemoved, .typeAdded, .memberRemoved, .memberAdded, .memberChanged, .conformanceRemoved,
        .conformanceAdded, .swiftDeprecated, .swiftNotDeprecated,
        .deprecated, .deprecationChanged, .secrecyChanged, .defaultChanged, .limitsChanged, .availabilityChanged,
        .docsChanged, .sentenceChanged,
    ]
}
