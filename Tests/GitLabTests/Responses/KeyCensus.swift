// The keys of a response that the client reads as a property, and their values.

import Foundation
import GitLab

/// Where a key or an element stands in a response.
enum Step: Hashable {
    case key(String)
    case index(Int)
}

/// The keys of one response as the client read them.
struct KeyCensus {
    /// All keys, by their places.
    private(set) var keys: [[Step]] = []
    /// The keys that are read as any JSON.
    private(set) var raw: [[Step]] = []
    /// The keys that are not read.
    private(set) var unread: [[Step]] = []
    /// The places whose values were lost or changed.
    private(set) var lost: [[Step]] = []

    /// A value that none of the client's types can be read from, but any JSON can.
    private static let unreadable: JSONValue = [[[[]]]]

    /// Replaces each value in turn by one that no type accepts. A key that is read makes that an error; one that is
    /// read as any JSON brings the value back; one that is not read makes no difference.
    ///
    /// - Parameter rewrite: reads a response with the client, and encodes the value as JSON again.
    init(_ json: JSONValue, rewrite: (JSONValue) async throws -> JSONValue) async throws {
        keys = json.places
        let rewritten = try await rewrite(json)
        lost = keys.filter { !Self.isKept(json[$0], as: rewritten[$0]) }
        for place in keys {
            do {
                let rewritten = try await rewrite(json.replacing(place[...], with: Self.unreadable))
                if rewritten[place] == Self.unreadable { raw.append(place) } else { unread.append(place) }
            } catch let error as GitLabError where error.kind == .decoding {
                continue
            }
        }
    }

    /// The place in words, the same for all elements of an array: `[].license.name`.
    static func text(_ place: [Step]) -> String {
        place.reduce(into: "") { text, step in
            switch step {
            case .index: text += "[]"
            case .key(let name): text += text.isEmpty ? name : ".\(name)"
            }
        }
    }

    /// Whether a value is the same after reading and writing. Null may be left out, and a moment is a number then.
    private static func isKept(_ value: JSONValue?, as rewritten: JSONValue?) -> Bool {
        switch (value, rewritten) {
        case (.null, nil), (.null, .null): true
        // Their members have places of their own.
        case (.object, .object): true
        case (.array(let one), .array(let other)): one.count == other.count
        case (.string(let text), .double(let seconds)): isMoment(text, seconds)
        case (.string(let text), .integer(let seconds)): isMoment(text, Double(seconds))
        case (.integer(let one), .double(let other)), (.double(let other), .integer(let one)): Double(one) == other
        default: value == rewritten
        }
    }

    private static func isMoment(_ text: String, _ secondsSince2001: Double) -> Bool {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions.insert(.withInternetDateTime)
        if text.contains(".") { formatter.formatOptions.insert(.withFractionalSeconds) }
        guard let date = formatter.date(from: text) else { return false }
        return abs(date.timeIntervalSinceReferenceDate - secondsSince2001) < 0.001
    }
}

extension JSONValue {
    /// The places of all keys, those in nested values too, and of the elements of arrays that are no objects.
    var places: [[Step]] {
        switch self {
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap { name, value in
                [[Step.key(name)]] + value.places.map { [.key(name)] + $0 }
            }
        case .array(let elements):
            elements.enumerated().flatMap { index, element in
                let places = element.places.map { [.index(index)] + $0 }
                if case .object = element { return places }
                return [[Step.index(index)]] + places
            }
        case .null, .bool, .integer, .double, .string: []
        }
    }

    /// The value at a place; nil if there is none.
    subscript(place: [Step]) -> JSONValue? {
        place.reduce(JSONValue?.some(self)) { value, step in
            switch step {
            case .key(let name): value?[name]
            case .index(let index): value?[index]
            }
        }
    }

    /// The same with another value at a place.
    func replacing(_ place: ArraySlice<Step>, with value: JSONValue) -> JSONValue {
        guard let step = place.first else { return value }
        switch (self, step) {
        case (.object(var members), .key(let name)):
            members[name] = members[name]?.replacing(place.dropFirst(), with: value)
            return .object(members)
        case (.array(var elements), .index(let index)):
            elements[index] = elements[index].replacing(place.dropFirst(), with: value)
            return .array(elements)
        default:
            return self
        }
    }
}
