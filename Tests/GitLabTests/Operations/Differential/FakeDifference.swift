// The list of known differences between the GitLab in memory and Grape, each with its reason.

import Foundation
import GitLab

/// Why the two differ.
enum FakeDifference: String, CaseIterable {
    /// Ruby's `Date.parse` reads `2024-2-9`, `20240229`, `29/02/2024` and the day in `12`. GitLab documents ISO 8601, and
    /// the client sends nothing else, so that the fake rejects what is more likely a mistake.
    case unusualDate = "a day that is not written as ISO 8601"

    /// Puma responds 400 with no body to a query of more than 10,240 bytes. The fake has no limit: what stands in front
    /// of GitLab decides.
    case longTarget = "a query that Puma does not read"

    /// Ruby's integers have no limit, those of PostgreSQL have: GitLab responds 500. The fake rejects a page or an ID that
    /// it looks for.
    case hugeNumber = "a number that no integer of 64 bits can be"

    /// Grape 1.6 lets an element of an array of hashes pass that is none, if no member is required, and then fails: 500.
    /// The fake rejects it.
    case elementNoHash = "an element of an array of hashes that is no hash"

    /// Grape looks for the members of hashes in arrays of arrays too, though they are not converted to hashes. The fake
    /// rejects them.
    case arrayInArray = "an array in an array of hashes"

    /// Grape keeps the number of an element in the scope of a hash around it, also for later requests of the route: after
    /// an array in an array was sent, it is `defaults[0][allowed_to_push]`. The fake does not.
    case strayNumber = "a number in the name of a hash"

    /// Returns the reason of a difference; nil for one that is not listed.
    static func of(_ request: VariantRequest, grape: FakeVerdict, fake: FakeVerdict) -> FakeDifference? {
        if grape.status == 400, grape.error == "", request.target.utf8.count > 10_240 { return .longTarget }
        if grape.status == 500, fake.status == 400,
            grape.error?.hasPrefix("NoMethodError: undefined method `key?'") == true
        {
            return .elementNoHash
        }
        if grape.status == fake.status, let one = grape.error, let other = fake.error,
            withoutNumbers(one) == withoutNumbers(other)
        {
            return .strayNumber
        }
        if fake.status == 400, fake.error?.contains("[0]") == true,
            String(decoding: request.body, as: UTF8.self).contains("[[")
        {
            return .arrayInArray
        }
        let problems = Set(fake.error?.components(separatedBy: ", ") ?? [])
        let others = Set(grape.error?.components(separatedBy: ", ") ?? [])
        let names = problems.subtracting(others).map { $0.replacing(" is invalid", with: "") }
        guard !names.isEmpty, others.isSubset(of: problems) else { return nil }
        if names.allSatisfy({ grape.values?[$0]?.doubleValue.map { abs($0) >= 0x1p63 } ?? false }) {
            return .hugeNumber
        }
        let isOfDates = names.allSatisfy { grape.values?[$0]?["$date"] != nil }
        return grape.isAccepted && isOfDates ? .unusualDate : nil
    }

    /// The text without numbers after the names of the hashes that hold arrays of hashes.
    private static func withoutNumbers(_ text: String) -> String {
        ["default_branch_protection_defaults", "assets"].reduce(text) { text, hash in
            text.replacing("\(hash)[0]", with: hash).replacing("\(hash)[1]", with: hash)
        }
    }
}

extension FakeDifference {
    /// A request that shows the difference.
    var example: VariantRequest {
        switch self {
        case .unusualDate: get("/personal_access_tokens?created_before=12")
        case .longTarget: get("/projects?search=" + String(repeating: "a", count: 10_300))
        case .hugeNumber: get("/user/keys?page=99999999999999999999")
        case .elementNoHash: post("/projects/1/hooks", #"{"url": "u", "url_variables": [""]}"#)
        case .arrayInArray: post("/groups", defaults(#"{"allowed_to_push": [[{}]]}"#))
        // It comes after that.
        case .strayNumber: post("/groups", defaults(#"{"allow_force_push": "maybe"}"#))
        }
    }

    private func defaults(_ json: String) -> String {
        #"{"name": "a", "path": "b", "default_branch_protection_defaults": \#(json)}"#
    }

    private func get(_ target: String) -> VariantRequest {
        VariantRequest(name: rawValue, method: "GET", target: "/api/v4" + target, contentType: nil, body: [])
    }

    private func post(_ target: String, _ body: String) -> VariantRequest {
        VariantRequest(
            name: rawValue, method: "POST", target: "/api/v4" + target, contentType: "application/json",
            body: Array(body.utf8))
    }
}
