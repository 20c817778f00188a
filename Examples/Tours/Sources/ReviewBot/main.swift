// Reviews the merge requests of which this account is a reviewer: comments on lines of their diffs, or approves them.
//
//   GITLAB_URL=https://gitlab.example.com GITLAB_TOKEN=… swift run ReviewBot group/project

import GitLab
import GitLabMergeRequests

let gitlab = try GitLabClient.fromEnvironment()
let project = CommandLine.arguments[1]
let me = try await gitlab.currentUser.get()

let waiting = gitlab.mergeRequests.list(forProject: project) {
    $0.state = .opened
    $0.reviewerUsername = me.username
    $0.draft = false
    $0.sort = .asc
}
for try await mergeRequest in waiting {
    try await review(mergeRequest.iid)
}

func review(_ iid: Int) async throws {
    let mergeRequest = try await gitlab.mergeRequests.get(project, mergeRequestIID: iid)
    var findings: [Finding] = []
    for try await diff in gitlab.mergeRequests.listDiffs(project, mergeRequestIID: iid) {
        findings += diff.findings
    }
    guard findings.isEmpty else { return try await comment(findings, on: mergeRequest) }
    let approvals = try await gitlab.mergeRequests.getApprovals(project, mergeRequestIID: iid)
    if approvals.userHasApproved == true { return }
    do {
        try await gitlab.mergeRequests.approve(project, mergeRequestIID: iid) { $0.sha = mergeRequest.sha }
        print("!\(iid) \(mergeRequest.title): approved")
    } catch GitLabError.Kind.preconditionFailed {
        print("!\(iid) \(mergeRequest.title): has new commits, to be reviewed next time")
    }
}

/// Starts a discussion on each line that has none by this account.
func comment(_ findings: [Finding], on mergeRequest: MergeRequest) async throws {
    let place = Noteable.mergeRequest(project, mergeRequestIID: mergeRequest.iid)
    guard let refs = mergeRequest.diffRefs, let base = refs.baseSHA, let start = refs.startSHA, let head = refs.headSHA
    else { return }  // GitLab has not prepared the diff yet
    let notes = try await gitlab.discussions.list(on: place).all().flatMap { $0.notes ?? [] }
    let earlier = notes.filter { $0.author?.id == me.id }.compactMap(\.position)
    for finding in findings where !earlier.contains(where: finding.isAt) {
        try await gitlab.discussions.create(on: place, body: finding.text) {
            $0.position = NewNotePosition(baseSHA: base, startSHA: start, headSHA: head, positionType: .text) {
                $0.oldPath = finding.oldPath
                $0.newPath = finding.path
                $0.newLine = finding.line
            }
        }
        print("!\(mergeRequest.iid) \(mergeRequest.title): \(finding.path):\(finding.line): \(finding.text)")
    }
}
