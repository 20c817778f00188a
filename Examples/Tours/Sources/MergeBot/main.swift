// Merges the merge requests that are assigned to this account. Each is rebased, and merged if its head is still the commit that
// its pipeline has tested. One that cannot be merged is assigned to its author, with a comment.
//
//   GITLAB_URL=https://gitlab.example.com GITLAB_TOKEN=… swift run MergeBot group/project

import GitLab
import GitLabMergeRequests

let gitlab = try GitLabClient.fromEnvironment()
let project = CommandLine.arguments[1]
let me = try await gitlab.currentUser.get()

/// The reason why a merge request cannot be merged, for its author.
struct CannotMerge: Error {
    let reason: String
}

let assigned = gitlab.mergeRequests.list(forProject: project) {
    $0.state = .opened
    $0.assigneeID = .id(me.id)
    $0.sort = .asc
}
for mergeRequest in try await assigned.all() {
    do {
        try await merge(mergeRequest.iid)
        print("!\(mergeRequest.iid) \(mergeRequest.title): merged")
    } catch let error as CannotMerge {
        try await giveBack(mergeRequest, because: error.reason)
        print("!\(mergeRequest.iid) \(mergeRequest.title): \(error.reason)")
    }
}

func merge(_ iid: Int) async throws {
    try await check(iid)
    let head = try await rebase(iid)
    try await waitForPipeline(iid, of: head)
    try await check(iid)
    do {
        try await gitlab.mergeRequests.merge(project, mergeRequestIID: iid) { $0.sha = head }
    } catch GitLabError.Kind.preconditionFailed {
        throw CannotMerge(reason: "somebody pushed to the branch while I was at it")
    } catch GitLabError.Kind.methodNotAllowed, GitLabError.Kind.unprocessable {
        throw CannotMerge(reason: "GitLab does not merge it")
    }
}

/// Throws the reason why a merge request cannot be merged, apart from its pipeline.
func check(_ iid: Int) async throws {
    let mergeRequest = try await gitlab.mergeRequests.get(project, mergeRequestIID: iid)
    switch mergeRequest.detailedMergeStatus {
    case .draftStatus: throw CannotMerge(reason: "it is a draft")
    case .discussionsNotResolved: throw CannotMerge(reason: "it has open discussions")
    case .conflict: throw CannotMerge(reason: "it has conflicts")
    case .notOpen: throw CannotMerge(reason: "it is \(mergeRequest.state)")
    case .notApproved:
        let missing = try await gitlab.mergeRequests.getApprovals(project, mergeRequestIID: iid).approvalsLeft ?? 1
        throw CannotMerge(reason: "it lacks approvals: \(missing)")
    default: break
    }
}

/// Rebases the branch and returns its head.
func rebase(_ iid: Int) async throws -> String? {
    try await gitlab.mergeRequests.rebase(project, mergeRequestIID: iid)
    do {
        return try await gitlab.mergeRequests.waitUntilRebased(project, mergeRequestIID: iid).sha
    } catch let error as GitLabError where error.kind == .waitFailed {
        throw CannotMerge(reason: error.message)
    }
}

/// Waits for the pipeline of a commit, which is there a moment after the commit.
func waitForPipeline(_ iid: Int, of head: String?) async throws {
    for _ in 0..<30 {
        let pipelines = gitlab.mergeRequests.listPipelines(project, mergeRequestIID: iid)
        if let pipeline = try await pipelines.first(where: { $0.sha == head }) {
            let status = try await gitlab.pipelines.waitUntilFinished(project, pipelineID: pipeline.id).status
            if status == .success || status == .skipped { return }
            throw CannotMerge(reason: "its pipeline is \(status)")
        }
        try await Task.sleep(for: .seconds(1))
    }
    throw CannotMerge(reason: "it has no pipeline")
}

func giveBack(_ mergeRequest: BasicMergeRequest, because reason: String) async throws {
    try await gitlab.mergeRequests.edit(project, mergeRequestIID: mergeRequest.iid) {
        $0.assigneeID = mergeRequest.author?.id
    }
    let place = Noteable.mergeRequest(project, mergeRequestIID: mergeRequest.iid)
    try await gitlab.notes.create(on: place, body: "I cannot merge this: \(reason).")
}
