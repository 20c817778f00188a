// Keeps the issues of a project in step with the tickets of another tracker, in both directions.
//
//   GITLAB_URL=https://gitlab.example.com GITLAB_TOKEN=… swift run IssueSync group/project tickets.json last-run.txt

import Foundation
import GitLab
import GitLabIssues

/// A ticket of the other tracker. Its key begins the title of its issue.
struct Ticket: Decodable {
    let key: String
    let title: String
    let isDone: Bool
}

let gitlab = try GitLabClient.fromEnvironment()
let project = CommandLine.arguments[1]
let ticketFile = URL(fileURLWithPath: CommandLine.arguments[2])
let lastRunFile = URL(fileURLWithPath: CommandLine.arguments[3])
let tickets = try JSONDecoder().decode([Ticket].self, from: Data(contentsOf: ticketFile))
let moment = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
let lastRun = try? moment.parse(String(contentsOf: lastRunFile, encoding: .utf8))
var latest = lastRun ?? .distantPast

// From GitLab: the issues that people have changed since the last run.
let changed = gitlab.issues.list(forProject: project) {
    $0.labels = ["tracker"]
    $0.updatedAfter = lastRun?.addingTimeInterval(0.001)  // "after" includes the moment itself
    $0.orderBy = .updatedAt
    $0.sort = .asc
}
for try await issue in changed {
    if lastRun != nil { print("Changed in GitLab: #\(issue.iid) \(issue.title), \(issue.state ?? .opened)") }
    note(issue)
}

// To GitLab: missing issues, titles and states. The whole list is read before anything is written, so that nothing moves.
let issues = try await gitlab.issues.list(forProject: project) { $0.labels = ["tracker"] }.all()
let issueByKey = Dictionary(issues.map { ($0.title.prefix { $0 != ":" }, $0) }, uniquingKeysWith: { first, _ in first })
print("\(tickets.count) tickets, \(issues.count) issues")

for ticket in tickets {
    let title = "\(ticket.key): \(ticket.title)"
    guard let issue = issueByKey[ticket.key[...]] else {
        let created = try await gitlab.issues.create(project, title: title) { $0.labels = ["tracker"] }
        print("Created #\(created.iid) \(title)")
        note(created)
        continue
    }
    if issue.title != title {
        note(try await gitlab.issues.edit(project, issueIID: issue.iid) { $0.title = title })
        print("Renamed #\(issue.iid) \(title)")
    }
    if ticket.isDone, issue.state == .opened {
        try await gitlab.notes.create(on: .issue(project, issueIID: issue.iid), body: "Done in the tracker.")
        let closed = try await gitlab.issues.edit(project, issueIID: issue.iid) {
            $0.stateEvent = .close
            $0.addLabels = ["done"]
        }
        note(closed)
        print("Closed #\(issue.iid) \(title)")
    }
}
try latest.formatted(moment).write(to: lastRunFile, atomically: true, encoding: .utf8)

/// Remembers the moment of a change, so that the next run requests later ones only.
@MainActor func note(_ issue: Issue) {
    latest = max(latest, issue.updatedAt ?? latest)
}
