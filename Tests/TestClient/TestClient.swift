// All modules of the client with their examples, for the tests that go over every model.

@_exported import GitLab
@_exported import GitLabAdministration
@_exported import GitLabAdministrationFixtures
@_exported import GitLabCI
@_exported import GitLabCIFixtures
@_exported import GitLabCommonFixtures
@_exported import GitLabDeployments
@_exported import GitLabDeploymentsFixtures
@_exported import GitLabFixtures
@_exported import GitLabGroups
@_exported import GitLabGroupsFixtures
@_exported import GitLabIssues
@_exported import GitLabIssuesFixtures
@_exported import GitLabMergeRequests
@_exported import GitLabMergeRequestsFixtures
@_exported import GitLabPackages
@_exported import GitLabPackagesFixtures
@_exported import GitLabRepositories
@_exported import GitLabRepositoriesFixtures
@_exported import GitLabUsers
@_exported import GitLabUsersFixtures
@_exported import GitLabWebhookEvents
@_exported import GitLabWebhookEventsFixtures

/// Every model of the client with its example.
package var allModelExamples: [(model: any GitLabModel.Type, json: String)] {
    allGitLabExamples + allGitLabAdministrationExamples
        + allGitLabCIExamples + allGitLabCommonExamples
        + allGitLabDeploymentsExamples + allGitLabGroupsExamples
        + allGitLabIssuesExamples + allGitLabMergeRequestsExamples
        + allGitLabPackagesExamples + allGitLabRepositoriesExamples
        + allGitLabUsersExamples + allGitLabWebhookEventsExamples
}
