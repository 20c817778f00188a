// The role of the caller, and what an operation asks for.

import GitLab

extension InMemoryGitLab {
    /// A role in all projects and groups, from the lowest to the highest.
    public enum Role: Sendable, Hashable, CaseIterable, Comparable {
        /// The roles of members.
        case guest, planner, reporter, securityManager, developer, maintainer, owner
        /// An administrator of the instance, who may use every operation.
        case administrator

        /// The role by its name in the spec.
        init?(spec name: String) {
            guard let role = Self.allCases.first(where: { "\($0)" == name.replacing("security_m", with: "securityM") })
            else { return nil }
            self = role
        }
    }
}

extension DeclaredOperation {
    /// Throws GitLab's 403 for a caller with a role below that of the operation.
    func demand(_ role: InMemoryGitLab.Role) throws {
        let needed: InMemoryGitLab.Role = isForAdministrators ? .administrator : lowestRole ?? .guest
        if role < needed { throw FailureResponse(403, ["message": "403 Forbidden"]) }
    }
}
