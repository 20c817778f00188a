// Sets up a subgroup for a team until a day, with members and a token; then removes tokens and members without a purpose.
//
//   GITLAB_URL=https://gitlab.example.com GITLAB_TOKEN=… swift run GroupAdministration group team 2026-06-30 kim ada …

import GitLab
import GitLabCI
import GitLabGroups
import GitLabUsers

let gitlab = try GitLabClient.fromEnvironment()
let arguments = CommandLine.arguments
let parent = try await gitlab.groups.get(arguments[1])
let (path, usernames) = (arguments[2], arguments[4...])
guard let lastDay = CalendarDate(arguments[3]) else { fatalError("\(arguments[3]) is not a day.") }

let group: GroupDetails
do {
    group = try await gitlab.groups.create(name: path, path: path) { $0.parentID = parent.id }
    print("Created \(group.fullPath)")
} catch let error as GitLabError where error.message.contains("has already been taken") {
    group = try await gitlab.groups.get("\(parent.fullPath)/\(path)")
}

for username in usernames {
    do {
        try await gitlab.members.add(forGroup: group, username: username, accessLevel: .developer) {
            $0.expiresAt = lastDay
        }
        print("Added \(username)")
    } catch GitLabError.Kind.conflict {
        print("\(username) is a member already")
    }
}

let name = "\(path) deploys"
let tokens = try await gitlab.accessTokens.list(forGroup: group) { $0.state = .active }.all()
if !tokens.contains(where: { $0.name == name }) {
    let token = try await gitlab.accessTokens.create(forGroup: group, name: name, scopes: [.api]) {
        $0.accessLevel = .developer
        $0.expiresAt = lastDay
    }
    try await gitlab.variables.create(forGroup: group, key: "DEPLOY_TOKEN", value: token.token ?? "") {
        $0.masked = true
    }
    print("DEPLOY_TOKEN has the token \"\(token.name)\"")
}

for try await member in gitlab.members.list(forGroupIncludingInherited: group) {
    print("  \(member.name), \(member.expiresAt.map { "until \($0)" } ?? "for good")")
}

// Removes tokens of all subgroups that expire before that day, and members that have more rights through the parent.
let inherited = try await gitlab.members.list(forGroup: parent).all()
for subgroup in try await gitlab.groups.listDescendants(parent).all() {
    for try await token in gitlab.accessTokens.list(forGroup: subgroup.id) where token.active {
        guard let day = token.expiresAt, day < lastDay else { continue }
        try await gitlab.accessTokens.revoke(forGroup: subgroup.id, tokenID: token.id)
        print("Revoked \(token.name) of \(subgroup.fullPath)")
    }
    for member in try await gitlab.members.list(forGroup: subgroup.id).all() {
        guard let above = inherited.first(where: { $0.id == member.id }), above.accessLevel > member.accessLevel
        else { continue }
        try await gitlab.members.remove(forGroup: subgroup.id, userID: member.id)
        print("Removed \(member.name) from \(subgroup.fullPath), who has more rights through \(parent.fullPath)")
    }
}
