// Where models store their fields: at the offsets that key paths have, of all kinds and sizes.

import Foundation
import Testing

@testable import GitLabRuntime

private struct Shape: OpenEnum {
    let rawValue: String
}

/// A field of each kind, with gaps between them.
private struct Box: GitLabModel {
    var open = false
    var id = 0
    var sealed: Bool?
    var label: String?
    var share: Double?
    var lid: Shape?
    var made: Date?
    var labels: [String] = []
    var small: CalendarDate?
    @Boxed var inner: Inner?
    var redactedKey: Redacted<String>?
    var last: Bool?

    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: Box { Box() }
    mutating func recordFields(in fields: inout FieldRecorder) {
        fields.boolean("open", always: &open)
        fields.integer("id", always: &id)
        fields.boolean("sealed", &sealed)
        fields.string("web_label=label", &label)
        fields.number("share", &share)
        fields.enumeration("lid", &lid)
        fields.moment("made_at", &made)
        fields.strings("labels", always: &labels)
        fields.value("small", &small)
        fields.part("inner", &_inner)
        fields.secret("key", &redactedKey)
        fields.boolean("last", &last)
    }

    static var offsets: [Int?] {
        [
            \.open, \.id, \.sealed, \.label, \.share, \.lid, \.made, \.labels, \.small, \._inner, \.redactedKey, \.last,
        ].map { (path: PartialKeyPath<Box>) in MemoryLayout<Box>.offset(of: path) }
    }
}

private struct Inner: GitLabModel {
    var id = 0

    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: Inner { Inner() }
    mutating func recordFields(in fields: inout FieldRecorder) { fields.integer("id", always: &id) }
}

/// A model with a property that is not stored.
private struct Computing: GitLabModel {
    var stored = 0
    var computed: Int {
        get { stored }
        set { stored = newValue }
    }

    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: Computing { Computing() }
    mutating func recordFields(in fields: inout FieldRecorder) { fields.integer("computed", always: &computed) }
}

@Suite struct FieldRecorderTests {
    @Test func fieldsAreWhereKeyPathsPoint() {
        let fields = Box.modelFields
        let offsets = (0..<fields.count).map { fields.stored[$0].offset }
        #expect(offsets.map(Optional.some) == Box.offsets)
    }

    @Test func fieldsHaveBothNames() {
        let labels = Box.modelFields.labels
        #expect(labels[3].name == "web_label" && labels[3].property == "label")
        #expect(labels[6].name == "made_at" && labels[6].property == "madeAt")
        #expect(Box.modelFields.always == [0, 1, 7])
    }

    @Test func everyFieldIsComparedHashedAndCoded() throws {
        let text = #"""
            {"open":true,"id":1,"sealed":false,"web_label":"a longer label","share":0.5,"lid":"flat",
            "made_at":"2024-02-29T00:00:00Z","labels":["x"],"small":"2024-02-29","inner":{"id":2},"key":"k","last":true}
            """#
        let full = try Box(json: Array(text.utf8))
        let coded = try JSONDecoder().decode(Box.self, from: JSONEncoder().encode(full))
        #expect(coded == full && coded.hashValue == full.hashValue)
        for (label, change) in zip(Box.modelFields.labels, Box.changes) {
            var other = full
            change(&other)
            #expect(other != full && other.hashValue != full.hashValue, "\(label.name)")
        }
    }

    @Test func onlyStoredPropertiesAreFields() async {
        await #expect(processExitsWith: .failure) { _ = Computing.modelFields.count }
    }
}

extension Box {
    /// Changes of one field each, back to what it is in an empty model.
    fileprivate static let changes: [@Sendable (inout Box) -> Void] = [
        { $0.open = false }, { $0.id = 0 }, { $0.sealed = nil }, { $0.label = nil }, { $0.share = nil },
        { $0.lid = nil }, { $0.made = nil }, { $0.labels = [] }, { $0.small = nil }, { $0.inner = nil },
        { $0.redactedKey = nil }, { $0.last = nil },
    ]
}
