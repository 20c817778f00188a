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

    /// PostgreSQL has no such page: GitLab responds 500. The fake rejects the attribute.
    case hugePage = "a page that no integer of 64 bits can name"

    /// Returns the reason of a difference; nil for one that is not listed.
    static func of(_ request: VariantRequest, grape: FakeVerdict, fake: FakeVerdict) -> FakeDifference? {
        if grape.status == 400, grape.error == "", request.target.utf8.count > 10_240 { return .longTarget }
        let problems = Set(fake.error?.components(separatedBy: ", ") ?? [])
        let others = Set(grape.error?.components(separatedBy: ", ") ?? [])
        let names = problems.subtracting(others).map { $0.replacing(" is invalid", with: "") }
        guard !names.isEmpty, others.isSubset(of: problems) else { return nil }
        if names.allSatisfy({ ["page", "per_page"].contains($0) }), request.description.contains("99999999999999999999")
        {
            return .hugePage
        }
        let isOfDates = names.allSatisfy { grape.values?[$0]?["$date"] != nil }
        return grape.isAccepted && isOfDates ? .unusualDate : nil
    }
}
