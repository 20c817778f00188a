// What GitLab rejects because it is there already, or because it has changed.

import GitLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// GitLab's response to a second thing of one name, where it is not that of a record that cannot be saved.
struct Conflict {
    /// The attribute with the name.
    let attribute: String
    /// The field that has the name; nil: what the item was added by.
    var field: String?
    let status: Int
    /// With `%` for the name.
    let message: String

    /// By the shape of the collection.
    static let all: [String: [Conflict]] = [
        "/projects/:/labels": [Conflict(attribute: "name", field: "name", 409, "Label already exists")],
        "/groups/:/labels": [Conflict(attribute: "name", field: "name", 409, "Label already exists")],
        "/projects/:/protected_branches": [
            Conflict(attribute: "name", field: "name", 409, "Protected branch '%' already exists")
        ],
        "/projects/:/releases": [Conflict(attribute: "tag_name", field: "tag_name", 409, "Release already exists")],
        "/projects/:/members": [Conflict(attribute: "user_id", 409, "Member already exists")],
        "/groups/:/members": [Conflict(attribute: "user_id", 409, "Member already exists")],
        "/projects/:/repository/branches": [
            Conflict(attribute: "branch", field: "name", 400, "Branch already exists")
        ],
        "/projects/:/repository/tags": [Conflict(attribute: "tag_name", field: "name", 400, "Tag % already exists")],
        "/users": [
            Conflict(attribute: "email", field: "email", 409, "Email has already been taken"),
            Conflict(attribute: "username", field: "username", 409, "Username has already been taken"),
        ],
    ]

    private init(attribute: String, field: String? = nil, _ status: Int, _ message: String) {
        (self.attribute, self.field, self.status, self.message) = (attribute, field, status, message)
    }

    /// Throws the response if one of the items has the name that was sent.
    func check(_ sent: [String: JSONValue], among items: [StoredItem]) throws {
        guard let name = sent[attribute]?.scalarText else { return }
        let isTaken = items.contains { item in
            field.map { item.members[$0]?.scalarText == name } ?? (item.name == name)
        }
        guard isTaken else { return }
        throw FailureResponse(status, ["message": .string(message.replacing("%", with: name))])
    }
}

extension ReceivedRequest {
    /// Throws GitLab's 412 for something that has changed after the moment that the request names.
    func demandUnmodified(_ members: [String: JSONValue]) throws {
        guard let unmodifiedSince, let changed = (members["updated_at"]?.stringValue).flatMap(Self.moment(ofText:)),
            changed > unmodifiedSince
        else { return }
        throw FailureResponse(412, ["message": "412 Precondition Failed"])
    }

    private static func moment(ofText text: String) -> Date? {
        (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
            ?? (try? Date(text, strategy: .iso8601))
    }

    /// The moment in a field such as `Thu, 29 Feb 2024 12:04:11 GMT`.
    static func moment(ofField field: String) -> Date? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = field.split(separator: " ")
        guard parts.count == 6, let month = months.firstIndex(of: String(parts[2])) else { return nil }
        let digits = String(month + 101).dropFirst()
        return moment(ofText: "\(parts[3])-\(digits)-\(parts[1])T\(parts[4])Z")
    }
}
